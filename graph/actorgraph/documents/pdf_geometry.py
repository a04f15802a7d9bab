"""Places on a page: matrices, boxes, and the pieces of text in them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Matrix(NamedTuple):
    """A transformation of the plane, as PDF writes it: ``x' = a·x + c·y + e``."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def after(self, outer: Matrix) -> Matrix:
        """Return the transformation that applies this one first, and then another."""
        return Matrix(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            self.e * outer.a + self.f * outer.c + outer.e,
            self.e * outer.b + self.f * outer.d + outer.f,
        )

    def moved(self, x: float, y: float) -> Matrix:
        """Return this transformation with its origin moved in its own units."""
        return Matrix(1, 0, 0, 1, x, y).after(self)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point is moved to."""
        return (
            self.a * x + self.c * y + self.e,
            self.b * x + self.d * y + self.f,
        )

    @property
    def height(self) -> float:
        """By how much it stretches upwards."""
        return math.hypot(self.c, self.d)

    @property
    def is_upright(self) -> bool:
        """Whether a line of text still runs from left to right."""
        if self.a <= 0:
            return False
        return abs(self.b) < abs(self.a)


#: Leaves everything where it is.
IDENTITY = Matrix()


class PageBox(NamedTuple):
    """A rectangle in the units of the page, which are a 72nd of an inch."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def around(cls, corners: Sequence[tuple[float, float]]) -> PageBox:
        """Return the smallest box around some points."""
        columns, rows = zip(*corners, strict=True)
        return cls(min(columns), min(rows), max(columns), max(rows))

    @property
    def area(self) -> float:
        """Its area."""
        width = max(0.0, self.right - self.left)
        height = max(0.0, self.top - self.bottom)
        return width * height

    def within(self, outer: PageBox) -> PageBox:
        """Return the part of it that is in another; of no area if there is none."""
        return PageBox(
            max(self.left, outer.left),
            max(self.bottom, outer.bottom),
            min(self.right, outer.right),
            min(self.top, outer.top),
        )

    def contains(self, x: float, y: float) -> bool:
        """Whether a point is within it."""
        is_beside = self.left <= x <= self.right
        return is_beside and self.bottom <= y <= self.top


def unit_box(matrix: Matrix, width: float = 1.0, height: float = 1.0) -> PageBox:
    """Return the box that a rectangle at the origin is transformed to."""
    corners = [(0.0, 0.0), (width, 0.0), (0.0, height), (width, height)]
    return PageBox.around([matrix.point(*corner) for corner in corners])


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text that a PDF places on a page.

    Attributes:
        left: Where it begins, …
        right: … and ends.
        baseline: Its height on the page.
        size: Of its letters, as they appear.
        hiding: Why no reader sees it; empty if one does.
    """

    left: float
    right: float
    baseline: float
    size: float
    text: str
    hiding: str = ""

    @property
    def middle(self) -> tuple[float, float]:
        """A point within its letters."""
        x = (self.left + self.right) / 2
        y = self.baseline + self.size / 4
        return x, y
