"""Size and place of each node."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin, sqrt
from typing import Any

from actorgraph.export.page.layout import SPACING, Box, Point, place

#: Radius in pixels of the least and the most central node.
SMALLEST, LARGEST = 7, 30
#: Characters of a name drawn beside its node, and the width of one in pixels.
LABEL, LETTER = 26, 6.6
#: Room around a node for the line of its name, in pixels.
LINE = 24
GOLDEN_ANGLE = pi * (3 - sqrt(5))

Attributes = dict[str, Any]
Record = dict[str, Any]


def radii(ranks: Sequence[float]) -> list[int]:
    """Radius of each node: its area grows with its PageRank, from ``SMALLEST`` to ``LARGEST``."""
    top = max(ranks, default=0.0) or 1.0
    return [SMALLEST + round((LARGEST - SMALLEST) * sqrt(max(rank, 0.0) / top)) for rank in ranks]


def given_points(facts: Sequence[Attributes]) -> list[Point] | None:
    """The points that the network itself carries as ``x`` and ``y``, in pixels, or None unless every node has them.

    A picture in small units (−1 to 1, say) is enlarged to leave ``SPACING`` for each node.
    """
    if not facts or not all("x" in fact and "y" in fact for fact in facts):
        return None
    points = [(float(fact["x"]), float(fact["y"])) for fact in facts]
    span = max(max(axis) - min(axis) for axis in zip(*points, strict=True))
    factor = max(1.0, SPACING * sqrt(len(points)) / span) if span > 0 else 1.0
    return [(x * factor, y * factor) for x, y in points]


def computed_points(nodes: Sequence[Record], edges: Sequence[Record], off: Sequence[str]) -> list[Point]:
    """Points that make room for what is seen at first; what is off stands close to what it belongs to."""
    seen = [node["type"] not in off for node in nodes]
    links = [(edge["from"], edge["to"]) for edge in edges if edge["from"] != edge["to"]]
    firm = [(e["from"], e["to"]) for e in edges if seen[e["from"]] and seen[e["to"]] and not e["weak"]]
    core = sorted({node for pair in firm for node in pair})
    index = {node: number for number, node in enumerate(core)}
    boxes, groups = [_box(nodes[node]) for node in core], [nodes[node]["group"] for node in core]
    points = dict(zip(core, place(boxes, [(index[a], index[b]) for a, b in firm], groups), strict=True))
    _add_satellites(points, links)
    _add_shelf(points, len(nodes))
    return [points[node] for node in range(len(nodes))]


def _box(node: Record) -> Box:
    letters = min(len(node["name"]), LABEL)
    return Box(max(2.0 * node["size"] + 14, letters * LETTER), 2.0 * node["size"] + LINE)


def _add_satellites(points: dict[int, Point], links: Sequence[tuple[int, int]]) -> None:
    """Place each neighbour of a placed node around it, ring by ring outwards."""
    waiting, counts = links, dict[int, int]()
    while True:
        ready = [(a, b) if a in points else (b, a) for a, b in waiting if (a in points) != (b in points)]
        if not ready:
            return
        for anchor, node in ready:
            if node not in points:
                points[node] = _around(points[anchor], counts.setdefault(anchor, 0))
                counts[anchor] += 1
        waiting = [(a, b) for a, b in waiting if a not in points or b not in points]


def _around(anchor: Point, count: int) -> Point:
    radius, angle = SPACING * (0.6 + 0.12 * sqrt(count)), 1.0 + count * GOLDEN_ANGLE
    return anchor[0] + radius * cos(angle), anchor[1] + radius * sin(angle)


def _add_shelf(points: dict[int, Point], count: int) -> None:
    """Set out the nodes without relations in rows under the picture."""
    rest = [node for node in range(count) if node not in points]
    left = min((x for x, _ in points.values()), default=0.0)
    top = max((y for _, y in points.values()), default=0.0) + SPACING
    columns = max(4, round(sqrt(len(rest) * 2)))
    for number, node in enumerate(rest):
        points[node] = (left + number % columns * SPACING * 1.4, top + number // columns * SPACING * 0.6)
