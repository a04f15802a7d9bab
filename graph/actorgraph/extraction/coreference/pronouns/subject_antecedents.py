"""The subject that "it", "they", "its" or "their" goes on with: "*Norland* says *it* won".

Where the parse leaves more than one actor to choose from, the pronoun refers to none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from actorgraph.extraction.coreference.pronouns.agreement import (
    PLURAL_TYPES,
    POSSESSIVE_TYPES,
    SINGULAR_TYPES,
)
from actorgraph.extraction.coreference.pronouns.boards import body_of_board
from actorgraph.extraction.coreference.pronouns.clause_relations import (
    is_quoted_apart,
    is_read_on,
    is_reported,
)
from actorgraph.extraction.knowledge.actor_types import COUNTRY
from actorgraph.extraction.knowledge.relation_lists import HEADSHIPS, relation_list
from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.parse.closed_classes import (
    BEFORE_PREDICATE,
    COMPANIONS,
)
from actorgraph.extraction.parse.dependents import (
    SUBJECTS,
    dependents,
    governor_of,
    is_complement_of,
    verb_above,
)
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.parse.word_tags import PLURAL_TAGS, RELATIVE_TAGS
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Offices whose holder a text names with the body: "its *editor*, Roth, was held".
BODY_OFFICES = HEADSHIPS | relation_list("office in a body")


class SubjectAntecedents:
    """Finds the subjects that pronouns for things and groups refer to.

    Args:
        entities: The actors of the text.
        by_sentence: Number of a sentence → its resolved mentions so far; grows as the text is read.
    """

    def __init__(
        self, entities: Entities, by_sentence: Mapping[int, Sequence[TokenMention]]
    ) -> None:
        self._entities = entities
        self._parsed = entities.parsed
        self._by_sentence = by_sentence

    def antecedent(self, pronoun: TokenMention) -> Entity | None:
        """Return the only subject that a pronoun may refer to, or None."""
        word = self._parsed.head_word(pronoun)
        # CASE possessive: "*Delmore* sold its ships"
        if word in POSSESSIVE_TYPES:
            return self._possessor(pronoun, POSSESSIVE_TYPES[word])
        # CASE clause: "*Norland* says it won", "the *gunmen* fled before they were seen"
        subject = self._governing_subject(pronoun)
        referent = None if subject is None else self._referent(subject, pronoun)
        # CASE only group: "Roth met the *refugees* as they arrived"
        # CASE several: "*Roth and Marsh* told the miners that they had won"
        if subject is None or not subject.conjuncts:
            referent = referent or self._only_group(pronoun)
        if subject is not None or referent is not None:
            return referent
        return self._subject_before(pronoun)

    def _possessor(
        self, pronoun: TokenMention, types: frozenset[ActorType]
    ) -> Entity | None:
        """Return whose something is: "*Delmore* sold its ships"."""
        here = self._here(pronoun)
        last = self._parsed.head_of(pronoun).head.i
        possessed = self._parsed.doc[pronoun.end : last + 1]
        nouns = map(self._parsed.lemma, possessed)
        # CASE companion: in "police held two men, *their* lawyer said" it may be either's
        is_companion = not COMPANIONS.isdisjoint(nouns)
        if is_companion and not self._is_alone(here, pronoun):
            return None
        owner = self._only_subject(self._that_agree(here, pronoun), types)
        if owner is not None:
            return body_of_board(self._entities, owner)
        owner = self._body_of_officer(pronoun)
        return owner or self._only_body(here, pronoun)

    def _that_agree(
        self, mentions: Iterable[TokenMention], pronoun: TokenMention
    ) -> Iterator[TokenMention]:
        """Yield the mentions that a possessive agrees with: "its" is not that of *police*."""
        is_singular = _types(pronoun) is SINGULAR_TYPES
        for mention in mentions:
            noun = self._parsed.head_of(mention)
            is_plural = mention.is_description and noun.tag_ in PLURAL_TAGS
            if not (is_singular and is_plural):
                yield mention

    def _only_body(
        self, mentions: Iterable[TokenMention], pronoun: TokenMention
    ) -> Entity | None:
        """Return the only body before "*its* director", where the subject is another actor.

        "Police raided *Delmore* and held its director", "left *Delmore* and retired as its head".
        """
        noun = self._parsed.head_of(pronoun).head
        is_role = is_complement_of(noun, BEFORE_PREDICATE)
        if not is_role and not self._is_officer(noun):
            return None
        verb = verb_above(noun)
        subjects = dependents(verb, *SUBJECTS) or dependents(verb.head, *SUBJECTS)
        if not subjects:
            return None
        if not all(self._parsed.actor_at(subject.i) for subject in subjects):
            return None
        possible = self._possible(self._that_agree(mentions, pronoun), pronoun)
        body = self._entities.only(possible)
        if body is None or not body.is_organisation:
            return None
        return body if body.has_name else None

    def _is_officer(self, noun: Token) -> bool:
        """Whether a noun is that of someone with an office in a body: "its *director*, Roth"."""
        person = self._parsed.actor_at(noun.i)
        if person is None:
            return False
        entity = self._entities.of(person)
        if entity is None:
            return False
        offices = (office for office, _ in entity.offices)
        return not BODY_OFFICES.isdisjoint(offices)

    def _here(self, pronoun: TokenMention) -> Sequence[TokenMention]:
        sentence = self._parsed.sentence_of[pronoun.root]
        return self._by_sentence.get(sentence, ())

    # in the same sentence ---------------------------------------------------------------

    def _governing_subject(self, pronoun: TokenMention) -> Token | None:
        """Return the subject of the nearest clause around that of a pronoun, if it has one."""
        token = self._parsed.head_of(pronoun)
        if token.dep_ not in SUBJECTS:
            return None
        for verb in token.head.ancestors:
            for subject in dependents(verb, *SUBJECTS):
                if subject.i < token.i:
                    return subject
        return None

    def _referent(self, subject: Token, pronoun: TokenMention) -> Entity | None:
        """Return the actor that a subject names, if the pronoun can refer to it."""
        if subject.tag_ in RELATIVE_TAGS:
            subject = subject.head.head
        mention = self._parsed.actor_at(subject.i)
        if mention is None or is_quoted_apart(self._parsed, pronoun, mention):
            return None
        if is_reported(self._parsed, pronoun):
            return self._fitting(mention, pronoun)
        if self._is_alone(self._here(pronoun), pronoun):
            return self._fitting(mention, pronoun)
        return None

    def _fitting(self, mention: TokenMention, pronoun: TokenMention) -> Entity | None:
        entity = self._entities.of(mention)
        if entity is None or entity.type not in _types(pronoun):
            return None
        if self._has_partner(mention):
            return None
        return entity

    def _has_partner(self, mention: TokenMention) -> bool:
        """Whether a mention is part of a list: "*Delmore* and Norvale said they won"."""
        return bool(self._parsed.head_of(mention).conjuncts)

    def _only_group(self, pronoun: TokenMention) -> Entity | None:
        """Return the only group before "they" or "them" in its sentence, or None."""
        if not pronoun.is_group:
            return None
        groups = self._possible(self._here(pronoun), pronoun)
        mention = only(groups.values())
        if mention is None or mention.demonym:
            return None
        if not mention.is_group:
            return None
        noun = self._parsed.head_of(mention)
        if self._share_verb(noun, self._parsed.head_of(pronoun)):
            return None
        return self._referent(noun, pronoun)

    def _share_verb(self, noun: Token, pronoun: Token) -> bool:
        """Whether two arguments are of one verb: "the *rebels* fought *them*"."""
        return governor_of(noun).i == governor_of(pronoun).i

    # in the sentence before -------------------------------------------------------------

    def _subject_before(self, pronoun: TokenMention) -> Entity | None:
        """Return the subject of the sentence before: "*Norland* won. It accused Marsh"."""
        sentence = self._parsed.sentence_of[pronoun.root]
        before = self._by_sentence.get(sentence - 1, ())
        mentions = [mention for mention in before if self._is_main(mention, pronoun)]
        # CASE subject: "*Norland* closed the border. It accused Marsh"
        if self._is_in_main_clause(pronoun, *SUBJECTS):
            return self._only_subject(mentions, _types(pronoun))
        # CASE object: "*Delmore* is in trouble. Norland fined it"
        is_object = self._is_in_main_clause(pronoun, "dobj")
        if is_object and self._is_alone(before, pronoun):
            return self._only_subject(mentions, _types(pronoun))
        return None

    def _body_of_officer(self, pronoun: TokenMention) -> Entity | None:
        """Return the only body of the sentence before, for "*its* founder, Dana Roth, left"."""
        noun = self._parsed.head_of(pronoun).head
        if noun.dep_ not in SUBJECTS or not self._is_officer(noun):
            return None
        sentence = self._parsed.sentence_of[pronoun.root]
        before = self._by_sentence.get(sentence - 1, ())
        bodies: set[int] = set()
        for number, mention in self._possible(before, pronoun).items():
            possible = self._entities.all[number]
            # CASE country: "Norland fined Delmore. *Its* leader …" may be that of either
            if possible.subtype == COUNTRY:
                return None
            if not is_read_on(self._parsed, mention, pronoun):
                return None
            if possible.is_organisation and not possible.bare:
                bodies.add(number)
        return self._entities.only(bodies)

    def _is_in_main_clause(self, pronoun: TokenMention, *labels: str) -> bool:
        """Whether a pronoun is the subject or object of its sentence, outside of quotations."""
        token = self._parsed.head_of(pronoun)
        if token.dep_ not in labels or token.head.dep_ != "ROOT":
            return False
        return self._parsed.quotation_of(pronoun.root) is None

    def _is_main(self, mention: TokenMention, pronoun: TokenMention) -> bool:
        """Whether a mention is the subject of the main clause, in the paragraph of a pronoun."""
        verb = self._parsed.noun_in_clause(mention).head
        # CASE reported: "Roth told Marsh that the *rebels* had fled. They were armed."
        if verb.dep_ == "ccomp":
            verb = verb.head
        if verb.dep_ != "ROOT" or self._has_partner(mention):
            return False
        return is_read_on(self._parsed, mention, pronoun)

    def _only_subject(
        self, mentions: Iterable[TokenMention], types: frozenset[ActorType]
    ) -> Entity | None:
        actors: set[int] = set()
        for mention in mentions:
            entity = self._entities.all[mention.actor]
            if entity.type not in types:
                continue
            noun = self._parsed.noun_in_clause(mention)
            if noun.dep_ in SUBJECTS:
                actors.add(entity.number)
        return self._entities.only(actors)

    def _is_alone(
        self, mentions: Iterable[TokenMention], pronoun: TokenMention
    ) -> bool:
        """Whether some mentions refer to one thing only that a pronoun may be."""
        return len(self._possible(mentions, pronoun)) == 1

    def _possible(
        self, mentions: Iterable[TokenMention], pronoun: TokenMention
    ) -> dict[int, TokenMention]:
        """Map the actors that a pronoun may be to the last mention of each."""
        types = _types(pronoun)
        possible: dict[int, TokenMention] = {}
        for mention in mentions:
            entity = self._entities.all[mention.actor]
            if entity.type in types:
                possible[mention.actor] = mention
        return possible


def _types(pronoun: TokenMention) -> frozenset[ActorType]:
    """Return the types of what a pronoun may refer to: "they", or "it"."""
    if pronoun.is_group:
        return PLURAL_TYPES
    return SINGULAR_TYPES
