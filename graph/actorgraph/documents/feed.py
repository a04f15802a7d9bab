"""Feeds (RSS and Atom): a document for each entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from time import struct_time
from typing import Any, BinaryIO

from actorgraph.documents.fragment import fragment
from actorgraph.documents.left_out import hidden_text
from actorgraph.documents.raw_document import WITHIN, RawDocument
from actorgraph.documents.text import file_bytes
from actorgraph.errors import DocumentError
from actorgraph.model import Omission, RefusedDocument

_FEED = re.compile(rb"<(?:[\w-]+:)?(rss|feed|rdf)\b", re.IGNORECASE)
#: Bytes at the beginning of a feed that have its root, and at its end that have the end of it.
HEAD = 10_000


def read_feed(
    stream: BinaryIO, name: str
) -> Iterator[RawDocument | RefusedDocument | Omission]:
    """Read a feed: a document for each entry, ``news.rss!1`` first.

    Raises:
        DocumentError: if the file is no feed, or is cut.
    """
    data = file_bytes(stream)
    _check_root(data)
    entries = _parsed(data)
    if not entries:
        raise DocumentError("the feed has no entries")
    for number, entry in enumerate(entries, 1):
        yield from _entry(entry, f"{name}{WITHIN}{number}")


def _check_root(data: bytes) -> None:
    """Raise DocumentError unless a file begins and ends as a feed; UTF-16 is not looked into."""
    plain = data.replace(b"\0", b"")
    root = _FEED.search(plain[:HEAD])
    if root is None:
        raise DocumentError("the file is no feed: it has no <rss>, <feed> or <rdf:RDF>")
    name = root[1]
    end = re.compile(rb"</(?:[\w-]+:)?" + name + rb"\s*>", re.IGNORECASE)
    tail = plain[-HEAD:]
    is_cut = end.search(tail) is None
    if is_cut:
        raise DocumentError("the feed seems to be cut: its last element has no end")


def _parsed(data: bytes) -> list[Any]:
    """Return the entries of a feed; a stream is parsed as it is, and nothing is fetched.

    Raises:
        DocumentError: if characters of it cannot be decoded.
    """
    import feedparser

    try:
        return list(feedparser.parse(BytesIO(data), sanitize_html=False).entries)
    except ValueError as error:
        raise DocumentError(
            "the feed names an encoding or a character that does not exist"
        ) from error


def _entry(
    entry: Any,  # noqa: ANN401  feedparser's dictionaries have attributes
    name: str,
) -> Iterator[RawDocument | RefusedDocument | Omission]:
    try:
        markup = fragment(_longest(entry))
    except DocumentError as error:
        yield RefusedDocument(name, str(error))
        return
    yield RawDocument(
        name,
        markup.text,
        fragment(entry.get("title", "")).text,
        _day(entry.get("published_parsed") or entry.get("updated_parsed")),
        entry.get("link"),
        entry.get("author"),
    )
    yield from hidden_text(name, "hidden", markup.hidden)


def _longest(entry: Any) -> str:  # noqa: ANN401
    """Return the text of an entry: its content, or its summary where that says more."""
    contents = entry.get("content", ())
    texts = [str(content.get("value", "")) for content in contents]
    summary = str(entry.get("summary", ""))
    return max([*texts, summary], key=len)


def _day(moment: struct_time | None) -> str | None:
    """Return a day as ``YYYY-MM-DD``; feedparser gives moments in UTC."""
    if moment is None:
        return None
    return f"{moment.tm_year:04}-{moment.tm_mon:02}-{moment.tm_mday:02}"
