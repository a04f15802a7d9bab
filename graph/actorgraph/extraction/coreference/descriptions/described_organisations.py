"""The organisation that "the party" or "the company" refers to: the only one that fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from actorgraph.extraction.coreference.descriptions.called_bodies import (
    ANY_ORGANISATION,
    is_of_unknown_kind,
    may_be_called,
)
from actorgraph.extraction.coreference.descriptions.introductions import introductions
from actorgraph.extraction.coreference.descriptions.pronoun_reach import PRONOUN_REACH
from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.parse.closed_classes import DEFINITE_DETERMINERS
from actorgraph.extraction.parse.dependents import (
    RELATIVE_CLAUSES,
    dependents,
    is_aside,
)
from actorgraph.extraction.parse.parsed_text import TokenMention


class DescribedOrganisations:
    """Resolves definite descriptions of the organisations of a text.

    Args:
        by_sentence: Number of a sentence → the mentions in it.
    """

    def __init__(
        self, entities: Entities, by_sentence: Mapping[int, Sequence[TokenMention]]
    ) -> None:
        self.entities, self.parsed = entities, entities.parsed
        self._by_noun = _organisations_by_noun(entities)
        self._introductions = introductions(entities.parsed)
        self._by_sentence = by_sentence

    def referent(self, mention: TokenMention) -> Entity | None:
        """Return the organisation that "the party" or "the company" refers to."""
        words = self.parsed.lower[mention.start : mention.end]
        if not mention.is_organisation or len(words) != 2:
            return None
        determiner, noun = words
        if determiner not in DEFINITE_DETERMINERS or self._is_introduced(noun, mention):
            return None
        # CASE restricted: "the company *that Roth founded*" may be one not mentioned before
        clauses = dependents(self.parsed.head_of(mention), *RELATIVE_CLAUSES)
        if not all(map(is_aside, clauses)):
            return None
        # CASE called so: "the Harbour Party … the *party*"
        candidates: Collection[Entity] = self._organisations_called(noun, mention)
        # CASE any: "Delmore Bank … the *company*"
        if not candidates and noun in ANY_ORGANISATION:
            candidates = self._recent_organisations(mention)
        bodies = [b for b in candidates if may_be_called(self.entities, b, noun)]
        # CASE several: the only one of which the sentences just before speak
        if len(bodies) > 1:
            recent = self._recent_organisations(mention)
            bodies = [body for body in bodies if body in recent] or bodies
        bodies += self._unknown_beside(mention, bodies)
        text = " ".join(words)
        return only_meant(self.entities, mention, bodies, text, "organisations")

    def _unknown_beside(
        self, mention: TokenMention, bodies: Collection[Entity]
    ) -> list[Entity]:
        """Return bodies that may as well be meant: "the *HDU* and the party's head"."""
        beside = self._organisations_before(mention, 0)
        if not beside.isdisjoint(bodies):
            return []
        return [body for body in beside if is_of_unknown_kind(self.entities, body)]

    def _is_introduced(self, noun: str, mention: TokenMention) -> bool:
        """Whether "a new bank" was mentioned before, which "the bank" may then refer to."""
        first = self._introductions.get(noun)
        if first is None:
            return False
        return first < mention.start

    def _organisations_called(self, noun: str, mention: TokenMention) -> list[Entity]:
        return [
            entity
            for entity in self._by_noun.get(noun, ())
            if entity.mentions and entity.start < mention.start
        ]

    def _recent_organisations(self, mention: TokenMention) -> set[Entity]:
        """Return the organisations mentioned before, as few sentences back as a pronoun reaches."""
        return self._organisations_before(mention, PRONOUN_REACH)

    def _organisations_before(self, mention: TokenMention, reach: int) -> set[Entity]:
        organisations: set[Entity] = set()
        sentence = self.parsed.sentence_of[mention.start]
        for number in range(sentence - reach, sentence + 1):
            for earlier in self._by_sentence.get(number, ()):
                if earlier.start >= mention.start:
                    continue
                entity = self.entities.of(earlier)
                if entity is not None and entity.is_organisation:
                    organisations.add(entity)
        return organisations


def only_meant(
    entities: Entities,
    mention: TokenMention,
    candidates: Collection[Entity],
    text: str,
    kind: str,
) -> Entity | None:
    """Return the only candidate; if there are several, none, and note the doubt.

    Args:
        mention: The description that refers to one of them.
        text: Its words.
        kind: What they are, in the plural, as users read it.
    """
    number = len(candidates)
    if number > 1:
        reason = f"“{text}” could be any of {number} {kind} in the text"
        entities.doubt(mention, reason)
    return only(candidates)


def _organisations_by_noun(entities: Entities) -> dict[str, list[Entity]]:
    """Return the organisations by the last words of their names and of their roles."""
    by_noun: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities.all:
        if not entity.is_organisation:
            continue
        for noun in _last_words(entities, entity):
            by_noun[noun].append(entity)
    return by_noun


def _last_words(entities: Entities, entity: Entity) -> set[str]:
    words = {role.split()[-1] for role, _ in entity.roles}
    for mention in entity.mentions:
        if mention.is_name:
            last = mention.end - 1
            words.add(entities.parsed.lower[last])
    return words
