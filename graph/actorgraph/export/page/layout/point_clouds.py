"""Clouds of points as a whole: stretched, turned so that they lie, and centred."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, cos, dist, sin, sqrt

from actorgraph.export.page.layout.packing import ASPECT, Box, Point, extent

#: Share of an area that boxes may take before they are pushed apart.
FULLEST = 0.35


def enlarged(points: list[Point], factor: float) -> list[Point]:
    """Return points so many times as far from the origin."""
    return [(x * factor, y * factor) for x, y in points]


def loose(points: list[Point], boxes: Sequence[Box]) -> list[Point]:
    """Enlarge a picture until its area, if not each place, has room for all boxes."""
    left, top, right, bottom = extent(points, boxes)
    width = right - left
    height = bottom - top
    covered = sum(box.width * box.height for box in boxes)
    needed = covered / FULLEST
    factor = sqrt(needed / (width * height))
    return enlarged(points, max(1.0, factor))


def scaled(
    points: list[Point], edges: Sequence[tuple[int, int]], spacing: float
) -> list[Point]:
    """Return points whose edges are of a length on average; loops do not count."""
    lengths = []
    for left, right in edges:
        if left != right:
            length = dist(points[left], points[right])
            lengths.append(length)
    mean = 1.0
    if lengths:
        mean = sum(lengths) / len(lengths)
    factor = spacing / max(mean, 1e-9)
    return enlarged(points, factor)


def lying(points: list[Point]) -> list[Point]:
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
    variance = 0.0
    covariance = 0.0
    for x, y in centred:
        variance += x * x - y * y
        covariance += x * y
    angle = atan2(2 * covariance, variance)
    return angle / 2


def on_ellipse(point: Point, radius: float) -> Point:
    """Return the point in the same direction on an ellipse as flat as a screen."""
    x, y = point
    angle = atan2(y, x)
    across = radius * cos(angle) * sqrt(ASPECT)
    down = radius * sin(angle) / sqrt(ASPECT)
    return across, down
