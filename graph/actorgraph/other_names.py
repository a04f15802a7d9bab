"""Bodies that news calls by several names: "ISIL" is the Islamic State, the EU the European Union.

``other-names.tsv`` in the folder of the language lists them, a row each: the full name, the class
of the ontology if it is a narrower one, and the other names.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from actorgraph.grammar import without_article
from actorgraph.names import fold_name
from actorgraph.resources import LANGUAGE
from actorgraph.tables import table_rows

_TABLE = f"{LANGUAGE}/other-names.tsv"


def names_of_bodies() -> Iterator[tuple[str, str | None]]:
    """Yield every name of these bodies as written, with the class of the body, if it has one."""
    for first, class_, *others in _bodies():
        for name in (first, *others):
            yield name, class_ or None


def full_name(name: str) -> str | None:
    """Return the full name of the body that everybody knows by a name; None for all others.

    An acronym counts in capitals only, and its points do not; other names count in any case:

    >>> full_name("E.U."), full_name("the european union"), full_name("Who")
    ('European Union', 'European Union', None)
    """
    return _full_names().get(_key(name))


@cache
def _bodies() -> list[list[str]]:
    """Return the rows of the table, which is read once."""
    return table_rows(_TABLE)


@cache
def _full_names() -> dict[str, str]:
    """Return the full name for the key of each name."""
    return {
        _key(name): row[0] for row in table_rows(_TABLE) for name in (row[0], *row[2:])
    }


def _key(name: str) -> str:
    """Return an acronym as it is written, without points; other names are folded."""
    letters = name.replace(".", "")
    return letters if letters.isupper() else without_article(fold_name(name))
