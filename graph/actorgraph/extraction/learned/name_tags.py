"""Names as the network tags them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.learned.neural_network import WindowOutput
from actorgraph.extraction.learned.token_tags import OUTSIDE, tagged_spans, token_tags
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Start and end in tokens, end exclusive, and the type.
Name = tuple[int, int, ActorType]


def tagged_names(
    doc: Doc, outputs: Iterable[WindowOutput], types: tuple[str, ...]
) -> Iterator[Name]:
    """Yield the names of all windows in text order.

    Args:
        doc: The document.
        outputs: What the network returned for its windows, in text order.
        types: Names of the types, in the order of their tags.
    """
    tags = token_tags(doc, outputs, _most_likely, OUTSIDE)
    for (start, end), tag in tagged_spans(tags):
        number = (tag - 1) // 2
        yield start, end, ActorType(types[number])


def _most_likely(output: WindowOutput) -> list[int]:
    """Return the most likely tag of each piece, without the marks around them."""
    tags: list[int] = output.name_tags[1:-1].argmax(1).tolist()
    return tags
