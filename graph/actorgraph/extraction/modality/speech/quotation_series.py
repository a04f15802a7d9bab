"""Quotations of several paragraphs, and paragraphs that are nothing but quotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.modality.speech.quotation_index import QuotationIndex
from actorgraph.extraction.parse.datelines import FULL_STOPS
from actorgraph.extraction.parse.headings import long_words
from actorgraph.extraction.parse.quotations import Quotation, ends_in_stop

if TYPE_CHECKING:
    from spacy.tokens import Doc


def quotation_series(quotations: Iterable[Quotation]) -> Iterator[list[Quotation]]:
    """Yield the paragraphs of each quotation, in text order.

    >>> pair = [Quotation(0, 5, True, goes_on=True), Quotation(6, 9, True)]
    >>> [len(series) for series in quotation_series([*pair, Quotation(12, 15, True)])]
    [2, 1]
    """
    series: list[Quotation] = []
    for quotation in quotations:
        series.append(quotation)
        if not quotation.goes_on:
            yield series
            series = []
    if series:
        yield series


def is_title(doc: Doc, quotation: Quotation) -> bool:
    """Whether the words of a quotation are capitalised like a title, or it has none."""
    words = long_words(doc[quotation.start : quotation.end])
    return all(word[0].isupper() for word in words)


def is_complete(doc: Doc, quotation: Quotation) -> bool:
    """Whether a quotation ends a sentence: "“We leave.”", "“We leave”."."""
    if quotation.goes_on or ends_in_stop(doc, quotation):
        return True
    end = quotation.end
    return end == len(doc) or doc[end].text in FULL_STOPS


def follows_paragraph(doc: Doc, quotation: Quotation) -> int | None:
    """Return the last token of the paragraph before, if a quotation begins the next one."""
    line_break = quotation.start - 1
    if line_break < 1 or "\n" not in doc[line_break].text:
        return None
    return line_break - 1


def fills_paragraph(doc: Doc, index: QuotationIndex, quotation: Quotation) -> bool:
    """Whether a paragraph that begins with a quotation has nothing but quotations."""
    for token in doc[quotation.end :]:
        if "\n" in token.text:
            return True
        is_mark = token.is_punct or token.is_space
        if not is_mark and index.at(token.i) is None:
            return False
    return True
