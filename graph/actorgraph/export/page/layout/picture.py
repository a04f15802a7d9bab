"""Size and place of each node."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin, sqrt
from typing import Any

from actorgraph.export.page.layout.force import SPACING, place
from actorgraph.export.page.layout.packing import Box, Point, extent

#: Radius in pixels of the least and the most central node.
SMALLEST, LARGEST = 7, 30
#: Mentions that make a node of the largest size when no other has more.
MANY_MENTIONS = 8
#: Characters in a line of a name drawn beside its node, and the width of one in pixels.
LABEL, LETTER = 24, 7.0
#: Room around a node for the lines of its name, in pixels.
LINE = 34
#: A picture of so many actors at most has room for all their names, and lines so long that they can carry their words.
FEW_ACTORS, LONG_SPACING = 60, 190.0
#: The part of a screen that the map fills, in pixels, and the zoom that the page opens with at most.
SCREEN, CLOSEST = (1060.0, 740.0), 1.5
#: Names keep their size on the screen, so a wide picture needs more room for them; it is widened so often.
WIDENINGS = 2
GOLDEN_ANGLE = pi * (3 - sqrt(5))

Attributes = dict[str, Any]
Record = dict[str, Any]


def sizes(facts: Sequence[Attributes]) -> list[int]:
    """Radius of each node: its area grows with how often the texts name it; where nobody counted, with its PageRank."""
    if any(fact.get("mentions") for fact in facts):
        return radii([float(fact.get("mentions", 0)) for fact in facts], MANY_MENTIONS)
    return radii([float(fact.get("pagerank", 0.0)) for fact in facts])


def radii(values: Sequence[float], least_top: float = 0.0) -> list[int]:
    """Radii from ``SMALLEST`` to ``LARGEST``, areas in proportion; ``least_top`` and all above it are the largest."""
    top = max(least_top, *values, 0.0) or 1.0
    return [
        SMALLEST + round((LARGEST - SMALLEST) * sqrt(max(value, 0.0) / top))
        for value in values
    ]


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


def computed_points(
    nodes: Sequence[Record], edges: Sequence[Record], off: Sequence[str]
) -> list[Point]:
    """Points that make room for what is seen at first; what is off stands close to what it belongs to."""
    seen = [node["type"] not in off for node in nodes]
    links = [(edge["from"], edge["to"]) for edge in edges if edge["from"] != edge["to"]]
    firm = [
        edge
        for edge in edges
        if seen[edge["from"]] and seen[edge["to"]] and not edge["weak"]
    ]
    told = [edge for edge in firm if not edge["bg"]] or firm
    core = sorted({end for edge in told for end in (edge["from"], edge["to"])})
    index = {node: number for number, node in enumerate(core)}
    pairs = [
        (index[e["from"]], index[e["to"]])
        for e in firm
        if e["from"] in index and e["to"] in index
    ]
    points = dict(zip(core, _roomy([nodes[node] for node in core], pairs), strict=True))
    _add_satellites(points, links)
    _add_shelf(points, len(nodes))
    return [points[node] for node in range(len(nodes))]


def _roomy(core: Sequence[Record], pairs: Sequence[tuple[int, int]]) -> list[Point]:
    """Points that leave room for names at the zoom at which the whole picture fits the screen."""
    groups = [node["group"] for node in core]
    if len(core) > FEW_ACTORS:
        return place([_box(node, 1.0) for node in core], pairs, groups)
    zoom, points = CLOSEST, list[Point]()
    for _ in range(1 + WIDENINGS):
        boxes = [_box(node, zoom) for node in core]
        points = place(boxes, pairs, groups, spacing=LONG_SPACING)
        zoom = min(CLOSEST, _fitting(points, boxes)) if points else zoom
    return points


def _fitting(points: list[Point], boxes: Sequence[Box]) -> float:
    left, top, right, bottom = extent(points, boxes)
    return min(SCREEN[0] / (right - left), SCREEN[1] / (bottom - top))


def _box(node: Record, zoom: float) -> Box:
    letters = min(len(node["name"]), LABEL)
    return Box(
        max(2.0 * node["size"] + 14, letters * LETTER / zoom),
        2.0 * node["size"] + LINE / zoom,
    )


def _add_satellites(points: dict[int, Point], links: Sequence[tuple[int, int]]) -> None:
    """Place each neighbour of a placed node around it, ring by ring outwards."""
    waiting, counts = links, dict[int, int]()
    while True:
        ready = [
            (a, b) if a in points else (b, a)
            for a, b in waiting
            if (a in points) != (b in points)
        ]
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
        points[node] = (
            left + number % columns * SPACING * 1.4,
            top + number // columns * SPACING * 0.6,
        )
