"""Spans of time become two dates; what one end leaves out is taken from the other."""

from __future__ import annotations

import pytest

from actorgraph.extraction.modality.dates.time_spans import ends, resolve_span


@pytest.mark.parametrize(
    ("expression", "both"),
    [
        ("2001 to 2010", ("2001", "2010")),
        ("March 4–9, 2012", ("March 4", "9, 2012")),
        ("4-9 March 2012", ("4", "9 March 2012")),
        ("Monday to Wednesday", ("Monday", "Wednesday")),
        ("March and April 2013", ("March", "April 2013")),
    ],
)
def test_expression_of_a_span_has_two_ends(
    expression: str, both: tuple[str, str]
) -> None:
    assert ends(expression) == both


@pytest.mark.parametrize("expression", ["2013", "mid-March 2013", "late-2013", ""])
def test_expression_of_a_point_is_both_ends(expression: str) -> None:
    assert ends(expression) == (expression, expression)


@pytest.mark.parametrize(
    ("start", "end", "dates"),
    [
        ("2001", "2010", ("2001", "2010")),
        ("2005", "09", ("2005", "2009")),
        ("March 4", "9, 2012", ("2012-03-04", "2012-03-09")),
        ("4", "9 March 2012", ("2012-03-04", "2012-03-09")),
        ("March 4", "May 2, 2012", ("2012-03-04", "2012-05-02")),
        ("30 December", "3 January 2014", ("2013-12-30", "2014-01-03")),
        ("3 May", "2013", ("2013-05-03", "2013")),
        ("May 2010", "2013", ("2010-05", "2013")),
        ("3 May", "4 May", ("2014-05-03", "2014-05-04")),
        ("May", "", ("2014-05", None)),
        ("", "2013", (None, "2013")),
        ("", "", (None, None)),
    ],
)
def test_ends_share_month_and_year(
    start: str, end: str, dates: tuple[str | None, str | None]
) -> None:
    assert resolve_span(start, end, "2014-06-17") == dates


def test_span_that_ends_before_it_begins_has_no_dates() -> None:
    assert resolve_span("2013", "2010", None) == (None, None)
