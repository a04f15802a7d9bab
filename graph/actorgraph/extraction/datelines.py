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
SENTENCE_ENDS = frozenset({".", "?", "!", '"', "”"})


def datelines(doc: Doc) -> Iterator[range]:
    """The tokens of each dateline, its dash included.

    It begins a line or follows a sentence, is in capitals or ends with an agency in brackets, and a capital follows.
    """
    for start in range(len(doc)):
        if start == 0 or "\n" in doc[start - 1].text or doc[start - 1].text in SENTENCE_ENDS:
            dash = _dash(doc, start)
            if dash is not None and doc[dash + 1].text[:1].isupper():
                yield range(start, dash + 1)


def _dash(doc: Doc, start: int) -> int | None:
    """The dash that ends a dateline; None where a line break or nothing like it comes first."""
    in_capitals = doc[start].is_upper and len(doc[start]) > 1
    for i in range(start + 1, min(len(doc) - 1, start + LONGEST)):
        if "\n" in doc[i].text:
            return None
        after_agency = doc[i - 1].text == ")"
        if (doc[i].text in DASHES and (in_capitals or after_agency)) or (doc[i].text == HYPHEN and after_agency):
            return i
    return None
