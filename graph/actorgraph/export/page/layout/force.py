"""Where the actors stand on the page, computed once, so that it opens at rest and looks the same every time.

Each connected part is laid out by the Fruchterman–Reingold method of rustworkx with a fixed seed, a small part then by
its distances; a part too large for that is laid out community by community.  Boxes that overlap are pushed apart.  The
parts stand in rows, the largest on top.
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

SEED = 7
#: Pixels at zoom 1 between neighbours, on average: leaves room for a name.
SPACING = 130.0
#: Nodes laid out by their distances at most: every pair of them is weighed in every round.
SMALL = 160
#: Nodes laid out as a whole at most; above that the cost grows with the square and the picture turns into a ball.
WHOLE = 300
#: Node pairs that one layout visits at most: about a quarter of a second of rustworkx.
BUDGET = 15_000_000
#: Rounds of the spring method at most: for a whole picture, and for one community of a large one, where less is seen.
WHOLE_ROUNDS, GROUP_ROUNDS = 300, 12
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
    rounds: int = WHOLE_ROUNDS,
    spacing: float = SPACING,
) -> list[Point]:
    """A point for each node, none on top of another.

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
    arranged = [
        _arrange(nodes, inner, boxes, groups, rounds, spacing) for nodes, inner in parts
    ]
    areas = [
        extent(local, [boxes[node] for node in nodes])
        for local, (nodes, _) in zip(arranged, parts, strict=True)
    ]
    points: list[Point] = [(0.0, 0.0)] * len(boxes)
    for (nodes, _), local, (dx, dy) in zip(
        parts, arranged, in_rows(areas), strict=True
    ):
        for node, (x, y) in zip(nodes, local, strict=True):
            points[node] = (x + dx, y + dy)
    return points


def _component_numbers(count: int, edges: Sequence[Pair]) -> list[int]:
    import rustworkx as rx

    numbers = [0] * count
    for part in rx.connected_components(_graph(count, edges)):
        first = min(part)
        for node in part:
            numbers[node] = first
    return numbers


def _split(
    keys: Sequence[Hashable], edges: Sequence[Pair]
) -> list[tuple[list[int], list[Pair]]]:
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
    nodes: list[int],
    inner: list[Pair],
    boxes: Sequence[Box],
    groups: Sequence[int],
    rounds: int,
    spacing: float,
) -> list[Point]:
    own = [boxes[node] for node in nodes]
    keys = [groups[node] for node in nodes]
    if len(nodes) > WHOLE and len(set(keys)) > 1:
        return _by_group(own, inner, _joined(keys, inner))
    points = _spring(len(nodes), inner, rounds, spacing)
    if rounds < WHOLE_ROUNDS:
        return apart(_loose(_lying(points), own), own, GROUP_PUSHES)
    if 2 < len(nodes) <= SMALL:
        points = by_distance(points, _graph(len(nodes), inner), spacing)
    return apart(_lying(points), own)


def _loose(points: list[Point], boxes: Sequence[Box]) -> list[Point]:
    """Enlarged until there is room for all boxes, if not yet for each of them."""
    left, top, right, bottom = extent(points, boxes)
    needed = sum(box.width * box.height for box in boxes) / FULLEST
    factor = max(1.0, sqrt(needed / ((right - left) * (bottom - top))))
    return [(x * factor, y * factor) for x, y in points]


def _joined(keys: list[int], edges: list[Pair]) -> list[int]:
    """Communities of one member, given to that of a neighbour: hundreds of them would fill the picture with gaps."""
    sizes, joined = Counter(keys), list(keys)
    for a, b in (*edges, *((b, a) for a, b in edges)):
        if sizes[keys[a]] == 1 and sizes[keys[b]] > 1:
            joined[a] = keys[b]
    return joined


def _by_group(boxes: list[Box], edges: list[Pair], keys: list[int]) -> list[Point]:
    """Each community laid out alone, then the communities among themselves, as discs that do not overlap."""
    parts = _split(keys, edges)
    arranged = [
        place([boxes[node] for node in nodes], inner, [0] * len(nodes), GROUP_ROUNDS)
        for nodes, inner in parts
    ]
    discs = [_disc(local) for local in arranged]
    order = {keys[nodes[0]]: number for number, (nodes, _) in enumerate(parts)}
    links = sorted(
        {(order[keys[a]], order[keys[b]]) for a, b in edges if keys[a] != keys[b]}
    )
    centres = _dense(_lying(_spring(len(parts), links, WHOLE_ROUNDS, SPACING)), discs)
    points: list[Point] = [(0.0, 0.0)] * len(boxes)
    for (nodes, _), local, (dx, dy) in zip(
        parts, arranged, apart(centres, discs), strict=True
    ):
        for node, (x, y) in zip(nodes, local, strict=True):
            points[node] = (x + dx, y + dy)
    return points


def _disc(points: list[Point]) -> Box:
    left, top, right, bottom = extent(points, [Box(SPACING, SPACING)] * len(points))
    return Box(right - left, bottom - top)


def _dense(points: list[Point], discs: Sequence[Box]) -> list[Point]:
    """Keep the direction of each point from the middle, but only as far out as the discs closer in need."""
    order = sorted(
        range(len(points)),
        key=lambda number: (_distance(points[number], (0.0, 0.0)), number),
    )
    area, dense = 0.0, list(points)
    for number in order:
        own = discs[number].width * discs[number].height
        angle, radius = (
            atan2(points[number][1], points[number][0]),
            sqrt((area + own / 2) / pi),
        )
        dense[number] = (
            radius * cos(angle) * sqrt(ASPECT),
            radius * sin(angle) / sqrt(ASPECT),
        )
        area += own
    return dense


def _spring(
    count: int, edges: Sequence[Pair], rounds: int, spacing: float
) -> list[Point]:
    """Fruchterman–Reingold, edges ``spacing`` long on average; a sunflower where that would take too long."""
    import rustworkx as rx

    start = [_seed(number) for number in range(count)]
    rounds = min(rounds, BUDGET // (count * count))
    if rounds < FEWEST_ROUNDS or not edges or count < 3:
        return _scaled(start, edges, spacing)
    found = rx.spring_layout(
        _graph(count, edges), pos=dict(enumerate(start)), num_iter=rounds, seed=SEED
    )
    return _scaled(
        [(float(found[node][0]), float(found[node][1])) for node in range(count)],
        edges,
        spacing,
    )


def _seed(number: int) -> Point:
    radius, angle = sqrt(number), number * GOLDEN_ANGLE
    return radius * cos(angle), radius * sin(angle)


def _scaled(points: list[Point], edges: Sequence[Pair], spacing: float) -> list[Point]:
    lengths = [_distance(points[a], points[b]) for a, b in edges if a != b]
    mean = sum(lengths) / len(lengths) if lengths else 1.0
    factor = spacing / max(mean, 1e-9)
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
