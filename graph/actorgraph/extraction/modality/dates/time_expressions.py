"""Expressions of time as dates: explicit ones, and those relative to the day of publication.

A date is as precise as the text: ``2014``, ``2014-03`` or ``2014-03-09``. What cannot be resolved
("recently", or "on Monday" in a text without a date) has no date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from actorgraph.extraction.parse.closed_classes import DAY_NAMES, MONTH_NAMES
from actorgraph.grammar import grammar_words

#: Name of a month → 1 to 12.
MONTH_NUMBERS = {
    name: number for number, names in enumerate(MONTH_NAMES, 1) for name in names
}

#: Name of a day → 0 (Monday) to 6, as :meth:`datetime.date.weekday` counts.
WEEKDAY_NUMBERS = {
    name: number for number, names in enumerate(DAY_NAMES) for name in names
}

#: "yesterday", "today", "tomorrow" → days from the day of publication.
DAYS = {
    word: days
    for days, name in enumerate(("day before", "same day", "day after"), -1)
    for word in grammar_words(name)
}

#: "last", "this" and "next", before a year, a month or a day.
PREVIOUS = grammar_words("previous period")
CURRENT = grammar_words("current period")
FOLLOWING = grammar_words("following period")
YEARS = grammar_words("year")

WORD = re.compile(r"[a-z]+|\d+")
YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
DAY = re.compile(r"\b([0-3]?\d)(?:st|nd|rd|th)?\b")


def resolve(
    expression: str, published: str | None, *, ahead: bool = False
) -> str | None:
    """Return an expression of time as an ISO date of its own precision.

    >>> resolve("13 March 2025", None)
    '2025-03-13'
    >>> resolve("Monday", "2026-10-17"), resolve("Monday", "2026-10-17", ahead=True)
    ('2026-10-12', '2026-10-19')

    Args:
        expression: Such as "13 March 2025", "March 2014", "2014", "Thursday", "yesterday", "last
            year".
        published: Day of publication, ``YYYY-MM-DD``; without it, relative expressions cannot be
            resolved.
        ahead: Whether the text speaks of something that is still to come: a weekday or month is
            then the next one, else the last one. The day and the month of publication count as
            both.

    Returns:
        ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None for what cannot be resolved.
    """
    words = WORD.findall(expression.lower())
    anchor = date.fromisoformat(published) if published else None
    ahead = ahead and PREVIOUS.isdisjoint(words)
    month = next(filter(None, map(MONTH_NUMBERS.get, words)), None)
    year = YEAR.search(expression)
    if month is not None:
        day = DAY.search(YEAR.sub("", expression))
        day_number = int(day[1]) if day else None
        if year is not None:
            return _iso_date(int(year[1]), month, day_number)
        if anchor is None:
            return None
        year_number = _year_of(month, day_number, anchor, words, ahead=ahead)
        return _iso_date(year_number, month, day_number)
    if year is not None:
        return year[1]
    if anchor is None:
        return None
    return _relative(words, anchor, ahead=ahead)


def _year_of(
    month: int, day: int | None, anchor: date, words: Sequence[str], *, ahead: bool
) -> int:
    """Return the year of a month that the text gives without one."""
    # CASE "next May"
    if not FOLLOWING.isdisjoint(words):
        return anchor.year + (month <= anchor.month)
    # CASE "will meet in May", "will meet on 3 May"
    if ahead:
        is_over = month == anchor.month and day is not None and day < anchor.day
        return anchor.year + (month < anchor.month or is_over)
    # CASE "met in May", "met last May"
    is_last = not PREVIOUS.isdisjoint(words) and month == anchor.month
    return anchor.year - (month > anchor.month or is_last)


def _iso_date(year: int, month: int, day: int | None) -> str | None:
    if day is None:
        return f"{year:04d}-{month:02d}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _relative(words: Sequence[str], anchor: date, *, ahead: bool) -> str | None:
    """Return the date of "yesterday", of a weekday, or of "last year"."""
    for word in words:
        days = DAYS.get(word)
        if word in WEEKDAY_NUMBERS:
            days = _days_to(WEEKDAY_NUMBERS[word], anchor, words, ahead=ahead)
        if days is not None:
            day = anchor + timedelta(days=days)
            return day.isoformat()
    if not words or words[-1] not in YEARS:
        return None
    for years, period in enumerate((PREVIOUS, CURRENT, FOLLOWING), -1):
        if words[0] in period:
            return f"{anchor.year + years:04d}"
    return None


def _days_to(weekday: int, anchor: date, words: Sequence[str], *, ahead: bool) -> int:
    """Return how many days after publication a weekday is; negative if it is before."""
    since = (anchor.weekday() - weekday) % len(DAY_NAMES)
    # CASE "next Monday": not today, even if today is a Monday
    if not FOLLOWING.isdisjoint(words):
        return len(DAY_NAMES) - since
    # CASE "will meet on Monday"
    if ahead:
        return -since % len(DAY_NAMES)
    # CASE "met on Monday"
    return -since
