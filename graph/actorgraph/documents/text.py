"""Plain text files, and how bytes become text."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, BinaryIO

from actorgraph.documents.raw_document import MAX_CHARACTERS, RawDocument
from actorgraph.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Maximum number of bytes in a file: the longest text in the widest encoding, with its markup.
MAX_BYTES = 16 * MAX_CHARACTERS
#: Maximum number of characters in a title.
TITLE_LENGTH = 150
#: Characters at the end of a line that is no title.
NO_TITLE_ENDS = (".", ":", ";", ",")

_UTF8_CHARACTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)


def read_text(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    """Read a plain text: one document, whose title is its first line if that reads like one."""
    text = file_text(stream)
    yield RawDocument(name, text, title=first_line_title(text))


def file_text(stream: BinaryIO) -> str:
    """Return the text of a file, with Unix line ends.

    Raises:
        DocumentError: if the file is too large, binary, damaged or in an unknown encoding.
    """
    return decode(file_bytes(stream)).replace("\r\n", "\n").replace("\r", "\n")


def file_bytes(stream: BinaryIO) -> bytes:
    """Return all bytes of a file.

    Raises:
        DocumentError: if there are more than ``MAX_BYTES``, whatever size the file system reports.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise DocumentError(
            f"the file is larger than the maximum of {MAX_BYTES:,} bytes: split it"
        )
    return data


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text that bytes encode.

    It is UTF-8, UTF-16 with its mark, the declared encoding, or else Windows-1252.

    Args:
        data: The bytes.
        declared: The encoding that a page names.  It is tried only if the bytes are not UTF-8,
            since pages are often wrong about it.

    Raises:
        DocumentError: if the bytes are not text, or a damaged UTF-8 text; the message then names
            the first bad byte.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decode_strictly(data, "utf-16")
    if b"\0" in data:
        raise DocumentError("the file is binary (it contains zero bytes), not text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if declared is None and _is_damaged_utf8(data, error):
            raise DocumentError(
                f"the text is damaged or cut: byte {error.start} is not UTF-8"
            ) from error
    return _decode_strictly(data, declared or "cp1252")


def first_line_title(text: str) -> str | None:
    r"""Return the first line of a text if it is a title, else None.

    A title is short, is no sentence, and is followed by a blank line or a much longer one.

    >>> first_line_title("The quay opens\n\nThe mayor opened the quay on Monday.")
    'The quay opens'
    """
    first, _, body = text.lstrip().partition("\n")
    title, following = first.strip(), body.partition("\n")[0].strip()
    if not body.strip() or len(title) > TITLE_LENGTH or title.endswith(NO_TITLE_ENDS):
        return None
    return title if not following or len(following) > 2 * len(title) else None


def _is_damaged_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether bytes have complete UTF-8 characters, or are cut in one: no older encoding has."""
    has_characters = _UTF8_CHARACTER.search(data) is not None
    return has_characters or error.reason == "unexpected end of data"


def _decode_strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError) as error:
        raise DocumentError(
            f"the text is neither UTF-8 nor {encoding}: save it as UTF-8"
        ) from error
