"""Which pieces of a window the mentions of a page cover."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.learned.encoding import REACH
from actorgraph.extraction.learned.neural_network import Network, WindowOutput
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention

if TYPE_CHECKING:
    from actorgraph.extraction.learned.neural_network import Array

#: A mention with the pieces of the window that it covers.
PlacedMention = tuple[TokenMention, tuple[int, int]]


class PieceSpans:
    """Finds the mentions of each window.

    Args:
        chunks: The mentions, in any order.
    """

    def __init__(self, parsed: ParsedText, mentions: Iterable[TokenMention]) -> None:
        self.parsed = parsed
        self.mentions = sorted(
            mentions, key=lambda mention: (mention.start, mention.end)
        )
        self.starts = [
            parsed.chars(mention.start, mention.end)[0] for mention in self.mentions
        ]

    def within(self, output: WindowOutput) -> Iterator[PlacedMention]:
        """The mentions that begin in a window, with their pieces, in text order."""
        offsets = output.window.offsets
        first, last = (
            bisect_left(self.starts, offsets[0][0]),
            bisect_left(self.starts, offsets[-1][1]),
        )
        for mention in self.mentions[first:last]:
            pieces = output.window.pieces(
                *self.parsed.chars(mention.start, mention.end)
            )
            if pieces is not None:
                yield mention, pieces


def near(left: PlacedMention, right: PlacedMention) -> bool:
    """Whether two mentions stand near enough to prove something together."""
    return abs(left[1][0] - right[1][0]) <= REACH


def scores(
    network: Network,
    output: WindowOutput,
    placed: list[PlacedMention],
    pairs: list[tuple[int, int]],
) -> Array:
    """Log-odds [pairs, relations + 1] of pairs of the placed mentions."""
    import numpy as np

    types = [network.types.index(mention.type) for mention, _ in placed]
    spans = np.array([span for _, span in placed], np.int64)
    return network.score(
        output, spans, np.array(types, np.int64), np.array(pairs, np.int64)
    )
