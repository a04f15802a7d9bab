"""From pieces back to tokens: the tags of tokens, and the spans that the tags mark.

Tags are numbers: 0 is outside, and each kind has an odd number for the token that begins a span of
it and the next even number for the tokens inside: 1 and 2, 3 and 4, …
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from actorgraph.extraction.learned.neural_network import WindowOutput
from actorgraph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

Tag = TypeVar("Tag")

#: The tag of what is in no span.
OUTSIDE = 0


def token_tags(
    doc: Doc,
    outputs: Iterable[WindowOutput],
    tags_of: Callable[[WindowOutput], Iterable[Tag]],
    outside: Tag,
) -> list[Tag]:
    """Return a tag for each token: that of the piece in which it begins.

    Args:
        doc: The document.
        outputs: What the network returned for its windows, in text order.
        tags_of: Returns the tags of a window's pieces, without the marks around them.
        outside: The tag of white space, and of tokens that are in no window.
    """
    starts: list[int] = []
    pieces: list[tuple[int, Tag]] = []
    for output in outputs:
        offsets, tags = output.window.offsets, tags_of(output)
        for (start, end), tag in zip(offsets, tags, strict=True):
            starts.append(start)
            pieces.append((end, tag))

    def tag_at(offset: int) -> Tag:
        number = bisect_right(starts, offset) - 1
        if number < 0 or offset >= pieces[number][0]:
            return outside
        return pieces[number][1]

    return [outside if token.is_space else tag_at(token.idx) for token in doc]


def tagged_spans(tags: list[int]) -> Iterator[tuple[Span, int]]:
    """Yield the spans of tokens that tags mark, each with the tag of its first token.

    A span that begins with an inside tag, for want of a begin tag, counts as well.

    >>> list(tagged_spans([0, 1, 2, 1, 4, 0]))
    [((1, 3), 1), ((3, 4), 1), ((4, 5), 4)]
    """
    start = None
    for place, tag in enumerate([*tags, OUTSIDE]):
        if start is not None and not _continues(tags[start], tag):
            yield (start, place), tags[start]
            start = None
        if start is None and tag != OUTSIDE:
            start = place


def _continues(first: int, tag: int) -> bool:
    """Whether a tag continues the span that another tag begins."""
    inside = first + first % 2
    return tag == inside
