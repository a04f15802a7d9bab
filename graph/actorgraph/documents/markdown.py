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
_KEY = re.compile(r"\w+:")
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}
_UNSEEN = ("html_inline", "image")
_CELL_ENDS = ("td_close", "th_close")


def read_markdown(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    """Read a Markdown file: one document.

    ``title``, ``date`` and ``url`` may be in a front matter of simple ``key: value`` lines.
    """
    facts, body = front_matter(file_text(stream))
    text = plain_text(body)
    title = facts.get("title") or first_line_title(text)
    yield RawDocument(name, text, title, facts.get("date"), facts.get("url"))


def front_matter(source: str) -> tuple[dict[str, str], str]:
    r"""Split ``---`` front matter from the body.

    Returns:
        Its simple ``key: value`` lines, keys in lower case, and the body.

    >>> front_matter("---\nTitle: Quay\n---\nText")
    ({'title': 'Quay'}, 'Text')
    """
    match = _FRONT_MATTER.match(source)
    if match is None:
        return {}, source
    facts: dict[str, str] = {}
    for line in match[1].splitlines():
        if _KEY.match(line):
            key, _, quoted = line.partition(":")
            value = quoted.strip().strip("\"'")
            facts[key.lower()] = value
    text = source[match.end() :]
    return facts, text


def plain_text(source: str) -> str:
    """Return the visible text of CommonMark with tables, a blank line between blocks.

    Images and tags are left out.
    """
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    return re.sub(r" *\n{2,}", "\n\n", "".join(map(_block, tokens))).strip()


def _block(token: Token) -> str:
    if token.type == "inline":
        return _inline(token.children or ())
    if token.nesting < 0:
        return " " if token.type in _CELL_ENDS else "\n\n"
    text = token.content
    if token.type == "html_block":
        text = all_text(text)
    if not text.strip():
        return ""
    return f"{text.rstrip()}\n\n"


def _inline(tokens: Sequence[Token]) -> str:
    visible = (token for token in tokens if token.type not in _UNSEEN)
    return "".join(_BREAKS.get(token.type, token.content) for token in visible)
