"""Which pieces of a window the mentions of a text cover, and the scores of their pairs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.learned.encoding import REACH
from actorgraph.extraction.learned.neural_network import Network, WindowOutput
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import Span

if TYPE_CHECKING:
    from actorgraph.extraction.learned.neural_network import Array

#: A mention, and the pieces of a window that it covers.
PlacedMention = tuple[TokenMention, Span]

#: Two places in a list of mentions: subject, then object; or antecedent, then pronoun.
Pair = tuple[int, int]


class PieceSpans:
    """Finds the mentions of each window.

    Args:
        parsed: The text.
        mentions: Its mentions, in any order.
    """

    def __init__(self, parsed: ParsedText, mentions: Iterable[TokenMention]) -> None:
        self.parsed = parsed
        self.mentions = sorted(
            mentions, key=lambda mention: (mention.start, mention.end)
        )
        self.starts = [self._chars(mention)[0] for mention in self.mentions]

    def within(self, output: WindowOutput) -> Iterator[PlacedMention]:
        """Yield the mentions that begin in a window, with their pieces, in text order."""
        window = output.window
        start, _ = window.offsets[0]
        _, end = window.offsets[-1]
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end)
        for mention in self.mentions[first:last]:
            pieces = window.pieces(*self._chars(mention))
            if pieces is not None:
                yield mention, pieces

    def _chars(self, mention: TokenMention) -> Span:
        return self.parsed.chars(mention.start, mention.end)


def within_reach(left: PlacedMention, right: PlacedMention) -> bool:
    """Whether two mentions are near enough to be scored as a pair."""
    (_, (first, _)), (_, (second, _)) = left, right
    return abs(first - second) <= REACH


def score_pairs(
    network: Network,
    output: WindowOutput,
    placed: list[PlacedMention],
    pairs: list[Pair],
) -> Array:
    """Return the log-odds [pairs, relations + 1] of at least one pair of mentions in a window."""
    import numpy as np

    types = [network.types.index(mention.type) for mention, _ in placed]
    spans = [span for _, span in placed]
    return network.score(
        output,
        np.array(spans, np.int64),
        np.array(types, np.int64),
        np.array(pairs, np.int64),
    )
