"""Boxes that do not overlap: pushed apart where they do, and whole parts set out in rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import sqrt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Row = np.ndarray[Any, np.dtype[np.float64]]

Point = tuple[float, float]
#: Left, top, right, bottom.
Area = tuple[float, float, float, float]

#: Rounds of pushing overlapping boxes apart: at most, at least, and boxes times rounds, since a crowd costs more.
ROUNDS, FEWEST_ROUNDS, PUSHES = 150, 5, 2500
#: Pixels beyond touching, so that rounding the points does not bring an overlap back.
MARGIN = 1.0
#: Free pixels between packed parts.
GAP = 50.0
#: How much wider than high the packed picture is, as screens are.
ASPECT = 1.45
#: Widths of rows that are tried.
LIMITS = 13


@dataclass(frozen=True, slots=True)
class Box:
    """Room that a node and its name take, in pixels at zoom 1."""

    width: float
    height: float


def extent(points: Sequence[Point], boxes: Sequence[Box]) -> Area:
    """What boxes around these points cover together; there must be one at least."""
    return (
        min(x - box.width / 2 for (x, _), box in zip(points, boxes, strict=True)),
        min(y - box.height / 2 for (_, y), box in zip(points, boxes, strict=True)),
        max(x + box.width / 2 for (x, _), box in zip(points, boxes, strict=True)),
        max(y + box.height / 2 for (_, y), box in zip(points, boxes, strict=True)),
    )


def apart(
    points: Sequence[Point], boxes: Sequence[Box], pushes: int = PUSHES
) -> list[Point]:
    """Push overlapping boxes apart, each pair along the axis where they overlap least.

    Boxes are sorted from left to right, then each is held against the next, the one after that, and so on until all
    are too far to the right: all boxes at once, so a round costs as many steps as the widest crowd has boxes.  It ends
    when none overlap, or after so many ``pushes``, boxes times rounds, but not before ``FEWEST_ROUNDS``.
    """
    import numpy as np

    if len(points) < 2:
        return list(points)
    places = np.array(points, dtype=float)
    sizes = np.array([(box.width, box.height) for box in boxes], dtype=float)
    for _ in range(min(ROUNDS, max(FEWEST_ROUNDS, pushes // len(points)))):
        order = np.lexsort((places[:, 1], places[:, 0]))
        x, y, wide, high = (*places[order].T.copy(), *sizes[order].T)
        if not _push_round(x, y, wide, high):
            break
        places[order, 0], places[order, 1] = x, y
    return [(float(x), float(y)) for x, y in places]


def _push_round(x: Row, y: Row, wide: Row, high: Row) -> bool:
    reach, moved = float(wide.max()), False
    for step in range(1, len(x)):
        if not (x[step:] - x[:-step] < reach).any():
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
    for row, over, gap, turn in ((x, over_x, dx, sideways), (y, over_y, dy, ~sideways)):
        shift = np.where(meets & turn, (over + MARGIN) / 2, 0.0) * np.where(
            gap >= 0, 1.0, -1.0
        )
        row[:-step] -= shift
        row[step:] += shift
    return True


def in_rows(areas: Sequence[Area]) -> list[Point]:
    """How far to move each part so that they stand in centred rows, in the order given, ``ASPECT`` wide to high."""
    sizes = [
        (right - left + GAP, bottom - top + GAP) for left, top, right, bottom in areas
    ]
    moves: list[Point] = [(0.0, 0.0)] * len(areas)
    top = 0.0
    for row in _best_rows(sizes):
        left = -sum(sizes[part][0] for part in row) / 2
        height = max(sizes[part][1] for part in row)
        for part in row:
            middle_x, middle_y = _middle(areas[part])
            moves[part] = (
                left + sizes[part][0] / 2 - middle_x,
                top + height / 2 - middle_y,
            )
            left += sizes[part][0]
        top += height
    return moves


def _best_rows(sizes: Sequence[tuple[float, float]]) -> list[list[int]]:
    """The rows that a screen shows largest, of some limits from the widest part to twice what a square needs."""
    widest = max((width for width, _ in sizes), default=0.0)
    square = sqrt(sum(width * height for width, height in sizes))
    limits = [max(widest, square * (0.8 + 0.1 * step)) for step in range(LIMITS)]
    return min(
        (_rows([width for width, _ in sizes], limit) for limit in limits),
        key=partial(_span, sizes),
    )


def _span(sizes: Sequence[tuple[float, float]], rows: list[list[int]]) -> float:
    """The least width of a screen, ``ASPECT`` wide to high, that holds the rows."""
    width = max((sum(sizes[part][0] for part in row) for row in rows), default=0.0)
    return max(width, ASPECT * sum(max(sizes[part][1] for part in row) for row in rows))


def _rows(widths: Sequence[float], limit: float) -> list[list[int]]:
    """Part numbers, row by row, no row wider than the limit."""
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
    return (area[0] + area[2]) / 2, (area[1] + area[3]) / 2
