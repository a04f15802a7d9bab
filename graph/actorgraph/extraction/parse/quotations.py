"""Passages between quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

from actorgraph.extraction.parse.parsed_text import ParsedText

OPENING = frozenset({"“", "„", "«", "``"})
CLOSING = frozenset({"”", "»", "''"})
STRAIGHT = '"'

#: A quotation that is still open after this many tokens is given up.
LONGEST_QUOTATION = 400

#: Shorter quotations are words in scare quotes, not speech of their own.
SHORTEST_SENTENCE = 4

FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens from the opening quotation mark to the closing one, both included.

    Attributes:
        is_sentence: Whether it has a verb and enough words to be speech of its own.
    """

    start: int
    end: int
    is_sentence: bool


def find_quotations(parsed: ParsedText) -> list[Quotation]:
    """Return all quotations in order; a mark without a partner in its paragraph is skipped."""
    quotations: list[Quotation] = []
    start: int | None = None
    for i, token in enumerate(parsed.doc):
        text = token.text
        if start is None:
            start = i if _may_open(text) else None
        elif _may_close(text):
            quotations.append(_quotation(parsed, start, i + 1))
            start = None
        elif i - start > LONGEST_QUOTATION or "\n" in text:
            start = None
    return quotations


def _may_open(text: str) -> bool:
    return text in OPENING or text == STRAIGHT


def _may_close(text: str) -> bool:
    return text in CLOSING or text == STRAIGHT


def _quotation(parsed: ParsedText, start: int, end: int) -> Quotation:
    words = sum(token.is_alpha for token in parsed.doc[start:end])
    has_verb = any(token.tag_ in FINITE_TAGS for token in parsed.doc[start:end])
    return Quotation(start, end, words >= SHORTEST_SENTENCE and has_verb)
