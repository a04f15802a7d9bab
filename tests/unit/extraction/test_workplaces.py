"""Visits: whoever works in a building does not visit it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        # the seat of the government, and the body that somebody serves
        ("US President Dana Roth visited the White House on Monday.", "Dana Roth"),
        ("White House spokesman Nils Berg visited the White House.", "Nils Berg"),
    ],
)
def test_nobody_visits_their_own_workplace(
    claims_of: Callable[[str], set[Triple]], text: str, subject: str
) -> None:
    assert (subject, "visited", "White House") not in claims_of(text)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Norwegian President Dana Roth visited the White House.", "Dana Roth"),
        ("Former US President Dana Roth visited the White House.", "Dana Roth"),
        ("US Senator Nils Berg visited the White House.", "Nils Berg"),
    ],
)
def test_others_visit_it(
    claims_of: Callable[[str], set[Triple]], text: str, subject: str
) -> None:
    assert (subject, "visited", "White House") in claims_of(text)
