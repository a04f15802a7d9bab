"""Size and place of each node."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin, sqrt
from typing import Any

from actorgraph.export.page.layout.force import SPACING, place
from actorgraph.export.page.layout.packing import Box, Point, extent

#: Radius in pixels of the least and the most central node.
SMALLEST, LARGEST = 7, 30
#: Mentions that make a node of the largest size when no node has more.
MANY_MENTIONS = 8
#: Characters in a line of a name drawn beside its node, and the width of one in pixels.
LABEL, LETTER = 24, 7.0
#: Room around a node for the lines of its name, in pixels.
LINE = 34
#: Room to the left and right of a node, in pixels.
SIDES = 14
#: A picture of at most this many actors has room for all their names, and lines so long that they
#: can carry their words.
FEW_ACTORS, LONG_SPACING = 60, 190.0
#: The part of a screen that the map fills, in pixels, and the closest zoom at the start.
SCREEN, CLOSEST = (1060.0, 740.0), 1.5
#: Names keep their size on the screen, so a wide picture needs more room for them; it is widened
#: this often.
WIDENINGS = 2
#: Shares of ``SPACING``: the innermost satellites' distance, and by how much it grows.
INNERMOST, GROWTH = 0.6, 0.12
#: Shares of ``SPACING`` between columns and rows of nodes without relations.
COLUMN, ROW = 1.4, 0.6
GOLDEN_ANGLE = pi * (3 - sqrt(5))

Attributes = dict[str, Any]
Record = dict[str, Any]
Pair = tuple[int, int]


def sizes(facts: Sequence[Attributes]) -> list[int]:
    """Return the radius of each node in pixels.

    Its area grows with the number of mentions, or with PageRank where no mentions were counted.
    """
    if any(fact.get("mentions") for fact in facts):
        mentions = [float(fact.get("mentions", 0)) for fact in facts]
        return radii(mentions, MANY_MENTIONS)
    return radii([float(fact.get("pagerank", 0.0)) for fact in facts])


def radii(values: Sequence[float], least_top: float = 0.0) -> list[int]:
    """Return radii from ``SMALLEST`` to ``LARGEST`` whose areas are in proportion.

    Values of ``least_top`` and more, and the highest value, get the largest radius.

    >>> radii([0, 1, 4])
    [7, 18, 30]
    """
    top = max(least_top, *values, 0.0) or 1.0
    span = LARGEST - SMALLEST
    return [SMALLEST + round(span * sqrt(max(value, 0.0) / top)) for value in values]


def given_points(facts: Sequence[Attributes]) -> list[Point] | None:
    """Return the points that the network carries as ``x`` and ``y``, in pixels.

    A picture in small units (−1 to 1, say) is enlarged to leave ``SPACING`` for each node.

    Returns:
        None unless every node has a point.
    """
    if not facts or not all("x" in fact and "y" in fact for fact in facts):
        return None
    points = [(float(fact["x"]), float(fact["y"])) for fact in facts]
    columns, rows = zip(*points, strict=True)
    span = max(max(columns) - min(columns), max(rows) - min(rows))
    factor = max(1.0, SPACING * sqrt(len(points)) / span) if span > 0 else 1.0
    return [(x * factor, y * factor) for x, y in points]


def computed_points(
    nodes: Sequence[Record], edges: Sequence[Record], off: Sequence[str]
) -> list[Point]:
    """Return points that make room for what is shown at first.

    What is off is placed close to what it belongs to, and nodes without relations under the
    picture.

    Args:
        nodes: Records of the payload, numbered from 0.
        edges: Records of the payload.
        off: Types of nodes that are not shown at first.
    """
    firm = [edge for edge in edges if _is_firm(edge, nodes, off)]
    core = _ends([edge for edge in firm if not edge["bg"]] or firm)
    points = _core_points(core, nodes, firm)
    links = [(edge["from"], edge["to"]) for edge in edges if edge["from"] != edge["to"]]
    _add_satellites(points, links)
    _add_shelf(points, len(nodes))
    return [points[node] for node in range(len(nodes))]


def _is_firm(edge: Record, nodes: Sequence[Record], off: Sequence[str]) -> bool:
    """Whether an edge is not weak and both its ends are shown at first."""
    types = {nodes[edge["from"]]["type"], nodes[edge["to"]]["type"]}
    return not edge["weak"] and types.isdisjoint(off)


def _ends(edges: Sequence[Record]) -> list[int]:
    ends: set[int] = set()
    for edge in edges:
        ends |= {edge["from"], edge["to"]}
    return sorted(ends)


def _core_points(
    core: Sequence[int], nodes: Sequence[Record], edges: Sequence[Record]
) -> dict[int, Point]:
    """Return the point of each node of the core, which the edges within it hold together."""
    places = {node: place for place, node in enumerate(core)}
    inner = [edge for edge in edges if {edge["from"], edge["to"]} <= places.keys()]
    pairs = [(places[edge["from"]], places[edge["to"]]) for edge in inner]
    core_nodes = list(map(nodes.__getitem__, core))
    points = _roomy(core_nodes, pairs)
    return dict(zip(core, points, strict=True))


def _roomy(core: Sequence[Record], pairs: Sequence[Pair]) -> list[Point]:
    """Return points that leave room for names at the zoom at which the picture fits the screen."""
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
    """Return the zoom at which the boxes fill the screen."""
    left, top, right, bottom = extent(points, boxes)
    width, height = SCREEN
    return min(width / (right - left), height / (bottom - top))


def _box(node: Record, zoom: float) -> Box:
    letters = min(len(node["name"]), LABEL)
    diameter = 2.0 * node["size"]
    width = max(diameter + SIDES, letters * LETTER / zoom)
    return Box(width, diameter + LINE / zoom)


def _add_satellites(points: dict[int, Point], links: Sequence[Pair]) -> None:
    """Place each neighbour of a placed node around it, ring by ring outwards."""
    counts: dict[int, int] = {}
    while ready := _ready(points, links):
        for anchor, node in ready:
            if node not in points:
                count = counts.setdefault(anchor, 0)
                points[node] = _around(points[anchor], count)
                counts[anchor] += 1


def _ready(points: dict[int, Point], links: Sequence[Pair]) -> list[Pair]:
    """Return (placed node, neighbour that is not placed) for each such link."""
    ready = []
    for left, right in links:
        if left in points and right not in points:
            ready.append((left, right))
        elif right in points and left not in points:
            ready.append((right, left))
    return ready


def _around(anchor: Point, count: int) -> Point:
    """Return the point of a node's next satellite when it has ``count`` of them."""
    radius = SPACING * (INNERMOST + GROWTH * sqrt(count))
    angle = 1.0 + count * GOLDEN_ANGLE
    x, y = anchor
    return x + radius * cos(angle), y + radius * sin(angle)


def _add_shelf(points: dict[int, Point], count: int) -> None:
    """Set out the nodes without relations in rows under the picture."""
    lonely = [node for node in range(count) if node not in points]
    left = min((x for x, _ in points.values()), default=0.0)
    top = max((y for _, y in points.values()), default=0.0) + SPACING
    columns = max(4, round(sqrt(len(lonely) * 2)))
    for number, node in enumerate(lonely):
        row, column = divmod(number, columns)
        points[node] = (left + column * SPACING * COLUMN, top + row * SPACING * ROW)
