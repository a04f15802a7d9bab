"""Documents: one reader for each format.  A file that cannot be read costs only itself."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from actorgraph.documents.formats import READERS as READERS
from actorgraph.documents.formats import Item, read_sources, read_stream
from actorgraph.documents.inputs import find_sources
from actorgraph.documents.jsonl import read_jsonl
from actorgraph.documents.standard_input import is_jsonl, peek
from actorgraph.documents.text import read_text
from actorgraph.model import Document, DocumentId, RefusedDocument

STANDARD_INPUT = "-"


def read_documents(
    inputs: Sequence[str | Path], *, keep_copies: bool = False
) -> Iterator[Item]:
    """Read files, folders and standard input, one document at a time.

    The order is that of the names, whatever the order of the inputs: first what cannot be opened,
    then the files, then standard input.  A document with the text, title, date and address of an
    earlier one is refused as a copy.

    Args:
        inputs: Paths of files and folders; ``-`` is standard input, which is JSON lines if one of
            its first two lines is a JSON object, else one text.  No input yields nothing.
        keep_copies: Yield copies as well, with the id of the first.

    Yields:
        Each document, what was left out of it, or the input that was refused with the reason.  A
        bad input raises nothing.
    """
    first_names: dict[DocumentId, str] = {}
    for item in _read_all(inputs):
        if not isinstance(item, Document) or keep_copies:
            yield item
        elif item.id in first_names:
            reason = f"the same document as {first_names[item.id]}"
            yield RefusedDocument(item.name, reason)
        else:
            first_names[item.id] = item.name
            yield item


def _read_all(inputs: Sequence[str | Path]) -> Iterator[Item]:
    paths = [Path(item) for item in inputs if str(item) != STANDARD_INPUT]
    sources, refused = find_sources(paths)
    yield from refused
    yield from read_sources(sources)
    names_standard_input = len(paths) < len(inputs)
    if names_standard_input:
        yield from _read_standard_input()


def _read_standard_input() -> Iterator[Item]:
    head, stream = peek(sys.stdin.buffer)
    reader = read_jsonl if is_jsonl(head) else read_text
    yield from read_stream(reader, stream, STANDARD_INPUT)
