"""Where the actors are drawn on the page, computed once, so that it opens at rest.

Each connected part is laid out by the Fruchterman–Reingold method of rustworkx with a fixed seed,
a small part then by its distances; a part too large for that is laid out community by community.
Boxes that overlap are pushed apart.  The parts are arranged in rows, the largest on top.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from math import cos, hypot, pi, sin, sqrt
from typing import TYPE_CHECKING

from actorgraph.export.page.layout.packing import (
    Box,
    Point,
    apart,
    extent,
    in_rows,
)
from actorgraph.export.page.layout.point_clouds import (
    loose,
    lying,
    on_ellipse,
    scaled,
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
    count = len(boxes)
    numbers = _component_numbers(count, edges)
    parts = _split(numbers, edges)
    arranged = []
    areas = []
    for nodes, inner in parts:
        local_boxes = list(map(boxes.__getitem__, nodes))
        local_groups = list(map(groups.__getitem__, nodes))
        local = _arrange(local_boxes, inner, local_groups, rounds, spacing)
        area = extent(local, local_boxes)
        arranged.append(local)
        areas.append(area)
    moves = in_rows(areas)
    return _moved(parts, arranged, moves, count)


def _moved(
    parts: Sequence[Part],
    arranged: Sequence[list[Point]],
    moves: Sequence[Point],
    count: int,
) -> list[Point]:
    """Return the points of all ``count`` nodes, those of each part moved as one."""
    points: list[Point] = [(0.0, 0.0)] * count
    for part, local, move in zip(parts, arranged, moves, strict=True):
        nodes, _ = part
        right, down = move
        for node, point in zip(nodes, local, strict=True):
            x, y = point
            points[node] = (x + right, y + down)
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
        members, _ = parts.setdefault(key, ([], []))
        places.append(len(members))
        members.append(node)
    for left, right in edges:
        if keys[left] == keys[right]:
            _, inner = parts[keys[left]]
            edge = (places[left], places[right])
            inner.append(edge)
    return sorted(parts.values(), key=_size_order)


def _size_order(part: Part) -> tuple[int, int]:
    """Order parts by size, the largest first, then by their first nodes."""
    nodes, _ = part
    return -len(nodes), nodes[0]


def _graph(count: int, edges: Sequence[Pair]) -> PyGraph[None, None]:
    import rustworkx as rx

    graph: PyGraph[None, None] = rx.PyGraph(multigraph=False)
    nodes = [None] * count
    links = [(left, right) for left, right in edges if left != right]
    graph.add_nodes_from(nodes)
    graph.add_edges_from_no_data(links)
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
    has_communities = len(set(groups)) > 1
    if count > TOGETHER and has_communities:
        communities = _joined(groups, edges)
        return _by_group(boxes, edges, communities)
    points = _spring(count, edges, rounds, spacing)
    if rounds < FULL_ROUNDS:
        flat = lying(points)
        roomy = loose(flat, boxes)
        return apart(roomy, boxes, GROUP_PUSHES)
    if 2 < count <= SMALL:
        graph = _graph(count, edges)
        points = by_distance(points, graph, spacing)
    flat = lying(points)
    return apart(flat, boxes)


def _joined(keys: list[int], edges: list[Pair]) -> list[int]:
    """Return the communities, those of one member joined to the community of a neighbour.

    Hundreds of single members would fill the picture with gaps.
    """
    sizes = Counter(keys)
    joined = list(keys)
    backwards = [(right, left) for left, right in edges]
    for node, neighbour in (*edges, *backwards):
        is_alone = sizes[keys[node]] == 1
        if is_alone and sizes[keys[neighbour]] > 1:
            joined[node] = keys[neighbour]
    return joined


def _by_group(boxes: list[Box], edges: list[Pair], keys: list[int]) -> list[Point]:
    """Lay out each community alone, then the communities as discs that do not overlap."""
    parts = _split(keys, edges)
    arranged = []
    for nodes, inner in parts:
        local_boxes = list(map(boxes.__getitem__, nodes))
        groups = [0] * len(nodes)
        local = place(local_boxes, inner, groups, GROUP_ROUNDS)
        arranged.append(local)
    discs = list(map(_disc, arranged))
    links = _links_between(parts, edges, keys)
    spread = _spring(len(parts), links, FULL_ROUNDS, SPACING)
    dense = _dense(lying(spread), discs)
    centres = apart(dense, discs)
    return _moved(parts, arranged, centres, len(boxes))


def _links_between(
    parts: Sequence[Part], edges: Sequence[Pair], keys: Sequence[int]
) -> list[Pair]:
    """Return the pairs of parts that an edge links, sorted, by their places."""
    numbers: dict[int, int] = {}
    for number, part in enumerate(parts):
        nodes, _ = part
        key = keys[nodes[0]]
        numbers[key] = number
    links = set()
    for left, right in edges:
        start = numbers[keys[left]]
        end = numbers[keys[right]]
        link = (start, end)
        if start != end:
            links.add(link)
    return sorted(links)


def _disc(points: list[Point]) -> Box:
    room = Box(SPACING, SPACING)
    boxes = [room] * len(points)
    left, top, right, bottom = extent(points, boxes)
    return Box(right - left, bottom - top)


def _dense(points: list[Point], discs: Sequence[Box]) -> list[Point]:
    """Keep the direction of each point from the middle, as far out as inner discs need."""
    distances = [hypot(x, y) for x, y in points]
    outwards = sorted(range(len(points)), key=distances.__getitem__)
    inner_area = 0.0
    dense = list(points)
    for number in outwards:
        disc = discs[number]
        area = disc.width * disc.height
        area_to_centre = inner_area + area / 2
        radius = sqrt(area_to_centre / pi)
        point = points[number]
        dense[number] = on_ellipse(point, radius)
        inner_area += area
    return dense


def _spring(
    count: int, edges: Sequence[Pair], rounds: int, spacing: float
) -> list[Point]:
    """Lay out by Fruchterman–Reingold, or as a sunflower where that would take too long.

    Edges are ``spacing`` long on average.
    """
    import rustworkx as rx

    nodes = range(count)
    start = list(map(_sunflower_point, nodes))
    rounds = min(rounds, BUDGET // (count * count))
    is_too_long = rounds < FEWEST_ROUNDS
    if is_too_long or not edges or count < 3:
        return scaled(start, edges, spacing)
    first_points = dict(enumerate(start))
    graph = _graph(count, edges)
    layout = rx.spring_layout(graph, pos=first_points, num_iter=rounds, seed=SEED)
    points = []
    for node in nodes:
        x, y = layout[node]
        point = (float(x), float(y))
        points.append(point)
    return scaled(points, edges, spacing)


def _sunflower_point(number: int) -> Point:
    radius = sqrt(number)
    angle = number * GOLDEN_ANGLE
    return radius * cos(angle), radius * sin(angle)
