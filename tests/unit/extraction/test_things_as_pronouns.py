"""What "it" and "they" refer to: the subject that a sentence goes on with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Norway says it arrested Dana Roth.",
            ("Norway", "arrested", "Dana Roth"),
        ),
        (
            "Delmore Bank, which said it sued Dana Roth, is small.",
            ("Delmore Bank", "accused", "Dana Roth"),
        ),
        (
            "The rebels left after they attacked Norway.",
            ("rebels", "attacked", "Norway"),
        ),
        (
            "The rebels came from the hills.\nThey attacked Norway.",
            ("rebels", "attacked", "Norway"),
        ),
        (
            "Dana Roth told reporters that the rebels had left. They attacked Norway.",
            ("rebels", "attacked", "Norway"),
        ),
        (
            "Dana Roth went to the rebels and praised them.",
            ("Dana Roth", "praised", "rebels"),
        ),
    ],
)
def test_pronoun_goes_on_with_a_subject_or_the_only_group(
    proposals_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in proposals_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway told Sweden it attacked Denmark.",
        "Norway met Sweden before it attacked Denmark.",
        "The rebels met the miners as they attacked Denmark.",
        "News from the rebels\nThey attacked Denmark.",
    ],
)
def test_pronoun_that_may_be_any_of_two_is_nobody(
    proposals_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert "attacked" not in {relation for _, relation, _ in proposals_of(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The police foiled a plot to kill Dana Roth.",
        "The ministry said it had prevented an attempt to murder Dana Roth.",
        "The plot to kill Dana Roth was thwarted by the police.",
    ],
)
def test_who_foils_a_plot_does_not_intend_it(
    proposals_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert "killed" not in {relation for _, relation, _ in proposals_of(text)}


def test_they_are_all_of_a_list(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    text = "Delmore Bank and Carver Holdings met on Monday. They praised Dana Roth."

    praising = {one for one, relation, _ in proposals_of(text) if relation == "praised"}

    assert praising == {"Delmore Bank", "Carver Holdings"}


def test_who_drops_a_plan_had_intended_it(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    assert ("Dana Roth", "visited", "Oslo") in proposals_of(
        "Dana Roth dropped a plan to visit Oslo."
    )
