"""The quotations of a text, by where they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from actorgraph.extraction.parse.quotations import Quotation

#: A quotation that its cue interrupts ("…," Roth said, "…") has both parts within this many tokens
#: of the cue.
BESIDE_CUE = 6
#: The second part may be further away if only the speaker's phrase is between: "said Roth, a
#: nurse who …".
AFTER_SPEAKER = 14


class QuotationIndex:
    """Finds quotations by their tokens, in logarithmic time.

    >>> index = QuotationIndex([Quotation(2, 6, True), Quotation(9, 12, False)])
    >>> index.at(5)
    Quotation(start=2, end=6, is_sentence=True, goes_on=False)
    >>> index.at(6) is None
    True
    >>> index.covers_most([4, 5, 6])
    True

    Args:
        quotations: In text order, without overlap.
    """

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.all = quotations
        self._starts = [quotation.start for quotation in quotations]
        self._ends = [quotation.end for quotation in quotations]

    def at(self, token: int) -> Quotation | None:
        """Return the quotation that a token is in, its marks included."""
        number = self._number_at(token)
        if number is None:
            return None
        return self.all[number]

    def touching(self, tokens: Iterable[int]) -> list[Quotation]:
        """Return the quotations that contain any of these tokens, in text order."""
        quotations = dict.fromkeys(map(self.at, sorted(tokens)))
        return [quotation for quotation in quotations if quotation is not None]

    def covers_most(self, content: Sequence[int]) -> bool:
        """Whether more than half of these tokens are in quotations."""
        inside = sum(self._number_at(token) is not None for token in content)
        return inside * 2 > len(content)

    def beside(self, cue: Sequence[int]) -> list[Quotation]:
        """Return the quotations that end right before a cue, or begin soon after it."""
        first = bisect_left(self._ends, cue[0] - BESIDE_CUE)
        last = bisect_right(self._starts, cue[-1] + AFTER_SPEAKER)
        return [
            quotation
            for quotation in self.all[first:last]
            if abs(quotation.end - cue[0]) <= BESIDE_CUE
            or abs(quotation.start - cue[-1]) <= AFTER_SPEAKER
        ]

    def _number_at(self, token: int) -> int | None:
        number = bisect_right(self._starts, token) - 1
        if number < 0 or token >= self._ends[number]:
            return None
        return number
