"""Whom a role is held for, where no name is beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple

RIGHT = [
    # a described body, also with a place behind it or a capital
    (
        "Ida Falk, head of the Norwegian delegation in Oslo, left.",
        ("Ida Falk", "leads", "Norwegian delegation"),
    ),
    (
        "Ida Falk, head of the Relief Mission in Chile, left.",
        ("Ida Falk", "leads", "Relief Mission"),
    ),
    ("Ida Falk heads the UN Mission in Chile.", ("Ida Falk", "leads", "UN Mission")),
    # the only body of the sentence before
    (
        "Thirty clerks of Delmore Bank left. Its chairman, Nils Berg, wept.",
        ("Nils Berg", "leads", "Delmore Bank"),
    ),
    (
        "Ida Falk left Orvane. Delmore Bank in Bonn shut. Its founder, Nils Berg, wept.",
        ("Nils Berg", "founderOf", "Delmore Bank"),
    ),
    # whoever hires somebody to serve them
    (
        "Nils Berg brought in Ida Falk as an adviser.",
        ("Ida Falk", "advisorTo", "Nils Berg"),
    ),
    (
        "Ida Falk, whom Nils Berg took on as a spokeswoman, wept.",
        ("Ida Falk", "spokespersonOf", "Nils Berg"),
    ),
]


@pytest.mark.parametrize(("text", "claim"), RIGHT)
def test_owner_is_read(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in claims_of(text)


WRONG = [
    # two bodies, or a country besides
    (
        "Orvane Group bought Delmore Bank. Its chairman, Nils Berg, wept.",
        ("Nils Berg", "leads"),
    ),
    (
        "A branch of Delmore Bank in Norway closed. Its leader, Nils Berg, wept.",
        ("Nils Berg", "leads"),
    ),
    # an office that no employer has
    ("Nils Berg named Ida Falk an ambassador.", ("Ida Falk", "advisorTo")),
    # where somebody goes is not their country
    (
        "Rebels ousted President Nils Berg, who fled to Togo.",
        ("Nils Berg", "headOfStateOf"),
    ),
    ("President Nils Berg flew to Togo on Monday.", ("Nils Berg", "headOfStateOf")),
]


@pytest.mark.parametrize(("text", "ends"), WRONG)
def test_no_other_owner_is_guessed(
    claims_of: Callable[[str], set[Triple]], text: str, ends: tuple[str, str]
) -> None:
    assert ends not in {claim[:2] for claim in claims_of(text)}


def test_country_of_a_bare_title_is_read_on(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("Togo will vote in May, President Nils Berg said.")

    assert ("Nils Berg", "headOfStateOf", "Togo") in claims
