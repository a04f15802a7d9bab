"""Quotes within their sentences."""

from __future__ import annotations

import re

from actorgraph.model import Evidence

#: Code points shown on either side of a quote when its sentence goes on for longer.
CONTEXT = 120
#: Two small letters, a digit, quote or bracket before the stop, so that "Mr." and "U.S." do not
#: end a sentence.
_SENTENCE_END = re.compile(
    r"[.!?](?:(?<=[^\W\d_A-Z]{2}.)|(?<=[\d”\"’)\]].))[.!?]*[”\"’)\]]*\s+|\n\s*"
)


def in_context(text: str, evidence: Evidence) -> tuple[str, str, str]:
    """Return what precedes a quote in its sentence, the quote itself, and what follows.

    Offsets are code points, so the page never has to count.  A sentence that goes on for more
    than ``CONTEXT`` characters is cut at a word and marked with an ellipsis.

    >>> text = "Ann slept. On Monday Ann Roth met Bob Marsh in Oslo. Then she left."
    >>> quote = "Ann Roth met Bob Marsh"
    >>> in_context(text, Evidence("d1", 21, 43, quote))
    ('On Monday ', 'Ann Roth met Bob Marsh', ' in Oslo.')
    """
    before = _before(text, evidence.start)
    after = _after(text, evidence.end)
    return before, evidence.quote, after


def _before(text: str, start: int) -> str:
    low = max(0, start - CONTEXT)
    begin = None
    for match in _SENTENCE_END.finditer(text, low, start):
        begin = match.end()
    if begin is not None:
        return text[begin:start]
    window = text[low:start]
    if low == 0:
        return window
    return "…" + window[window.find(" ") + 1 :]


def _after(text: str, end: int) -> str:
    if text[end - 1 : end] in ".!?":
        return ""
    match = _SENTENCE_END.search(text, end, end + CONTEXT)
    if match is not None:
        return text[end : match.end()].rstrip()
    window = text[end : end + CONTEXT]
    if end + CONTEXT >= len(text):
        return window.rstrip()
    return (window.rsplit(" ", 1)[0] if " " in window else window) + "…"
