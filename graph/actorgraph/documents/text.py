"""Plain text files, and how the bytes of a file become text."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from actorgraph.documents.encodings import decode
from actorgraph.documents.line_joining import unwrap
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


def read_text(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    """Read a plain text: one document, whose title is its first line if that reads like one.

    Line breaks within its paragraphs, as a wire service makes them, are undone.
    """
    text = unwrap(file_text(stream))
    yield RawDocument(name, text, title=first_line_title(text))


def file_text(stream: BinaryIO) -> str:
    """Return the text of a file, with Unix line ends.

    Raises:
        DocumentError: if the file is too large, binary, damaged or in an unknown encoding.
    """
    return decode(file_bytes(stream)).replace("\r\n", "\n").replace("\r", "\n")


def file_bytes(stream: BinaryIO, most: int = MAX_BYTES) -> bytes:
    """Return all bytes of a file.

    Raises:
        DocumentError: if there are more than ``most``, whatever size the file system reports.
    """
    data = stream.read(most + 1)
    if len(data) > most:
        raise DocumentError(
            f"the file is larger than the maximum of {most:,} bytes: split it"
        )
    return data


def first_line_title(text: str) -> str | None:
    r"""Return the first line of a text if it is a title, else None.

    A title is short, is no sentence, and is followed by a blank line or a much longer one.

    >>> first_line_title("The quay opens\n\nThe mayor opened the quay on Monday.")
    'The quay opens'
    """
    first, _, body = text.lstrip().partition("\n")
    title = first.strip()
    if not body.strip():
        return None
    if len(title) > TITLE_LENGTH or title.endswith(NO_TITLE_ENDS):
        return None
    following, _, _ = body.partition("\n")
    length = len(following.strip())
    if 0 < length <= 2 * len(title):
        return None
    return title
