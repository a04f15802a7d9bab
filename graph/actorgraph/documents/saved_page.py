"""Pages that a browser saved with all their parts in one file (mhtml)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from actorgraph.documents.mail import day_of, parse_message, part_text
from actorgraph.documents.raw_document import Part
from actorgraph.documents.text import file_bytes
from actorgraph.errors import DocumentError
from actorgraph.settings import BYTES_OF_FILE

#: Headers with the address of the page.
ADDRESSES = ("Snapshot-Content-Location", "Content-Location")


def read_saved_page(stream: BinaryIO, name: str) -> Iterator[Part]:
    """Read a saved page: its first part of markup, which is the page itself.

    Raises:
        DocumentError: if it contains none, or is cut.
    """
    message = parse_message(file_bytes(stream, BYTES_OF_FILE))
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            places = [message[ADDRESSES[0]], part[ADDRESSES[1]]]
            url = next((str(place) for place in places if place), None)
            data = part_text(part).encode()
            yield Part(name, ".html", data, url, day_of(message))
            return
    raise DocumentError("the file contains no page")
