"""Datelines tell where a report was filed, and nothing of what happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple

CRITICIZED = ("Dana Roth", "criticized", "Otto Brandt")


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO —",
        "OSLO, Norway (NPR) —",
        "Oslo (Reuters) –",
        "Oslo, May 3 (Reuters) -",
        "LISBON, 3 May (AFP) --",
        "OSLO -",
    ],
)
def test_report_begins_after_its_dateline(
    claims_of: Callable[[str], set[Triple]], dateline: str
) -> None:
    found = claims_of(
        f"{dateline} Minister Dana Roth criticized Otto Brandt and accused Peter Hallam."
    )

    assert CRITICIZED in found
    assert {
        subject
        for subject, relation, _ in found
        if relation in ("criticized", "accused")
    } == {"Dana Roth"}


@pytest.mark.parametrize(
    "text",
    [
        "NATO — the alliance — criticized Otto Brandt.",
        "NATO -- once more -- criticized Otto Brandt.",
    ],
)
def test_dash_alone_makes_no_dateline(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert ("NATO", "criticized", "Otto Brandt") in claims_of(text)


def test_dateline_of_a_second_story_in_the_same_text_is_one_too(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = "Ada Quint slept.\n\nOslo (Reuters) - Dana Roth criticized Otto Brandt."

    assert CRITICIZED in claims_of(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Norway – Denmark's ally – criticized Russia.",
            ("Norway", "criticized", "Russia"),
        ),
        (
            "NATO attacked Libya. Norway – Denmark's ally – criticized Russia.",
            ("NATO", "attacked", "Libya"),
        ),
        (
            "EU leaders met. Ada Quint – Otto Brandt's aide – met Peter Hallam.",
            ("Ada Quint", "metWith", "Peter Hallam"),
        ),
    ],
)
def test_capital_after_a_dash_makes_no_dateline_of_what_is_not_in_capitals(
    claims_of: Callable[[str], set[Triple]], text: str, claim: tuple[str, str, str]
) -> None:
    assert claim in claims_of(text)
