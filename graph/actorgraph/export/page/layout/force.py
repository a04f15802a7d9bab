"""Where the actors are drawn on the page, computed once, so that it opens at rest.

Each connected part is laid out by the Fruchterman–Reingold method of rustworkx with a fixed seed,
a small part then by its distances; a part too large for that is laid out community by community.
Boxes that overlap are pushed apart.  The parts are arranged in rows, the largest on top.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from math import atan2, cos, pi, sin, sqrt
from typing import TYPE_CHECKING

from actorgraph.export.page.layout.packing import (
    ASPECT,
    Box,
    Point,
    apart,
    extent,
    in_rows,
)
from actorgraph.export.page.layout.stress import by_distance

if TYPE_CHECKING:
    from rustworkx import PyGraph

Pair = tuple[int, int]
#: The nodes of a part, and its inner edges by the nodes' places in it.
Part = tuple[list[int], list[Pair]]

SEED = 7
#: Pixels at zoom 1 between neighbours, on average: leaves room for a name.
SPACING = 130.0
#: Nodes laid out by their distances at most: every pair of them is weighed in every round.
SMALL = 160
#: Nodes laid out together at most; above that the cost grows with the square and the picture
#: turns into a ball.
TOGETHER = 300
#: Node pairs that one layout visits at most: about a quarter of a second of rustworkx.
BUDGET = 15_000_000
#: Rounds of the spring method at most: for a full picture, and for one community of a large one,
#: where less can be seen.
FULL_ROUNDS, GROUP_ROUNDS = 300, 12
#: Pushes of overlapping boxes within one community of a large picture.
GROUP_PUSHES = 1000
#: Share of a community's area that boxes may take before they are pushed apart.
FULLEST = 0.35
#: Fewer rounds than these give a tangle.
FEWEST_ROUNDS = 10
GOLDEN_ANGLE = pi * (3 - sqrt(5))


def place(
    boxes: Sequence[Box],
    edges: Sequence[Pair],
    groups: Sequence[int],
    rounds: int = FULL_ROUNDS,
    spacing: float = SPACING,
) -> list[Point]:
    """Return a point for each node, none on top of another.

    Args:
        boxes: The room each node takes; their number is the number of nodes.
        edges: Pairs of node numbers; directions, repetitions and loops do not matter.
        groups: The community of each node.
        rounds: Of the spring method, at most.
        spacing: Pixels between neighbours, on average, before boxes are pushed apart.

    Returns:
        Points in the order of ``boxes``; empty when there are none.
    """
    parts = _split(_component_numbers(len(boxes), edges), edges)
    arranged, areas = [], []
    for nodes, inner in parts:
        local_boxes = list(map(boxes.__getitem__, nodes))
        local_groups = list(map(groups.__getitem__, nodes))
        local = _arrange(local_boxes, inner, local_groups, rounds, spacing)
        arranged.append(local)
        areas.append(extent(local, local_boxes))
    return _moved(parts, arranged, in_rows(areas), len(boxes))


def _moved(
    parts: Sequence[Part],
    arranged: Sequence[list[Point]],
    moves: Sequence[Point],
    count: int,
) -> list[Point]:
    """Return the points of all ``count`` nodes, those of each part moved as one."""
    points: list[Point] = [(0.0, 0.0)] * count
    for (nodes, _), local, (dx, dy) in zip(parts, arranged, moves, strict=True):
        for node, (x, y) in zip(nodes, local, strict=True):
            points[node] = (x + dx, y + dy)
    return points


def _component_numbers(count: int, edges: Sequence[Pair]) -> list[int]:
    """Return for each node the smallest number in its connected part."""
    import rustworkx as rx

    numbers = [0] * count
    for part in rx.connected_components(_graph(count, edges)):
        first = min(part)
        for node in part:
            numbers[node] = first
    return numbers


def _split(keys: Sequence[Hashable], edges: Sequence[Pair]) -> list[Part]:
    """Return the parts of nodes with the same key, the largest first."""
    parts: dict[Hashable, Part] = {}
    places = []
    for node, key in enumerate(keys):
        members = parts.setdefault(key, ([], []))[0]
        places.append(len(members))
        members.append(node)
    for left, right in edges:
        if keys[left] == keys[right]:
            parts[keys[left]][1].append((places[left], places[right]))
    return sorted(parts.values(), key=lambda part: (-len(part[0]), part[0][0]))


def _graph(count: int, edges: Sequence[Pair]) -> PyGraph[None, None]:
    import rustworkx as rx

    graph: PyGraph[None, None] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from([None] * count)
    graph.add_edges_from_no_data([edge for edge in edges if edge[0] != edge[1]])
    return graph


def _arrange(
    boxes: list[Box],
    edges: list[Pair],
    groups: list[int],
    rounds: int,
    spacing: float,
) -> list[Point]:
    """Return the points of one connected part."""
    count = len(boxes)
    if count > TOGETHER and len(set(groups)) > 1:
        return _by_group(boxes, edges, _joined(groups, edges))
    points = _spring(count, edges, rounds, spacing)
    if rounds < FULL_ROUNDS:
        return apart(_loose(_lying(points), boxes), boxes, GROUP_PUSHES)
    if 2 < count <= SMALL:
        points = by_distance(points, _graph(count, edges), spacing)
    return apart(_lying(points), boxes)


def _loose(points: list[Point], boxes: Sequence[Box]) -> list[Point]:
    """Enlarge a picture until its area, if not each place, has room for all boxes."""
    left, top, right, bottom = extent(points, boxes)
    area = (right - left) * (bottom - top)
    needed = sum(box.width * box.height for box in boxes) / FULLEST
    return _enlarged(points, max(1.0, sqrt(needed / area)))


def _enlarged(points: list[Point], factor: float) -> list[Point]:
    return [(x * factor, y * factor) for x, y in points]


def _joined(keys: list[int], edges: list[Pair]) -> list[int]:
    """Return the communities, those of one member joined to the community of a neighbour.

    Hundreds of single members would fill the picture with gaps.
    """
    sizes, joined = Counter(keys), list(keys)
    backwards = [(right, left) for left, right in edges]
    for node, neighbour in (*edges, *backwards):
        if sizes[keys[node]] == 1 and sizes[keys[neighbour]] > 1:
            joined[node] = keys[neighbour]
    return joined


def _by_group(boxes: list[Box], edges: list[Pair], keys: list[int]) -> list[Point]:
    """Lay out each community alone, then the communities as discs that do not overlap."""
    parts = _split(keys, edges)
    arranged = []
    for nodes, inner in parts:
        local_boxes = list(map(boxes.__getitem__, nodes))
        arranged.append(place(local_boxes, inner, [0] * len(nodes), GROUP_ROUNDS))
    discs = list(map(_disc, arranged))
    links = _links_between(parts, edges, keys)
    spread = _lying(_spring(len(parts), links, FULL_ROUNDS, SPACING))
    centres = apart(_dense(spread, discs), discs)
    return _moved(parts, arranged, centres, len(boxes))


def _links_between(
    parts: Sequence[Part], edges: Sequence[Pair], keys: Sequence[int]
) -> list[Pair]:
    """Return the pairs of parts that an edge links, sorted, by their places."""
    places = {keys[nodes[0]]: place for place, (nodes, _) in enumerate(parts)}
    links = set()
    for left, right in edges:
        if keys[left] != keys[right]:
            links.add((places[keys[left]], places[keys[right]]))
    return sorted(links)


def _disc(points: list[Point]) -> Box:
    left, top, right, bottom = extent(points, [Box(SPACING, SPACING)] * len(points))
    return Box(right - left, bottom - top)


def _dense(points: list[Point], discs: Sequence[Box]) -> list[Point]:
    """Keep the direction of each point from the middle, as far out as inner discs need."""
    distances = [(_distance(point, (0.0, 0.0)), i) for i, point in enumerate(points)]
    inner_area, dense = 0.0, list(points)
    for _, number in sorted(distances):
        disc, (x, y) = discs[number], points[number]
        area = disc.width * disc.height
        radius, angle = sqrt((inner_area + area / 2) / pi), atan2(y, x)
        flat_x = radius * cos(angle) * sqrt(ASPECT)
        flat_y = radius * sin(angle) / sqrt(ASPECT)
        dense[number] = (flat_x, flat_y)
        inner_area += area
    return dense


def _spring(
    count: int, edges: Sequence[Pair], rounds: int, spacing: float
) -> list[Point]:
    """Lay out by Fruchterman–Reingold, or as a sunflower where that would take too long.

    Edges are ``spacing`` long on average.
    """
    import rustworkx as rx

    start = list(map(_sunflower_point, range(count)))
    rounds = min(rounds, BUDGET // (count * count))
    if rounds < FEWEST_ROUNDS or not edges or count < 3:
        return _scaled(start, edges, spacing)
    first_points = dict(enumerate(start))
    graph = _graph(count, edges)
    layout = rx.spring_layout(graph, pos=first_points, num_iter=rounds, seed=SEED)
    points = []
    for node in range(count):
        x, y = layout[node]
        points.append((float(x), float(y)))
    return _scaled(points, edges, spacing)


def _sunflower_point(number: int) -> Point:
    radius, angle = sqrt(number), number * GOLDEN_ANGLE
    return radius * cos(angle), radius * sin(angle)


def _scaled(points: list[Point], edges: Sequence[Pair], spacing: float) -> list[Point]:
    lengths = [_distance(points[a], points[b]) for a, b in edges if a != b]
    mean = sum(lengths) / len(lengths) if lengths else 1.0
    return _enlarged(points, spacing / max(mean, 1e-9))


def _distance(start: Point, end: Point) -> float:
    dx, dy = start[0] - end[0], start[1] - end[1]
    return sqrt(dx**2 + dy**2)


def _lying(points: list[Point]) -> list[Point]:
    """Turn a cloud of points so that its long axis is horizontal, and centre it."""
    centred = _centred(points)
    angle = _long_axis(centred)
    across, up = cos(angle), sin(angle)
    return [(x * across + y * up, y * across - x * up) for x, y in centred]


def _centred(points: list[Point]) -> list[Point]:
    count = len(points)
    xs, ys = zip(*points, strict=True)
    middle_x = sum(xs) / count
    middle_y = sum(ys) / count
    return [(x - middle_x, y - middle_y) for x, y in points]


def _long_axis(centred: list[Point]) -> float:
    """Return the angle of the axis along which centred points vary most, in radians."""
    variance, covariance = 0.0, 0.0
    for x, y in centred:
        variance += x * x - y * y
        covariance += x * y
    return atan2(2 * covariance, variance) / 2
