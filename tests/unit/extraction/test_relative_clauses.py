"""Whom pronouns in a relative clause mean: "Roth met *Hale*, who said that *he* would resign"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Reading
from tests.unit.extraction.conftest import Triple


def _meant(reading: Reading, place: int) -> list[str]:
    """The names of those whom the word at a place refers to."""
    return [
        actor.name
        for actor in reading.actors
        if place in {mention.start for mention in actor.mentions}
    ]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        # CASE what somebody says
        (
            "Carl Roth met Peter Hale, who said that he would resign.",
            "he would",
            "Peter Hale",
        ),
        # CASE of what somebody accuses another
        (
            "Carl Roth met Peter Hale, who accused John Berg of dismissing him.",
            "him.",
            "Peter Hale",
        ),
        # CASE what somebody has
        (
            "Carl Roth met Peter Hale, who lost his job after John Berg dismissed him.",
            "his job",
            "Peter Hale",
        ),
        (
            "Carl Roth met Peter Hale, who lost his job after John Berg dismissed him.",
            "him.",
            "Peter Hale",
        ),
        # CASE object of the clause, which is somebody else
        ("Carl Roth met Peter Hale, who had attacked him.", "him.", "Carl Roth"),
        # CASE two of one verb
        (
            "Carl Roth met a man who said that he would kill him.",
            "him.",
            "Carl Roth",
        ),
        # CASE gender
        (
            "Clara Roth met Peter Hale, who said that police had beaten her.",
            "her.",
            "Clara Roth",
        ),
    ],
)
def test_a_pronoun_in_a_relative_clause_is_of_whom_the_clause_is_about(
    read: Callable[[str], Reading], text: str, pronoun: str, name: str
) -> None:
    assert _meant(read(text), text.index(pronoun)) == [name]


def test_a_pronoun_after_another_person_is_not_of_whom_the_clause_is_about(
    read: Callable[[str], Reading],
) -> None:
    text = "Carl Roth met Peter Hale, who accused John Berg of losing his temper."

    assert "Peter Hale" not in _meant(read(text), text.index("his"))


@pytest.mark.parametrize("who", ["police say", "Norland says", "Otto Brandt says"])
def test_who_reports_a_deed_has_not_done_it(
    claims_of: Callable[[str], set[Triple]],
    speaker_of: Callable[[str, Triple], str | None],
    who: str,
) -> None:
    text = f"Dana Roth, who {who} killed Peter Hallam, fled."
    killers = {
        subject for subject, relation, _ in claims_of(text) if relation == "killed"
    }
    assert killers == {"Dana Roth"}
    assert speaker_of(text, ("Dana Roth", "killed", "Peter Hallam")) is not None
