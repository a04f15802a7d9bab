"""Text as the encoder sees it: word pieces with the case that they are written in, in windows of whole sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

#: Word pieces of a window, the two marks around them included.  The encoder was made for so many.
LONGEST_WINDOW = 256

#: Two mentions whose beginnings are further apart, in pieces, prove nothing together.
REACH = 64

#: How a piece is written.  The encoder's vocabulary knows small letters only, and names are known by their capitals.
SHAPES = ("mark", "lower", "capitalised", "upper", "mixed", "number", "other")

#: Ids of the marks before and after a window, [CLS] and [SEP].
FIRST, LAST = 101, 102

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Window:
    """Word pieces of some sentences: their ids and shapes, with the marks around them, and their offsets, without."""

    ids: list[int]
    shapes: list[int]
    offsets: list[Span]

    def pieces(self, start: int, end: int) -> Span | None:
        """The pieces, counted with the mark before them, that code points ``start`` to ``end`` touch; None if none."""
        touched = [
            i for i, (a, b) in enumerate(self.offsets, 1) if a < end and b > start
        ]
        return (touched[0], touched[-1] + 1) if touched else None


def windows(
    text: str,
    sentences: Iterable[Span],
    tokenizer: Tokenizer,
    longest: int = LONGEST_WINDOW,
) -> Iterator[Window]:
    """Cut a text into windows of as many whole sentences as fit; a sentence that does not fit is cut itself.

    Args:
        text: Any text; nothing comes of an empty one.
        sentences: Where sentences stand, in code points, in order.
        longest: Most pieces of a window, with its two marks.
    """
    room = longest - 2
    waiting: list[tuple[int, Span]] = []
    for start, end in sentences:
        encoded = tokenizer.encode(text[start:end], add_special_tokens=False)
        pieces = [
            (id_, (a + start, b + start))
            for id_, (a, b) in zip(encoded.ids, encoded.offsets, strict=True)
        ]
        if waiting and len(waiting) + len(pieces) > room:
            yield _window(text, waiting)
            waiting = []
        while len(pieces) > room:
            yield _window(text, pieces[:room])
            pieces = pieces[room:]
        waiting += pieces
    if waiting:
        yield _window(text, waiting)


def _window(text: str, pieces: list[tuple[int, Span]]) -> Window:
    ids = [FIRST, *(id_ for id_, _ in pieces), LAST]
    shapes = [0, *(shape(text[a:b]) for _, (a, b) in pieces), 0]
    return Window(ids, shapes, [span for _, span in pieces])


def shape(piece: str) -> int:
    """How a piece is written, as an index of :data:`SHAPES`."""
    if piece.isdigit():
        return 5
    if not any(letter.isalpha() for letter in piece):
        return 6
    if piece.islower():
        return 1
    if piece.isupper():
        return 3 if len(piece) > 1 else 2
    return 2 if piece[0].isupper() and piece[1:].islower() else 4
