"""Mailboxes (mbox): each message, as if it were a file of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from actorgraph.documents.raw_document import WITHIN, Part
from actorgraph.errors import DocumentError
from actorgraph.model import RefusedDocument
from actorgraph.settings import BYTES_OF_FILE

#: The line above a message ends with the year of its date; "From" in a text is seldom so.
_START = re.compile(rb"From \S.*\d{4}(?: [+-]\d{4})?\s*")
#: A line of a message that begins with "From" has a mark before it.
_MARKED = re.compile(rb">+From ")


def read_mailbox(stream: BinaryIO, name: str) -> Iterator[Part | RefusedDocument]:
    """Read a mailbox: yield its messages, ``box.mbox!1`` first.

    Raises:
        DocumentError: if the file is no mailbox.
    """
    if not _START.fullmatch(stream.readline(BYTES_OF_FILE)):
        raise DocumentError("the file is no mailbox: it does not begin with “From ”")
    for number, lines in enumerate(_messages(stream), 1):
        place = f"{name}{WITHIN}{number}"
        data = b"".join(lines)
        if not data.endswith(b"\n"):
            reason = "the mailbox seems to be cut within this message"
            yield RefusedDocument(place, reason)
        elif len(data) > BYTES_OF_FILE:
            reason = (
                f"the message is larger than the maximum of {BYTES_OF_FILE:,} bytes"
            )
            yield RefusedDocument(place, reason)
        else:
            yield Part(place, ".eml", data)


def _messages(stream: BinaryIO) -> Iterator[list[bytes]]:
    """Yield the lines of each message, but no more than a message may have."""
    message: list[bytes] = []
    size = 0
    is_after_blank = False
    while line := stream.readline(BYTES_OF_FILE + 1):
        if is_after_blank and _START.fullmatch(line):
            yield message
            message = []
            size = 0
        elif size <= BYTES_OF_FILE:
            message.append(line[1:] if _MARKED.match(line) else line)
            size += len(line)
        is_after_blank = not line.strip()
    yield message
