"""Boxes that do not overlap: pushed apart where they do, and connected parts set out in rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import partial
from itertools import starmap
from math import sqrt
from operator import mul
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Row = np.ndarray[Any, np.dtype[np.float64]]
    Flags = np.ndarray[Any, np.dtype[np.bool_]]

Point = tuple[float, float]
#: Width and height.
Size = tuple[float, float]
#: Left, top, right, bottom.
Area = tuple[float, float, float, float]

#: Rounds of pushing overlapping boxes apart, at most and at least.
ROUNDS, FEWEST_ROUNDS = 150, 5
#: Boxes times rounds at most, since a crowd costs more.
PUSHES = 2500
#: Pixels beyond touching, so that rounding the points does not bring an overlap back.
MARGIN = 1.0
#: Free pixels between packed parts.
GAP = 50.0
#: Width of the packed picture in heights, like that of a screen.
ASPECT = 1.45
#: How many widths of rows are tried.
LIMITS = 13


@dataclass(frozen=True, slots=True)
class Box:
    """Room that a node and its name take, in pixels at zoom 1."""

    width: float
    height: float

    def around(self, point: Point) -> Area:
        """Return the area that the box covers when its centre is at a point."""
        x, y = point
        right, down = self.width / 2, self.height / 2
        return x - right, y - down, x + right, y + down


def extent(points: Sequence[Point], boxes: Sequence[Box]) -> Area:
    """Return the area that boxes around these points (at least one) cover together.

    >>> extent([(0, 0), (10, 0)], [Box(2, 2), Box(4, 8)])
    (-1.0, -4.0, 12.0, 4.0)
    """
    areas = map(Box.around, boxes, points)
    lefts, tops, rights, bottoms = zip(*areas, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def apart(
    points: Sequence[Point], boxes: Sequence[Box], pushes: int = PUSHES
) -> list[Point]:
    """Push overlapping boxes apart, each pair along the axis where they overlap least.

    Boxes are sorted from left to right, then each is compared with the next, the one after that,
    and so on until all are too far to the right.  All boxes move at once, so a round costs as many
    steps as the widest crowd has boxes.  It ends when none overlap, or after ``pushes`` boxes times
    rounds, but not before ``FEWEST_ROUNDS``.
    """
    import numpy as np

    if len(points) < 2:
        return list(points)
    places = np.array(points, dtype=float)
    sizes = np.array(list(map(astuple, boxes)), dtype=float)
    for _ in range(min(ROUNDS, max(FEWEST_ROUNDS, pushes // len(points)))):
        order = np.lexsort((places[:, 1], places[:, 0]))
        x, y = places[order].T.copy()
        wide, high = sizes[order].T
        if not _push_round(x, y, wide, high):
            break
        places[order, 0], places[order, 1] = x, y
    return list(zip(*places.T.tolist(), strict=True))


def _push_round(x: Row, y: Row, wide: Row, high: Row) -> bool:
    """Push all boxes once; return whether any overlapped."""
    moved = False
    reach = float(wide.max())
    for step in range(1, len(x)):
        gaps = x[step:] - x[:-step]
        is_near = gaps < reach
        if not is_near.any():
            break
        moved |= _push(x, y, wide, high, step)
    return moved


def _push(x: Row, y: Row, wide: Row, high: Row, step: int) -> bool:
    """Move each box and the one ``step`` places to its right apart, half the way each."""
    import numpy as np

    dx, dy = x[step:] - x[:-step], y[step:] - y[:-step]
    over_x = (wide[step:] + wide[:-step]) / 2 - np.abs(dx)
    over_y = (high[step:] + high[:-step]) / 2 - np.abs(dy)
    meets = (over_x > 0) & (over_y > 0)
    if not meets.any():
        return False
    sideways = over_x < over_y
    _shift(x, over_x, dx, meets & sideways, step)
    _shift(y, over_y, dy, meets & ~sideways, step)
    return True


def _shift(axis: Row, over: Row, gap: Row, moves: Flags, step: int) -> None:
    """Move the pairs marked by ``moves`` apart along one axis, away from each other."""
    import numpy as np

    half = (over + MARGIN) / 2
    distance = np.where(moves, half, 0.0)
    direction = np.where(gap >= 0, 1.0, -1.0)
    shift = distance * direction
    axis[:-step] -= shift
    axis[step:] += shift


def in_rows(areas: Sequence[Area]) -> list[Point]:
    """Return how far to move each part so that all are in centred rows, in their order.

    The rows together are about ``ASPECT`` times as wide as high.
    """
    sizes = [_size(area) for area in areas]
    moves: list[Point] = [(0.0, 0.0)] * len(areas)
    top = 0.0
    for row in _best_rows(sizes):
        left = -_width(sizes, row) / 2
        height = _height(sizes, row)
        for part in row:
            width = sizes[part][0]
            middle_x, middle_y = _middle(areas[part])
            moves[part] = (left + width / 2 - middle_x, top + height / 2 - middle_y)
            left += width
        top += height
    return moves


def _size(area: Area) -> Size:
    """Return width and height of an area with the gap around it."""
    left, top, right, bottom = area
    return right - left + GAP, bottom - top + GAP


def _best_rows(sizes: Sequence[Size]) -> list[list[int]]:
    """Return the rows that a screen shows largest.

    The widths tried range from that of the widest part to twice the side of a square.
    """
    widths = [width for width, _ in sizes]
    square = sqrt(sum(starmap(mul, sizes)))
    widest = max(widths, default=0.0)
    candidates = []
    for step in range(LIMITS):
        limit = max(widest, square * (0.8 + 0.1 * step))
        candidates.append(_rows(widths, limit))
    return min(candidates, key=partial(_span, sizes))


def _span(sizes: Sequence[Size], rows: list[list[int]]) -> float:
    """Return the least width of a screen, ``ASPECT`` times as wide as high, that shows the rows."""
    widths = map(partial(_width, sizes), rows)
    heights = map(partial(_height, sizes), rows)
    return max([ASPECT * sum(heights), *widths])


def _width(sizes: Sequence[Size], row: list[int]) -> float:
    return sum(sizes[part][0] for part in row)


def _height(sizes: Sequence[Size], row: list[int]) -> float:
    return max(sizes[part][1] for part in row)


def _rows(widths: Sequence[float], limit: float) -> list[list[int]]:
    """Return the numbers of the parts row by row, no row wider than the limit."""
    rows: list[list[int]] = []
    used = limit
    for part, width in enumerate(widths):
        if (used + width > limit and rows) or not rows:
            rows.append([])
            used = 0.0
        rows[-1].append(part)
        used += width
    return rows


def _middle(area: Area) -> Point:
    left, top, right, bottom = area
    return (left + right) / 2, (top + bottom) / 2
