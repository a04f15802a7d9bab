"""Whom a role is held for, where no name is beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple

RIGHT = [
    # whose president was named by this office before
    (
        "Senate President Nils Berg wrote. The letter is by the President of the Senate.",
        ("Nils Berg", "leads", "Senate"),
    ),
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
    # a country that only the name of a body has
    (
        "The Norway Weather Service wept. Finance Minister Nils Berg spoke.",
        ("Nils Berg", "ministerOf"),
    ),
    # the lawyer of one side or the other
    (
        "Soldiers held two clerks, and their lawyer, Nils Berg, wept.",
        ("Nils Berg", "representativeOf"),
    ),
    # somebody with the same role, who comes much later
    (
        "Ida Falk left. Orla Venn's lawyer wept. It rained. Lawyer Nils Berg spoke.",
        ("Nils Berg", "representativeOf"),
    ),
    # a constituency is no body
    ("The Orvane West MP Nils Berg wept.", ("Nils Berg", "memberOf")),
    # nobody lives where they were elected for that reason
    ("Nils Berg, an MP from Orvane, wept.", ("Nils Berg", "livesIn")),
    # two bodies, or a country besides
    (
        "Orvane Group bought Delmore Bank. Its chairman, Nils Berg, wept.",
        ("Nils Berg", "leads"),
    ),
    (
        "A branch of Delmore Bank in Norway closed. Its leader, Nils Berg, wept.",
        ("Nils Berg", "leads"),
    ),
    # a lawyer of anybody, who had another role besides
    (
        "Nils Berg, a lawyer and former deputy president of the Orvane Senate, wept.",
        ("Nils Berg", "representativeOf"),
    ),
    # the president of a body is another than that of the country
    (
        "President Nils Berg wrote. The letter was read by the President of the Senate.",
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
    ("Minister Nils Berg is in Latvia for talks.", ("Nils Berg", "ministerOf")),
    (
        "Foreign Minister Nils Berg toured Riga. He met Latvian President Ida Falk.",
        ("Nils Berg", "ministerOf"),
    ),
]


def test_a_campaign_of_a_year_is_not_its_candidate(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of(
        "Nils Berg is a spokesperson for the Roth 2024 campaign. Dana Roth is a candidate. "
        "Orla Venn is a spokeswoman for Roth."
    )

    assert ("Nils Berg", "spokespersonOf", "Dana Roth") not in claims
    assert ("Orla Venn", "spokespersonOf", "Dana Roth") in claims


@pytest.mark.parametrize(("text", "ends"), WRONG)
def test_no_other_owner_is_guessed(
    claims_of: Callable[[str], set[Triple]], text: str, ends: tuple[str, str]
) -> None:
    assert ends not in {claim[:2] for claim in claims_of(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Togo will vote in May, President Nils Berg said.",
        "Togo will vote in May, President Nils Berg said in Lomé.",
    ],
)
def test_country_of_a_bare_title_is_read_on(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert ("Nils Berg", "headOfStateOf", "Togo") in claims_of(text)


def test_an_assistant_has_not_the_office_of_whom_they_assist(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("The governor's special assistant on trade, Nils Berg, wept.")

    assert ("Nils Berg", "holdsPost", "governor") not in claims


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Nils Berg spoke. The victim leaves behind his wife, Ruth Venn.",
        "Mayor Nils Berg spoke. A man killed his wife, Ruth Venn.",
    ],
)
def test_the_wife_of_somebody_without_a_name_is_nobody_elses(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert ("Ruth Venn", "spouseOf", "Nils Berg") not in claims_of(text)
