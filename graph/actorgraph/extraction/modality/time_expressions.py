"""When something holds: explicit dates, and relative ones resolved against the day of publication.

A date is given as precisely as the text gives it: ``2014``, ``2014-03`` or ``2014-03-09``.  What cannot be resolved
("recently", or "on Monday" in a text without a date) is left out.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

MONTH_NAMES = (
    "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sept sep,"
    "october oct,november nov,december dec"
)
MONTHS = {
    name: number
    for number, names in enumerate(MONTH_NAMES.split(","), 1)
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split()
    )
}
DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}

YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
DAY = re.compile(r"\b([0-3]?\d)(?:st|nd|rd|th)?\b")

#: Prepositions that open a span of time, that close one, and that name a point in it.
SINCE, UNTIL = (
    frozenset({"after", "from", "since"}),
    frozenset({"before", "by", "through", "till", "to", "until"}),
)
WITHIN = frozenset({"at", "during", "in", "of", "on", "throughout"})

#: A span in one expression: "2001 to 2010".
SPAN = re.compile(
    r"^(?P<start>.*\d)\s*(?:to|until|till|through|and|-|–)\s*(?P<end>.*\d{4})$"
)

#: Dependencies of a point in time on its verb.
TEMPORAL = frozenset({"npadvmod", "tmod", "advmod", "nmod", "nummod"})


def resolve(expression: str, published: str | None) -> str | None:
    """An expression of time as an ISO date of its own precision.

    Args:
        expression: Such as "13 March 2025", "March 2014", "2014", "Thursday", "yesterday", "last year", "in August".
        published: Day of publication, ``YYYY-MM-DD``, which relative expressions need.

    Returns:
        ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None for what cannot be resolved.
    """
    words = re.findall(r"[a-z]+|\d+", expression.lower())
    anchor = date.fromisoformat(published) if published else None
    month = next((MONTHS[word] for word in words if word in MONTHS), None)
    year = YEAR.search(expression)
    if month is not None:
        return _calendar(
            expression, int(year[1]) if year else None, month, anchor, words
        )
    if year is not None:
        return year[1]
    return _relative(words, anchor) if anchor is not None else None


def _calendar(
    expression: str, year: int | None, month: int, anchor: date | None, words: list[str]
) -> str | None:
    if year is None:
        if anchor is None:
            return None
        past = month > anchor.month or ("last" in words and month == anchor.month)
        year = (
            anchor.year - past
            if "next" not in words
            else anchor.year + (month <= anchor.month)
        )
    rest = YEAR.sub("", expression)
    day = DAY.search(rest)
    if day is None:
        return f"{year:04d}-{month:02d}"
    try:
        return date(year, month, int(day[1])).isoformat()
    except ValueError:
        return None


def _relative(words: list[str], anchor: date) -> str | None:
    """Weekdays are the last one before the day of publication, unless the text says "next"."""
    for word in words:
        if word in DAYS:
            return (anchor + timedelta(days=DAYS[word])).isoformat()
        if word in WEEKDAYS:
            back = (anchor.weekday() - WEEKDAYS[word]) % 7
            return (
                anchor + timedelta(days=7 - back if "next" in words else -back)
            ).isoformat()
    step = {"last": -1, "this": 0, "next": 1}.get(words[0] if words else "")
    return (
        f"{anchor.year + step:04d}"
        if step is not None and words[-1] == "year"
        else None
    )


def when(
    parsed: ParsedText, trigger: int, published: str | None
) -> tuple[str | None, str | None]:
    """From when until when the words around a trigger say that something held; a point in time is both."""
    token = parsed.doc[trigger]
    start, end = _around(parsed, token, published)
    if (
        start is None
        and end is None
        and not token.tag_.startswith("V")
        and token.head.tag_.startswith("V")
    ):
        start, end = _around(parsed, token.head, published)
    return start, end


def _around(
    parsed: ParsedText, token: Token, published: str | None
) -> tuple[str | None, str | None]:
    start = end = None
    for child in token.children:
        if child.dep_ in TEMPORAL:
            start = end = _date_at(parsed, child, published) or start
        elif child.dep_ == "prep" and child.lower_ in SINCE | UNTIL | WITHIN:
            for grand in child.children:
                first, last = _span_at(parsed, grand, published)
                start = (
                    first if first is not None and child.lower_ not in UNTIL else start
                )
                end = (
                    last
                    if last is not None and (first != last or child.lower_ not in SINCE)
                    else end
                )
    return start, end


def _span_at(
    parsed: ParsedText, token: Token, published: str | None
) -> tuple[str | None, str | None]:
    """First and last date of an expression ("2001 to 2010"); twice the same where it names one."""
    expression = _expression(parsed, token)
    span = SPAN.match(expression)
    if span is None:
        return (_date_at(parsed, token, published),) * 2
    return resolve(span["start"], published), resolve(span["end"], published)


def _date_at(parsed: ParsedText, token: Token, published: str | None) -> str | None:
    return resolve(_expression(parsed, token), published)


def _expression(parsed: ParsedText, token: Token) -> str:
    mention = parsed.covering(token.i)
    return (
        parsed.text(mention.start, mention.end)
        if mention is not None and mention.type is ActorType.TIME
        else ""
    )
