"""Documents: one reader for each format.  A file that cannot be read costs only itself."""

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
from actorgraph.limited_process import Work, map_limited
from actorgraph.model import Document, DocumentId, RefusedDocument
from actorgraph.process_limits import CostLimit
from actorgraph.settings import DOCUMENT_MEMORY, DOCUMENT_SECONDS

Raw = RawDocument | RefusedDocument
#: Reads the documents in a stream; the second argument is the name of the file.
FormatReader = Callable[[BinaryIO, str], Iterator[Raw] | Iterator[RawDocument]]

#: Ending of a file → the reader of its format.
READERS: dict[str, FormatReader] = {
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
#: Maximum number of characters of an unexpected error that are reported: it may quote the file.
LONGEST_REASON = 200
#: Bytes at the beginning of JSON lines that are skipped: the UTF-8 mark and white space.
PREAMBLE = b"\xef\xbb\xbf \t\r\n"


def read_documents(
    inputs: Sequence[str | Path], *, keep_copies: bool = False
) -> Iterator[Document | RefusedDocument]:
    """Read files, folders and standard input, one document at a time.

    The order is that of the names, whatever the order of the inputs: first what cannot be opened,
    then the files, then standard input.  A document with the text, title, date and address of an
    earlier one is refused as a copy.

    Args:
        inputs: Paths of files and folders; ``-`` is standard input, which is JSON lines if one of
            its first two lines is a JSON object, else one text.  No input yields nothing.
        keep_copies: Yield copies as well, with the id of the first.

    Yields:
        Each document, or the input that was refused with the reason.  A bad input raises nothing.
    """
    first_names: dict[DocumentId, str] = {}
    for item in _read_all(inputs):
        if isinstance(item, RefusedDocument) or keep_copies:
            yield item
        elif item.id in first_names:
            reason = f"the same document as {first_names[item.id]}"
            yield RefusedDocument(item.name, reason)
        else:
            first_names[item.id] = item.name
            yield item


def _read_all(inputs: Sequence[str | Path]) -> Iterator[Document | RefusedDocument]:
    paths = [Path(item) for item in inputs if str(item) != STANDARD_INPUT]
    sources, refused = find_sources(paths)
    yield from refused
    yield from read_sources(sources)
    if len(paths) < len(inputs):
        yield from _finished(STANDARD_INPUT, _read_standard_input(sys.stdin.buffer))


def read_sources(sources: Sequence[Source]) -> Iterator[Document | RefusedDocument]:
    """Yield the documents of files, in their order."""
    intricate = map_limited(PARSING, list(filter(_is_intricate, sources)))
    for source in sources:
        yield from next(intricate) if _is_intricate(source) else _read_source(source)


def read_stream(
    reader: FormatReader, stream: BinaryIO, name: str
) -> Iterator[Document | RefusedDocument]:
    """Yield the documents in a stream of a format."""
    return _finished(name, reader(stream, name))


def _is_intricate(source: Source) -> bool:
    """Whether a file's parser may be held up by it, so that it must run in a child process."""
    return READERS.get(_ending(source)) in (read_markdown, read_markup)


def _ending(source: Source) -> str:
    return PurePath(source.name).suffix.lower()


def _read_source(source: Source) -> Iterator[Document | RefusedDocument]:
    return _finished(source.name, _read_file(source))


def _read_at_once(source: Source) -> list[Document | RefusedDocument]:
    return list(_read_source(source))


def _refused(source: Source, reason: str) -> list[Document | RefusedDocument]:
    return [RefusedDocument(source.name, reason)]


def _limit(_source: Source) -> CostLimit:
    return CostLimit(DOCUMENT_SECONDS, DOCUMENT_MEMORY)


#: What a child process does with a file.
PARSING = Work(_read_at_once, _refused, _limit)


def _finished(name: str, items: Iterable[Raw]) -> Iterator[Document | RefusedDocument]:
    """Finish what a reader yields; if it fails, refuse what is left of this input."""
    try:
        for item in items:
            yield finish(item) if isinstance(item, RawDocument) else item
    except DocumentError as error:
        yield RefusedDocument(name, str(error))
    except OSError as error:
        reason = f"the file cannot be read: {error.strerror or error}"
        yield RefusedDocument(name, reason)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  a parser may fail in any way; the file is refused
        yield RefusedDocument(name, f"the file cannot be parsed ({_described(error)})")


def _described(error: Exception) -> str:
    description = " ".join(f"{type(error).__name__}: {error}".split())
    return description[:LONGEST_REASON].rstrip(": ")


def _read_file(source: Source) -> Iterator[Raw]:
    reader = READERS.get(_ending(source))
    if reader is None:
        raise DocumentError(
            f"its ending is not one of those that are read: {' '.join(READERS)}"
        )
    with source.path.open("rb") as stream:
        yield from reader(stream, source.name)


def _read_standard_input(stream: BinaryIO) -> Iterator[Raw]:
    data = stream.read()
    reader: FormatReader = read_jsonl if _is_jsonl(data) else read_text
    yield from reader(BytesIO(data), STANDARD_INPUT)


def _is_jsonl(data: bytes) -> bool:
    """Whether one of the first two lines is a JSON object: the very first may be damaged."""
    lines = data.lstrip(PREAMBLE).split(b"\n", 2)[:2]
    return lines[0].startswith(b"{") and any(map(_is_object, lines))


def _is_object(line: bytes) -> bool:
    try:
        return bool(parse_line(line))
    except DocumentError:
        return False
