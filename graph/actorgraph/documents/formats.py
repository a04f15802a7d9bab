"""The formats that are read, and how a file becomes documents, with the files within it.

What is parsed may hang or kill a parser, so all but the simplest run in child processes
under limits.  A reader yields documents, refusals, what it left out, and files within its file;
those are read in children of their own, so that a broken one costs only itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO

from actorgraph.documents.feed import read_feed
from actorgraph.documents.inputs import Source
from actorgraph.documents.jsonl import read_jsonl
from actorgraph.documents.mail import read_mail
from actorgraph.documents.mailbox import read_mailbox
from actorgraph.documents.markdown import read_markdown
from actorgraph.documents.markup import read_markup
from actorgraph.documents.pdf import read_pdf
from actorgraph.documents.raw_document import Part, RawDocument, finish
from actorgraph.documents.saved_page import read_saved_page
from actorgraph.documents.text import read_text
from actorgraph.documents.web_archive import read_web_archive
from actorgraph.documents.word import read_word
from actorgraph.documents.zip_archive import read_zip
from actorgraph.errors import DocumentError
from actorgraph.limited_process import Work, map_limited
from actorgraph.model import Document, Omission, RefusedDocument
from actorgraph.process_limits import CostLimit
from actorgraph.settings import (
    BYTES_PER_SECOND,
    DEEPEST_FILE,
    DOCUMENT_MEMORY,
    DOCUMENT_SECONDS,
)

Raw = RawDocument | RefusedDocument | Omission | Part
#: What becomes of an input.
Item = Document | RefusedDocument | Omission
#: Reads the documents in a stream; the second argument is the name of the file.
FormatReader = Callable[[BinaryIO, str], Iterable[Raw]]

#: Ending of a file → the reader of its format.
READERS: dict[str, FormatReader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_markup,
    ".htm": read_markup,
    ".xhtml": read_markup,
    ".mhtml": read_saved_page,
    ".mht": read_saved_page,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".pdf": read_pdf,
    ".docx": read_word,
    ".rss": read_feed,
    ".atom": read_feed,
    ".xml": read_feed,
    ".eml": read_mail,
    ".mbox": read_mailbox,
    ".warc": read_web_archive,
    ".warc.gz": read_web_archive,
    ".zip": read_zip,
}
#: Those that no file can hang.
SIMPLE = (read_text, read_jsonl)

#: Maximum number of characters of an unexpected error that are reported: it may quote the file.
LONGEST_REASON = 200
#: Files within a file that a child process reads at a time, and their bytes.
BATCH = 256
BATCH_BYTES = 32_000_000


def read_sources(sources: list[Source]) -> Iterator[Item]:
    """Read files, in their order; parsers that a file may hang run in a child process."""
    of_intricate = filter(_is_intricate, sources)
    intricate = map_limited(_PARSING, list(of_intricate))
    for source in sources:
        if _is_intricate(source):
            yield from next(intricate)
        else:
            yield from _read_source(source)


def read_stream(reader: FormatReader, stream: BinaryIO, name: str) -> Iterator[Item]:
    """Read a stream in a format; if its reader fails, refuse what is left of it."""
    return _unpacked(_finished(name, reader(stream, name)))


def ending_of(name: str) -> str | None:
    """Return the ending of a file name that says its format, or None if it is not read.

    >>> ending_of("crawl.WARC.gz")
    '.warc.gz'
    """
    lower = name.lower()
    endings = filter(lower.endswith, READERS)
    return max(endings, key=len, default=None)


def _is_intricate(source: Source) -> bool:
    ending = ending_of(source.name)
    if ending is None:
        return False
    return READERS[ending] not in SIMPLE


def _read_source(source: Source) -> Iterator[Item]:
    return _unpacked(_finished(source.name, _read_file(source)))


def _read_file(source: Source) -> Iterator[Raw]:
    reader = _reader(source.name)
    with source.path.open("rb") as stream:
        yield from reader(stream, source.name)


def _reader(name: str) -> FormatReader:
    ending = ending_of(name)
    if ending is None:
        suffix = PurePath(name).suffix
        files = f"{suffix} files" if suffix else "files without an ending"
        raise DocumentError(
            f"{files} are not read; actorgraph build --help lists what is"
        )
    return READERS[ending]


# Documents and refusals


def _finished(name: str, raw: Iterable[Raw]) -> Iterator[Item | Part]:
    """Finish what a reader yields; if it fails, refuse what is left of this input."""
    try:
        for item in raw:
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
    name = type(error).__name__
    words = f"{name}: {error}".split()
    description = " ".join(words)
    beginning = description[:LONGEST_REASON]
    return beginning.rstrip(": ")


# Files within files


def _unpacked(items: Iterable[Item | Part], depth: int = 0) -> Iterator[Item]:
    """Read the files among what is in a file that is so deep itself."""
    parts: list[Part] = []
    for item in items:
        if not isinstance(item, Part):
            yield from _read_parts(parts, depth)
            yield item
            parts = []
        else:
            parts.append(item)
            if _is_enough(parts):
                yield from _read_parts(parts, depth)
                parts = []
    yield from _read_parts(parts, depth)


def _is_enough(parts: list[Part]) -> bool:
    if len(parts) == BATCH:
        return True
    size = sum(len(part.data) for part in parts)
    return size > BATCH_BYTES


def _read_parts(parts: list[Part], depth: int) -> Iterator[Item]:
    """Read files within a file, in a child process."""
    read_part = partial(_read_part_at_once, depth + 1)
    work = Work(read_part, _refused, _limit_of_part)
    for items in map_limited(work, parts):
        yield from items


def _read_part_at_once(depth: int, part: Part) -> list[Item]:
    items = _finished(part.name, _read_part(part, depth))
    return list(_unpacked(items, depth))


def _read_part(part: Part, depth: int) -> Iterator[Raw]:
    if depth > DEEPEST_FILE:
        raise DocumentError(f"it is more than {DEEPEST_FILE} files deep in its file")
    reader = _reader(part.file_name)
    for item in reader(BytesIO(part.data), part.name):
        if isinstance(item, RawDocument):
            yield _with_facts(item, part)
        else:
            yield item


def _with_facts(raw: RawDocument, part: Part) -> RawDocument:
    """Add what the outer file knows of a document."""
    url = part.url or raw.url
    file_date = part.file_date or raw.file_date
    return replace(raw, url=url, file_date=file_date)


# Child processes


def _read_at_once(source: Source) -> list[Item]:
    return list(_read_source(source))


def _refused(source: Source | Part, reason: str) -> list[Item]:
    refusal = RefusedDocument(source.name, reason)
    return [refusal]


def _limit(source: Source) -> CostLimit:
    try:
        return _limit_of_bytes(source.path.stat().st_size)
    except OSError:  # it is gone; the child says so
        return CostLimit()


def _limit_of_part(part: Part) -> CostLimit:
    size = len(part.data)
    return _limit_of_bytes(size)


def _limit_of_bytes(size: int) -> CostLimit:
    return CostLimit(DOCUMENT_SECONDS + size // BYTES_PER_SECOND, DOCUMENT_MEMORY)


#: What a child process does with a file.
_PARSING = Work(_read_at_once, _refused, _limit)
