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
def test_whoever_does_not_work_there_visits_it(
    claims_of: Callable[[str], set[Triple]], text: str, subject: str
) -> None:
    assert (subject, "visited", "White House") in claims_of(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Norwegian President Dana Roth met Nils Berg at a summit in Oslo.", "Oslo"),
        ("Foreign Minister Ida Falk of Norway spoke at a meeting in Oslo.", "Oslo"),
    ],
)
def test_whoever_governs_a_country_does_not_visit_its_capital(
    claims_of: Callable[[str], set[Triple]], text: str, place: str
) -> None:
    assert not any(claim[1:] == ("visited", place) for claim in claims_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian President Dana Roth met Nils Berg at a summit in Berlin.",
        "Former Norwegian President Dana Roth met Nils Berg at a summit in Berlin.",
    ],
)
def test_whoever_governs_a_country_visits_other_capitals(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert ("Dana Roth", "visited", "Berlin") in claims_of(text)
