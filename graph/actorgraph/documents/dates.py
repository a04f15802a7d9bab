"""Dates of publication: only those that are written out, day, month and year."""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
#: Non-blank lines at the top of a text where a date of publication may stand.
TOP_LINES = 6
#: Characters of a line in which a date of publication is looked for; a dateline is shorter.
LINE_LENGTH = 120

_MONTH = (
    r"(?:"
    + "|".join(rf"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
    + r"|sept)\.?"
)
_ISO = r"\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?"
_DATE = rf"{_ISO}|\d{{1,2}} {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}}"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
_LABEL = r"(?:(?:first )?(?:published|posted|updated|date|dated)(?: on)?:? )?"
_CLOCK = r"(?:,? (?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)? ?(?:[a-z]{2,4})?)?"
_WHOLE_LINE = re.compile(rf"{_LABEL}{_WEEKDAY}({_DATE}){_CLOCK}\.?", re.IGNORECASE)
_DATELINE = re.compile(
    rf"[A-Z][A-Z.'’ -]{{1,40}}(?:, [A-Z][A-Za-z. ]{{1,30}})?(?:,| [-–—]) (?i:{_WEEKDAY}({_DATE}))\b"
)
_WRITTEN = re.compile(
    rf"(?P<iso>{_ISO})|(?=.*?(?P<month>{_MONTH}))(?=.*?\b(?P<day>\d{{1,2}})\b)(?=.*?(?P<year>\d{{4}}))(?:{_DATE})",
    re.IGNORECASE,
)
_IN_NAME = re.compile(r"(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)")


def iso_date(written: str) -> str | None:
    """A date as ``YYYY-MM-DD``.

    Reads ISO dates and times, ``2 March 2024`` and ``March 2, 2024``.  Anything else, numbers such as ``03/04/2024``
    (whose day and month cannot be told apart) included, gives None, and so does a day that no calendar has.
    """
    found = _WRITTEN.fullmatch(" ".join(written.split()))
    if found is None:
        return None
    if found["iso"]:
        return _day(*found["iso"][:10].split("-"))
    return _day(found["year"], str(_number(found["month"])), found["day"])


def date_in_text(text: str) -> str | None:
    """The date that stands alone in one of the first lines, or in a dateline (``GENEVA, 2 March 2024 -``)."""
    lines = (line.strip() for line in text[: TOP_LINES * 1000].splitlines())
    for line in [line for line in lines if line][:TOP_LINES]:
        found = _WHOLE_LINE.fullmatch(line[:LINE_LENGTH]) or _DATELINE.match(
            line[:LINE_LENGTH]
        )
        if found:
            return iso_date(found[1])
    return None


def date_in_name(name: str) -> str | None:
    """The ISO date in a file name, such as ``2024-03-02-talks.txt``."""
    found = _IN_NAME.search(name)
    return iso_date(found[1]) if found else None


def _number(month: str) -> int:
    return next(
        number
        for number, name in enumerate(MONTHS, 1)
        if name.startswith(month[:3].lower())
    )


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
