"""Epithets: descriptions that say something new of the one the text is about.

“Dana Roth won. *The 56-year-old* thanked Marsh. *The Norwegian* slept.”  An epithet refers to the
subject of a sentence just before it, if that is the only such actor there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable

from actorgraph.extraction.coreference.descriptions.compatriots import may_mean_one
from actorgraph.extraction.coreference.descriptions.introductions import introductions
from actorgraph.extraction.coreference.descriptions.restrictions import (
    PARENTS,
    RESTRICTIONS,
    counts_children,
    tells_nothing_apart,
)
from actorgraph.extraction.coreference.names.genders import gender_of
from actorgraph.extraction.knowledge.actor_types import COMPANY, MEDIUM
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.parse.closed_classes import DEFINITE, HONOURED
from actorgraph.extraction.parse.dependents import (
    ARGUMENTS,
    SUBJECTS,
    dependents,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import MODIFIER_TAGS, PLURAL_TAGS
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType, MentionKind

#: An epithet refers to a mention in one of this many sentences before it.
EPITHET_REACH = 2

#: Words that make any description of a person an epithet: "the *former* general".
EPITHET_ADJECTIVES = grammar_words("adjective of an epithet")
#: Nouns that any person, and any business, may be called by.
PERSON_NOUNS = grammar_words("noun for any person")
BUSINESS_NOUNS = grammar_words("noun for a business")
#: Nouns that only a body of no known kind may be called by: "the *charity*".
CHARITY_NOUNS = grammar_words("noun for a charity")
BODY_NOUNS = BUSINESS_NOUNS | CHARITY_NOUNS
#: Members of parties: "the *Democrat*"; and those who won something: "the Oscar *winner*".
PARTY_MEMBERS = grammar_words("noun for a member of a party")
#: Subtypes of organisations that are called by the nouns for a business.
BUSINESSES = frozenset({None, COMPANY, MEDIUM})

#: Tags of verbs that only a single subject has.
SINGULAR_TAGS = frozenset({"VBZ", "VBD", "MD"})


class Epithets:
    """Resolves the epithets of a text; the mentions before them have to be resolved."""

    def __init__(self, entities: Entities) -> None:
        self.entities, self.parsed = entities, entities.parsed
        self._introductions = introductions(entities.parsed)
        self._arguments = _arguments(entities.parsed)

    def referent(
        self, mention: TokenMention, before: Iterable[TokenMention]
    ) -> Entity | None:
        """Return the entity that an epithet refers to; None for other mentions and if in doubt.

        Args:
            before: The resolved mentions of the sentences just before it.
        """
        if not self._is_subject_with_article(mention):
            return None
        earlier = [other for other in before if self._is_earlier(other, mention)]
        # CASE person: "the 56-year-old leader", "the Norwegian"
        if self._is_of_person(mention):
            return self._only_person(mention, earlier)
        # CASE business: "the steelmaker"
        if self._is_of_business(mention):
            noun = self.parsed.head_word(mention)
            subtypes = {None} if noun in CHARITY_NOUNS else BUSINESSES
            earlier = self._of_subtype(earlier, subtypes)
            subject = self._only_subject(earlier, ActorType.ORGANIZATION)
            return self._called_so(mention, earlier) or subject
        return None

    def _is_earlier(self, earlier: TokenMention, mention: TokenMention) -> bool:
        same_paragraph = self.parsed.same_paragraph(earlier.start, mention.start)
        return same_paragraph and not self.parsed.same_sentence(
            earlier.root, mention.root
        )

    # what is an epithet -----------------------------------------------------------------

    def _is_subject_with_article(self, mention: TokenMention) -> bool:
        """Whether a mention is a definite subject outside of quotations, with no restriction."""
        subject = self.parsed.head_of(mention)
        if subject.dep_ not in SUBJECTS or mention.end != mention.root + 1:
            return False
        if self.parsed.quotation_of(mention.root) is not None:
            return False
        for restriction in dependents(subject, *RESTRICTIONS):
            if not tells_nothing_apart(subject, restriction):
                return False
        return self._article(mention) is not None

    def _article(self, mention: TokenMention) -> int | None:
        """Return the token of the article with which the phrase of a mention begins."""
        noun = self.parsed.head_word(mention)
        # CASE name inside: "the *Oscar* winner", "the *Alderfen* Democrat"
        may_have_name = noun in PARTY_MEMBERS | HONOURED
        is_business, is_person = noun in BODY_NOUNS, noun in PERSON_NOUNS
        for i in range(mention.root - 1, -1, -1):
            if self.parsed.lower[i] in DEFINITE:
                return i
            inner = self.parsed.covering(i)
            is_age = inner is None or inner.is_time
            # CASE taken for someone: "the *veteran* striker"
            is_word = is_age or self.parsed.lower[i] in EPITHET_ADJECTIVES
            is_name = inner is not mention and not is_word
            if is_name and may_have_name:
                continue
            # CASE country or town: "the *Danish* brewer", "the *Oslo*-based brewer"
            is_people = inner is not None and inner.demonym
            is_seat = inner is not None and inner.is_place
            if (is_business or is_person) and (is_people or is_seat):
                continue
            if is_name or self.parsed.tags[i] not in MODIFIER_TAGS:
                return None
        return None

    def _is_of_person(self, mention: TokenMention) -> bool:
        if mention.demonym:
            return self._is_of_one_person(mention)
        noun = self.parsed.head_word(mention)
        # CASE member: "the Democrat", who is one person
        if noun in PARTY_MEMBERS and mention.is_name:
            return self.is_member(mention)
        is_description = _is_unresolved_description(mention)
        is_description |= self._stands_alone(mention)
        if not is_description or not mention.is_person:
            return False
        article = self._article(mention) or 0
        words = self.parsed.lower[article : mention.root]
        has_adjective = not EPITHET_ADJECTIVES.isdisjoint(words)
        if self._is_parent(mention):
            return True
        return has_adjective or noun in PERSON_NOUNS | PARTY_MEMBERS | HONOURED

    def is_member(self, mention: TokenMention) -> bool:
        """Whether the name of a party means one member: "the two-term *Republican*"."""
        if not mention.is_name:
            return False
        if self.parsed.head_word(mention) not in PARTY_MEMBERS:
            return False
        if not self._is_subject_with_article(mention):
            return False
        return self._is_of_one_person(mention)

    def _is_parent(self, mention: TokenMention) -> bool:
        """Whether it says how many children someone has: "the mother *of two*"."""
        noun = self.parsed.head_of(mention)
        if noun.lower_ not in PARENTS:
            return False
        return any(map(counts_children, dependents(noun, "prep")))

    def _is_of_business(self, mention: TokenMention) -> bool:
        if not (_is_unresolved_description(mention) or self._stands_alone(mention)):
            return False
        noun = self.parsed.head_word(mention)
        is_new = self._introductions.get(noun, mention.start) < mention.start
        return noun in BODY_NOUNS and not is_new

    def _stands_alone(self, mention: TokenMention) -> bool:
        """Whether nothing else refers to what a description refers to: "the *Danish* brewer"."""
        if not mention.is_description:
            return False
        entity = self.entities.of(mention)
        return entity is not None and entity.mentions == [mention]

    def _is_of_one_person(self, mention: TokenMention) -> bool:
        """Whether "the Norwegian" or "the Republican" is one person, as its verb may say too."""
        if mention.demonym:
            is_one = may_mean_one(self.entities, mention)
        else:
            is_one = self.parsed.tags[mention.root] not in PLURAL_TAGS
        verb = self.parsed.head_of(mention).head
        return is_one and verb.tag_ in SINGULAR_TAGS

    # referent ---------------------------------------------------------------------------

    def _only_person(
        self, mention: TokenMention, earlier: list[TokenMention]
    ) -> Entity | None:
        entity = self._only_subject(earlier, ActorType.PERSON)
        gender = gender_of(self.parsed.head_word(mention))
        if entity is None or (
            gender and entity.genders and not gender & entity.genders
        ):
            return None
        return None if self._is_met_before(mention, entity) else entity

    def _is_met_before(self, mention: TokenMention, entity: Entity) -> bool:
        """Whether a noun meant someone else: "Roth met the *tycoon*. The tycoon left"."""
        noun = self.parsed.head_word(mention)
        for i in self._arguments[noun]:
            if i >= mention.start:
                break
            other = self.parsed.actor_at(i)
            if other is None or other.actor != entity.number:
                return not mention.demonym
        return False

    def _called_so(
        self, mention: TokenMention, earlier: list[TokenMention]
    ) -> Entity | None:
        """Return the only body that a noun meant just before: "the *firm* … the US *firm*"."""
        noun = self.parsed.head_word(mention)
        bodies: set[int] = set()
        for other in earlier:
            is_same_noun = self.parsed.head_word(other) == noun
            if is_same_noun and other.is_description:
                bodies.add(other.actor)
        return self.entities.only(bodies)

    def _only_subject(
        self, earlier: list[TokenMention], type_: ActorType
    ) -> Entity | None:
        """Return the only actor of a type among some mentions, if it is a subject there."""
        actors: set[int] = set()
        subjects: set[int] = set()
        for mention in earlier:
            if self.entities.all[mention.actor].type is not type_:
                continue
            actors.add(mention.actor)
            head = self.parsed.head_of(mention)
            if head.dep_ in SUBJECTS:
                subjects.add(mention.actor)
        if actors != subjects:
            return None
        return self.entities.only(actors)

    def _of_subtype(
        self, earlier: list[TokenMention], subtypes: Container[str | None]
    ) -> list[TokenMention]:
        """Return the mentions of bodies of one of some subtypes."""
        bodies: list[TokenMention] = []
        for mention in earlier:
            entity = self.entities.all[mention.actor]
            is_body = entity.type is ActorType.ORGANIZATION
            if is_body and entity.subtype in subtypes:
                bodies.append(mention)
        return bodies


def _arguments(parsed: ParsedText) -> dict[str, list[int]]:
    """Return the tokens of whoever takes part in something, by their words."""
    arguments: dict[str, list[int]] = defaultdict(list)
    for token in parsed.doc:
        if token.dep_ in ARGUMENTS:
            arguments[token.lower_].append(token.i)
    return arguments


def _is_unresolved_description(mention: TokenMention) -> bool:
    return mention.is_description and not mention.is_resolved


def relink(entities: Entities, mention: TokenMention, actor: Entity) -> None:
    """Let a mention refer to another actor, as a description: "the *Norwegian*" is no country."""
    entities.release(mention)
    mention.type = actor.type
    mention.kind = MentionKind.NOMINAL
    mention.subtype = None
    mention.demonym = False
    entities.join(mention, actor)
