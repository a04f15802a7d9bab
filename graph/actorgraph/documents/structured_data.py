"""The article that a page describes for search engines (JSON-LD), where its markup shows none."""

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
    articles: list[StructuredArticle] = []
    for script in page.iter("script"):
        if script.get("type", "").strip().lower() == "application/ld+json":
            articles += _articles(_parsed(script.text or ""), DEEPEST)
    return max(articles, key=lambda article: len(article.text), default=None)


def _parsed(source: str) -> Any:  # noqa: ANN401  JSON is of any type
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return None


def _articles(value: Any, depth: int) -> Iterator[StructuredArticle]:  # noqa: ANN401
    """Yield the articles in JSON, at any place down to a depth."""
    if depth == 0:
        return
    children = value if isinstance(value, list) else []
    if isinstance(value, dict):
        children = list(value.values())
        text = _plain(value.get("articleBody"))
        if text:
            title, date = (
                _plain(value.get("headline")),
                _plain(value.get("datePublished")),
            )
            yield StructuredArticle(text, title, date)
    for child in children:
        yield from _articles(child, depth - 1)


def _plain(value: Any) -> str | None:  # noqa: ANN401
    """Return a string of structured data without markup; None for anything else."""
    if not isinstance(value, str):
        return None
    lines = _TAG.sub(" ", html.unescape(value)).splitlines()
    stripped = (" ".join(line.split()) for line in lines)
    return "\n\n".join(line for line in stripped if line) or None
