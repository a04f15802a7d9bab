"""Web pages: title, date, address and main text, with a check that no part of the text is lost.

Trafilatura finds the article.  Two faults of the tools below it are guarded against: libxml2
silently drops all text below 256 nested elements, and invisible elements are taken for text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING, BinaryIO

from actorgraph.documents.page_cleaning import ASIDE, clean
from actorgraph.documents.raw_document import RawDocument
from actorgraph.documents.structured_data import StructuredArticle, structured_article
from actorgraph.documents.text import decode, file_bytes
from actorgraph.documents.visible import UNSEEN, all_text, count_letters
from actorgraph.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

#: Number of letters that the two parsers may disagree on, because of entities or broken tags, …
PARSER_SLACK = 20
#: … or share (0–1) of the page's letters, if that is more.
PARSER_SLACK_SHARE = 0.002
#: Share (0–1) of the letters in the article's paragraphs that must be extracted; else it was cut.
ARTICLE_SHARE = 0.67
#: Share (0–1) of the letters of the article in structured data that a page shows; else it needs a
#: script to show the article.
SHOWN_SHARE = 0.5
#: Number of characters below which a paragraph does not count: it is a caption, credit or button.
PARAGRAPH = 40
#: Number of bytes at the beginning of a page in which it declares its encoding.
HEAD = 4096

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_OPEN_TAG_AT_END = re.compile(r"<[A-Za-z/!][^<>]*\Z")
_PAGE_START = re.compile(r"<html\b", re.IGNORECASE)
_PAGE_END = re.compile(r"</(?:html|body)\b", re.IGNORECASE)
_HIDING_STYLE = re.compile(
    r"display:none|visibility:hidden|font-size:0(?![.\d])|opacity:0(?![.\d])"
)


def read_markup(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    """Read a web page: one document.

    Raises:
        DocumentError: if the page seems to be cut, cannot be parsed completely, or contains no
            article that can be extracted completely.
    """
    data = file_bytes(stream)
    charset = _CHARSET.search(data[:HEAD])
    source = decode(data, charset[1].decode() if charset else None)
    _check_end(source)
    try:
        yield _raw_document(source, name)
    except DocumentError:
        raise
    except Exception as error:  # a hostile page fails in many ways
        raise DocumentError(
            f"the page cannot be parsed ({type(error).__name__})"
        ) from error


def _check_end(source: str) -> None:
    """Raise DocumentError if a page is cut.  Only a fragment may end between any two tags."""
    if _OPEN_TAG_AT_END.search(source):
        raise DocumentError("the page seems to be cut: it ends within a tag")
    if _PAGE_START.search(source) and not _PAGE_END.search(source):
        raise DocumentError(
            "the page seems to be cut: <html> is opened, but neither it nor <body> is closed"
        )


def _raw_document(source: str, name: str) -> RawDocument:
    from trafilatura.metadata import extract_metadata

    page = _parse(source)
    structured = structured_article(page)
    _remove_unseen(page, source)
    dates = {"extensive_search": False, "original_date": True}
    facts = extract_metadata(deepcopy(page), date_config=dates)
    clean(page)
    text = _visible_or_structured(page, structured)
    if structured is None or text is not structured.text:
        return RawDocument(name, text, facts.title, facts.date, facts.url)
    title, date = structured.title or facts.title, structured.date or facts.date
    return RawDocument(name, text, title, date, facts.url)


def _visible_or_structured(
    page: HtmlElement, structured: StructuredArticle | None
) -> str:
    """Return the article that a page shows, or that of its structured data if it shows less."""
    if structured is None:
        return _article(page)
    try:
        text = _article(page)
    except DocumentError:
        return structured.text
    expected = count_letters(structured.text)
    return text if count_letters(text) >= SHOWN_SHARE * expected else structured.text


def _parse(source: str) -> HtmlElement:
    """Parse a page."""
    from lxml import html

    # The declared encoding is no longer true, and lxml refuses text that declares one.
    source = _XML_DECLARATION.sub("", source).replace("\0", "")
    if not source.strip():
        raise DocumentError("the page is empty")
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    return html.document_fromstring(source, parser=parser)


def _remove_unseen(page: HtmlElement, source: str) -> None:
    """Remove what no reader sees from a page, and check that the parser dropped no text."""
    _remove(page, (element for element in page.iter(*UNSEEN) if element.tag != "title"))
    _check_letters(page, count_letters(all_text(source)))
    _remove(page, page.iter("noscript"))
    _remove(page, filter(_is_hidden, page.iter("*")))


def _check_letters(page: HtmlElement, expected: int) -> None:
    """Raise DocumentError if a parsed page has fewer letters than its source."""
    titles = sum(count_letters(title.text_content()) for title in page.iter("title"))
    actual = sum(map(count_letters, page.itertext())) - titles
    if expected - actual > max(PARSER_SLACK, PARSER_SLACK_SHARE * expected):
        raise DocumentError(
            f"only {actual:,} of the page's {expected:,} letters can be parsed: "
            "it is nested too deep or broken"
        )


def _article(page: HtmlElement) -> str:
    """Return the main text of a page, a blank line between paragraphs.

    If the first try cuts the article, a second one takes in more.
    """
    squeezed = map(_squeezed, _paragraphs(page))
    paragraphs = [text for text in squeezed if len(text) >= PARAGRAPH]
    total, best = sum(map(count_letters, paragraphs)), 0
    for generous in (False, True):
        text = _extracted(page, generous=generous)
        best = max(best, _covered_letters(paragraphs, _squeezed(text)))
        if text and best >= ARTICLE_SHARE * total:
            return text
    if not total:
        raise DocumentError("the page contains no article text")
    raise DocumentError(
        f"only {best:,} of the {total:,} letters of the page's paragraphs can be extracted"
    )


def _covered_letters(paragraphs: Iterable[str], text: str) -> int:
    """Return the number of letters in the paragraphs that are in a text; both squeezed."""
    return sum(count_letters(item) for item in paragraphs if item in text)


def _extracted(page: HtmlElement, *, generous: bool) -> str:
    from trafilatura import extract

    text = extract(
        deepcopy(page),
        include_comments=False,
        output_format="txt",
        favor_recall=generous,
    )
    stripped = (line.strip() for line in (text or "").splitlines())
    return "\n\n".join(line.removeprefix("- ") for line in stripped if line)


def _paragraphs(page: HtmlElement) -> Iterator[str]:
    """Yield the paragraphs of the longest article in a page, or of the page if it has none.

    Those in menus, forms and the like are left out.
    """
    articles = [*page.iter("article"), *page.iter("main")]
    longest = max(
        articles, key=lambda article: len(article.text_content()), default=page
    )
    for paragraph in longest.iter("p"):
        if next(paragraph.iterancestors(*ASIDE), None) is None:
            yield paragraph.text_content()


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _is_hidden(element: HtmlElement) -> bool:
    style = "".join((element.get("style") or "").lower().split())
    return (
        "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or bool(_HIDING_STYLE.search(style))
    )


def _remove(page: HtmlElement, elements: Iterable[HtmlElement]) -> None:
    for element in list(elements):
        if element is not page and element.getparent() is not None:
            element.drop_tree()
