"""Which edges only say where someone belongs: the first picture folds them into captions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actorgraph.model import ActorType
from actorgraph.relation_hierarchy import BELONGING

Record = dict[str, Any]


def is_geography(family: str, types: set[str]) -> bool:
    """Whether an edge says to which place someone or something belongs.

    A country that attacks, helps or negotiates is an actor like any other.

    >>> is_geography("Affiliation", {"Person", "Place"})
    True
    >>> is_geography("Hostility", {"Place"})
    False
    """
    return family in BELONGING and ActorType.PLACE.value in types


def mark_geography(
    edges: Sequence[Record], families: Sequence[str], types: Sequence[set[str]]
) -> None:
    """Set ``geo`` of each edge to 1 if the first picture folds it, else to 0.

    Nothing is folded if nothing else would be left to see.

    Args:
        edges: Records of the payload, with ``weak`` and ``bg``.
        families: Of the relation of each edge.
        types: Of the two ends of each edge.
    """
    is_left = False
    for edge, family, ends in zip(edges, families, types, strict=True):
        edge["geo"] = int(is_geography(family, ends))
        is_left |= not (edge["geo"] or edge["weak"] or edge["bg"])
    if not is_left:
        for edge in edges:
            edge["geo"] = 0
