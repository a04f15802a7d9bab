"""The closed word classes of a language: prepositions, pronouns, months, titles.

They are in ``ontology/english/grammar``, one file for each room of the reading, so that a second
language is a second folder.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from actorgraph.errors import OntologyError
from actorgraph.extraction.knowledge.entry import read_entries
from actorgraph.resources import LANGUAGE, grammar_files


def grammar_words(name: str) -> frozenset[str]:
    """Return the words of one list, in lower case unless the list says otherwise.

    Args:
        name: The list's ``rdfs:label``, such as ``"feminine pronoun"``.

    Raises:
        OntologyError: if there is no list of that name.
    """
    lists = grammar_lists()
    if name not in lists:
        raise OntologyError(f"ontology/{LANGUAGE}/grammar has no list {name!r}")
    return lists[name]


@cache
def grammar_lists() -> dict[str, frozenset[str]]:
    """Return every list by its name."""
    lists: dict[str, frozenset[str]] = defaultdict(frozenset)
    paths = grammar_files()
    for entry in read_entries(paths, "GrammarWords"):
        words = entry.texts("word")
        lists[entry.label] |= frozenset(words)
    return dict(lists)
