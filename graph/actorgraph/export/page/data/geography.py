"""Which edges do not show how actors deal with each other: the first picture folds them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from actorgraph.model import ActorType
from actorgraph.relation_hierarchy import BELONGING

#: Types of what brings actors together, if more than one of them has to do with it.
OCCASIONS = frozenset({ActorType.EVENT.value, ActorType.WORK.value})

Record = dict[str, Any]
#: Types of the subject and the object of an edge.
Ends = tuple[str, str]


def is_geography(family: str, types: set[str]) -> bool:
    """Whether an edge says to which place someone or something belongs.

    A country that attacks, helps or negotiates is an actor like any other.

    >>> is_geography("Affiliation", {"Person", "Place"})
    True
    >>> is_geography("Hostility", {"Place"})
    False
    """
    if family not in BELONGING:
        return False
    return ActorType.PLACE.value in types


def mark_folded(
    edges: Sequence[Record], families: Sequence[str], types: Sequence[Ends]
) -> None:
    """Set ``geo`` of each edge to 1 if the first picture folds it, else to 0.

    Folded is where someone belongs, and an event or a work with which only one actor has to do.
    Nothing is folded if nothing else would be left to see.

    Args:
        edges: Records of the payload, with ``weak`` and ``bg``.
        families: Of the relation of each edge.
        types: Of the two ends of each edge.
    """
    for edge, family, ends in zip(edges, families, types, strict=True):
        edge["geo"] = int(is_geography(family, set(ends)))
    partners = _partners(edges)
    for edge, ends in zip(edges, types, strict=True):
        edge["geo"] |= int(_is_aside(edge, ends, partners))
    if not any(map(_is_left, edges)):
        for edge in edges:
            edge["geo"] = 0


def _is_left(edge: Record) -> bool:
    return not (edge["geo"] or edge["weak"] or edge["bg"])


def _partners(edges: Sequence[Record]) -> Mapping[int, set[int]]:
    """Return the neighbours of each node by the edges that are left."""
    partners: dict[int, set[int]] = defaultdict(set)
    for edge in filter(_is_left, edges):
        partners[edge["from"]].add(edge["to"])
        partners[edge["to"]].add(edge["from"])
    return partners


def _is_aside(edge: Record, ends: Ends, partners: Mapping[int, set[int]]) -> bool:
    """Whether an end is an event or a work that brings nobody together."""
    numbers = (edge["from"], edge["to"])
    for number, type_ in zip(numbers, ends, strict=True):
        if type_ not in OCCASIONS:
            continue
        known_partners = partners.get(number, ())
        if len(known_partners) < 2:
            return True
    return False
