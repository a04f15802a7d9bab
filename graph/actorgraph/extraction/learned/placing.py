"""Which pieces of a window the mentions of a page cover."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.learned.encoding import REACH
from actorgraph.extraction.learned.network import Network, Sight
from actorgraph.extraction.page import Chunk, Page

if TYPE_CHECKING:
    from actorgraph.extraction.learned.network import Array

#: A mention with the pieces of the window that it covers.
Placed = tuple[Chunk, tuple[int, int]]


class Placing:
    """Finds the mentions of each window.

    Args:
        chunks: The mentions, in any order.
    """

    def __init__(self, page: Page, chunks: Iterable[Chunk]) -> None:
        self.page = page
        self.chunks = sorted(chunks, key=lambda chunk: (chunk.start, chunk.end))
        self.starts = [page.chars(chunk.start, chunk.end)[0] for chunk in self.chunks]

    def within(self, sight: Sight) -> Iterator[Placed]:
        """The mentions that begin in a window, with their pieces, in text order."""
        offsets = sight.window.offsets
        first, last = bisect_left(self.starts, offsets[0][0]), bisect_left(self.starts, offsets[-1][1])
        for chunk in self.chunks[first:last]:
            pieces = sight.window.pieces(*self.page.chars(chunk.start, chunk.end))
            if pieces is not None:
                yield chunk, pieces


def near(left: Placed, right: Placed) -> bool:
    """Whether two mentions stand near enough to prove something together."""
    return abs(left[1][0] - right[1][0]) <= REACH


def scores(network: Network, sight: Sight, placed: list[Placed], pairs: list[tuple[int, int]]) -> Array:
    """Log-odds [pairs, relations + 1] of pairs of the placed mentions."""
    import numpy as np

    types = [network.types.index(chunk.type) for chunk, _ in placed]
    spans = np.array([span for _, span in placed], np.int64)
    return network.score(sight, spans, np.array(types, np.int64), np.array(pairs, np.int64))
