"""Web archives (warc, also packed): a document for each page, with its address and its day."""

from __future__ import annotations

from collections.abc import Iterator
from os import SEEK_END
from typing import TYPE_CHECKING, Any, BinaryIO

from actorgraph.documents.encodings import decode
from actorgraph.documents.gzip_check import is_complete_gzip
from actorgraph.documents.mail import ENDINGS
from actorgraph.documents.raw_document import WITHIN, Part
from actorgraph.errors import DocumentError
from actorgraph.model import Omission, RefusedDocument
from actorgraph.settings import BYTES_OF_FILE

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

#: Status of a response that has a page.
OK = "200"
#: Bytes that begin each record, that end it, and that begin a packed file.
RECORD, END, PACKED = b"WARC/", b"\r\n\r\n", b"\x1f\x8b"
#: Bytes at the end of an archive in which its last record is looked for.
TAIL = 1_000_000
#: Maximum number of characters of an error that are reported: it may quote the file.
LONGEST_REASON = 100


def read_web_archive(
    stream: BinaryIO, name: str
) -> Iterator[Part | RefusedDocument | Omission]:
    """Read a web archive: yield its pages and PDF files, in their order.

    Raises:
        DocumentError: if the file is no web archive, is damaged, or is cut.
    """
    is_complete = _is_complete(stream)
    unread = 0
    for record in _records(stream):
        part = _part(record, name)
        unread += part is None and record.rec_type == "response"
        if part is not None:
            yield part
    if not is_complete:
        raise DocumentError("the web archive is damaged or cut after what was read")
    if unread:
        noun = "response" if unread == 1 else "responses"
        yield Omission(name, f"{unread:,} {noun} without a page")


def _is_complete(stream: BinaryIO) -> bool:
    """Whether a web archive has its end, and if it is packed, the sums of its parts are right.

    Raises:
        DocumentError: if the file is no web archive.
    """
    head = stream.read(len(RECORD))
    if head.startswith(PACKED):
        stream.seek(0)
        return is_complete_gzip(stream)
    if head != RECORD:
        raise DocumentError("the file is no web archive: it does not begin with WARC/")
    return _ends_with_record(stream)


def _ends_with_record(stream: BinaryIO) -> bool:
    """Whether a web archive ends with a whole record, and not between its head and its content."""
    size = stream.seek(0, SEEK_END)
    stream.seek(max(0, size - TAIL))
    tail = stream.read()
    place = tail.rfind(END + RECORD)
    last = tail if place < 0 else tail[place + len(END) :]
    # A head ends as a record does, and the library says nothing of one without content.
    return last.endswith(END) and (not last.startswith(RECORD) or last.count(END) > 1)


def _records(stream: BinaryIO) -> Iterator[ArcWarcRecord]:
    from warcio.archiveiterator import ArchiveIterator

    stream.seek(0)
    try:
        yield from ArchiveIterator(stream)
    except DocumentError:
        raise
    except Exception as error:  # a damaged archive fails in many ways
        reason = " ".join(str(error).split())[:LONGEST_REASON]
        raise DocumentError(f"the web archive is damaged or cut ({reason})") from error


def _part(record: ArcWarcRecord, name: str) -> Part | RefusedDocument | None:
    """Return the page in a record; None if it is something else."""
    headers = record.http_headers
    if record.rec_type != "response" or headers is None:
        return None
    kind, _, parameters = (headers.get_header("Content-Type") or "").partition(";")
    ending = ENDINGS.get(kind.strip().lower())
    if ending is None or headers.get_statuscode() != OK:
        return None
    url = record.rec_headers.get_header("WARC-Target-URI")
    place = f"{name}{WITHIN}{url}"
    charset = parameters.lower().partition("charset=")[2].strip(" \"';")
    try:
        data = _as_utf8(_content(record), charset if kind.startswith("text/") else "")
    except DocumentError as error:
        return RefusedDocument(place, str(error))
    moment = record.rec_headers.get_header("WARC-Date") or ""
    return Part(place, ending, data, url, moment[:10])


def _as_utf8(data: bytes, charset: str) -> bytes:
    """Return a page in UTF-8 if its server names its encoding; others are left to the reader."""
    if not charset:
        return data
    return decode(data, charset).encode()


def _content(record: ArcWarcRecord) -> bytes:
    """Return what a response contains, unpacked, if it is complete."""
    if record.length is None:
        raise DocumentError("its record does not say how long it is")
    stream: Any = record.content_stream()
    data: bytes = stream.read(BYTES_OF_FILE + 1)
    if record.raw_stream.limit > 0:
        raise DocumentError("it is cut")
    if len(data) > BYTES_OF_FILE:
        raise DocumentError(f"it is larger than the maximum of {BYTES_OF_FILE:,} bytes")
    return data
