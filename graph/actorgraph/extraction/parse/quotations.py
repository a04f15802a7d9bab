"""Passages between quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

from actorgraph.extraction.parse.parsed_text import ParsedText

OPENING = frozenset({"“", "„", "«", "``"})
CLOSING = frozenset({"”", "»", "''"})
STRAIGHT = '"'

#: A quotation that never closes is given up after so many tokens.
LONGEST = 400

#: Shorter quotations are words in scare quotes, not speech of their own.
SHORTEST_SENTENCE = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens from the opening quotation mark to the closing one, both included."""

    start: int
    end: int
    is_sentence: bool


def find_quotations(parsed: ParsedText) -> list[Quotation]:
    """All quotations, in order; a mark without a partner in its paragraph is passed over."""
    found: list[Quotation] = []
    start: int | None = None
    for i, token in enumerate(parsed.doc):
        text = token.text
        if start is not None and (text in CLOSING or text == STRAIGHT) and i > start:
            found.append(_quotation(parsed, start, i + 1))
            start = None
        elif start is None and (text in OPENING or text == STRAIGHT):
            start = i
        elif start is not None and (i - start > LONGEST or "\n" in text):
            start = None
    return found


def _quotation(parsed: ParsedText, start: int, end: int) -> Quotation:
    words = sum(1 for token in parsed.doc[start:end] if token.is_alpha)
    has_verb = any(
        token.tag_ in ("VBD", "VBZ", "VBP", "MD", "VB")
        for token in parsed.doc[start:end]
    )
    return Quotation(start, end, words >= SHORTEST_SENTENCE and has_verb)
