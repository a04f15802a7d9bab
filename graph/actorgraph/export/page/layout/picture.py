"""Size and place of each node."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from math import cos, sin, sqrt
from typing import Any

from actorgraph.export.page.layout.force import GOLDEN_ANGLE, SPACING, place
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
SCREEN, CLOSEST = (1060.0, 660.0), 1.5
#: How far a picture is stretched along its shorter side to fill the screen, at most.
STRETCH = 1.5
#: Names keep their size on the screen, so a wide picture needs more room for them; it is widened
#: this often.
WIDENINGS = 2
#: Shares of ``SPACING``: the innermost satellites' distance, and by how much it grows.
INNERMOST, GROWTH = 0.6, 0.12
#: How far apart satellites are at least, in pixels, and how many places are tried for that.
APART, TRIES = 30.0, 24
#: Shares of ``SPACING`` between columns and rows of nodes without relations.
COLUMN, ROW = 1.4, 0.6

Attributes = dict[str, Any]
Record = dict[str, Any]
Pair = tuple[int, int]


def sizes(facts: Sequence[Attributes]) -> list[int]:
    """Return the radius of each node in pixels.

    Its area grows with the number of mentions, or with PageRank where no mentions were counted.
    """
    mentions = _values(facts, "mentions")
    if any(mentions):
        return radii(mentions, MANY_MENTIONS)
    return radii(_values(facts, "pagerank"))


def _values(facts: Sequence[Attributes], name: str) -> list[float]:
    """Return an attribute of each node, 0 where it is missing."""
    return [float(fact.get(name, 0)) for fact in facts]


def radii(values: Sequence[float], least_top: float = 0.0) -> list[int]:
    """Return radii from ``SMALLEST`` to ``LARGEST`` whose areas are in proportion.

    Values of ``least_top`` and more, and the highest value, get the largest radius.

    >>> radii([0, 1, 4])
    [7, 19, 30]
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
    has_points = [{"x", "y"} <= fact.keys() for fact in facts]
    if not facts or not all(has_points):
        return None
    columns, rows = _values(facts, "x"), _values(facts, "y")
    width = max(columns) - min(columns)
    height = max(rows) - min(rows)
    span = max(width, height)
    wanted = SPACING * sqrt(len(facts))
    factor = max(1.0, wanted / span) if span > 0 else 1.0
    points = zip(columns, rows, strict=True)
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
    firm = [edge for edge in edges if is_firm(edge, nodes, off)]
    dealings = [edge for edge in firm if not (edge["bg"] or edge.get("geo"))]
    core = sorted(ends_of(dealings or firm))
    points = _core_points(core, nodes, firm)
    _add_satellites(points, list(map(_pair, edges)))
    _add_shelf(points, len(nodes))
    return list(map(points.__getitem__, range(len(nodes))))


def _pair(edge: Record) -> Pair:
    return edge["from"], edge["to"]


def is_firm(edge: Record, nodes: Sequence[Record], off: Sequence[str]) -> bool:
    """Whether an edge is not weak and both its ends are of types that are shown at first."""
    if edge["weak"]:
        return False
    subject = nodes[edge["from"]]
    object_ = nodes[edge["to"]]
    types = {subject["type"], object_["type"]}
    return types.isdisjoint(off)


def ends_of(edges: Iterable[Record]) -> set[int]:
    """Return the numbers of the nodes that some edges relate."""
    ends: set[int] = set()
    for edge in edges:
        ends |= {edge["from"], edge["to"]}
    return ends


def _core_points(
    core: Sequence[int], nodes: Sequence[Record], edges: Sequence[Record]
) -> dict[int, Point]:
    """Return the point of each node of the core, pulled together by its inner edges."""
    places = {node: place for place, node in enumerate(core)}
    pairs = []
    for subject, object_ in map(_pair, edges):
        if subject in places and object_ in places:
            pair = (places[subject], places[object_])
            pairs.append(pair)
    core_nodes = list(map(nodes.__getitem__, core))
    points = _filling(_roomy(core_nodes, pairs), _boxes(core_nodes, 1.0))
    return dict(zip(core, points, strict=True))


def _filling(points: list[Point], boxes: Sequence[Box]) -> list[Point]:
    """Return points stretched along the shorter side until they fill a screen."""
    if not points:
        return points
    left, top, right, bottom = extent(points, boxes)
    width, height = SCREEN
    ratio = ((bottom - top) / height) / ((right - left) / width)
    across = min(STRETCH, max(1.0, ratio))
    down = min(STRETCH, max(1.0, 1 / ratio))
    return [(x * across, y * down) for x, y in points]


def _roomy(core: Sequence[Record], pairs: Sequence[Pair]) -> list[Point]:
    """Return points that leave room for names at the zoom at which the picture fits the screen."""
    groups = [node["group"] for node in core]
    if len(core) > FEW_ACTORS:
        return place(_boxes(core, 1.0), pairs, groups)
    zoom = CLOSEST
    points: list[Point] = []
    for _ in range(1 + WIDENINGS):
        boxes = _boxes(core, zoom)
        points = place(boxes, pairs, groups, spacing=LONG_SPACING)
        if points:
            fitting = _fitting(points, boxes)
            zoom = min(CLOSEST, fitting)
    return points


def _boxes(nodes: Sequence[Record], zoom: float) -> list[Box]:
    return [_box(node, zoom) for node in nodes]


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
    """Place each neighbour of a placed node around it, ring by ring outwards, apart from others."""
    counts: dict[int, int] = {}
    taken = {_cell(point) for point in points.values()}
    while ready := _ready(points, links):
        for anchor, node in ready:
            if node not in points:
                first = counts.get(anchor, 0)
                tries = range(first, first + TRIES)
                free = (
                    n for n in tries if not _is_near(taken, _around(points[anchor], n))
                )
                count = next(free, first)
                points[node] = _around(points[anchor], count)
                counts[anchor] = count + 1
                taken.add(_cell(points[node]))


def _cell(point: Point) -> tuple[int, int]:
    return round(point[0] / APART), round(point[1] / APART)


def _is_near(taken: set[tuple[int, int]], point: Point) -> bool:
    """Whether there is something in the cell of a point, or in one beside it."""
    x, y = _cell(point)
    around = product((x - 1, x, x + 1), (y - 1, y, y + 1))
    return not taken.isdisjoint(around)


def _ready(points: dict[int, Point], links: Sequence[Pair]) -> list[Pair]:
    """Return (placed node, neighbour that is not placed) for each such link."""
    ready = []
    for link in links:
        left, right = link
        if left in points and right not in points:
            ready.append(link)
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
    columns, rows = zip(*points.values(), strict=True) if points else ((0.0,), (0.0,))
    left = min(columns)
    top = max(rows) + SPACING
    width = max(4, round(sqrt(len(lonely) * 2)))
    for number, node in enumerate(lonely):
        row, column = divmod(number, width)
        x = left + column * SPACING * COLUMN
        y = top + row * SPACING * ROW
        points[node] = (x, y)
