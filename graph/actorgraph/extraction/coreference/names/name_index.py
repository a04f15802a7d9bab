"""The names of a document by their normal form, and by the words with which they begin and end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from actorgraph.extraction.knowledge.actor_types import PARTY
from actorgraph.extraction.mentions.entities import Entity, only
from actorgraph.extraction.parse.closed_classes import OF_PURPOSE, OF_WHOLE
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: Articles that names keep: "*al* Marsa".
FOREIGN_ARTICLES = grammar_words("foreign article in a name")
#: Before what the head of a body's name is of, or for: "Institute *for* Trade".
BEFORE_COMPLEMENT = OF_WHOLE | OF_PURPOSE
#: Given name and surname.
WORDS_OF_FULL_NAME = 2
#: Letters of a short form of a given name, and of what it leaves out, at least: "Ken(neth)".
SHORTEST_GIVEN_NAME, FEWEST_LETTERS_LEFT_OUT = 3, 2
#: Letters of a surname that a text may misspell, at least, and for each slip.
SHORTEST_MISSPELLED, LETTERS_A_SLIP = 9, 7


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
        for word in {*words[:1], *words[-1:], head_word(words)}:
            shared = NameKey(key.kind, word)
            self._by_word[shared].append(key)
        # CASE article of a foreign language: "*al* Marsa", "other Marsa members"
        is_body = key.kind == ActorType.ORGANIZATION
        if is_body and words[0] in FOREIGN_ARTICLES:
            bare = NameKey(key.kind, " ".join(words[1:]))
            self._entities.setdefault(bare, entity)

    def other_given_name(self, key: NameKey) -> Entity | None:
        """Return the only person with another form of a given name: "*Ken* Roth" is *Kenneth*.

        None if others have the surname.
        """
        words = key.text.split()
        if key.kind != ActorType.PERSON or len(words) != WORDS_OF_FULL_NAME:
            return None
        given_name, surname = words
        relatives = self._by_word.get(NameKey(key.kind, surname), [])
        entity = only({self._entities[relative] for relative in relatives})
        if entity is None:
            return None
        other = entity.key.split()
        if other[1:] != [surname] or not _is_form(given_name, other[0]):
            return None
        return entity

    def other_spelling(self, key: NameKey) -> Entity | None:
        """Return the only person whose surname a text misspells: "Dana *Hammerfelt*, -*feld*".

        None if the two may be different people.
        """
        words = key.text.split()
        if key.kind != ActorType.PERSON or len(words) != WORDS_OF_FULL_NAME:
            return None
        given_name, surname = words
        alike: set[Entity] = set()
        for other in self._by_word.get(NameKey(key.kind, given_name), ()):
            if _is_spelling(surname, other.text.removeprefix(f"{given_name} ")):
                alike.add(self._entities[other])
        return only(alike)

    def longer_names(
        self, name: TokenMention, key: NameKey, admits: Callable[[Entity], bool]
    ) -> list[Entity]:
        """Return the entities with a longer name that a short one may abbreviate.

        Args:
            admits: Whether the name may refer to an entity with a longer name.

        If several have one, those that the text mentioned before count; a later one was not meant.
        """
        longer = dict.fromkeys(self._longer_names(name, key.text.split()))
        candidates = list(filter(admits, longer))
        if len(candidates) > 1:
            candidates = [each for each in candidates if each.start < name.start]
        if not name.is_person:
            return candidates
        # CASE surname: "Roth" is Dana *Roth* rather than *Roth* Marsh
        surnamed = [each for each in candidates if each.key.split()[-1:] == [key.text]]
        return surnamed if len(surnamed) == 1 else candidates

    def _longer_names(self, name: TokenMention, words: list[str]) -> Iterator[Entity]:
        if not words:
            return
        if name.is_person:
            yield from self._people(words)
        elif name.is_organisation:
            yield from self._organisations(name, words)

    def _people(self, words: list[str]) -> Iterator[Entity]:
        for word in (words[0], words[-1]):
            for key in self._by_word.get(NameKey(ActorType.PERSON, word), ()):
                full_name = key.text.split()
                if abbreviates_person(words, full_name):
                    yield self._entities[key]

    def _organisations(self, name: TokenMention, words: list[str]) -> Iterator[Entity]:
        """Yield the organisations whose names begin with some words, or end or are headed by one.

        The name of a party abbreviates only parties: a "Democratic" adviser need not belong to
        the party's committee.
        """
        for key in self._by_word.get(NameKey(ActorType.ORGANIZATION, words[0]), ()):
            entity, longer = self._entities[key], key.text.split()
            is_begun = longer[: len(words)] == words or words in (
                longer[-1:],
                [head_word(longer)],
            )
            if (
                len(longer) > len(words)
                and is_begun
                and (name.subtype != PARTY or entity.subtype == PARTY)
            ):
                yield entity


def core_words(words: list[str]) -> list[str]:
    """Return the words of a body's name without what it is of or for.

    >>> core_words(["norland", "institute", "for", "trade"])
    ['norland', 'institute']
    """
    for i in range(1, len(words)):
        if words[i] in BEFORE_COMPLEMENT:
            return words[:i]
    return words


def head_word(words: list[str]) -> str:
    """Return the word of a body's name that says what it is.

    >>> head_word(["norland", "institute", "for", "trade"])
    'institute'
    >>> head_word(["delmore", "bank"])
    'bank'
    """
    return core_words(words)[-1]


def _is_form(name: str, other: str) -> bool:
    """Whether one of two given names is a short form of the other: "Ken(neth)"."""
    short, long = sorted((name, other), key=len)
    if len(short) < SHORTEST_GIVEN_NAME:
        return False
    if len(long) < len(short) + FEWEST_LETTERS_LEFT_OUT:
        return False
    return long.startswith(short)


def _is_spelling(surname: str, other: str) -> bool:
    """Whether two long surnames differ by a slip: "Wickremasinghe", "Wickramasinghe".

    >>> _is_spelling("wickremasinghe", "wickramasinghe"), _is_spelling("hansen", "jansen")
    (True, False)
    """
    from rapidfuzz.distance import OSA

    if len(surname) < SHORTEST_MISSPELLED or " " in other:
        return False
    # CASE ending: "Petrov" is not "Petrova"
    if (surname[0], surname[-1]) != (other[0], other[-1]):
        return False
    return OSA.distance(surname, other) <= len(surname) // LETTERS_A_SLIP


def abbreviates_person(short: list[str], long: list[str]) -> bool:
    """Whether the words of a name abbreviate those of a longer name of a person.

    >>> name = ["dana", "maria", "roth"]
    >>> [abbreviates_person(short, name) for short in (["roth"], ["dana"], ["dana", "roth"])]
    [True, True, True]
    >>> abbreviates_person(["moss", "van", "roth"], ["dana", "moss", "van", "roth"])
    True
    >>> abbreviates_person(["dana", "maria"], name)
    True
    >>> abbreviates_person(["maria"], name)
    False
    """
    number = len(short)
    if number >= len(long):
        return False
    # CASE surname: "*Roth*", "*Moss van Roth*"
    if long[-number:] == short:
        return True
    if long[0] != short[0]:
        return False
    # CASE given name: "*Dana*", "*Dana Maria*"
    if number == 1 or long[:number] == short:
        return True
    # CASE middle name left out: "*Dana Roth*"
    return short[1:] == long[-1:]
