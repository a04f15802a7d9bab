"""Two surnames that a hyphen joins: "the *Quint-Lind* meeting" is of Dana Quint and Ilya Lind."""

from __future__ import annotations

from collections.abc import Iterable

from actorgraph.extraction.mentions.names.name_slots import NameSlots
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorType

HYPHENS = frozenset({"-", "–"})
#: Tokens of a pair: two single names and the hyphen between them.
PAIR = 3


def split_paired_surnames(parsed: ParsedText, slots: NameSlots) -> None:
    """Take a pair of surnames for two people where the text names both people elsewhere.

    A double name that a person with a given name has, too, stays as it is.
    """
    names = slots.names()
    people = [name for name in names if name.is_person]
    surnames = _surnames(parsed, people)
    double = {_last_words(parsed, name) for name in people if name.length > PAIR}
    for name in names:
        first, last = name.start, name.end - 1
        if name.length != PAIR or parsed.word(first + 1) not in HYPHENS:
            continue
        if _last_words(parsed, name) in double:
            continue
        if parsed.word(first) in surnames and parsed.word(last) in surnames:
            slots.take(first, first + 1, ActorType.PERSON)
            slots.take(last, last + 1, ActorType.PERSON)


def _last_words(parsed: ParsedText, name: TokenMention) -> tuple[str, ...]:
    return tuple(parsed.lower[name.end - PAIR : name.end])


def _surnames(parsed: ParsedText, people: Iterable[TokenMention]) -> set[str]:
    """Return the last words of people's names, without those of double names."""
    surnames: set[str] = set()
    for person in people:
        last = person.end - 1
        if parsed.word(last - 1) not in HYPHENS:
            surnames.add(parsed.word(last))
    return surnames
