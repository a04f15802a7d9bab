"""Judgements of others than the subject of a clause, and of subjects in longer predicates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple

JUDGEMENTS = {"accused", "criticized", "opposes", "praised", "supports"}


@pytest.mark.parametrize(
    ("content", "relation", "target"),
    [
        ("the money had been stolen by Peter Hallam", "accused", "Peter Hallam"),
        ("the violence was caused by Norland", "accused", "Norland"),
        ("it was a ploy by Peter Hallam", "criticized", "Peter Hallam"),
        ("it was wrong for Norland to close the port", "criticized", "Norland"),
        (
            "it was scandalous that Delmore Bank sold it",
            "criticized",
            "Delmore Bank",
        ),
        ("it was Peter Hallam’s fault", "criticized", "Peter Hallam"),
        ("Peter Hallam was out of touch", "criticized", "Peter Hallam"),
        ("Peter Hallam cannot be trusted", "criticized", "Peter Hallam"),
        ("Peter Hallam was unfit to lead", "criticized", "Peter Hallam"),
        ("the reform was slow and unfair", "opposes", "reform"),
        ("the reform was an act of aggression", "opposes", "reform"),
        ("Norland had committed a series of crimes", "accused", "Norland"),
        ("Norland had covered up the leak", "accused", "Norland"),
    ],
)
def test_an_impersonal_clause_judges_whom_it_names(
    proposals_of: Callable[[str], set[Triple]],
    content: str,
    relation: str,
    target: str,
) -> None:
    claims = proposals_of(f"Dana Roth said that {content}.")
    judged = {claim for claim in claims if claim[1] in JUDGEMENTS}
    assert judged == {("Dana Roth", relation, target)}


@pytest.mark.parametrize(
    "content",
    [
        "the money had not been stolen by Peter Hallam",
        "the delay was caused by Norland",
        "it was essential for Norland to close the port",
        "it was wrong that children starve",
        "Peter Hallam was in touch",
        "Peter Hallam would be wise to leave",
        "Peter Hallam was on the train",
        "Norland had covered the roof",
    ],
)
def test_a_speaker_does_not_judge(
    proposals_of: Callable[[str], set[Triple]], content: str
) -> None:
    claims = proposals_of(f"Dana Roth said that {content}.")
    assert not {claim for claim in claims if claim[1] in JUDGEMENTS}


def test_of_opposite_predicates_only_the_first_counts(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of("Dana Roth said that the reform was costly but fair.")
    assert not {claim for claim in claims if claim[1] in JUDGEMENTS}


def test_a_noun_judges_whose_it_is(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of(
        "“The world sees Norland’s aggression,” Dana Roth said. Ada Quint said that the"
        " incompetence of Peter Hallam was costly."
    )
    assert ("Dana Roth", "accused", "Norland") in claims
    assert ("Ada Quint", "criticized", "Peter Hallam") in claims
    # The narrator judges nobody, and what is only alleged or denied is no judgement.
    claims = proposals_of(
        "Norland’s aggression was debated. Dana Roth said that the alleged crimes of Norland"
        " and no incompetence of Peter Hallam were debated."
    )
    assert not {claim for claim in claims if claim[1] in JUDGEMENTS}


def test_a_plan_is_judged_by_what_it_brings_about(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of(
        "Dana Roth said the reform could lead to chaos. Ada Quint said the levy will bring"
        " stability. Eva Lind said the storm caused chaos. Peter Hallam said the law offers"
        " no protection."
    )
    assert {claim for claim in claims if claim[1] in JUDGEMENTS} == {
        ("Dana Roth", "opposes", "reform"),
        ("Ada Quint", "supports", "levy"),
    }
