"""What a page describes for search engines (JSON-LD): its article, where its markup shows none."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAG = re.compile(r"<[^<>]{1,500}>")
#: Nested deeper than this, structured data is not read.
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class StructuredArticle:
    """The ``articleBody``, ``headline`` and ``datePublished`` of an article."""

    text: str
    title: str | None
    date: str | None


def structured_article(page: HtmlElement) -> StructuredArticle | None:
    """Return the longest article that the structured data of a page contain, if any."""
    articles = filter(None, map(article_of, structured_data(page)))
    return max(articles, key=lambda article: len(article.text), default=None)


def structured_data(page: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the objects in the structured data of a page, at any place down to a depth."""
    for script in page.iter("script"):
        kind = script.get("type", "").strip().lower()
        if kind == "application/ld+json":
            text = script.text or ""
            parsed = _parsed(text)
            yield from _objects(parsed, DEEPEST)


def article_of(value: Any) -> StructuredArticle | None:  # noqa: ANN401  JSON is of any type
    """Return the article that a JSON object describes; None if it has no text."""
    if not isinstance(value, dict):
        return None
    text = _plain(value.get("articleBody"))
    if not text:
        return None
    title = _plain(value.get("headline"))
    date = _plain(value.get("datePublished"))
    return StructuredArticle(text, title, date)


def _parsed(source: str) -> Any:  # noqa: ANN401
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    if depth == 0:
        return
    children = value if isinstance(value, list) else []
    if isinstance(value, dict):
        yield value
        children = list(value.values())
    for child in children:
        yield from _objects(child, depth - 1)


def _plain(value: Any) -> str | None:  # noqa: ANN401
    """Return a string of structured data without markup; None for anything else."""
    if not isinstance(value, str):
        return None
    unescaped = html.unescape(value)
    without_tags = _TAG.sub(" ", unescaped)
    lines = without_tags.splitlines()
    squeezed = (" ".join(line.split()) for line in lines)
    text = "\n\n".join(filter(None, squeezed))
    return text or None
