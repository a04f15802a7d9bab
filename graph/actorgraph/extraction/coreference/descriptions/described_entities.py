"""Entities that a text only describes: "a Dutch lender", "police", "a court in Easthaven".

A description with a name in it distinguishes its entity from others.  A bare one ("police") does so
within its document at most: such entities do and suffer things, and nothing else is claimed of
them.  Definite descriptions of one person or company ("the man", "the bank") refer to someone in
the text, so they become no entity, unless an indefinite one introduced it.
"""

from __future__ import annotations

from collections import defaultdict

from actorgraph.extraction.coreference.descriptions.owner_names import (
    is_of_another,
    whole_name_after,
)
from actorgraph.extraction.coreference.descriptions.places_beside import (
    place_of_act,
    place_of_event,
)
from actorgraph.extraction.coreference.descriptions.wordings import (
    content_words,
    distinct_wording,
    is_in_title_case,
    is_named,
    is_restricted,
    label,
)
from actorgraph.extraction.coreference.names.genders import gender_of
from actorgraph.extraction.knowledge.actor_types import COLLECTIVES, PEOPLE
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.mentions.roles.role_phrases import (
    Owner,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import (
    DEFINITE,
    HONOURED,
    LIST_ENDS,
    NEW_DETERMINERS,
    POINTING_DETERMINERS,
)
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.parse.word_tags import POSSESSIVE_TAGS
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: Nouns for bodies that may be meant without a name: "the *government*", "the *police*".
PUBLIC_BODIES = grammar_words("noun for a public body")
#: Prepositions before the employer: "a spokesman *for* Delmore Bank", not "told reporters at …".
BEFORE_SERVED = grammar_words("preposition before whom somebody serves")
#: The same for one person: "an official *at* Delmore Bank", not "reporters at the bank".
BEFORE_EMPLOYER = grammar_words("preposition before an employer")

#: Before two who need not be those in the text: "*both* men".
OF_TWO = grammar_words("determiner of two")

#: Tags between a preposition and the name after it: "for *the*", "for *President*".
TAGS_BEFORE_OWNER = frozenset({"DT", "PDT", "JJ", "NNP"})
#: Types of actors that may be described by the one they serve: "the delegation *from Norland*".
ACTORS = PEOPLE | COLLECTIVES
#: What separates the names of a list: "the ministers of Norland *and* Sylvania".
BETWEEN_NAMES = LIST_ENDS | {","}
#: Types that are the same whoever speaks of them: "the talks", "the bill".
NO_PERSONS = frozenset({ActorType.EVENT, ActorType.WORK, ActorType.GROUP})


class DescribedEntities:
    """The described entities of a document; equal descriptions refer to the same entity."""

    def __init__(self, entities: Entities) -> None:
        self.entities, self.parsed = entities, entities.parsed
        self._by_wording: dict[tuple[ActorType, str], Entity] = {}
        self._by_noun: dict[tuple[ActorType, str], list[Entity]] = defaultdict(list)
        self._in_headlines: set[tuple[ActorType, str]] = set()
        for mention in self.parsed.mentions:
            is_description = mention.is_description
            if is_description and is_in_title_case(self.parsed, mention):
                self._in_headlines.add(self._noun(mention))

    def add(self, mention: TokenMention, phrase: RolePhrase | None) -> None:
        """Let a description refer to an entity of its own, if it is specific enough.

        Args:
            phrase: The role phrase that the description is, if it is one.
        """
        if self._may_be_epithet(mention):
            return
        # CASE headline: "Kremlin Receives *Norwegian Envoy*" repeats what the text says
        if is_in_title_case(self.parsed, mention):
            self._repeat(mention)
            return
        place = place_of_event(self.entities, mention, phrase)
        place = place or self._body_of_somebody_new(mention, phrase)
        bare = not place and not _contains_name(self.entities, mention)
        # CASE introduced: "A court heard Roth. The *court* …"
        is_doubtful = self.entities.doubt_about(mention) is not None
        may_be_introduced = bare and not is_doubtful
        earlier = self._introduced(mention) if may_be_introduced else None
        if earlier is not None:
            self.entities.join(mention, earlier)
        elif not bare:
            self._add(mention, place)
        elif self._may_stand_alone(mention):
            place = self._owner(mention)
            self._add(mention, place, label(self.entities, mention, place)).bare = True

    def _may_be_epithet(self, mention: TokenMention) -> bool:
        """Whether a mention says something new of someone: "the Oscar *winner*"."""
        if self.parsed.lower[mention.start] not in POINTING_DETERMINERS:
            return False
        return self.parsed.head_word(mention) in HONOURED

    def _body_of_somebody_new(
        self, mention: TokenMention, phrase: RolePhrase | None
    ) -> str:
        """Return “for Delmore Bank” for “a spokesman for it”; "the spokesman" may have a name."""
        if phrase is None or mention.type not in ACTORS:
            return ""
        is_definite = phrase.determiner in DEFINITE
        is_new = phrase.plural or is_definite or self._is_new(mention)
        if not is_new or self.entities.doubt_about(mention) is not None:
            return ""
        for owner in phrase.owners:
            if not self._is_told_apart(owner.mention):
                continue
            if self._is_complement(mention, phrase, owner):
                names = self._names_of(phrase, owner)
                return f"{owner.mark} {names}"
        return ""

    def _names_of(self, phrase: RolePhrase, first: Owner) -> str:
        """Return all names after a preposition: "the ministers of *Norland and Sylvania*"."""
        start, end = first.mention.start, first.mention.end
        for owner in phrase.owners:
            if owner.mark != first.mark:
                continue
            # CASE list: "of Norland *and* Sylvania"
            is_next = owner.mention.start == end + 1
            if is_next and self.parsed.word(end) in BETWEEN_NAMES:
                end = owner.mention.end
        return self.parsed.text(start, end)

    def _is_told_apart(self, mention: TokenMention) -> bool:
        """Whether a mention is a name or has one: "a spokesman for *the Norland government*"."""
        if is_named(mention):
            return True
        return _contains_name(self.entities, mention)

    def _is_complement(
        self, mention: TokenMention, phrase: RolePhrase, owner: Owner
    ) -> bool:
        """Whether a name directly follows a role noun and a preposition that it takes."""
        if owner.mention.start <= phrase.end:
            return False
        between = self.parsed.tags[phrase.end + 1 : owner.mention.start]
        if not TAGS_BEFORE_OWNER.issuperset(between):
            return False
        serving = BEFORE_SERVED if phrase.plural else BEFORE_SERVED | BEFORE_EMPLOYER
        if owner.mark not in serving:
            return False
        holders = {mention.type, ActorType.PERSON}
        for sense in phrase.senses:
            fits_holder = not holders.isdisjoint(sense.subject_types)
            if fits_holder and owner.mark in sense.prepositions:
                return True
        return False

    def _add(
        self, mention: TokenMention, place: str, name: str | None = None
    ) -> Entity:
        """Return the entity of these words; at their first mention, a new one."""
        key = self._key(mention, place)
        entity = self._by_wording.get(key)
        if entity is not None:
            return self.entities.join(mention, entity)
        if place and name is None:
            name = label(self.entities, mention, place)
        _, wording = key
        identity = f"described {wording} {mention.start}"
        new = self.entities.new(mention, identity, label=name)
        new.genders = gender_of(self.parsed.head_word(mention))
        self._by_wording[key] = new
        noun = self._noun(mention)
        self._by_noun[noun].append(new)
        return new

    def _repeat(self, mention: TokenMention) -> None:
        """Let a description refer to the entity of these words, if there is one."""
        key = self._key(mention)
        entity = self._by_wording.get(key)
        if entity is None:
            entity = self._introduced(mention)
        if entity is not None:
            self.entities.join(mention, entity)

    def _key(self, mention: TokenMention, place: str = "") -> tuple[ActorType, str]:
        wording = distinct_wording(self.entities, mention)
        return mention.type, f"{wording} {place}"

    def _noun(self, mention: TokenMention) -> tuple[ActorType, str]:
        noun = self.parsed.head_word(mention)
        return mention.type, noun

    # bare descriptions ------------------------------------------------------------------

    def _introduced(self, mention: TokenMention) -> Entity | None:
        """Return the only described entity so far that "the court" may refer to.

        Words before the noun have to describe it too: "a Danish *trade* union … the trade union".
        """
        # CASE possessed: "its members" need not be those that the text has introduced
        # CASE of a state: "her government" need not be "a caretaker government"
        is_own = mention.type in PEOPLE or self._noun(mention)[1] in PUBLIC_BODIES
        if is_own and self._is_possessed(mention):
            return None
        candidates = self._by_noun.get(self._noun(mention), [])
        words = content_words(self.entities, mention)
        if len(words) > 1:
            if self.parsed.lower[mention.start] not in POINTING_DETERMINERS:
                return None
            candidates = [each for each in candidates if self._is_called(each, words)]
        if len(candidates) != 1 or is_of_another(self.entities, mention, candidates[0]):
            return None
        # CASE two of them: "*both* men" are not "100 men"
        is_pair = self.parsed.lower[mention.start] in OF_TWO
        is_new = self._is_new(mention) or is_restricted(self.parsed, mention)
        is_other = is_new or is_pair or self._is_any(mention, candidates[0])
        return None if is_other else candidates[0]

    def _is_any(self, mention: TokenMention, counted: Entity) -> bool:
        """Whether a bare plural is of any of a kind, not of some counted: "*six* men … *men*"."""
        if mention.start != mention.root:
            return False
        first = counted.mentions[0]
        return "CD" in self.parsed.tags[first.start : first.root]

    def _is_called(self, entity: Entity, words: list[str]) -> bool:
        """Whether a mention of an entity has all these words."""
        for mention in entity.mentions:
            mentioned = content_words(self.entities, mention)
            if set(words) <= set(mentioned):
                return True
        return False

    def _is_new(self, mention: TokenMention) -> bool:
        determiner = self.parsed.lower[mention.start]
        return determiner in NEW_DETERMINERS

    def _may_stand_alone(self, mention: TokenMention) -> bool:
        """Whether a bare description distinguishes its entity from others within the document."""
        is_doubtful = self.entities.doubt_about(mention) is not None
        if is_doubtful or self._is_possessed(mention):
            return False
        # CASE people, bodies of the state and matters: "the protesters", "the police", "the bill"
        noun = self.parsed.head_word(mention)
        if mention.type in NO_PERSONS or noun in PUBLIC_BODIES:
            return True
        # CASE someone new: "a lawyer", but not "the lawyer"
        # CASE new in the headline: "*Suspect* Held in Oslo", and then "the suspect"
        is_new = self.parsed.lower[mention.start] not in POINTING_DETERMINERS
        return is_new or self._noun(mention) in self._in_headlines

    def _is_possessed(self, mention: TokenMention) -> bool:
        """Whether a possessive makes a description someone's: "*his* party"."""
        tags = self.parsed.tags[mention.start : mention.end]
        return not set(POSSESSIVE_TAGS).isdisjoint(tags)

    def _owner(self, mention: TokenMention) -> str:
        """Return “in Easthaven” for “a court in Easthaven”; empty if nothing is beside it."""
        name = whole_name_after(self.parsed, mention)
        if name is not None:
            preposition = self.parsed.lower[mention.end]
            return f"{preposition} {self.entities.text(name)}"
        if is_restricted(self.parsed, mention):
            return ""
        if self.parsed.head_word(mention) not in PUBLIC_BODIES:
            return ""
        return place_of_act(self.entities, mention)


def _contains_name(entities: Entities, mention: TokenMention) -> bool:
    """Whether a name in a description distinguishes its entity from others: "a *Dutch* lender"."""
    for i in range(mention.start, mention.root):
        inner = entities.parsed.covering(i)
        if inner is not None and inner is not mention and is_named(inner):
            return True
    return False
