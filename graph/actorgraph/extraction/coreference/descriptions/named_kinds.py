"""The named place or body that its kind alone describes: "the country", "the newspaper".

“Roth visited Norland. *The country* …” is the country mentioned last, "the newspaper" the only
paper that the text has named, or the last.  Where it could be any of several, it is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from actorgraph.extraction.coreference.descriptions.called_bodies import (
    is_of_unknown_kind,
)
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
from actorgraph.extraction.parse.dependents import (
    RELATIVE_CLAUSES,
    SUBJECTS,
    dependents,
    prepositions,
)
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.grammar import grammar_words

#: Adjectives that make a country another: "the *neighbouring* country".
OF_ANOTHER = grammar_words("adjective of another")

#: Subtypes of places that may be towns.
TOWNS = frozenset({None, SETTLEMENT})

#: Whether an entity is of a kind.
IsOfKind = Callable[[Entity], bool]


def _is_country(entity: Entity) -> bool:
    if not entity.is_place:
        return False
    return entity.subtype == COUNTRY


def _is_region(entity: Entity) -> bool:
    if not entity.is_place:
        return False
    return entity.subtype == REGION


def _is_town(entity: Entity) -> bool:
    if not entity.is_place:
        return False
    return entity.subtype in TOWNS


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
        _, noun = words
        if noun in PLACES:
            return self._latest(mention, PLACES[noun])
        if noun in BODIES:
            before = self._before(mention)
            body = self._only(before, BODIES[noun])
            body = body or self._latest(mention, BODIES[noun])
            is_doubtful = body is not None and self._may_be_beside(mention, body)
            return None if is_doubtful else body
        return None

    def _may_be_beside(self, mention: TokenMention, body: Entity) -> bool:
        """Whether a body of the sentence may be meant: "the *HDU*, led by the party's head"."""
        sentence = self.parsed.sentence_of[mention.start]
        beside: set[Entity] = set()
        for name in self._before(mention):
            if self.parsed.sentence_of[name.start] == sentence:
                beside.add(self.entities.all[name.actor])
        if body in beside:
            return False
        others = (other for other in beside if other.is_organisation)
        return any(is_of_unknown_kind(self.entities, other) for other in others)

    def _subject_before(self, mention: TokenMention) -> Entity | None:
        """Return the country that a sentence is about, if the one before names no other."""
        # CASE complement: "the nation *of Norland*"
        if mention.root != mention.end - 1:
            return None
        words = self.parsed.lower[mention.start : mention.end]
        if not OF_ANOTHER.isdisjoint(words):
            return None
        modifiers = range(mention.start, mention.root)
        if any(map(self._is_country_within, modifiers)):
            return None
        if self.parsed.head_of(mention).dep_ not in SUBJECTS:
            return None
        names = self._in_sentence_before(mention)
        return self._only(names, _is_country)

    def _in_sentence_before(self, mention: TokenMention) -> Iterator[TokenMention]:
        """Yield the names in the sentence before a mention, if that is in its paragraph."""
        sentence = self.parsed.sentence_of[mention.start]
        for name in self._before(mention):
            if self.parsed.sentence_of[name.start] != sentence - 1:
                continue
            if self.parsed.same_paragraph(name.start, mention.start):
                yield name

    def _is_country_within(self, i: int) -> bool:
        """Whether a word of a description is a country: "the *Norwegian* nation"."""
        inner = self.parsed.covering(i)
        if inner is None:
            return False
        entity = self.entities.of(inner)
        return entity is not None and _is_country(entity)

    def _is_other(self, mention: TokenMention) -> bool:
        """Whether a complement or a clause makes the description one of something else."""
        head = self.parsed.head_of(mention)
        if dependents(head, *RELATIVE_CLAUSES):
            return True
        return any(prepositions(head, OF_WHOLE))

    def _before(self, mention: TokenMention) -> list[TokenMention]:
        return [name for name in self._names if name.start < mention.start]

    def _latest(self, mention: TokenMention, is_of_kind: IsOfKind) -> Entity | None:
        """Return the only entity of a kind in the nearest sentence that mentions any."""
        before = self._before(mention)
        sentence_of = self.parsed.sentence_of
        sentence = sentence_of[mention.start]
        for number in range(sentence, sentence - PRONOUN_REACH - 1, -1):
            candidates: set[int] = set()
            for name in before:
                is_in_sentence = sentence_of[name.start] == number
                if is_in_sentence and self._fits(name, is_of_kind):
                    candidates.add(name.actor)
            if candidates:
                return self.entities.only(candidates)
        return None

    def _only(
        self, names: Iterable[TokenMention], is_of_kind: IsOfKind
    ) -> Entity | None:
        candidates: set[int] = set()
        for name in names:
            if self._fits(name, is_of_kind):
                candidates.add(name.actor)
        return self.entities.only(candidates)

    def _fits(self, name: TokenMention, is_of_kind: IsOfKind) -> bool:
        entity = self.entities.all[name.actor]
        return is_of_kind(entity)
