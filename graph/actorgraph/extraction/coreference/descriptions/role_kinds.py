"""Words for anyone with one of several roles: "the *lawmaker*" is the senator or the deputy."""

from __future__ import annotations

from collections import defaultdict

from actorgraph.resources import LANGUAGE
from actorgraph.tables import table_rows

_TABLE = f"{LANGUAGE}/role-kinds.tsv"


def _by_role() -> dict[str, set[str]]:
    words: dict[str, set[str]] = defaultdict(set)
    for word, *roles in table_rows(_TABLE):
        for role in roles:
            words[role].add(word)
    return words


_WORDS = _by_role()


def kinds_of(role: str) -> set[str]:
    """Return the words for anyone who has a role or another like it.

    >>> sorted(kinds_of("queen"))
    ['head of state', 'monarch']
    """
    return _WORDS.get(role, set())
