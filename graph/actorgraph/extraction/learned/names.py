"""Names as the learned reader sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.learned.network import Sight
from actorgraph.extraction.learned.tokens import token_tags
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Start and end in tokens, and the type.
Name = tuple[int, int, ActorType]


def tagged_names(doc: Doc, sights: Iterable[Sight], types: tuple[str, ...]) -> Iterator[Name]:
    """The names that the tags of all windows mark, in text order: a token is tagged as its first piece is."""
    tags = token_tags(doc, sights, lambda sight: sight.tags[1:-1].argmax(1).tolist(), 0)
    start = None
    for i in range(len(tags) + 1):
        tag = tags[i] if i < len(tags) else 0
        if start is not None and (tag == 0 or tag % 2 == 1 or tag != _inside(tags[start])):
            yield start, i, ActorType(types[(tags[start] - 1) // 2])
            start = None
        if start is None and tag:
            start = i


def _inside(tag: int) -> int:
    """The tag that goes on with what a tag begins."""
    return tag + tag % 2
