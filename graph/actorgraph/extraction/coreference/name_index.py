"""The names of a document by their normal form, and by the words with which they begin and end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from actorgraph.extraction.knowledge.actor_types import PARTY
from actorgraph.extraction.mentions.entities import Entity, only
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: Shorter first words are shared by many organisations: "New", "The".
SHORTEST_FIRST_WORD = 4
#: A name with more words abbreviates no name of a person.
LONGEST_SHORT_NAME = 2
#: Given name and surname.
WORDS_OF_FULL_NAME = 2
#: Letters of a short form of a given name, and of what it leaves out, at least: "Ken(neth)".
SHORTEST_GIVEN_NAME, FEWEST_LETTERS_LEFT_OUT = 3, 2
#: Longer surnames begin with one of these: "*van* der Heide".
PARTICLES = grammar_words("particle of a surname")


class NameKey(NamedTuple):
    """The kind of a name and its normal form."""

    kind: str
    text: str


class NameIndex:
    """Finds the entity of a name, or of the longer name that it abbreviates."""

    def __init__(self) -> None:
        self._entities: dict[NameKey, Entity] = {}
        self._by_word: dict[NameKey, list[NameKey]] = defaultdict(list)

    def get(self, key: NameKey) -> Entity | None:
        """Return the entity with that name, if any."""
        return self._entities.get(key)

    def add(self, key: NameKey, entity: Entity) -> None:
        """Add a name, unless it is there."""
        if key in self._entities:
            return
        self._entities[key] = entity
        words = key.text.split()
        for word in {*words[:1], *words[-1:]}:
            self._by_word[NameKey(key.kind, word)].append(key)

    def longer_given_name(self, key: NameKey) -> Entity | None:
        """Return the only person with the longer form of a given name: "*Ken* Roth" is *Kenneth*.

        None if others have the surname.
        """
        words = key.text.split()
        if key.kind != ActorType.PERSON or len(words) != WORDS_OF_FULL_NAME:
            return None
        given_name, surname = words
        relatives = self._by_word.get(NameKey(key.kind, surname), [])
        entities = {self._entities[relative] for relative in relatives}
        if len(entities) != 1 or len(given_name) < SHORTEST_GIVEN_NAME:
            return None
        (entity,) = entities
        longer = entity.key.split()
        is_longer = len(longer) == WORDS_OF_FULL_NAME and longer[1] == surname
        has_more = len(longer[0]) >= len(given_name) + FEWEST_LETTERS_LEFT_OUT
        is_form = is_longer and has_more and longer[0].startswith(given_name)
        return entity if is_form else None

    def longer_name(
        self, name: TokenMention, key: NameKey, admits: Callable[[Entity], bool]
    ) -> Entity | None:
        """Return the entity with the longer name that a short one abbreviates.

        Args:
            admits: Whether the name may refer to an entity with a longer name.

        If several have one, those that the text mentioned before count; a later one was not meant.
        None if it is still not clear.
        """
        longer = dict.fromkeys(self._longer_names(name, key.text.split()))
        candidates = list(filter(admits, longer))
        if len(candidates) > 1:
            candidates = [
                entity for entity in candidates if _is_mentioned_before(entity, name)
            ]
        return only(candidates)

    def _longer_names(self, name: TokenMention, words: list[str]) -> Iterator[Entity]:
        if name.type is ActorType.PERSON and _is_short(words):
            yield from self._people(words)
        elif name.type is ActorType.ORGANIZATION and words:
            yield from self._organisations(name, words)

    def _people(self, words: list[str]) -> Iterator[Entity]:
        for word in (words[0], words[-1]):
            for key in self._by_word.get(NameKey(ActorType.PERSON, word), ()):
                if abbreviates_person(words, key.text.split()):
                    yield self._entities[key]

    def _organisations(self, name: TokenMention, words: list[str]) -> Iterator[Entity]:
        """Yield the organisations whose names begin with some words.

        The name of a party abbreviates only parties: a "Democratic" adviser need not belong to
        the party's committee.
        """
        if len(words[0]) < SHORTEST_FIRST_WORD:
            return
        for key in self._by_word.get(NameKey(ActorType.ORGANIZATION, words[0]), ()):
            entity, longer = self._entities[key], key.text.split()
            is_longer = len(longer) > len(words) and longer[: len(words)] == words
            if is_longer and (name.subtype != PARTY or entity.subtype == PARTY):
                yield entity


def _is_short(words: list[str]) -> bool:
    """Whether a name of a person has one or two words, or is a surname with particles."""
    if len(words) > LONGEST_SHORT_NAME:
        return words[0] in PARTICLES
    return bool(words)


def _is_mentioned_before(entity: Entity, name: TokenMention) -> bool:
    return any(mention.start < name.start for mention in entity.mentions)


def abbreviates_person(short: list[str], long: list[str]) -> bool:
    """Whether the words of a name abbreviate those of a longer name of a person.

    >>> name = ["dana", "maria", "roth"]
    >>> [abbreviates_person(short, name) for short in (["roth"], ["dana"], ["dana", "roth"])]
    [True, True, True]
    >>> abbreviates_person(["maria"], name)
    False
    """
    if len(short) >= len(long):
        return False
    if long[-len(short) :] == short:
        return True
    is_given_name = len(short) == 1
    return short[0] == long[0] and (is_given_name or short[1:] == long[-1:])
