"""Insertions between a name and the role beside it: "Ada Quint, *45*, an analyst"."""

from __future__ import annotations

from actorgraph.extraction.parse.closed_classes import PARTY_LETTERS
from actorgraph.extraction.parse.parsed_text import ParsedText

#: A bracket between a name and a role is at most this many tokens long.
LONGEST_INSERTION = 6


def before_insertion(parsed: ParsedText, i: int) -> int:
    """Return the token before what is inserted after a name and ends at token ``i``."""
    # CASE age: "Ada Quint, *45*, an analyst"
    if parsed.tags[i] == "CD" and i > 1 and parsed.lower[i - 1] == ",":
        return i - 2
    # CASE bracket: "Ada Quint *(R-Ohio)*, an analyst"
    if parsed.tags[i] == "-RRB-":
        first = max(0, i - LONGEST_INSERTION)
        for opening in range(i - 1, first - 1, -1):
            if parsed.tags[opening] == "-LRB-":
                return opening - 1
        return i
    # CASE seat: "Ada Quint, *R-Ohio*, an analyst"
    place = parsed.covering(i)
    start = i if place is None else place.start
    is_seat = parsed.lower[start - 1] == "-" and parsed.lower[start - 3] == ","
    return start - 4 if is_seat and parsed.lower[start - 2] in PARTY_LETTERS else i
