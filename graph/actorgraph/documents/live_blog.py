"""The entries of a live blog, each with its own time, where a page marks them (JSON-LD)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from actorgraph.documents.structured_data import (
    StructuredArticle,
    article_of,
    structured_data,
)

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LiveBlog = list[StructuredArticle]

LIVE_BLOG = "LiveBlogPosting"
#: Number of entries from which a page is read as a live blog.
FEWEST_ENTRIES = 2


def live_blog(page: HtmlElement) -> LiveBlog | None:
    """Return the entries of the live blog that a page contains; None if it has none with a date."""
    for value in structured_data(page):
        if LIVE_BLOG in _types(value):
            entries = list(_entries(value.get("liveBlogUpdate")))
            if len(entries) >= FEWEST_ENTRIES:
                return entries
    return None


def _types(value: dict[str, Any]) -> list[Any]:
    kind = value.get("@type")
    if isinstance(kind, list):
        return kind
    return [kind]


def _entries(updates: Any) -> Iterator[StructuredArticle]:  # noqa: ANN401  JSON is of any type
    listed = updates if isinstance(updates, list) else [updates]
    for update in listed:
        entry = article_of(update)
        if entry is not None and entry.date is not None:
            yield entry
