"""A web page as a tree, with a check that no part of its text is lost.

Two faults of the tools below are guarded against: libxml2 silently drops all text below 256 nested
elements, and invisible elements are taken for text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from actorgraph.documents.hidden_elements import hidden_elements
from actorgraph.documents.visible import UNSEEN, all_text, count_letters
from actorgraph.errors import DocumentError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Number of letters that the two parsers may disagree on, because of entities or broken tags, …
PARSER_SLACK = 20
#: … or share (0–1) of the page's letters, if that is more.
PARSER_SLACK_SHARE = 0.002

#: Characters that no page may have and none shows, also as references: lxml takes some from a
#: page, but writes none.
_CONTROLS = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    r"|&#0*(?:[1-8]|1[124-9]|2\d|3[01])(?!\d);?"
    r"|&#x0*(?:[1-8bcef]|1[\da-f]|fff[ef])(?![\da-f]);?",
    re.IGNORECASE,
)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def parse_page(source: str) -> HtmlElement:
    """Parse a page.

    Raises:
        DocumentError: if it is empty.
    """
    from lxml import etree, html

    # The declared encoding is no longer true, and lxml refuses text that declares one.
    source = _XML_DECLARATION.sub("", source).replace("\0", "")
    source = _CONTROLS.sub(" ", source)
    if not source.strip():
        raise DocumentError("the page is empty")
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(source, parser=parser)
    except etree.ParserError as error:
        raise DocumentError("nothing of the page can be parsed") from error


def remove_unseen(page: HtmlElement, source: str) -> list[str]:
    """Remove what no reader sees from a page, and check that the parser dropped no text.

    Returns:
        The text that is hidden by a style, beside what is never text, such as scripts.

    Raises:
        DocumentError: if the page has fewer letters than its source.
    """
    styles = [element.text_content() for element in page.iter("style")]
    unseen = [element for element in page.iter(*UNSEEN) if element.tag != "title"]
    remove(page, unseen)
    letters = count_letters(all_text(source))
    _check_letters(page, letters)
    remove(page, page.iter("noscript"))
    hidden = hidden_elements(page, styles)
    texts = list(map(text_of, hidden))
    remove(page, hidden)
    # What is left is seen, whatever it looks like.
    for element in page.iter("*"):
        element.attrib.pop("style", None)
    return list(filter(None, texts))


def text_of(element: HtmlElement) -> str:
    """Return the text of an element with single spaces."""
    words = element.text_content().split()
    return " ".join(words)


def remove(page: HtmlElement, elements: Iterable[HtmlElement]) -> None:
    """Remove elements from a page, but not what follows them."""
    for element in list(elements):
        has_parent = element.getparent() is not None
        if has_parent and element is not page:
            element.drop_tree()


def _check_letters(page: HtmlElement, expected: int) -> None:
    """Raise DocumentError if a parsed page has fewer letters than its source."""
    titles = sum(count_letters(title.text_content()) for title in page.iter("title"))
    letters = sum(map(count_letters, page.itertext()))
    actual = letters - titles
    missing = expected - actual
    slack = max(PARSER_SLACK, PARSER_SLACK_SHARE * expected)
    if missing > slack:
        raise DocumentError(
            f"only {actual:,} of the page's {expected:,} letters can be parsed: "
            "it is nested too deep or broken"
        )
