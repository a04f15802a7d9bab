"""Web pages: title, date, author, address and main text, which trafilatura finds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from actorgraph.documents.encodings import decode
from actorgraph.documents.left_out import hidden_text
from actorgraph.documents.live_blog import LiveBlog, live_blog
from actorgraph.documents.page_cleaning import ASIDE, clean
from actorgraph.documents.page_parsing import parse_page, remove_unseen
from actorgraph.documents.raw_document import WITHIN, RawDocument
from actorgraph.documents.structured_data import StructuredArticle, structured_article
from actorgraph.documents.text import file_bytes
from actorgraph.documents.visible import count_letters
from actorgraph.errors import DocumentError
from actorgraph.model import Omission

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

#: Share (0–1) of the letters in the article's paragraphs that must be extracted; else it was cut.
ARTICLE_SHARE = 0.67
#: Share (0–1) of the letters of the article in structured data that a page shows; else it needs a
#: script to show the article.
SHOWN_SHARE = 0.5
#: Number of characters below which a paragraph does not count: it is a caption, credit or button.
PARAGRAPH = 40
#: What only a page of this program has.
OWN_PAGE = "//meta[@name='generator'][starts-with(@content, 'actorgraph')]"
#: Number of bytes at the beginning of a page in which it declares its encoding.
HEAD = 4096

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_OPEN_TAG_AT_END = re.compile(r"<[A-Za-z/!][^<>]*\Z")
_PAGE_START = re.compile(r"<html\b", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://[^\s<>\"]{1,2000}) -->")
_PAGE_END = re.compile(r"</(?:html|body)\b", re.IGNORECASE)


class PageFacts(NamedTuple):
    """What a page says about itself."""

    title: str | None
    date: str | None
    url: str | None
    author: str | None


def read_markup(stream: BinaryIO, name: str) -> Iterator[RawDocument | Omission]:
    """Read a web page: one document, or one for each entry of a live blog.

    Raises:
        DocumentError: if the page seems to be cut, cannot be parsed completely, or contains no
            article that can be extracted completely.
    """
    data = file_bytes(stream)
    charset = _CHARSET.search(data[:HEAD])
    source = decode(data, charset[1].decode() if charset else None)
    _check_end(source)
    try:
        yield from _read(source, name)
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


def _read(source: str, name: str) -> Iterator[RawDocument | Omission]:
    page = parse_page(source)
    if page.xpath(OWN_PAGE):
        raise DocumentError("a page that actorgraph wrote: give the articles instead")
    structured, blog = structured_article(page), live_blog(page)
    hidden = remove_unseen(page, source)
    facts = _facts(page, source)
    if blog is not None and _is_complete(blog, page):
        yield from _entries(blog, name, facts)
    else:
        clean(page)
        yield _raw_document(page, name, structured, facts)
    yield from hidden_text(name, "hidden", hidden)


def _facts(page: HtmlElement, source: str) -> PageFacts:
    from trafilatura.metadata import extract_metadata

    dates = {"extensive_search": False, "original_date": True}
    facts = extract_metadata(deepcopy(page), date_config=dates)
    url = facts.url
    if not url:
        saved = _SAVED_FROM.search(source[:HEAD])
        url = saved[1] if saved else None
    return PageFacts(facts.title, facts.date, url, facts.author)


def _raw_document(
    page: HtmlElement,
    name: str,
    structured: StructuredArticle | None,
    facts: PageFacts,
) -> RawDocument:
    text = _visible_or_structured(page, structured)
    if structured is not None and text is structured.text:
        title = structured.title or facts.title
        date = structured.date or facts.date
        facts = facts._replace(title=title, date=date)
    return RawDocument(name, text, *facts)


def _is_complete(blog: LiveBlog, page: HtmlElement) -> bool:
    """Whether the marked entries are most of what a page shows: often only the last are marked."""
    marked = sum(count_letters(entry.text) for entry in blog)
    shown = sum(map(count_letters, _paragraphs(page)))
    return marked >= SHOWN_SHARE * shown


def _entries(
    blog: LiveBlog, name: str, facts: PageFacts
) -> Iterator[RawDocument | Omission]:
    """Yield a document for each entry of a live blog, with its own day."""
    for number, entry in enumerate(blog, 1):
        title = entry.title or facts.title
        yield RawDocument(
            f"{name}{WITHIN}{number}",
            entry.text,
            title,
            entry.date,
            facts.url,
            facts.author,
        )
    yield Omission(name, "all but the entries of the live blog, which are documents")


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


def _article(page: HtmlElement) -> str:
    """Return the main text of a page, a blank line between paragraphs.

    If the first try cuts the article, a second one takes in more.
    """
    squeezed = map(_squeezed, _paragraphs(page))
    paragraphs = [text for text in squeezed if len(text) >= PARAGRAPH]
    total = sum(map(count_letters, paragraphs))
    best = 0
    for generous in (False, True):
        text = _extracted(page, generous=generous)
        covered = _covered_letters(paragraphs, _squeezed(text))
        best = max(best, covered)
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
