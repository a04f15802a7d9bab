"""Who takes part in an event, and whom a prefix says somebody is for or against."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Modality
from tests.unit.extraction.conftest import Triple

PRESENT = [
    ("Dana Roth said at the summit that the port would close.", "Dana Roth", "summit"),
    ("During the debate, Dana Roth mocked Peter Hallam.", "Dana Roth", "debate"),
    ("In a meeting on Monday, Dana Roth praised Norway.", "Dana Roth", "meeting"),
    ("Norway beat Sweden in the final.", "Norway", "final"),
    ("Norway beat Sweden in the final.", "Sweden", "final"),
    ("Norway beat Sweden 3-1 in the final.", "Sweden", "final"),
    ("Sweden was beaten by Norway in the final.", "Norway", "final"),
    ("The battle between Norway and Sweden was short.", "Sweden", "battle"),
]

ABSENT = [
    # nobody says that who suffers something took part
    ("Dana Roth was shot at the summit.", "Dana Roth"),
    # who did not do something at an event may have been there, or not
    ("Dana Roth did not smile at the summit.", "Dana Roth"),
    # no contest
    ("Norway ousted Dana Roth in an uprising.", "Dana Roth"),
    # no gathering
    ("Dana Roth smiled during the investigation.", "Dana Roth"),
]


@pytest.mark.parametrize(("text", "actor", "event"), PRESENT)
def test_whoever_acts_at_an_event_takes_part(
    proposals_of: Callable[[str], set[Triple]], text: str, actor: str, event: str
) -> None:
    assert (actor, "participatedIn", event) in proposals_of(text)


@pytest.mark.parametrize(("text", "actor"), ABSENT)
def test_others_do_not_take_part(
    claims_of: Callable[[str], set[Triple]], text: str, actor: str
) -> None:
    claims = claims_of(text)

    assert [c for c in claims if c[:2] == (actor, "participatedIn")] == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Norway beat Sweden in the final.", "Norway beat Sweden in the final"),
        ("Norway beat Sweden 3-1 on Monday.", "Norway beat Sweden 3-1"),
        (
            "Norway beat Sweden, 3-1, in a friendly in Oslo.",
            "Norway beat Sweden, 3-1, in a friendly",
        ),
        # what belongs to another clause tells nothing about this one
        ("Norway beat Sweden, which had lost the election.", "Norway beat Sweden"),
        ("Norway beat Sweden in the mountains.", "Norway beat Sweden"),
    ],
)
def test_the_quote_tells_a_game_from_a_battle(
    claim_in: Callable[[str, Triple], Claim], text: str, quote: str
) -> None:
    assert claim_in(text, ("Norway", "defeated", "Sweden")).quote == quote


def test_part_in_an_event_to_come_is_planned(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = "Dana Roth will praise Norway at the Bergen Summit."
    claim = claim_in(text, ("Dana Roth", "participatedIn", "Bergen Summit"))

    assert claim.modality is Modality.PLANNED


STANCES = [
    (
        "The pro-Norwegian rebels attacked Poland.",
        ("pro-Norwegian rebels", "supports", "Norway"),
    ),
    ("The pro-Norwegian mayor Dana Roth smiled.", ("Dana Roth", "supports", "Norway")),
    (
        "Pro-Norwegian commentators, including Dana Roth, smiled.",
        ("Dana Roth", "supports", "Norway"),
    ),
    (
        "The anti-Norwegian rebels attacked Poland.",
        ("anti-Norwegian rebels", "opposes", "Norway"),
    ),
]

NO_STANCES = [
    ("Dana Roth and pro-Norwegian rebels met.", "Dana Roth"),
    ("Pro-Norwegian rebels and Swedish soldiers met.", "Swedish soldiers"),
    ("The Norwegian rebels met Dana Roth.", "Norwegian rebels"),
    ("Dana Roth, of the non-Norwegian crew, smiled.", "Dana Roth"),
]


@pytest.mark.parametrize(("text", "triple"), STANCES)
def test_a_prefix_says_whom_an_actor_is_for_or_against(
    proposals_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple in proposals_of(text)


@pytest.mark.parametrize(("text", "actor"), NO_STANCES)
def test_a_prefix_says_nothing_of_those_beside(
    claims_of: Callable[[str], set[Triple]], text: str, actor: str
) -> None:
    stances = {"supports", "opposes"}

    assert [c for c in claims_of(text) if c[0] == actor and c[1] in stances] == []


VENUES = [
    (
        "Dana Roth said in a speech in Oslo that it was over.",
        ("Dana Roth", "visited", "Oslo"),
    ),
    (
        "Dana Roth told a meeting in Oslo that it was over.",
        ("Dana Roth", "visited", "Oslo"),
    ),
]

NO_VENUES = [
    "Dana Roth did not smile at the meeting in Oslo.",
    "Dana Roth was mocked at a meeting in Oslo.",
    "Dana Roth praised a report on fish in Oslo.",
]


@pytest.mark.parametrize(("text", "triple"), VENUES)
def test_whoever_acts_at_an_event_is_at_its_place(
    claims_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple in claims_of(text)


@pytest.mark.parametrize("text", NO_VENUES)
def test_nobody_else_is_there(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert ("Dana Roth", "visited", "Oslo") not in claims_of(text)
