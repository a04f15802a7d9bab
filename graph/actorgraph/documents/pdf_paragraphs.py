"""Lines of PDF pages become paragraphs, without running heads and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from statistics import median

from actorgraph.documents.line_joining import join, vocabulary_of
from actorgraph.documents.pdf_lines import Line
from actorgraph.grammar import grammar_words

#: Lines at the top and at the bottom of a page that may be a running head or a page number.
MARGIN_LINES = 2
#: Share (0–1) of the pages that have a running head: a third if left, right and first pages differ.
SHARE_OF_PAGES = 0.3
#: In units of the page: how exactly a running head is in the same place on each page.
SAME_PLACE = 6.0
#: Ratio of the sizes of letters within a paragraph.
SAME_SIZE = 1.12
#: How many times the usual distance of lines those of a paragraph are apart at most.
SAME_PARAGRAPH = 1.3
#: Distance of lines in sizes of letters that is looked at to find the usual one, and that one if
#: there are too few lines.
USUAL = (0.8, 2.5)
DEFAULT_LEADING = 1.2
#: All in sizes of letters: an indent; and the space that is left at the end of a full line.
INDENT = 0.8
FULL = 0.6
#: Number of lines from which a block shows by itself how wide its column is; a shorter one is taken
#: to be nearly as wide as most lines are.
ENOUGH_LINES = 4
NEARLY = 0.9

#: What a browser prints above and below a page: the moment and the title, the address and the page.
_PRINTED = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d.*|.*\b(?:https?|file):\S+.*\b\d+/\d+"
)
_PAGE_NUMBER = re.compile(r"\W*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.?!:]['\"”’)\]]*\s*$")


def without_running_heads(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a document without running heads, feet and page numbers."""
    pages = [list(page) for _, page in groupby(lines, key=attrgetter("page"))]
    margins = [line for page in pages for line in _margin(page)]
    heads = Counter(map(_key, margins))
    fewest = max(2, SHARE_OF_PAGES * len(pages))
    kept: list[Line] = []
    for page in pages:
        margin = set(map(id, _margin(page)))
        for line in page:
            is_head = heads[_key(line)] >= fewest or _is_page_number(line.text)
            if not (id(line) in margin and is_head):
                kept.append(line)
    return kept


def paragraphs(lines: Sequence[Line]) -> list[str]:
    """Return the paragraphs that lines in reading order make."""
    words = vocabulary_of(map(attrgetter("text"), lines))
    texts: list[str] = []
    width = NEARLY * median([line.right - line.left for line in lines] or [0])
    for block in _blocks(lines, _usual_leading(lines)):
        for paragraph in _split(block, width):
            text = join(list(map(attrgetter("text"), paragraph)), words)
            if texts and _goes_on(texts[-1], text):
                text = join([texts.pop(), text], words)
            texts.append(" ".join(text.split()))
    return texts


# Running heads


def _margin(page: list[Line]) -> list[Line]:
    """Return the lines at the top and at the bottom of a page."""
    by_height = sorted(page, key=attrgetter("baseline"))
    lowest = by_height[:MARGIN_LINES]
    highest = by_height[MARGIN_LINES:][-MARGIN_LINES:]
    return lowest + highest


def _key(line: Line) -> tuple[int, str]:
    """Return what a running head has in common on all pages: its place and text, but no numbers."""
    text = re.sub(r"\d+", "#", " ".join(line.text.lower().split()))
    return round(line.baseline / SAME_PLACE), text


def _is_page_number(text: str) -> bool:
    if _PRINTED.fullmatch(text.strip()):
        return True
    words = text.lower().split()
    if words and words[0] in grammar_words("beginning of a page number"):
        del words[0]
    number = " ".join(words)
    return _PAGE_NUMBER.fullmatch(number) is not None


# Paragraphs


def _usual_leading(lines: Sequence[Line]) -> float:
    """Return the usual distance of two lines, in sizes of their letters."""
    distances = [
        (line.baseline - following.baseline) / line.size
        for line, following in pairwise(lines)
        if line.size > 0
    ]
    least, most = USUAL
    likely = [item for item in distances if least < item < most]
    return median(likely or [DEFAULT_LEADING])


def _blocks(lines: Iterable[Line], leading: float) -> Iterator[list[Line]]:
    """Yield lines that follow each other closely, in letters of one size."""
    block: list[Line] = []
    for line in lines:
        if block and not _is_close(block[-1], line, leading):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_close(line: Line, following: Line, leading: float) -> bool:
    if line.page != following.page:
        return False
    smaller, larger = sorted((line.size, following.size))
    if larger > SAME_SIZE * smaller:
        return False
    distance = line.baseline - following.baseline
    if not 0 < distance <= SAME_PARAGRAPH * leading * larger:
        return False
    if following.left >= line.right:
        return False
    return line.left < following.right


def _split(block: Sequence[Line], width: float) -> Iterator[list[Line]]:
    """Split a block where a line is indented, or where the one before was not full."""
    left = min(line.left for line in block)
    right = max(line.right for line in block)
    if len(block) < ENOUGH_LINES:
        right = max(right, left + width)
    paragraph = [block[0]]
    for line, following in pairwise(block):
        is_indented = following.left - left > INDENT * following.size
        is_end = bool(_SENTENCE_END.search(line.text))
        if (is_end and is_indented) or _has_room(line, following, right):
            yield paragraph
            paragraph = []
        paragraph.append(following)
    yield paragraph


def _has_room(line: Line, following: Line, right: float) -> bool:
    """Whether the first word of the next line would have fitted on a line."""
    word, *_ = following.text.split(maxsplit=1)
    width = (len(word) + 1) * line.letter_width
    return line.right + width + FULL * line.size < right


def _goes_on(text: str, following: str) -> bool:
    """Whether a sentence goes on in the next column or on the next page."""
    if _SENTENCE_END.search(text):
        return False
    if text.endswith(("-", ",")):
        return True
    return following[:1].islower()
