"""From pieces back to tokens: which tags the tokens of a document have."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from actorgraph.extraction.learned.neural_network import WindowOutput

if TYPE_CHECKING:
    from spacy.tokens import Doc

Tag = TypeVar("Tag")


def token_tags(
    doc: Doc,
    outputs: Iterable[WindowOutput],
    tags_of: Callable[[WindowOutput], Iterable[Tag]],
    outside: Tag,
) -> list[Tag]:
    """A tag for each token: that of the piece in which it begins; white space is outside.

    Args:
        tags_of: Gives the tags of a window's pieces, without the marks around them.
    """
    starts: list[int] = []
    pieces: list[tuple[int, Tag]] = []
    for output in outputs:
        for (start, end), tag in zip(
            output.window.offsets, tags_of(output), strict=True
        ):
            starts.append(start)
            pieces.append((end, tag))

    def tag_at(offset: int) -> Tag:
        i = bisect_right(starts, offset) - 1
        return pieces[i][1] if i >= 0 and offset < pieces[i][0] else outside

    return [outside if token.is_space else tag_at(token.idx) for token in doc]


def tagged_runs(tags: list[int]) -> Iterator[tuple[range, int]]:
    """Runs of tokens that are tagged alike, each with the tag of its first: 0 is outside, odd begins, even goes on."""
    start = None
    for i, tag in enumerate([*tags, 0]):
        if start is not None and (tag % 2 == 1 or tag != _inside(tags[start])):
            yield range(start, i), tags[start]
            start = None
        if start is None and tag:
            start = i


def _inside(tag: int) -> int:
    """The tag that goes on with what a tag begins."""
    return tag + tag % 2
