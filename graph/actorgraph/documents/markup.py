"""Web pages: title, date, address and the main text, with a check that no part of the article was lost.

Trafilatura finds the article.  Two faults of the tools below it are guarded against: libxml2 drops all text past 256
nested elements without a word, and elements that no reader sees are taken for text.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, BinaryIO

from actorgraph.documents.raw_document import RawDocument
from actorgraph.documents.text import decode, file_bytes
from actorgraph.documents.visible import UNSEEN, all_text, letters
from actorgraph.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

#: Letters that the two parsers may disagree on (entities, broken tags): at most this many, or this share of the page.
PARSER_SLACK, PARSER_SLACK_SHARE = 20, 0.002
#: Share of the letters of the article's paragraphs that must be in the extracted text; below it, the article was cut.
ARTICLE_SHARE = 0.67
#: Characters of a paragraph that counts for the check; shorter ones are captions, credits and buttons.
PARAGRAPH = 40

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_OPEN_TAG_AT_END = re.compile(r"<[A-Za-z/!][^<>]*\Z")
_PAGE_START, _PAGE_END = (
    re.compile(r"<html\b", re.IGNORECASE),
    re.compile(r"</(?:html|body)\b", re.IGNORECASE),
)
_HIDING_STYLE = re.compile(
    r"display:none|visibility:hidden|font-size:0(?![.\d])|opacity:0(?![.\d])"
)
_ASIDE = ("nav", "footer", "aside", "form", "figure", "header", "button")


def read_markup(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    """Read a web page: one document.

    Raises:
        DocumentError: if the page seems to be cut, cannot be parsed whole, holds no article, or its article cannot be
            taken out whole.
    """
    data = file_bytes(stream)
    charset = _CHARSET.search(data[:4096])
    source = decode(data, charset[1].decode() if charset else None)
    _check_end(source)
    try:
        yield _draft(_whole_tree(source), name)
    except DocumentError:
        raise
    except (
        Exception
    ) as error:  # parsers of hostile pages fail in many ways; each costs this page only
        raise DocumentError(
            f"the page cannot be parsed ({type(error).__name__})"
        ) from error


def _check_end(source: str) -> None:
    """A fragment may end anywhere between two tags; a page that says where it begins also says where it ends."""
    if _OPEN_TAG_AT_END.search(source):
        raise DocumentError("the page seems to be cut: it ends within a tag")
    if _PAGE_START.search(source) and not _PAGE_END.search(source):
        raise DocumentError(
            "the page seems to be cut: <html> is opened, but neither it nor <body> is closed"
        )


def _draft(page: HtmlElement, name: str) -> RawDocument:
    from trafilatura.metadata import extract_metadata

    facts = extract_metadata(
        deepcopy(page), date_config={"extensive_search": False, "original_date": True}
    )
    return RawDocument(name, _article(page), facts.title, facts.date, facts.url)


def _whole_tree(source: str) -> HtmlElement:
    """Parse a page, prove that nothing was dropped on the way, then take out what no reader sees."""
    from lxml import html

    # The declaration of an encoding is wrong by now, and lxml refuses text that carries one.
    source = re.sub(r"\A\s*<\?xml[^>]*\?>", "", source).replace("\0", "")
    if not source.strip():
        raise DocumentError("the page is empty")
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    page = html.document_fromstring(source, parser=parser)
    _remove(page, [element for element in page.iter(*UNSEEN) if element.tag != "title"])
    expected = letters(all_text(source))
    found = sum(letters(text) for text in page.itertext()) - sum(
        letters(t.text_content()) for t in page.iter("title")
    )
    if expected - found > max(PARSER_SLACK, PARSER_SLACK_SHARE * expected):
        raise DocumentError(
            f"only {found:,} of the page's {expected:,} letters can be parsed: it is nested too deep or broken"
        )
    _remove(page, [element for element in page.iter("*") if _is_hidden(element)])
    return page


def _article(page: HtmlElement) -> str:
    """The main text of a page, paragraphs apart; a second try takes in more when the first one cuts the article."""
    expected = [
        text for text in map(_squeezed, _paragraphs(page)) if len(text) >= PARAGRAPH
    ]
    wanted, best = sum(map(letters, expected)), 0
    for generous in (False, True):
        text = _extracted(page, generous=generous)
        best = max(
            best,
            sum(
                letters(paragraph)
                for paragraph in expected
                if paragraph in _squeezed(text)
            ),
        )
        if text and best >= ARTICLE_SHARE * wanted:
            return text
    if not wanted:
        raise DocumentError("the page holds no article text")
    raise DocumentError(
        f"only {best:,} of the {wanted:,} letters of the page's paragraphs can be told from its frame"
    )


def _extracted(page: HtmlElement, *, generous: bool) -> str:
    from trafilatura import extract

    text = (
        extract(
            deepcopy(page),
            include_comments=False,
            output_format="txt",
            favor_recall=generous,
        )
        or ""
    )
    return "\n\n".join(
        line.strip().removeprefix("- ") for line in text.splitlines() if line.strip()
    )


def _paragraphs(page: HtmlElement) -> Iterator[str]:
    """The paragraphs of the longest article of a page, or of the whole page, outside menus, forms and the like."""
    articles = [*page.iter("article"), *page.iter("main")]
    within = max(
        articles, key=lambda article: len(article.text_content()), default=page
    )
    for paragraph in within.iter("p"):
        if next(paragraph.iterancestors(*_ASIDE), None) is None:
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


def _remove(page: HtmlElement, elements: list[HtmlElement]) -> None:
    for element in elements:
        if element is not page and element.getparent() is not None:
            element.drop_tree()
