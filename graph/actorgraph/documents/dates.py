"""Dates of publication: only those that are written out, with day, month and year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice

from actorgraph.grammar import grammar_words

#: Non-blank lines at the top of a text that may contain the date of publication.
TOP_LINES = 6
#: Characters at the beginning of such a line that are searched; a dateline is shorter.
LINE_LENGTH = 120
#: Characters at the beginning of a text that contain these lines, whatever blank ones they include.
TOP_LENGTH = 1000 * TOP_LINES

_ISO = r"\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?"
_CLOCK = r"(?:,? (?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)? ?(?:[a-z]{2,4})?)?"
_CITY = r"[A-Z][A-Z.'’ -]{1,40}(?:, [A-Z][A-Za-z. ]{1,30})?"
#: Capitalised words: the place that a line names before its date.
_PLACE = r"(?-i:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})"
_IN_NAME = re.compile(r"(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Patterns with the words of the language.

    Attributes:
        months: Month in lower case → its number.
        alone: A line that contains only a date of publication, in group 1.
        dateline: The beginning of a dateline, with the date in group 1.
        written: A date, in the groups ``iso``, or ``month``, ``day`` and ``year``.
    """

    months: dict[str, int]
    alone: re.Pattern[str]
    dateline: re.Pattern[str]
    written: re.Pattern[str]


def iso_date(written: str) -> str | None:
    """Return a date as ``YYYY-MM-DD``, or None if it is not one of the forms below.

    Reads ISO dates and times, ``2 March 2024`` and ``March 2, 2024``.  A date such as
    ``03/04/2024`` is not read, since its day and month cannot be distinguished, nor is one that no
    calendar has.
    """
    patterns = _patterns()
    squeezed = " ".join(written.split())
    match = patterns.written.fullmatch(squeezed)
    if match is None:
        return None
    if match["iso"]:
        iso_day = match["iso"][:10]
        return _day(*iso_day.split("-"))
    year = match["year"]
    day = match["day"]
    name = match["month"].lower().rstrip(".")
    month = patterns.months[name]
    return _day(year, str(month), day)


def date_in_text(text: str) -> str | None:
    """Return the date of publication at the top of a text, or None if there is none.

    It is alone in its line, or there with a place (``Published: 2 March 2024``, ``Harrow Bay,
    2 March 2024``), or in a dateline (``GENEVA, 2 March 2024``, ``Geneva, 2 March 2024 -``).
    """
    patterns = _patterns()
    beginning = text[:TOP_LENGTH]
    stripped = map(str.strip, beginning.splitlines())
    lines = filter(None, stripped)
    for line in islice(lines, TOP_LINES):
        top = line[:LINE_LENGTH]
        match = patterns.alone.fullmatch(top) or patterns.dateline.match(top)
        if match:
            return iso_date(match[1])
    return None


def date_in_name(name: str) -> str | None:
    """Return the ISO date in a file name, such as ``2024-03-02-talks.txt``, or None.

    >>> date_in_name("2024-03-02-talks.txt")
    '2024-03-02'
    """
    match = _IN_NAME.search(name)
    if match is None:
        return None
    return iso_date(match[1])


@cache
def _patterns() -> _Patterns:
    months = {word: n for n in range(1, 13) for word in grammar_words(f"month {n}")}
    weekdays = [word for n in range(1, 8) for word in grammar_words(f"weekday {n}")]
    month = rf"{_any_of(months)}\.?"
    day = rf"{_ISO}|\d{{1,2}} {month},? \d{{4}}|{month} \d{{1,2}},? \d{{4}}"
    weekday = rf"(?:{_any_of(weekdays)},? )?"
    label = rf"(?:{_any_of(grammar_words('label of a publication date'))}(?: on)?:? )?"
    capitals = rf"{_CITY}(?:,| [-–—])"
    ends = rf"(?i:{weekday}(?:{day}))(?: \([^()]*\))? ?[-–—](?! ?(?i:{day}))"
    words = rf"(?!(?i:[^,]*{_any_of(weekdays)})){_PLACE}(?:, {_PLACE})?,(?= {ends})"
    parts = rf"(?=.*?(?P<month>{month}))(?=.*?\b(?P<day>\d{{1,2}})\b)(?=.*?(?P<year>\d{{4}}))"
    return _Patterns(
        months,
        alone=re.compile(
            rf"(?:{_PLACE}, ){{0,2}}{label}{weekday}({day}){_CLOCK}\.?", re.IGNORECASE
        ),
        dateline=re.compile(rf"(?:{capitals}|{words}) (?i:{weekday}({day}))\b"),
        written=re.compile(rf"(?P<iso>{_ISO})|{parts}(?:{day})", re.IGNORECASE),
    )


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of these words, longer ones first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    escaped = map(re.escape, longest_first)
    alternatives = "|".join(escaped)
    return f"(?:{alternatives})"


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
