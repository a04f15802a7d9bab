"""Passages between quotation marks.

A quotation of several paragraphs has a mark at the beginning of each, but only the last is closed:
each paragraph is a quotation of its own, which the next continues.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actorgraph.extraction.parse.datelines import FULL_STOPS
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.quotation_marks import (
    QUOTE_CLOSING,
    QUOTE_CLOSING_SINGLE,
    QUOTE_OPENING,
    QUOTE_OPENING_SINGLE,
    QUOTE_STRAIGHT,
)
from actorgraph.extraction.parse.word_tags import FINITE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Punctuation that comes before a closing mark, not before an apostrophe.
BEFORE_CLOSING = FULL_STOPS | {",", "…"}

#: A quotation that is still open after this many tokens is given up.
LONGEST_QUOTATION = 400

#: … or after this many line breaks.
MOST_LINES = 4

#: Shorter quotations are words in scare quotes, not speech, unless they are a sentence.
SHORTEST_SENTENCE = 4

#: Tags of verbs that make a sentence of what is quoted; "leave!" is one too.
VERB_TAGS = FINITE_TAGS | {"VB"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens from the opening quotation mark to the closing one, both included.

    Attributes:
        is_sentence: Whether it has a verb and enough words to be speech of its own.
        goes_on: Whether the next quotation continues it, so that no mark closes it.
    """

    start: int
    end: int
    is_sentence: bool
    goes_on: bool = False


def find_quotations(parsed: ParsedText) -> list[Quotation]:
    """Return all quotations in order; a mark without a partner in its paragraph is skipped.

    Single marks count around sentences only, and only outside of double ones: elsewhere they set
    off words or are apostrophes.
    """
    quotations = list(_double(parsed))
    quotations += _outside(quotations, _single(parsed))
    return sorted(quotations, key=lambda quotation: quotation.start)


def _double(parsed: ParsedText) -> Iterator[Quotation]:
    doc = parsed.doc
    start: int | None = None
    for i, token in enumerate(doc):
        text = token.text
        if start is None:
            start = i if _may_open(doc, i) else None
        elif _reopens(doc, i):
            yield from _continued(parsed, start, i)
            start = i
        elif _may_close(text):
            yield _quotation(parsed, start, i + 1)
            start = None
        elif i - start > LONGEST_QUOTATION or _gives_up(doc, start, i):
            start = None


def _may_open(doc: Doc, i: int) -> bool:
    mark = doc[i]
    if mark.text in QUOTE_OPENING:
        return True
    if mark.text not in QUOTE_STRAIGHT:
        return False
    # CASE closing mark without a partner, or inches: 'a screen of 27" was stolen'
    return not mark.whitespace_ or _follows_space(doc, i)


def _may_close(text: str) -> bool:
    return text in QUOTE_CLOSING or text in QUOTE_STRAIGHT


def _reopens(doc: Doc, i: int) -> bool:
    """Whether an opening mark begins the next paragraph of what is still quoted."""
    if not _may_reopen(doc, i):
        return False
    before = i - 1
    while before > 0 and doc[before].is_space:
        before -= 1
    # CASE words within words: 'He said: "I read "Cold Rain" as a child."'
    return doc[before].text in FULL_STOPS


def _may_reopen(doc: Doc, i: int) -> bool:
    """Whether a mark is placed like an opening one: before a word, after a space."""
    mark = doc[i]
    if mark.text not in QUOTE_STRAIGHT and mark.text not in QUOTE_OPENING:
        return False
    if mark.whitespace_:
        return False
    return _follows_space(doc, i)


def _continued(parsed: ParsedText, start: int, end: int) -> Iterator[Quotation]:
    """Yield the paragraph of a quotation that ends before the mark of the next one."""
    while end > start and parsed.doc[end - 1].is_space:
        end -= 1
    quotation = _quotation(parsed, start, end, goes_on=True)
    # CASE stray mark: 'Roth "agreed.' before a paragraph that begins with a quotation
    if quotation.is_sentence:
        yield quotation


def _gives_up(doc: Doc, start: int, i: int) -> bool:
    """Whether a line break ends what is quoted, since no mark after it closes or continues that."""
    if "\n" not in doc[i].text:
        return False
    line_breaks = 0
    for token in doc[i : start + LONGEST_QUOTATION]:
        line_breaks += "\n" in token.text
        if line_breaks > MOST_LINES:
            return True
        # CASE paragraph without a mark: "“It rains.⏎We leave.”"
        if _may_close(token.text) and not _may_reopen(doc, token.i):
            return False
        # CASE paragraph with a mark: "“It rains.⏎“We leave.”"
        if _may_close(token.text) or token.text in QUOTE_OPENING:
            is_first = "\n" in doc[token.i - 1].text
            return not is_first or not _reopens(doc, token.i)
    return True


def _follows_space(doc: Doc, i: int) -> bool:
    if i == 0:
        return True
    before = doc[i - 1]
    return before.is_space or bool(before.whitespace_)


def _single(parsed: ParsedText) -> Iterator[Quotation]:
    doc = parsed.doc
    start: int | None = None
    for i, token in enumerate(doc):
        is_opening = token.text in QUOTE_OPENING_SINGLE and not token.whitespace_
        if is_opening and _follows_space(doc, i):
            start = i
        elif "\n" in token.text:
            start = None
        elif start is not None and _closes_single(doc, i):
            quotation = _quotation(parsed, start, i + 1)
            if _is_speech(doc, quotation):
                yield quotation
            start = None


def _closes_single(doc: Doc, i: int) -> bool:
    mark = doc[i]
    if mark.text not in QUOTE_CLOSING_SINGLE or _follows_space(doc, i):
        return False
    # CASE apostrophe: "the workers’ rights"
    if mark.tag_ != "POS":
        return True
    return doc[i - 1].text in BEFORE_CLOSING


def ends_in_stop(doc: Doc, quotation: Quotation) -> bool:
    """Whether a comma or a full stop precedes the closing mark: "“We leave*,*” she said"."""
    return doc[quotation.end - 2].text in BEFORE_CLOSING


def _is_speech(doc: Doc, quotation: Quotation) -> bool:
    """Whether single marks set off a sentence, or the end of one: "‘and I won’t.’"."""
    return quotation.is_sentence or ends_in_stop(doc, quotation)


def _outside(
    quotations: Sequence[Quotation], others: Iterator[Quotation]
) -> Iterator[Quotation]:
    """Yield those of other quotations that share no token with these."""
    quoted: set[int] = set()
    for quotation in quotations:
        quoted.update(range(quotation.start, quotation.end))
    for quotation in others:
        if quoted.isdisjoint(range(quotation.start, quotation.end)):
            yield quotation


def _quotation(
    parsed: ParsedText, start: int, end: int, *, goes_on: bool = False
) -> Quotation:
    quoted = parsed.doc[start:end]
    last = end - 1 if goes_on else end - 2
    words = sum(token.is_alpha for token in quoted)
    is_long = words >= SHORTEST_SENTENCE or _stands_alone(parsed.doc, start, last)
    has_verb = any(token.tag_ in VERB_TAGS for token in quoted)
    return Quotation(start, end, is_long and has_verb, goes_on)


def _stands_alone(doc: Doc, start: int, last: int) -> bool:
    """Whether full stops precede and end what is quoted: "Roth rose. “We lost it.”"."""
    if doc[last].text not in FULL_STOPS:
        return False
    before = start - 1
    while before > 0 and doc[before].is_space:
        before -= 1
    return start == 0 or doc[before].text in FULL_STOPS
