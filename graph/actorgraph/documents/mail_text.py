"""The text of a message: what its writer adds, with broken lines joined.

Quoted lines are what someone else wrote, at another time; a signature says nothing.  Both are left
out.  What was forwarded is the point of the message, and is read.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from actorgraph.documents.line_joining import unwrap

#: Line above a signature.
SIGNATURE = re.compile(r"^(?:-- ?|—)$")
#: Number of lines of a signature.
LONGEST_SIGNATURE = 15

#: What mail programs write above a message that is answered in full below.
_ORIGINAL = re.compile(
    r"^\W*(?:original message|reply above this line)\W*$", re.IGNORECASE
)
_FROM = re.compile(r"^\s*\**from:\**\s", re.IGNORECASE)
_SENT = re.compile(r"^\s*\**(?:sent|date):\**\s", re.IGNORECASE)
_BLANK = re.compile(r"\n\s*\n")
_FORWARDED = re.compile(r"forwarded message", re.IGNORECASE)
#: "On Monday, Dana Roth wrote:", in one or two lines.
_WROTE = re.compile(r"^on\b.{0,300}\bwrote:$", re.IGNORECASE | re.DOTALL)


class MailText(NamedTuple):
    """A text, and what was left out of it, as phrases."""

    text: str
    left_out: list[str]


def mail_text(source: str, *, is_flowed: bool) -> MailText:
    r"""Return what the writer of a message says.

    Args:
        source: The plain text of the body.
        is_flowed: Whether lines that end with a space go on in the next (RFC 3676).

    >>> mail_text("We agree.\n\nOn Monday, Dana Roth wrote:\n> Do we agree?", is_flowed=False)
    MailText(text='We agree.', left_out=['what the message answers (2 lines)'])
    """
    lines = source.replace("\r", "").split("\n")
    answered = _without_answered(lines)
    kept = _without_signature(answered)
    left_out: list[str] = []
    quoted = _count(lines) - _count(answered)
    signature = _count(answered) - _count(kept)
    if quoted:
        left_out.append(f"what the message answers ({quoted:,} lines)")
    if signature:
        left_out.append(f"its signature ({signature:,} lines)")
    text = "\n".join(_joined_flow(kept) if is_flowed else kept)
    return MailText(_BLANK.sub("\n\n", unwrap(text)).strip(), left_out)


def _count(lines: list[str]) -> int:
    return sum(bool(line.strip()) for line in lines)


def _without_answered(lines: list[str]) -> list[str]:
    kept: list[str] = []
    for index, line in enumerate(lines):
        if _begins_original(lines, index):
            break
        if line.startswith(">"):
            _drop_introduction(kept)
        else:
            kept.append(line)
    return kept


def _begins_original(lines: list[str], index: int) -> bool:
    """Whether a message that is answered begins here: a rule, or its headers."""
    line = lines[index]
    if _ORIGINAL.match(line):
        return True
    if not _FROM.match(line):
        return False
    following = lines[index + 1 : index + 3]
    if not any(map(_SENT.match, following)):
        return False
    start = max(0, index - 3)
    before = " ".join(lines[start:index])
    return _FORWARDED.search(before) is None


def _drop_introduction(kept: list[str]) -> None:
    """Drop the line above a quotation that says whose it is, with the blank lines around it."""
    while kept and not kept[-1].strip():
        kept.pop()
    for number in (1, 2):
        last = "\n".join(kept[-number:]).strip()
        if _WROTE.match(last):
            del kept[-number:]
            return
    kept.append("")


def _without_signature(lines: list[str]) -> list[str]:
    count = len(lines)
    first = max(0, count - LONGEST_SIGNATURE)
    for index in range(first, count):
        if SIGNATURE.match(lines[index]):
            return lines[:index]
    return lines


def _joined_flow(lines: list[str]) -> list[str]:
    joined: list[str] = []
    goes_on = False
    for line in lines:
        stuffed = line.removeprefix(" ")
        if goes_on:
            joined[-1] += stuffed
        else:
            joined.append(stuffed)
        goes_on = line.endswith(" ")
    return joined
