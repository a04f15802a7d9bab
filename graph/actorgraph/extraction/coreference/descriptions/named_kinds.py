"""The named place or body that its kind alone describes: "the country", "the newspaper".

“Roth visited Norland. *The country* …” is the country mentioned last, "the newspaper" the only
paper that the text has named.  Where it could be any of several, it is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from actorgraph.extraction.coreference.descriptions.pronoun_reach import PRONOUN_REACH
from actorgraph.extraction.knowledge.actor_types import (
    ALLIANCE,
    COUNTRY,
    MEDIUM,
    PARTY,
    REGION,
    SETTLEMENT,
    SPORTS_TEAM,
)
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.parse.closed_classes import (
    COUNTRY_NOUNS,
    DEFINITE_DETERMINERS,
    OF_WHOLE,
    REGION_NOUNS,
    TEAMS,
    TOWN_NOUNS,
)
from actorgraph.extraction.parse.dependents import RELATIVE_CLAUSES, SUBJECTS
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.grammar import grammar_words

#: Adjectives that make a country another: "the *neighbouring* country".
OF_ANOTHER = grammar_words("adjective of another")

#: Subtypes of places that may be towns.
TOWNS = frozenset({None, SETTLEMENT})

#: Whether an entity is of a kind.
IsOfKind = Callable[[Entity], bool]


def _is_country(entity: Entity) -> bool:
    return entity.is_place and entity.subtype == COUNTRY


def _is_region(entity: Entity) -> bool:
    return entity.is_place and entity.subtype == REGION


def _is_town(entity: Entity) -> bool:
    return entity.is_place and entity.subtype in TOWNS


def _of_subtype(subtype: str) -> IsOfKind:
    def is_of_kind(entity: Entity) -> bool:
        return entity.is_organisation and entity.subtype == subtype

    return is_of_kind


PLACES: dict[str, IsOfKind] = {
    **dict.fromkeys(COUNTRY_NOUNS, _is_country),
    **dict.fromkeys(REGION_NOUNS, _is_region),
    **dict.fromkeys(TOWN_NOUNS, _is_town),
}

#: Nouns for bodies → which bodies they describe, also if their names do not say so.
BODIES: dict[str, IsOfKind] = {
    **dict.fromkeys(grammar_words("noun for a media outlet"), _of_subtype(MEDIUM)),
    **dict.fromkeys(grammar_words("noun for an alliance"), _of_subtype(ALLIANCE)),
    **dict.fromkeys(grammar_words("noun for a party"), _of_subtype(PARTY)),
    **dict.fromkeys(TEAMS, _of_subtype(SPORTS_TEAM)),
    **dict.fromkeys(grammar_words("noun for a learned body"), _of_subtype("School")),
}


class NamedKinds:
    """The named places and bodies of a text, by their kinds."""

    def __init__(self, entities: Entities) -> None:
        self.entities, self.parsed = entities, entities.parsed
        self._names: list[TokenMention] = []
        for mention in self.parsed.in_order():
            is_name = mention.is_name and mention.is_resolved
            if is_name and not self.parsed.in_dateline(mention.start):
                self._names.append(mention)

    def add(self, mention: TokenMention) -> None:
        """Let later descriptions refer to what a description refers to."""
        self._names.append(mention)

    def referent(self, mention: TokenMention) -> Entity | None:
        """Return the entity that a description by its kind refers to, or None."""
        words = self.parsed.lower[mention.start : mention.end]
        if words[0] not in DEFINITE_DETERMINERS or self._is_other(mention):
            return None
        # CASE described: "*Norland* closed the border. The oil-rich kingdom …"
        if len(words) > 2 and words[-1] in COUNTRY_NOUNS:
            return self._subject_before(mention)
        if len(words) != 2:
            return None
        if words[1] in PLACES:
            return self._latest(mention, PLACES[words[1]])
        if words[1] in BODIES:
            return self._only(self._before(mention), BODIES[words[1]])
        return None

    def _subject_before(self, mention: TokenMention) -> Entity | None:
        """Return the country that a sentence is about, if the one before names no other."""
        words = self.parsed.lower[mention.start : mention.end]
        if mention.root != mention.end - 1 or not OF_ANOTHER.isdisjoint(words):
            return None
        if any(self._is_country_within(i) for i in range(mention.start, mention.root)):
            return None
        if self.parsed.head_of(mention).dep_ not in SUBJECTS:
            return None
        sentence = self.parsed.sentence_of[mention.start]
        names: list[TokenMention] = []
        for name in self._before(mention):
            is_near = self.parsed.same_paragraph(name.start, mention.start)
            if is_near and self.parsed.sentence_of[name.start] == sentence - 1:
                names.append(name)
        return self._only(names, _is_country)

    def _is_country_within(self, i: int) -> bool:
        """Whether a word of a description is a country: "the *Norwegian* nation"."""
        inner = self.parsed.covering(i)
        entity = None if inner is None else self.entities.of(inner)
        return entity is not None and _is_country(entity)

    def _is_other(self, mention: TokenMention) -> bool:
        """Whether a complement or a clause makes the description one of something else."""
        for child in self.parsed.head_of(mention).children:
            is_complement = child.dep_ == "prep" and child.lower_ in OF_WHOLE
            if is_complement or child.dep_ in RELATIVE_CLAUSES:
                return True
        return False

    def _before(self, mention: TokenMention) -> list[TokenMention]:
        return [name for name in self._names if name.start < mention.start]

    def _latest(self, mention: TokenMention, is_of_kind: IsOfKind) -> Entity | None:
        """Return the only entity of a kind in the nearest sentence that mentions any."""
        before = self._before(mention)
        sentence = self.parsed.sentence_of[mention.start]
        for number in range(sentence, sentence - PRONOUN_REACH - 1, -1):
            names = [n for n in before if self.parsed.sentence_of[n.start] == number]
            if any(is_of_kind(self.entities.all[name.actor]) for name in names):
                return self._only(names, is_of_kind)
        return None

    def _only(
        self, names: Iterable[TokenMention], is_of_kind: IsOfKind
    ) -> Entity | None:
        candidates: set[int] = set()
        for name in names:
            if is_of_kind(self.entities.all[name.actor]):
                candidates.add(name.actor)
        return self.entities.only(candidates)
