"""Spans of time as two dates; one may leave to the other the month or year that both share."""

from __future__ import annotations

import re

from actorgraph.extraction.modality.dates.time_expressions import (
    DAY,
    MONTH_NUMBERS,
    WEEKDAY_NUMBERS,
    WORD,
    YEAR,
    resolve,
)
from actorgraph.grammar import grammar_words

#: First and last date; None where the text gives none. Of a point in time both are the same.
Dates = tuple[str | None, str | None]

NO_DATES: Dates = (None, None)

#: What joins two dates: "2001 *to* 2010", "2001*–*2010".
BETWEEN = grammar_words("between two dates")
#: A span in a single expression: "2001 to 2010", "March 4–9, 2012", "4 to 9 March 2012".
SPAN = re.compile(
    r"(?P<start>.*\w)\s*(?:{joints})\s*(?P<end>\w.*)".format(
        joints="|".join(
            rf"\b{joint}\b" if joint.isalpha() else joint for joint in sorted(BETWEEN)
        )
    )
)
#: The end of "2005–09".
SHORT_YEAR = re.compile(r"\d\d")


def ends(expression: str) -> tuple[str, str]:
    """Return the expressions of both ends of a span; twice the same if it is a point.

    >>> ends("March 4–9, 2012"), ends("mid-March")
    (('March 4', '9, 2012'), ('mid-March', 'mid-March'))
    """
    span = SPAN.fullmatch(expression)
    if span is None or not _begins_span(span["start"]):
        return expression, expression
    return span["start"], span["end"]


def resolve_span(
    start: str, end: str, published: str | None, *, ahead: bool = False
) -> Dates:
    """Return the dates of the two ends of a span.

    >>> resolve_span("March 4", "9, 2012", None)
    ('2012-03-04', '2012-03-09')
    >>> resolve_span("December", "March 2013", None), resolve_span("2005", "09", None)
    (('2012-12', '2013-03'), ('2005', '2009'))

    Args:
        start: Expression of the first date; empty if the span has none.
        end: Expression of the last one; empty if the span has none.
        published: As in ``resolve``.
        ahead: As in ``resolve``.

    Returns:
        First and last date; neither if the end would lie before the start.
    """
    start, end = _completed(start, end)
    first = resolve(start, published, ahead=ahead)
    last = resolve(end, published, ahead=ahead)
    if first is None or last is None:
        return first, last
    is_in_order = first[: len(last)] <= last[: len(first)]
    return (first, last) if is_in_order else NO_DATES


def _completed(start: str, end: str) -> tuple[str, str]:
    """Return the ends of a span, each with the month and the year that only the other has."""
    if not start or not end:
        return start, end
    year = YEAR.search(start)
    # CASE short year: "2005–09"
    if year is not None and SHORT_YEAR.fullmatch(end):
        return start, year[0][:2] + end
    # CASE same month: "4 to 9 March 2012", "March 4–9, 2012"
    if _month(start) is None and _has_day(start):
        start = f"{start} {_month(end) or ''}"
    elif _month(end) is None and _has_day(end):
        end = f"{_month(start) or ''} {end}"
    return _with_year(start, end), end


def _with_year(start: str, end: str) -> str:
    """Return the start of a span with the year of its end, or the year before, if it has none."""
    if YEAR.search(start):
        return start
    year, first, last = YEAR.search(end), _month(start), _month(end)
    if year is None or first is None:
        return start
    number = int(year[0])
    # CASE turn of the year: "*December* to March 2013"
    if last is not None and MONTH_NUMBERS[first] > MONTH_NUMBERS[last]:
        number -= 1
    return f"{start} {number}"


def _begins_span(start: str) -> bool:
    if any(map(str.isdigit, start)):
        return True
    words = WORD.findall(start.lower())
    return any(word in MONTH_NUMBERS or word in WEEKDAY_NUMBERS for word in words)


def _month(expression: str) -> str | None:
    words = WORD.findall(expression.lower())
    return next((word for word in words if word in MONTH_NUMBERS), None)


def _has_day(expression: str) -> bool:
    return DAY.search(YEAR.sub("", expression)) is not None
