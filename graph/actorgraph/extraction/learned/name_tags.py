"""Names as the learned reader sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.learned.neural_network import WindowOutput
from actorgraph.extraction.learned.token_tags import tagged_runs, token_tags
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Start and end in tokens, and the type.
Name = tuple[int, int, ActorType]


def tagged_names(
    doc: Doc, outputs: Iterable[WindowOutput], types: tuple[str, ...]
) -> Iterator[Name]:
    """The names that the tags of all windows mark, in text order: a token is tagged as its first piece is."""
    tags = token_tags(
        doc, outputs, lambda output: output.tags[1:-1].argmax(1).tolist(), 0
    )
    for run, tag in tagged_runs(tags):
        yield run.start, run.stop, ActorType(types[(tag - 1) // 2])
