"""Relations that the reading treats alike: ``ontology/relation-lists.ttl``."""

from __future__ import annotations

from functools import cache

from actorgraph.errors import OntologyError
from actorgraph.identifiers import ONTOLOGY
from actorgraph.resources import ontology_file
from actorgraph.vocabulary import RDF, RDFS, local_name, read_turtle


def relation_list(name: str) -> frozenset[str]:
    """Return the local names of the relations of one list.

    Args:
        name: The list's ``rdfs:label``.

    Raises:
        OntologyError: if there is no list of that name.

    >>> sorted(relation_list("head of a whole"))
    ['leads']
    """
    lists = relation_lists()
    if name not in lists:
        raise OntologyError(f"ontology/relation-lists.ttl has no list {name!r}")
    return lists[name]


@cache
def relation_lists() -> dict[str, frozenset[str]]:
    """Return every list by its name."""
    lists = {}
    for facts in read_turtle([ontology_file("relation-lists.ttl")]).values():
        if f"{ONTOLOGY}RelationList" in facts[f"{RDF}type"]:
            (label,) = facts[f"{RDFS}label"]
            lists[label] = frozenset(map(local_name, facts[f"{ONTOLOGY}relation"]))
    return lists
