"""Markdown files: the text that a reader sees, without the marks of links, emphasis and lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from actorgraph.documents.raw_document import RawDocument
from actorgraph.documents.text import file_text, first_line_title
from actorgraph.documents.visible import all_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE
)
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}
_UNSEEN = ("html_inline", "image")
_CELL_ENDS = ("td_close", "th_close")


def read_markdown(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    """Read a Markdown file: one document.

    ``title``, ``date`` and ``url`` may stand in a front matter of simple ``key: value`` lines.
    """
    source = file_text(stream)
    facts, body = front_matter(source)
    text = plain_text(body)
    yield RawDocument(
        name,
        text,
        facts.get("title") or first_line_title(text),
        facts.get("date"),
        facts.get("url"),
    )


def front_matter(source: str) -> tuple[dict[str, str], str]:
    """Split ``---`` front matter from the body; its simple ``key: value`` lines as a dictionary, keys in lower case."""
    found = _FRONT_MATTER.match(source)
    if not found:
        return {}, source
    pairs = (
        line.partition(":") for line in found[1].splitlines() if re.match(r"\w+:", line)
    )
    return {key.lower(): value.strip().strip("\"'") for key, _, value in pairs}, source[
        found.end() :
    ]


def plain_text(source: str) -> str:
    """The visible text of CommonMark (with tables): a blank line between blocks, images and tags left out."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    return re.sub(r" *\n{2,}", "\n\n", "".join(map(_block, tokens))).strip()


def _block(token: Token) -> str:
    if token.type == "inline":
        return _inline(token.children or ())
    if token.nesting < 0:
        return " " if token.type in _CELL_ENDS else "\n\n"
    text = all_text(token.content) if token.type == "html_block" else token.content
    return f"{text.rstrip()}\n\n" if text.strip() else ""


def _inline(tokens: Sequence[Token]) -> str:
    return "".join(
        _BREAKS.get(token.type, token.content)
        for token in tokens
        if token.type not in _UNSEEN
    )
