"""Where the actors stand on the page, computed once, so that it opens at rest and looks the same every time.

Each connected part is laid out by the Fruchterman–Reingold method of rustworkx with a fixed seed; a part too large for
that is laid out community by community.  Parts are packed around the largest, and boxes that overlap are pushed apart.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import atan2, cos, pi, sin, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rustworkx import PyGraph

Point = tuple[float, float]
Pair = tuple[int, int]

SEED = 7
#: Pixels at zoom 1 between neighbours, on average: leaves room for a name.
SPACING = 130.0
#: Nodes laid out as a whole at most; above that the cost grows with the square and the picture turns into a ball.
WHOLE = 300
#: Node pairs that one layout visits at most: about half a second of rustworkx.
BUDGET = 30_000_000
#: Rounds of the spring method at most: for a whole picture, and for one community of a large one, where less is seen.
WHOLE_ROUNDS, GROUP_ROUNDS = 300, 80
#: Fewer rounds than these give a tangle.
FEWEST_ROUNDS = 10
#: Rounds of pushing overlapping boxes apart; few are needed, the last ones move little.
ROUNDS = 20
#: Free pixels between packed parts.
GAP = 50.0
#: How much wider than high the packed picture is, as screens are.
ASPECT = 1.5
GOLDEN_ANGLE = pi * (3 - sqrt(5))


@dataclass(frozen=True, slots=True)
class Box:
    """Room that a node and its name take, in pixels at zoom 1."""

    width: float
    height: float


def place(
    boxes: Sequence[Box], edges: Sequence[Pair], groups: Sequence[int], rounds: int = WHOLE_ROUNDS
) -> list[Point]:
    """A point for each node, none on top of another.

    Args:
        boxes: The room each node takes; their number is the number of nodes.
        edges: Pairs of node numbers; directions, repetitions and loops do not matter.
        groups: The community of each node.
        rounds: Of the spring method, at most.

    Returns:
        Points in the order of ``boxes``; empty when there are none.
    """
    parts = _split(_component_numbers(len(boxes), edges), edges)
    arranged = [_arrange(nodes, inner, boxes, groups, rounds) for nodes, inner in parts]
    points: list[Point] = [(0.0, 0.0)] * len(boxes)
    for (nodes, _), local in zip(parts, _packed(arranged, boxes, [nodes for nodes, _ in parts]), strict=True):
        for node, point in zip(nodes, local, strict=True):
            points[node] = point
    return points


def _component_numbers(count: int, edges: Sequence[Pair]) -> list[int]:
    import rustworkx as rx

    numbers = [0] * count
    for part in rx.connected_components(_graph(count, edges)):
        first = min(part)
        for node in part:
            numbers[node] = first
    return numbers


def _split(keys: Sequence[Hashable], edges: Sequence[Pair]) -> list[tuple[list[int], list[Pair]]]:
    """Nodes with the same key, largest part first, each with its inner edges by the node's number in the part."""
    parts: dict[Hashable, tuple[list[int], list[Pair]]] = {}
    numbers = []
    for node, key in enumerate(keys):
        members = parts.setdefault(key, ([], []))[0]
        numbers.append(len(members))
        members.append(node)
    for a, b in edges:
        if keys[a] == keys[b]:
            parts[keys[a]][1].append((numbers[a], numbers[b]))
    return sorted(parts.values(), key=lambda part: (-len(part[0]), part[0][0]))


def _graph(count: int, edges: Sequence[Pair]) -> PyGraph[None, None]:
    import rustworkx as rx

    graph: PyGraph[None, None] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from([None] * count)
    graph.add_edges_from_no_data([edge for edge in edges if edge[0] != edge[1]])
    return graph


def _arrange(
    nodes: list[int], inner: list[Pair], boxes: Sequence[Box], groups: Sequence[int], rounds: int
) -> list[Point]:
    own = [boxes[node] for node in nodes]
    keys = [groups[node] for node in nodes]
    if len(nodes) <= WHOLE or len(set(keys)) == 1:
        return _apart(_lying(_spring(len(nodes), inner, rounds)), own)
    return _by_group(own, inner, keys)


def _by_group(boxes: list[Box], edges: list[Pair], keys: list[int]) -> list[Point]:
    """Each community laid out alone, then the communities among themselves, as discs that do not overlap."""
    parts = _split(keys, edges)
    arranged = [place([boxes[node] for node in nodes], inner, [0] * len(nodes), GROUP_ROUNDS) for nodes, inner in parts]
    discs = [Box(*_size(local)) for local in arranged]
    order = {keys[nodes[0]]: number for number, (nodes, _) in enumerate(parts)}
    links = sorted({(order[keys[a]], order[keys[b]]) for a, b in edges if keys[a] != keys[b]})
    centres = _dense(_lying(_spring(len(parts), links, WHOLE_ROUNDS)), discs)
    points: list[Point] = [(0.0, 0.0)] * len(boxes)
    for (nodes, _), local, (dx, dy) in zip(parts, arranged, _apart(centres, discs), strict=True):
        for node, (x, y) in zip(nodes, local, strict=True):
            points[node] = (x + dx, y + dy)
    return points


def _dense(points: list[Point], discs: Sequence[Box]) -> list[Point]:
    """Keep the direction of each point from the middle, but only as far out as the discs closer in need."""
    order = sorted(range(len(points)), key=lambda number: (_distance(points[number], (0.0, 0.0)), number))
    area, dense = 0.0, list(points)
    for number in order:
        own = discs[number].width * discs[number].height
        angle, radius = atan2(points[number][1], points[number][0]), sqrt((area + own / 2) / pi)
        dense[number] = (radius * cos(angle) * sqrt(ASPECT), radius * sin(angle) / sqrt(ASPECT))
        area += own
    return dense


def _spring(count: int, edges: Sequence[Pair], rounds: int) -> list[Point]:
    """Fruchterman–Reingold, edges ``SPACING`` long on average; a sunflower where that would take too long."""
    import rustworkx as rx

    start = [_seed(number) for number in range(count)]
    rounds = min(rounds, BUDGET // (count * count))
    if rounds < FEWEST_ROUNDS or not edges:
        return _scaled(start, edges)
    found = rx.spring_layout(_graph(count, edges), pos=dict(enumerate(start)), num_iter=rounds, seed=SEED)
    return _scaled([(float(found[node][0]), float(found[node][1])) for node in range(count)], edges)


def _seed(number: int) -> Point:
    radius, angle = sqrt(number), number * GOLDEN_ANGLE
    return radius * cos(angle), radius * sin(angle)


def _scaled(points: list[Point], edges: Sequence[Pair]) -> list[Point]:
    lengths = [_distance(points[a], points[b]) for a, b in edges if a != b]
    mean = sum(lengths) / len(lengths) if lengths else 1.0
    factor = SPACING / max(mean, 1e-9)
    return [(x * factor, y * factor) for x, y in points]


def _distance(one: Point, other: Point) -> float:
    return sqrt((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2)


def _lying(points: list[Point]) -> list[Point]:
    """Turn a cloud so that its long axis lies flat, and centre it."""
    count = len(points)
    mx, my = sum(x for x, _ in points) / count, sum(y for _, y in points) / count
    centred = [(x - mx, y - my) for x, y in points]
    spread = sum(x * x - y * y for x, y in centred)
    angle = atan2(2 * sum(x * y for x, y in centred), spread) / 2
    across, up = cos(angle), sin(angle)
    return [(x * across + y * up, y * across - x * up) for x, y in centred]


def _apart(points: list[Point], boxes: Sequence[Box]) -> list[Point]:
    """Push overlapping boxes apart, each pair along the axis where they overlap least."""
    places = [[x, y] for x, y in points]
    reach = max((box.width for box in boxes), default=0.0)
    for _ in range(ROUNDS):
        if not _push_all(places, boxes, reach):
            break
    return [(x, y) for x, y in places]


def _push_all(places: list[list[float]], boxes: Sequence[Box], reach: float) -> bool:
    order = sorted(range(len(places)), key=lambda node: (places[node][0], node))
    moved = False
    for rank, one in enumerate(order):
        for other in order[rank + 1 :]:
            if places[other][0] - places[one][0] > reach:
                break
            moved |= _push(places[one], places[other], boxes[one], boxes[other])
    return moved


def _push(one: list[float], other: list[float], box: Box, other_box: Box) -> bool:
    dx, dy = other[0] - one[0], other[1] - one[1]
    over_x = (box.width + other_box.width) / 2 - abs(dx)
    over_y = (box.height + other_box.height) / 2 - abs(dy)
    if over_x <= 0 or over_y <= 0:
        return False
    axis, shift = (0, over_x) if over_x < over_y else (1, over_y)
    shift = (shift / 2 + 0.5) * (1 if (dx, dy)[axis] >= 0 else -1)
    one[axis] -= shift
    other[axis] += shift
    return True


def _packed(arranged: list[list[Point]], boxes: Sequence[Box], parts: list[list[int]]) -> list[list[Point]]:
    """Move the parts, largest first, outwards along a spiral until each stands free."""
    taken: list[tuple[float, float, float, float]] = []
    moved, radius, angle = [], 0.0, 0.0
    for local, nodes in zip(arranged, parts, strict=True):
        left, top, right, bottom = _extent(local, [boxes[node] for node in nodes])
        width, height = right - left + GAP, bottom - top + GAP
        while True:
            x, y = radius * cos(angle) * ASPECT, radius * sin(angle)
            if all(abs(x - tx) * 2 >= width + tw or abs(y - ty) * 2 >= height + th for tx, ty, tw, th in taken):
                break
            angle += GAP / max(radius, GAP)
            radius += GAP * GAP / max(radius, GAP) / (2 * pi)
        taken.append((x, y, width, height))
        radius = max(radius, min(taken[0][2] / ASPECT, taken[0][3]) / 2)
        shift_x, shift_y = x - (left + right) / 2, y - (top + bottom) / 2
        moved.append([(px + shift_x, py + shift_y) for px, py in local])
    return moved


def _size(points: list[Point]) -> tuple[float, float]:
    left, top, right, bottom = _extent(points, [Box(SPACING, SPACING)] * len(points))
    return right - left, bottom - top


def _extent(points: list[Point], boxes: Sequence[Box]) -> tuple[float, float, float, float]:
    return (
        min(x - box.width / 2 for (x, _), box in zip(points, boxes, strict=True)),
        min(y - box.height / 2 for (_, y), box in zip(points, boxes, strict=True)),
        max(x + box.width / 2 for (x, _), box in zip(points, boxes, strict=True)),
        max(y + box.height / 2 for (_, y), box in zip(points, boxes, strict=True)),
    )
