"""Documents: one reader per format.  A file that cannot be read costs only itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path, PurePath
from typing import BinaryIO

from actorgraph.documents.inputs import Source, find_sources
from actorgraph.documents.jsonl import parse_line, read_jsonl
from actorgraph.documents.markdown import read_markdown
from actorgraph.documents.markup import read_markup
from actorgraph.documents.raw_document import RawDocument, finish
from actorgraph.documents.text import read_text
from actorgraph.errors import DocumentError
from actorgraph.model import Document, DocumentId, RefusedDocument

Reader = Callable[
    [BinaryIO, str], Iterator[RawDocument | RefusedDocument] | Iterator[RawDocument]
]

#: The reader of each file ending.
READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_markup,
    ".htm": read_markup,
    ".xhtml": read_markup,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
}

STANDARD_INPUT = "-"
#: Characters of an unexpected error that are told: it may quote the whole file.
LONGEST_REASON = 200


def read_documents(
    inputs: Sequence[str | Path], *, keep_copies: bool = False
) -> Iterator[Document | RefusedDocument]:
    """Read files, folders and standard input, one document at a time.

    The order is that of the names, whatever the order of the inputs: first what cannot be opened at all, then the
    files, then standard input.  A text that came before, with the same title, date and address, is refused as a copy.

    Args:
        inputs: Paths of files and folders; ``-`` is standard input, JSON lines if its first line is a JSON object,
            else one text.  No input gives nothing.
        keep_copies: Give copies too, with the id of the first: for output that is asked for line by line.

    Yields:
        Each document, or the input that was refused with the reason.  Nothing is raised for a bad input.
    """
    first_names: dict[DocumentId, str] = {}
    for item in _all(inputs):
        if isinstance(item, Document) and item.id in first_names and not keep_copies:
            yield RefusedDocument(
                item.name, f"the same document as {first_names[item.id]}"
            )
            continue
        if isinstance(item, Document):
            first_names[item.id] = item.name
        yield item


def _all(inputs: Sequence[str | Path]) -> Iterator[Document | RefusedDocument]:
    sources, refused = find_sources(
        Path(item) for item in inputs if str(item) != STANDARD_INPUT
    )
    yield from refused
    for source in sources:
        yield from _contained(source.name, _read_file(source))
    if any(str(item) == STANDARD_INPUT for item in inputs):
        yield from _contained(STANDARD_INPUT, _read_standard_input(sys.stdin.buffer))


def _contained(
    name: str, items: Iterable[RawDocument | RefusedDocument]
) -> Iterator[Document | RefusedDocument]:
    """Finish what a reader gives; when it fails, refuse the rest of this input with the reason."""
    try:
        for item in items:
            yield finish(item) if isinstance(item, RawDocument) else item
    except DocumentError as error:
        yield RefusedDocument(name, str(error))
    except OSError as error:
        yield RefusedDocument(
            name, f"the file cannot be read: {error.strerror or error}"
        )
    except Exception as error:
        yield RefusedDocument(name, f"the file cannot be parsed ({_described(error)})")


def _described(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:LONGEST_REASON].rstrip(
        ": "
    )


def _read_file(source: Source) -> Iterator[RawDocument | RefusedDocument]:
    reader = READERS.get(PurePath(source.name).suffix.lower())
    if reader is None:
        raise DocumentError(
            f"its ending is not one of those that are read: {' '.join(READERS)}"
        )
    with source.path.open("rb") as stream:
        yield from reader(stream, source.name)


def _read_standard_input(stream: BinaryIO) -> Iterator[RawDocument | RefusedDocument]:
    data = stream.read()
    reader = read_jsonl if _is_jsonl(data) else read_text
    yield from reader(BytesIO(data), STANDARD_INPUT)


def _is_jsonl(data: bytes) -> bool:
    """Whether a line near the top is a JSON object; the very first one may be damaged."""
    lines = data.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 2)[:2]
    return lines[0].startswith(b"{") and any(map(_is_object, lines))


def _is_object(line: bytes) -> bool:
    try:
        return bool(parse_line(line))
    except DocumentError:
        return False
