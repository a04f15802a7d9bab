"""The lines of a PDF page, in the order in which they are read: one column after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from actorgraph.documents.pdf_geometry import Run

#: All in sizes of the letters.  Space between runs above which it divides words, …
WORD_GAP = 0.17
#: … above which it may divide columns, …
COLUMN_GAP = 1.0
#: … and above which it divides cells; words of a justified line can be nearly as far apart.
CELL_GAP = 2.2
#: By how much a raised or lowered letter leaves its line.
RAISED = 0.45
#: How far back a run may begin without beginning a line: bold is sometimes printed twice.
BACK = 0.5
#: Number of characters of a line in a column; shorter ones are cells of a table.
COLUMN_LINE = 20
#: Number of rows, written across, from which they are taken for columns.
FEWEST_ROWS = 4
#: In units of the page: how well the lines of a column are aligned.
ALIGNED = 3.0
#: Between cells of a row, and what is no cell: the number of an item.
CELL_SEPARATOR = " – "
SHORTEST_CELL = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in a column.

    Attributes:
        page: Its number, from 0.
        left, right, baseline: Its place, in units of the page.
        size: Of its letters.
    """

    page: int
    left: float
    right: float
    baseline: float
    size: float
    text: str

    @property
    def letter_width(self) -> float:
        """The average width of its characters."""
        return (self.right - self.left) / max(1, len(self.text))


def page_lines(runs: Iterable[Run], page: int) -> list[Line]:
    """Return the lines that pieces of text make, in reading order.

    The file mostly has them in that order.  Only where it goes across columns, row by row, are they
    put one below the other; shorter pieces in a row are cells of a table.
    """
    pieces = [line for line in _pieces(runs, page) if line.text.strip()]
    gutters = _gutters(pieces)
    if not gutters:
        return _rows(pieces)
    by_column = _by_column(pieces, gutters)
    return list(by_column)


def _pieces(runs: Iterable[Run], page: int) -> Iterator[Line]:
    """Join runs that follow each other closely on a line."""
    current: Line | None = None
    for run in runs:
        line = Line(page, run.left, run.right, run.baseline, run.size, run.text)
        if current is None:
            current = line
        elif _goes_on(current, line):
            current = _joined(current, line)
        else:
            yield current
            current = line
    if current is not None:
        yield current


def _goes_on(line: Line, following: Line) -> bool:
    size = max(line.size, following.size)
    gap = following.left - line.right
    is_near = -BACK * size < gap < COLUMN_GAP * size
    return is_near and abs(following.baseline - line.baseline) < RAISED * size


def _joined(line: Line, following: Line) -> Line:
    gap = following.left - line.right
    is_apart = gap > WORD_GAP * max(line.size, following.size)
    is_open = line.text.endswith(" ") or following.text.startswith(" ")
    space = " " if is_apart and not is_open else ""
    # The larger letters carry the line: a raised number does not.
    main = max(line, following, key=lambda item: (item.size, len(item.text)))
    return replace(
        main,
        left=min(line.left, following.left),
        right=max(line.right, following.right),
        text=f"{line.text}{space}{following.text}",
    )


# Rows across columns


def _is_row(left: Line, right: Line) -> bool:
    """Whether two pieces are side by side."""
    is_level = abs(left.baseline - right.baseline) < RAISED * left.size
    return is_level and right.left > left.right


def _gutters(pieces: Sequence[Line]) -> list[float]:
    """Return where columns begin that the file goes across, from left to right."""
    starts: Counter[int] = Counter()
    for left, right in pairwise(pieces):
        if not _is_row(left, right):
            continue
        shorter = min(len(left.text), len(right.text))
        if shorter >= COLUMN_LINE:
            place = round(right.left / ALIGNED)
            starts[place] += 1
    frequent = [start for start, number in starts.items() if number >= FEWEST_ROWS]
    return sorted(start * ALIGNED for start in frequent)


def _by_column(pieces: Iterable[Line], gutters: Sequence[float]) -> Iterator[Line]:
    """Yield the lines of each column; what crosses all columns divides them in two parts."""
    part: list[Line] = []
    for line in sorted(pieces, key=lambda line: -line.baseline):
        is_across = any(line.left < gutter - ALIGNED < line.right for gutter in gutters)
        if is_across:
            yield from _sorted_by_column(part, gutters)
            yield line
            part = []
        else:
            part.append(line)
    yield from _sorted_by_column(part, gutters)


def _sorted_by_column(part: list[Line], gutters: Sequence[float]) -> list[Line]:
    def order(line: Line) -> tuple[int, float]:
        column = sum(line.left >= gutter - ALIGNED for gutter in gutters)
        return column, -line.baseline

    return sorted(part, key=order)


def _rows(pieces: Sequence[Line]) -> list[Line]:
    """Join the cells of each row of a table."""
    lines: list[Line] = []
    for piece in pieces:
        if lines and _is_row(lines[-1], piece):
            lines[-1] = _as_cells(lines[-1], piece)
        else:
            lines.append(piece)
    return lines


def _as_cells(left: Line, right: Line) -> Line:
    is_far = right.left - left.right > CELL_GAP * left.size
    is_cell = is_far and len(left.text.strip()) >= SHORTEST_CELL
    separator = CELL_SEPARATOR if is_cell else " "
    text = f"{left.text.rstrip()}{separator}{right.text.lstrip()}"
    return replace(left, right=right.right, text=text)
