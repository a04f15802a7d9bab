"""Actors that news calls by several names: "ISIL" is the Islamic State, Kiev is Kyiv.

``other-names.tsv`` in the folder of the language lists them, a row each: the full name, the type,
the class of the ontology if it is a narrower one, and the other names.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from actorgraph.grammar import without_article
from actorgraph.model import ActorType
from actorgraph.names import fold_name
from actorgraph.resources import LANGUAGE
from actorgraph.tables import table_rows

_TABLE = f"{LANGUAGE}/other-names.tsv"
#: The first columns of the table, before the other names.
_NAME, _TYPE, _CLASS = range(3)


def listed_names() -> Iterator[tuple[str, ActorType, str | None]]:
    """Yield every name as written, with the type of its actor and the class, if it has one."""
    for row in _rows():
        for name in _names(row):
            yield name, ActorType(row[_TYPE]), row[_CLASS] or None


def full_name(type_: ActorType, name: str) -> str | None:
    """Return the full name of what everybody knows by a name; None for all others.

    An acronym counts in capitals only, and its points do not; other names count in any case:

    >>> full_name(ActorType.ORGANIZATION, "E.U."), full_name(ActorType.PLACE, "Kiev")
    ('European Union', 'Kyiv')
    >>> full_name(ActorType.ORGANIZATION, "Who"), full_name(ActorType.PERSON, "Kiev")
    (None, None)
    """
    return _full_names().get((type_, _key(name)))


@cache
def _rows() -> list[list[str]]:
    """Return the rows of the table, which is read once."""
    return table_rows(_TABLE)


@cache
def _full_names() -> dict[tuple[ActorType, str], str]:
    """Return the full name for the type and the key of each name."""
    return {
        (ActorType(row[_TYPE]), _key(name)): row[_NAME]
        for row in _rows()
        for name in _names(row)
    }


def _names(row: list[str]) -> Iterator[str]:
    """Yield the full name of a row and the others."""
    yield row[_NAME]
    yield from row[_CLASS + 1 :]


def _key(name: str) -> str:
    """Return an acronym as it is written, without points; other names are folded."""
    letters = name.replace(".", "")
    if letters.isupper():
        return letters
    return without_article(fold_name(name))
