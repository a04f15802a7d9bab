"""How speakers judge others and their plans: praise, blame, approval, and wrongs told of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim
from tests.unit.extraction.conftest import Triple


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "“Peter Hallam is a disgrace,” Dana Roth said.",
            ("Dana Roth", "criticized", "Peter Hallam"),
        ),
        (
            "Peter Hallam was the bravest person in Oslo, Dana Roth said.",
            ("Dana Roth", "praised", "Peter Hallam"),
        ),
        (
            "Dana Roth said that the reform was absurd.",
            ("Dana Roth", "opposes", "reform"),
        ),
        (
            "Dana Roth said the reform is necessary.",
            ("Dana Roth", "supports", "reform"),
        ),
        (
            "Dana Roth said that Peter Hallam had lied.",
            ("Dana Roth", "accused", "Peter Hallam"),
        ),
        (
            "Norland has broken the treaty, Dana Roth said.",
            ("Dana Roth", "accused", "Norland"),
        ),
        (
            "Dana Roth said Delmore Bank had ignored its clients.",
            ("Dana Roth", "criticized", "Delmore Bank"),
        ),
        (
            "Dana Roth called Peter Hallam an incompetent leader.",
            ("Dana Roth", "criticized", "Peter Hallam"),
        ),
        (
            "Dana Roth described the reform as a farce.",
            ("Dana Roth", "opposes", "reform"),
        ),
        (
            "Dana Roth said that Peter Hallam was not qualified.",
            ("Dana Roth", "criticized", "Peter Hallam"),
        ),
        (
            "“I do not think that the reform is fair,” Dana Roth said.",
            ("Dana Roth", "opposes", "reform"),
        ),
        (
            "Dana Roth said the reform was badly needed.",
            ("Dana Roth", "supports", "reform"),
        ),
        (
            "Dana Roth said the reform could endanger the press.",
            ("Dana Roth", "opposes", "reform"),
        ),
        (
            "Dana Roth said the reform will help poor families.",
            ("Dana Roth", "supports", "reform"),
        ),
        (
            "Dana Roth said that Peter Hallam was trying to mislead the court.",
            ("Dana Roth", "accused", "Peter Hallam"),
        ),
        (
            "Dana Roth said Delmore Bank was spreading lies.",
            ("Dana Roth", "accused", "Delmore Bank"),
        ),
        (
            "Dana Roth said Peter Hallam had made the right decision.",
            ("Dana Roth", "praised", "Peter Hallam"),
        ),
        (
            "“Peter Hallam has courage,” Dana Roth said.",
            ("Dana Roth", "praised", "Peter Hallam"),
        ),
        (
            "Dana Roth said that Peter Hallam's decision was a mistake.",
            ("Dana Roth", "criticized", "Peter Hallam"),
        ),
        (
            "Dana Roth described Peter Hallam's handling of the strike as an error.",
            ("Dana Roth", "criticized", "Peter Hallam"),
        ),
        (
            "Dana Roth said that Peter Hallam should have resigned.",
            ("Dana Roth", "criticized", "Peter Hallam"),
        ),
        (
            "Dana Roth said that Peter Hallam needs to apologise.",
            ("Dana Roth", "demanded", "Peter Hallam"),
        ),
        (
            "Dana Roth told Peter Hallam that he must resign.",
            ("Dana Roth", "demanded", "Peter Hallam"),
        ),
        (
            "Dana Roth said that Norway was behind the attack.",
            ("Dana Roth", "accused", "Norway"),
        ),
        (
            "Dana Roth said Peter Hallam was responsible for the deaths.",
            ("Dana Roth", "accused", "Peter Hallam"),
        ),
        (
            "Dana Roth considers Peter Hallam a hero.",
            ("Dana Roth", "praised", "Peter Hallam"),
        ),
        (
            "Dana Roth said it was vital that Peter Hallam resigns.",
            ("Dana Roth", "demanded", "Peter Hallam"),
        ),
    ],
)
def test_quoted_words_judge_whom_they_are_about(
    proposals_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in proposals_of(text)


NO_JUDGEMENT = [
    "“Peter Hallam is no disgrace,” Dana Roth said.",
    "“Is Peter Hallam a disgrace?” Dana Roth asked.",
    "Dana Roth said that Peter Hallam had not lied.",
    "Dana Roth asked whether Peter Hallam had lied.",
    "Dana Roth said that Peter Hallam may have lied.",
    "Dana Roth said that Peter Hallam had been betrayed.",
    "Dana Roth said that Peter Hallam had broken a window.",
    "Dana Roth said that Peter Hallam would be wise to leave.",
    "Dana Roth said they think that Peter Hallam is a liar.",
    "Dana Roth said that Peter Hallam is a great danger's neighbour.",
    "Peter Hallam is a disgrace.",
    "“I am not sure that Peter Hallam lied,” Dana Roth said.",
    "Dana Roth said that Peter Hallam may undermine the court.",
    "Dana Roth said that Peter Hallam's fear was unfounded.",
    "Dana Roth said that Peter Hallam's arrest was a disgrace.",
    "Dana Roth said that Peter Hallam must have resigned.",
    "Dana Roth said that Peter Hallam has the right to vote.",
    "Dana Roth said that Peter Hallam had made the decision.",
    "“I do not think that Peter Hallam should resign,” Dana Roth said.",
    "Dana Roth said that Peter Hallam does not need to resign.",
    "Dana Roth said that Peter Hallam needs money.",
    "Dana Roth said that Peter Hallam is responsible for schools.",
    "Dana Roth said that Peter Hallam showed Ada Quint's courage.",
    "Dana Roth said that Peter Hallam was behind the door.",
    "Dana Roth said that Peter Hallam has the votes needed to win.",
    "Dana Roth said that Peter Hallam, who must decide, was in Oslo.",
    "Dana Roth said that Peter Hallam knew or should have known of the leak.",
    "Dana Roth said that Peter Hallam had made five enemies.",
    "Dana Roth said that Peter Hallam did his best.",
    "Dana Roth said that Peter Hallam is now considered “an enemy of the town”.",
    "Dana Roth expects Peter Hallam to win the race.",
    "Dana Roth said it rained, and hoped that Peter Hallam would do the right thing.",
]


@pytest.mark.parametrize("text", NO_JUDGEMENT)
def test_what_is_denied_open_or_told_of_others_is_no_judgement(
    proposals_of: Callable[[str], set[Triple]], text: str
) -> None:
    judging = {"accused", "criticized", "demanded", "praised"}
    assert not {claim for claim in proposals_of(text) if claim[1] in judging}


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth said the storm had harmed the harbour.",
        "Dana Roth said the reform will not undermine the court.",
        "Dana Roth said the reform must protect the poor.",
    ],
)
def test_what_an_event_does_or_a_plan_shall_do_is_no_stance(
    proposals_of: Callable[[str], set[Triple]], text: str
) -> None:
    stances = {"opposes", "supports"}
    assert not {claim for claim in proposals_of(text) if claim[1] in stances}


def test_nobody_judges_what_is_their_own(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of("Dana Roth said that her reform was a mistake.")
    assert "opposes" not in {relation for _, relation, _ in claims}


def test_a_judgement_is_the_speakers_deed_and_not_only_told_by_them(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = "“Peter Hallam is a disgrace,” Dana Roth said."
    claim = claim_in(text, ("Dana Roth", "criticized", "Peter Hallam"))
    assert claim.attributed_to is None
