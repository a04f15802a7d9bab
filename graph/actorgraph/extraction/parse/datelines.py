"""Datelines: where and when a report was filed: "OSLO, 3 May —", "Oslo (Reuters) -"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: The dash of a dateline is at most this many tokens after its beginning.
LONGEST_DATELINE = 12
DASHES = frozenset({"—", "–", "--"})
#: Ends a dateline after the agency in brackets, or between spaces; elsewhere it may join words.
HYPHEN = "-"
FULL_STOPS = frozenset({".", "?", "!"})
SENTENCE_ENDS = FULL_STOPS | {'"', "”", "''"}


def datelines(doc: Doc) -> Iterator[range]:
    """Yield the tokens of each dateline, including its dash.

    A dateline begins a line or follows a sentence, and a capital follows it.  Its place is in
    capitals, or it ends with an agency in brackets.
    """
    for start in range(len(doc)):
        if not begins(doc, start):
            continue
        dash = _dash(doc, start)
        if dash is None:
            continue
        following = doc[dash + 1].text
        if following[:1].isupper():
            yield range(start, dash + 1)


def begins(doc: Doc, i: int) -> bool:
    """Whether a line begins at token ``i``, or a sentence ends before it."""
    if i == 0:
        return True
    before = doc[i - 1].text
    return "\n" in before or before in SENTENCE_ENDS


def _dash(doc: Doc, start: int) -> int | None:
    """Return the dash that ends a dateline, or None if its line or sentence ends first."""
    for i in range(start + 1, min(len(doc) - 1, start + LONGEST_DATELINE)):
        text = doc[i].text
        if "\n" in text or text in FULL_STOPS:
            return None
        if _ends_dateline(doc, start, i):
            return i
    return None


def _ends_dateline(doc: Doc, start: int, i: int) -> bool:
    before, mark = doc[i - 1], doc[i]
    after_agency = before.text == ")"
    if mark.text == HYPHEN:
        # CASE hyphen: "Oslo (Reuters) -", "OSLO - Norway", but not "a PLO-backed"
        is_spaced = before.whitespace_ and mark.whitespace_
        if not after_agency and not is_spaced:
            return False
    elif mark.text not in DASHES:
        return False
    return after_agency or _is_in_capitals(doc, start, i)


def _is_in_capitals(doc: Doc, start: int, end: int) -> bool:
    """Whether all words before the first comma or bracket, the place, are in capitals."""
    if doc[start].text in (",", "(") or len(doc[start]) < 2:
        return False
    for token in doc[start:end]:
        if token.text in (",", "("):
            return True
        if not (token.is_upper or token.is_punct):
            return False
    return True
