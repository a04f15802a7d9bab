"""Datelines: where and when a report was filed, before the report: "OSLO, 3 May —", "Oslo (Reuters) -"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: A dateline ends with a dash after so many tokens at most.
LONGEST = 12
DASHES = frozenset({"—", "–", "--"})
#: Ends a dateline only after the agency in brackets; else it may join words.
HYPHEN = "-"
FULL_STOPS = frozenset({".", "?", "!"})
SENTENCE_ENDS = FULL_STOPS | {'"', "”", "''"}


def datelines(doc: Doc) -> Iterator[range]:
    """The tokens of each dateline, its dash included.

    It begins a line or follows a sentence and keeps within it.  Its place is in capitals, or it ends with an agency in
    brackets.  A capital follows.
    """
    for start in range(len(doc)):
        if begins(doc, start):
            dash = _dash(doc, start)
            if dash is not None and doc[dash + 1].text[:1].isupper():
                yield range(start, dash + 1)


def begins(doc: Doc, i: int) -> bool:
    """Whether a line begins at a token, or a sentence has ended before it."""
    return i == 0 or "\n" in doc[i - 1].text or doc[i - 1].text in SENTENCE_ENDS


def _dash(doc: Doc, start: int) -> int | None:
    """The dash that ends a dateline; None where a line break or nothing like it comes first."""
    for i in range(start + 1, min(len(doc) - 1, start + LONGEST)):
        if "\n" in doc[i].text or doc[i].text in FULL_STOPS:
            return None
        in_capitals = _is_in_capitals(doc, start, i)
        after_agency = doc[i - 1].text == ")"
        if (doc[i].text in DASHES and (in_capitals or after_agency)) or (
            doc[i].text == HYPHEN and after_agency
        ):
            return i
    return None


def _is_in_capitals(doc: Doc, start: int, end: int) -> bool:
    """Whether all words before the first comma or bracket are in capitals: the place."""
    place = []
    for token in doc[start:end]:
        if token.text in (",", "("):
            break
        place.append(token)
    return (
        bool(place)
        and len(place[0]) > 1
        and all(token.is_upper or token.is_punct for token in place)
    )
