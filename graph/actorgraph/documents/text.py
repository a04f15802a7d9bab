"""Plain text files, and how bytes become text."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, BinaryIO

from actorgraph.documents.raw_document import MAX_CHARACTERS, RawDocument
from actorgraph.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Bytes of one file; a text of the greatest length in the widest encoding, and markup around it.
MAX_BYTES = 16 * MAX_CHARACTERS
#: Characters of a first line that can be a title.
TITLE_LENGTH = 150

_UTF8_CHARACTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)


def read_text(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    """Read a plain text: one document, titled by its first line if that reads like a title."""
    text = file_text(stream)
    yield RawDocument(name, text, title=first_line_title(text))


def file_text(stream: BinaryIO) -> str:
    """The text of a whole file, with Unix line ends.

    Raises:
        DocumentError: if the file is too large, binary, damaged or in an unknown encoding.
    """
    return decode(file_bytes(stream)).replace("\r\n", "\n").replace("\r", "\n")


def file_bytes(stream: BinaryIO) -> bytes:
    """All bytes of a file.

    Raises:
        DocumentError: if there are more than ``MAX_BYTES``, however many the file system announced.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise DocumentError(
            f"the file is larger than {MAX_BYTES:,} bytes, the most that is read: split it"
        )
    return data


def decode(data: bytes, declared: str | None = None) -> str:
    """Turn bytes into text: UTF-8, UTF-16 with its mark, the declared encoding, else Windows-1252.

    Args:
        declared: The encoding that a page names; only asked when the bytes are not UTF-8, since pages are often wrong.

    Raises:
        DocumentError: naming the first bad byte of a damaged UTF-8 text, or saying that the file is not text.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(data, "utf-16")
    if b"\0" in data:
        raise DocumentError("the file is binary (it holds zero bytes), not text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # A text with whole UTF-8 characters, or cut within one, is a damaged UTF-8 text, not an older encoding.
        if declared is None and (
            _UTF8_CHARACTER.search(data) or error.reason == "unexpected end of data"
        ):
            raise DocumentError(
                f"the text is damaged or cut: byte {error.start} is not UTF-8"
            ) from error
    return _strictly(data, declared or "cp1252")


def first_line_title(text: str) -> str | None:
    """The first line, if it is short, is no sentence, and a blank or much longer line follows; else None."""
    first, _, rest = text.lstrip().partition("\n")
    title, following = first.strip(), rest.partition("\n")[0].strip()
    if (
        not rest.strip()
        or len(title) > TITLE_LENGTH
        or title.endswith((".", ":", ";", ","))
    ):
        return None
    return title if not following or len(following) > 2 * len(title) else None


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError) as error:
        raise DocumentError(
            f"the text is neither UTF-8 nor {encoding}: save it as UTF-8"
        ) from error
