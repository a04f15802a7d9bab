"""Text as the encoder reads it: word pieces with their case, in windows of whole sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from actorgraph.extraction.learned.token_tree import TokenTree
from actorgraph.model import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

#: Most word pieces of a window, with the two marks around them: the encoder was trained on this
#: length.
LONGEST_WINDOW = 256

#: Two mentions that begin further apart than this, in pieces, are not scored as a pair; nor were
#: they in training.
REACH = 64

#: Ids of the marks before and after a window, and of a piece that training hides, in the vocabulary
#: of the tokenizer.
FIRST, LAST, MASK = 2, 3, 4

#: Where a sentence that is longer than a window is cut.
CLAUSE_ENDS = frozenset(",;:")

#: How many marks a window has around its pieces.
MARKS = 2


class Shape(IntEnum):
    """How a piece is written.

    The encoder's vocabulary has lower case only, and names are recognised by their capitals. The
    numbers are part of the trained weights.
    """

    MARK = 0
    LOWER = 1
    CAPITALISED = 2
    UPPER = 3
    MIXED = 4
    NUMBER = 5
    OTHER = 6


#: A piece of a window: its id, and its code points in the text.
Piece = tuple[int, Span]


@dataclass(frozen=True, slots=True)
class Window:
    """The n word pieces of some sentences.

    Attributes:
        ids: [n + 2] ids of the pieces, with the marks around them.
        shapes: [n + 2] how each is written, as numbers of :class:`Shape`.
        governors: [n + 2] number of the piece that governs each in the dependency tree, counted
            with the marks; roots and marks govern themselves.
        offsets: [n] code points of each piece in the text, end exclusive; the marks have none.
    """

    ids: list[int]
    shapes: list[int]
    governors: list[int]
    offsets: list[Span]

    def pieces(self, start: int, end: int) -> Span | None:
        """Return the pieces that code points ``start`` to ``end`` touch.

        >>> window = Window([2, 7, 8, 3], [0, 1, 1, 0], [0, 2, 2, 3], [(0, 4), (5, 9)])
        >>> window.pieces(5, 9)
        (2, 3)

        Returns:
            First piece and end, exclusive, counted from 1 because of the mark before them; None if
            none is touched.
        """
        touched = [
            number
            for number, (first, last) in enumerate(self.offsets, 1)
            if first < end and last > start
        ]
        return (touched[0], touched[-1] + 1) if touched else None


def windows(
    text: str,
    sentences: Iterable[Span],
    tree: TokenTree,
    tokenizer: Tokenizer,
    longest: int = LONGEST_WINDOW,
) -> Iterator[Window]:
    """Cut a text into windows of as many whole sentences as fit; a longer sentence is cut itself.

    Args:
        text: Any text; an empty one has no windows.
        sentences: The code points of each sentence, end exclusive, in order.
        tree: Its dependency tree.
        tokenizer: Cuts a text into pieces.
        longest: Most pieces of a window, including its two marks.

    Yields:
        Windows in text order, each piece in exactly one of them.
    """
    room = longest - MARKS
    waiting: list[Piece] = []
    for sentence in sentences:
        pieces = _pieces(text, sentence, tokenizer)
        if waiting and len(waiting) + len(pieces) > room:
            yield _window(text, waiting, tree)
            waiting = []
        while len(pieces) > room:
            cut = _cut(text, pieces, room)
            yield _window(text, pieces[:cut], tree)
            pieces = pieces[cut:]
        waiting += pieces
    if waiting:
        yield _window(text, waiting, tree)


def _cut(text: str, pieces: list[Piece], room: int) -> int:
    """Return after how many pieces to cut a sentence: after a comma in the last half, if any."""
    for number in range(room, room // 2, -1):
        _, (start, end) = pieces[number - 1]
        if text[start:end] in CLAUSE_ENDS:
            return number
    return room


def _pieces(text: str, sentence: Span, tokenizer: Tokenizer) -> list[Piece]:
    start, end = sentence
    encoded = tokenizer.encode(text[start:end], add_special_tokens=False)
    return [
        (id_, (first + start, last + start))
        for id_, (first, last) in zip(encoded.ids, encoded.offsets, strict=True)
    ]


def _window(text: str, pieces: list[Piece], tree: TokenTree) -> Window:
    ids, shapes, offsets = [FIRST], [int(Shape.MARK)], []
    for id_, (start, end) in pieces:
        piece = text[start:end]
        ids.append(id_)
        shapes.append(int(shape(piece)))
        offsets.append((start, end))
    after = len(pieces) + 1
    of_pieces = (governor + 1 for governor in tree.over_pieces(offsets))
    governors = [0, *of_pieces, after]
    return Window([*ids, LAST], [*shapes, int(Shape.MARK)], governors, offsets)


def shape(piece: str) -> Shape:
    """Return how a piece is written.

    >>> [shape(piece).name for piece in ("NATO", "R", "McRoth", "1998", "—")]
    ['UPPER', 'CAPITALISED', 'MIXED', 'NUMBER', 'OTHER']
    """
    if piece.isdigit():
        return Shape.NUMBER
    if not any(letter.isalpha() for letter in piece):
        return Shape.OTHER
    if piece.islower():
        return Shape.LOWER
    if piece.isupper():
        return Shape.UPPER if len(piece) > 1 else Shape.CAPITALISED
    is_capitalised = piece[0].isupper() and piece[1:].islower()
    return Shape.CAPITALISED if is_capitalised else Shape.MIXED
