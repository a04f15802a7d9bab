"""Markup that is no page, as in messages and feeds: all its text, a blank line between blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from actorgraph.documents.page_parsing import (
    parse_page,
    remove,
    remove_unseen,
    text_of,
)

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Elements that begin and end a paragraph.
BLOCKS = (
    "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul"
).split()
#: What mail programs put around the message that is answered.
_QUOTED = (
    "//blockquote[@type='cite'] | //*[contains(concat(' ', @class, ' '), ' gmail_quote ')]"
    " | //*[contains(concat(' ', @class, ' '), ' yahoo_quoted ')]"
    " | //*[contains(concat(' ', @class, ' '), ' moz-cite-prefix ')]"
)
_SIGNATURES = (
    "//*[contains(concat(' ', @class, ' '), ' gmail_signature ')"
    " or contains(concat(' ', @class, ' '), ' moz-signature ')]"
)
_PARAGRAPH_MARK = "\u2029"


class Fragment(NamedTuple):
    """The text of some markup.

    Attributes:
        hidden: Passages that a style hides.
        quoted: Passages that a mail program marks as another message or a signature.
    """

    text: str
    hidden: list[str]
    quoted: list[str]


def fragment(source: str) -> Fragment:
    """Return the text of markup, which may contain none.

    Raises:
        DocumentError: if it cannot be parsed completely.
    """
    if not source.strip():
        return Fragment("", [], [])
    page = parse_page(source)
    hidden = remove_unseen(page, source)
    quoted = _remove_quoted(page)
    remove(page, page.iter("title"))
    _mark_blocks(page)
    marked = page.text_content().split(_PARAGRAPH_MARK)
    paragraphs = map(_lines, marked)
    text = "\n\n".join(filter(None, paragraphs))
    return Fragment(text, hidden, quoted)


def _remove_quoted(page: HtmlElement) -> list[str]:
    elements = page.xpath(f"{_QUOTED} | {_SIGNATURES}")
    texts = list(map(text_of, elements))
    remove(page, elements)
    return list(filter(None, texts))


def _mark_blocks(page: HtmlElement) -> None:
    """Write a mark where a paragraph begins or ends, and a line end for each break."""
    for element in page.iter(*BLOCKS):
        element.text = f"{_PARAGRAPH_MARK}{_squeezed(element.text)}"
        element.tail = f"{_PARAGRAPH_MARK}{_squeezed(element.tail)}"
    for element in page.iter("br"):
        element.tail = f"\n{_squeezed(element.tail)}"


def _squeezed(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def _lines(paragraph: str) -> str:
    lines = (" ".join(line.split()) for line in paragraph.split("\n"))
    return "\n".join(filter(None, lines))
