"""What a large graph opens with: the actors named most, each with its strongest relations.

The relations kept are those of a maximum spanning forest, which keeps connected what is
connected, and the strongest of the others, between actors that have few yet.  The weight of a
relation is its number of documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from actorgraph.export.page.layout import ends_of

Record = dict[str, Any]

#: A graph with at most this many relations is shown in full.
FULL_UP_TO = 1_500
#: Actors of a backbone, and relations of either end up to which it keeps another.
ACTORS, STRONGEST = 300, 3


def backbone(edges: Sequence[Record], is_shown: Sequence[bool]) -> list[int]:
    """Return the numbers of the relations in the backbone, sorted.

    Args:
        edges: As in the payload: heaviest first, ends numbered from the most named actor on.
        is_shown: For each edge, whether it is shown at first.

    Returns:
        Nothing for a graph that is small enough to be shown in full.
    """
    if sum(is_shown) <= FULL_UP_TO:
        return []
    from networkx.utils import UnionFind

    shown = [number for number, flag in enumerate(is_shown) if flag]
    chosen = _most_named(edges, shown)
    parts = UnionFind(chosen)
    degrees: Counter[int] = Counter()
    kept = []
    for number in shown:
        edge = edges[number]
        left = edge["from"]
        right = edge["to"]
        if left == right or not {left, right} <= chosen:
            continue
        is_bridge = parts[left] != parts[right]  # Kruskal 1956
        parts.union(left, right)
        if is_bridge or max(degrees[left], degrees[right]) < STRONGEST:
            degrees.update((left, right))
            kept.append(number)
    return kept


def _most_named(edges: Sequence[Record], shown: Sequence[int]) -> set[int]:
    ends = ends_of(edges[number] for number in shown)
    return set(sorted(ends)[:ACTORS])
