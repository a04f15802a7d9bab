"""Expressions of time become dates of their own precision."""

from __future__ import annotations

import pytest

from actorgraph.extraction.modality.dates.time_expressions import resolve


@pytest.mark.parametrize(
    ("expression", "date"),
    [
        ("13 March 2025", "2025-03-13"),
        ("March 13, 2025", "2025-03-13"),
        ("March 2014", "2014-03"),
        ("2014", "2014"),
        ("yesterday", "2026-06-09"),
        ("tomorrow", "2026-06-11"),
        ("Thursday", "2026-06-04"),
        ("next Monday", "2026-06-15"),
        ("last year", "2025"),
        ("May", "2026-05"),
        ("August", "2025-08"),
        ("30 February 2025", None),
        ("recently", None),
        ("", None),
    ],
)
def test_expression_is_a_date_of_its_own_precision(
    expression: str, date: str | None
) -> None:
    assert resolve(expression, "2026-06-10") == date


@pytest.mark.parametrize("expression", ["yesterday", "Thursday", "last year", "May"])
def test_relative_expression_means_nothing_without_a_day_of_publication(
    expression: str,
) -> None:
    assert resolve(expression, None) is None


@pytest.mark.parametrize(
    ("expression", "date"),
    [
        ("Thursday", "2026-06-11"),
        ("Wednesday", "2026-06-10"),
        ("next Wednesday", "2026-06-17"),
        ("last Thursday", "2026-06-04"),
        ("yesterday", "2026-06-09"),
        ("June", "2026-06"),
        ("May", "2027-05"),
        ("August", "2026-08"),
        ("9 June", "2027-06-09"),
        ("10 June", "2026-06-10"),
        ("last May", "2026-05"),
        ("next May", "2027-05"),
        ("May 2025", "2025-05"),
        ("next year", "2027"),
    ],
)
def test_expression_of_what_is_still_to_come(expression: str, date: str) -> None:
    assert resolve(expression, "2026-06-10", ahead=True) == date
