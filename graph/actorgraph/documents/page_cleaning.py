"""What a page shows beside its article, or writes in a way that the extractor loses.

Links to other stories, texts on cookies and credit lines are removed.  Lists and tables of the
article become paragraphs, and a line break within a sentence becomes a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Elements around an article that contain menus, forms and pictures.
ASIDE = ("nav", "footer", "aside", "form", "figure", "header", "button")
#: Characters that no reader sees, or that only say where a word may be broken.
INVISIBLE = dict.fromkeys(
    map(ord, "\u00ad\u200b\u200e\u200f\u2060\u2061\u202a\u202b\u202c\ufeff")
)

#: A link to another story has at least this many words; a shorter one is a name or a button.
FEWEST_WORDS_OF_STORY = 4
#: Maximum number of characters of a credit line.
LONGEST_CREDIT = 150
#: The items of a list have at least this many characters on average; else it is a menu.
SHORTEST_ITEMS = 20
#: Maximum share (0–1) of the characters of a list that are links.
LINK_SHARE = 0.5
#: Maximum number of characters in a cell of a table of facts; longer ones lay out the page.
LONGEST_CELL = 200
#: A text on cookies has at least this many of its phrases.
PHRASES_OF_CONSENT = 2
#: Maximum number of characters of such a text.
LONGEST_CONSENT = 600

BLOCKS = ("p", "h2", "h3", "h4", "h5", "h6", "li", "div", "section")
CELL_SEPARATOR = " – "
SENTENCE_END = (".", "?", "!", "”", '"')

OTHER_STORY = tuple(sorted(grammar_words("label of a link to another story")))
CONSENT = grammar_words("phrase of a text on cookies")
CREDIT = tuple(sorted(grammar_words("beginning of a credit line")))


def clean(page: HtmlElement) -> None:
    """Change a page so that its visible text is that of its article."""
    _remove_invisible_characters(page)
    _join_broken_sentences(page)
    _remove(list(_other_stories(page)))
    _remove(list(_consent_texts(page)))
    _remove(list(_credits(page)))
    for table in list(page.iter("table")):
        _rows_to_paragraphs(table)
    for items in list(page.iter("ul", "ol")):
        _items_to_paragraphs(items)


# characters and line breaks ---------------------------------------------------------------


def _remove_invisible_characters(page: HtmlElement) -> None:
    for element in page.iter("*"):
        if element.text:
            element.text = element.text.translate(INVISIBLE)
        if element.tail:
            element.tail = element.tail.translate(INVISIBLE)


def _join_broken_sentences(page: HtmlElement) -> None:
    """Write a space for a single line break within a sentence: "the mayor,<br>met"."""
    for line_break in list(page.iter("br")):
        before = _text_before(line_break).rstrip()
        after = (line_break.tail or "").lstrip()
        goes_on = before.endswith(",") or after[:1].islower()
        if before and after and goes_on and not before.endswith(SENTENCE_END):
            line_break.tail = f" {after}"
            line_break.drop_tag()


def _text_before(element: HtmlElement) -> str:
    """Return the text directly before an element, empty after another line break."""
    previous = element.getprevious()
    if previous is None:
        return element.getparent().text or ""
    if previous.tail or previous.tag == "br":
        return previous.tail or ""
    text: str = previous.text_content()
    return text


# what is not the article ------------------------------------------------------------------


def _other_stories(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the blocks that only link to another story."""
    for block in page.iter(*BLOCKS):
        text = _text(block)
        if not text or len(text) > LONGEST_CREDIT:
            continue
        label = _label(text)
        linked = " ".join(map(_text, block.iter("a")))
        is_link = _same(text[len(label) :], linked)
        is_story = len(linked.split()) >= FEWEST_WORDS_OF_STORY
        is_sentence = not label and text.endswith(SENTENCE_END)
        # CASE label alone, above a list of links: "Read more:"
        is_heading = bool(label) and text == label and not linked
        if is_heading or (is_link and (label or is_story) and not is_sentence):
            yield block


def _label(text: str) -> str:
    """Return the label with which a link begins, including its colon: "Read more:"."""
    lower = text.lower()
    for label in OTHER_STORY:
        following = text[len(label) :]
        if lower.startswith(label) and (not following or following[0] in ":|–-"):
            return text[: len(label) + len(following) - len(following.lstrip(":|–- "))]
    return ""


def _consent_texts(page: HtmlElement) -> Iterator[HtmlElement]:
    for block in page.iter("p", "li", "div"):
        text = _text(block).lower()
        if len(text) > LONGEST_CONSENT:
            continue
        phrases = sum(phrase in text for phrase in CONSENT)
        if phrases >= PHRASES_OF_CONSENT:
            yield block


def _credits(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the lines that say who wrote the article: "By Dana Roth; editing by Milo Marsh"."""
    for block in page.iter("p"):
        text = _text(block)
        if len(text) > LONGEST_CREDIT or re.search(r"[.?!]\s+[A-Z]", text):
            continue
        is_credit = text.lower().startswith(CREDIT)
        if is_credit and _has_no_verb(text):
            yield block


def _has_no_verb(text: str) -> bool:
    """Whether all words are names or words of credits, as in "Reporting by Dana Roth in Oslo"."""
    small = {
        word.strip(".,;:()").lower() for word in text.split() if word[:1].islower()
    }
    return small <= grammar_words("word of a credit line")


# lists and tables -------------------------------------------------------------------------


def _rows_to_paragraphs(table: HtmlElement) -> None:
    """Make each row of a table of facts a paragraph, its cells separated by dashes."""
    rows = list(table.iter("tr"))
    cells = [_cells(row) for row in rows]
    lengths = [len(cell) for cell in chain.from_iterable(cells)]
    is_layout = next(table.iterdescendants("table", "p"), None) is not None
    if is_layout or not lengths or max(lengths) > LONGEST_CELL:
        return
    _replace_content(table, map(CELL_SEPARATOR.join, cells))


def _cells(row: HtmlElement) -> list[str]:
    texts = map(_text, row.iter("td", "th"))
    return [text for text in texts if text]


def _items_to_paragraphs(items: HtmlElement) -> None:
    """Make each item of a list in the article a paragraph; leave menus as they are."""
    if next(items.iterancestors(*ASIDE), None) is not None:
        return
    texts = [_text(item) for item in items.iterchildren("li")]
    length = sum(map(len, texts))
    linked = sum(len(_text(link)) for link in items.iter("a"))
    if length >= SHORTEST_ITEMS * len(texts) and linked <= LINK_SHARE * length:
        _replace_content(items, texts)


def _replace_content(element: HtmlElement, paragraphs: Iterable[str]) -> None:
    """Replace what is in an element by paragraphs of text."""
    from lxml.html import Element

    for child in list(element):
        element.remove(child)
    element.tag, element.text = "div", None
    for text in filter(None, paragraphs):
        paragraph = Element("p")
        paragraph.text = text
        element.append(paragraph)


# texts ------------------------------------------------------------------------------------


def _text(element: HtmlElement) -> str:
    """Return the visible text of an element, with single spaces."""
    return " ".join(" ".join(element.itertext()).split())


def _same(left: str, right: str) -> bool:
    left_letters = "".join(left.split())
    right_letters = "".join(right.split())
    return left_letters == right_letters


def _remove(elements: Iterable[HtmlElement]) -> None:
    for element in elements:
        if element.getparent() is not None:
            element.drop_tree()
