"""What a large graph opens with: those who are named most, each with the strongest relations, and all that bridge them.

The relations kept are those of a maximum spanning forest, which holds together what is connected, and others, the
strongest first, between actors that have few yet; weight is the number of documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

Record = dict[str, Any]

#: Up to so many relations a graph is shown whole.
WHOLE_UP_TO = 1_500
#: Actors of a backbone, and relations of either end up to which it keeps another.
ACTORS, STRONGEST = 300, 3


def backbone(edges: Sequence[Record], told: Sequence[bool]) -> list[int]:
    """Numbers of the relations that make the backbone, sorted; none where the graph is small enough to show whole.

    Args:
        edges: As in the payload: heaviest first, ends numbered from the most named actor on.
        told: Of each edge, whether it is shown at first.
    """
    if sum(told) <= WHOLE_UP_TO:
        return []
    from networkx.utils import UnionFind

    named = sorted(
        {
            edge[end]
            for edge, shown in zip(edges, told, strict=True)
            if shown
            for end in ("from", "to")
        }
    )
    chosen = set(named[:ACTORS])
    parts = UnionFind(chosen)
    degrees: Counter[int] = Counter()
    kept = []
    for number, (edge, shown) in enumerate(zip(edges, told, strict=True)):
        left, right = edge["from"], edge["to"]
        if shown and left != right and {left, right} <= chosen:
            bridges = parts[left] != parts[right]  # Kruskal 1956
            parts.union(left, right)
            if bridges or max(degrees[left], degrees[right]) < STRONGEST:
                degrees.update((left, right))
                kept.append(number)
    return kept
