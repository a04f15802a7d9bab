"""The closed word classes of a language: prepositions, pronouns, months, titles.

They live in ``ontology/english/grammar``, a file for each room of the reading, so that a second language is a
second folder.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from actorgraph.errors import OntologyError
from actorgraph.identifiers import NAMESPACES, ONTOLOGY
from actorgraph.resources import ontology_file
from actorgraph.vocabulary import read_turtle

LANGUAGE = "english"


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
    folder = ontology_file(f"{LANGUAGE}/grammar")
    lists: dict[str, frozenset[str]] = defaultdict(frozenset)
    for facts in read_turtle(sorted(folder.glob("*.ttl"))).values():
        for label in facts.get(NAMESPACES["rdfs"] + "label", ()):
            lists[label] |= frozenset(facts[f"{ONTOLOGY}word"])
    return dict(lists)
