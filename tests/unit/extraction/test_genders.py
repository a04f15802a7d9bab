"""Who "he" and "she" can be by the gender that a name, a title or a noun gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple

RIGHT = [
    # given names of which lists of names know too little
    (
        "Ida Falk sued Delmore Bank. Mohamed Ansar left. Nils Berg thanked her.",
        ("Nils Berg", "praised", "Ida Falk"),
    ),
    (
        "Ida Falk met Bashar Ansar in May. Nils Berg thanked him.",
        ("Nils Berg", "praised", "Bashar Ansar"),
    ),
    # a noun for a woman
    (
        "Otto Brandt said that a woman had left. Nils Berg thanked him.",
        ("Nils Berg", "praised", "Otto Brandt"),
    ),
    # the object of the clause above, whose name leaves no doubt
    (
        "Robin Hale hired Ida Falk when she praised Otto Brandt.",
        ("Ida Falk", "praised", "Otto Brandt"),
    ),
    # whoever a clause tells more of
    (
        (
            "Nils Berg slept. A diplomat based in Oslo, who spoke on condition of anonymity "
            "because he had criticized Otto Brandt, said it rained."
        ),
        ("diplomat", "criticized", "Otto Brandt"),
    ),
    # whoever acts in a clause about somebody, or is accused of an act
    (
        "Robin Hale was sacked by Otto Brandt, who accused him of fraud.",
        ("Otto Brandt", "accused", "Robin Hale"),
    ),
    (
        "Robin Hale accused Otto Brandt of suing him.",
        ("Otto Brandt", "accused", "Robin Hale"),
    ),
]

# whom "himself" and "herself" repeat, and whoever is named beside them
REFLEXIVES = [
    (
        "Otto Brandt slept. Nils Berg defended himself and accused Ida Falk.",
        ("Nils Berg", "accused", "Ida Falk"),
    ),
    (
        (
            "Otto Brandt slept. Nils Berg, a judge, defended himself in a speech in which he "
            "accused Ida Falk."
        ),
        ("Nils Berg", "accused", "Ida Falk"),
    ),
]

# the dead of an obituary are of one gender
OBITUARY = (
    "Tanabe, a biologist, died on Monday. He was 84. He was born in Sapporo. There he met Ida "
    "Falk, a nurse, whom he married in 1969. She died in 2014. He is survived by two sons."
)

WRONG = [
    # the name that leaves no doubt is nearer than the subject
    (
        "Robin Hale used Ida Falk's name on a letter to her lawyer, Otto Brandt.",
        ("Otto Brandt", "representativeOf", "Robin Hale"),
    ),
    (
        "Ida Falk sued Delmore Bank. Mohamed Ansar left. Nils Berg thanked her.",
        ("Nils Berg", "praised", "Mohamed Ansar"),
    ),
]


@pytest.mark.parametrize(("text", "claim"), RIGHT)
def test_pronoun_is_whom_the_gender_allows(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in claims_of(text)


@pytest.mark.parametrize(("text", "claim"), WRONG)
def test_pronoun_is_nobody_of_unknown_gender_beside_a_sure_one(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim not in claims_of(text)


@pytest.mark.parametrize(("text", "claim"), REFLEXIVES)
def test_reflexive_is_the_subject(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in claims_of(text)


def test_reflexive_is_nobody_else(claims_of: Callable[[str], set[Triple]]) -> None:
    claims = claims_of("Otto Brandt slept. Nils Berg defended himself in a speech.")

    assert ("Nils Berg", "supports", "Otto Brandt") not in claims


def test_the_wife_in_an_obituary_is_not_the_dead(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of(OBITUARY)

    assert ("Ida Falk", "diedOn", "2014") in claims
    assert ("Tanabe", "diedOn", "2014") not in claims
