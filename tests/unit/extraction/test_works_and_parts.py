"""Works with their makers, and bodies that are a part or an institution of another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Reading
from tests.unit.extraction.conftest import Triple


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        (
            "Peter Hallam criticised Dana Roth's proposals.",
            ("proposals", "createdBy", "Dana Roth"),
        ),
        (
            "A survey by the Quint Institute angered Dana Roth.",
            ("survey", "createdBy", "Quint Institute"),
        ),
        (
            "The harbour needs money. Peter Hallam praised Ada Quint's strategy.",
            ("strategy", "createdBy", "Ada Quint"),
        ),
    ],
)
def test_a_work_belongs_to_who_made_it(
    text: str, triple: Triple, claims_of: Callable[[str], set[Triple]]
) -> None:
    assert triple in claims_of(text)


@pytest.mark.parametrize(
    "text",
    [
        # CASE work about somebody: "Roth's biography"
        "Peter Hallam criticised Dana Roth's biography.",
        # CASE work given to somebody
        "Peter Hallam criticised Dana Roth's prize.",
        # CASE place of the work
        "Peter Hallam criticised a proposal in Norway.",
    ],
)
def test_a_work_may_be_about_somebody_or_given_to_them(
    text: str, claims_of: Callable[[str], set[Triple]]
) -> None:
    assert "createdBy" not in {relation for _, relation, _ in claims_of(text)}


def test_a_work_is_said_to_be_somebodys_by_the_text_itself(
    read: Callable[[str], Reading],
) -> None:
    claims = read("Peter Hallam said that Dana Roth's plan angered Ada Quint.").claims
    made = [claim for claim in claims if claim.relation == "createdBy"]
    assert [claim.attributed_to for claim in made] == [None]


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        (
            "The Harbour Party's disciplinary committee expelled Dana Roth.",
            ("Harbour Party's disciplinary committee", "partOf", "Harbour Party"),
        ),
        (
            "The history department of the Quint University freed Dana Roth.",
            ("history department of Quint University", "partOf", "Quint University"),
        ),
        # CASE known body in the name
        (
            "The Senate Fisheries Committee freed Dana Roth.",
            ("Senate Fisheries Committee", "partOf", "Senate"),
        ),
        # CASE body that the text names elsewhere
        (
            "The Lake Union slept. The Lake Union Salt Committee freed Dana Roth.",
            ("Lake Union Salt Committee", "partOf", "Lake Union"),
        ),
        (
            "The UN Salt Committee freed Dana Roth.",
            ("UN Salt Committee", "partOf", "UN"),
        ),
        # CASE institution: the body in its name is not short for it
        (
            "The United Nations General Assembly praised Dana Roth. The UN slept.",
            ("United Nations General Assembly", "institutionOf", "United Nations"),
        ),
    ],
)
def test_a_body_is_part_of_the_body_that_owns_it(
    text: str, triple: Triple, claims_of: Callable[[str], set[Triple]]
) -> None:
    assert triple in claims_of(text)


@pytest.mark.parametrize(
    "text",
    [
        # CASE name that nothing says is one of a body
        "The Quint Salt Committee freed Dana Roth.",
        # CASE state: an Olympic committee is no part of it
        "The Norway Olympic Committee freed Dana Roth.",
        # CASE other kind of body: it only has the name
        "The Lake Union slept. The Lake Union Stadium Choir freed Dana Roth.",
    ],
)
def test_a_body_may_have_a_name_in_its_own_without_being_a_part(
    text: str, claims_of: Callable[[str], set[Triple]]
) -> None:
    assert "partOf" not in {relation for _, relation, _ in claims_of(text)}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        (
            "Norway's border agency freed Dana Roth.",
            ("Norway's border agency", "agencyOf", "Norway"),
        ),
        # CASE kind before the name: whoever is of an airline works there
        (
            "Dana Roth of the Danish airline Vinga praised Ada Quint.",
            ("Dana Roth", "worksFor", "Vinga"),
        ),
    ],
)
def test_the_kind_of_a_body_says_what_somebody_or_something_is_to_it(
    text: str, triple: Triple, proposals_of: Callable[[str], set[Triple]]
) -> None:
    assert triple in proposals_of(text)


def test_a_name_with_two_states_tells_of_neither(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = (
        "Norway and Japan slept. The Norway Japan Friendship Society praised Dana Roth."
    )
    assert "basedIn" not in {relation for _, relation, _ in claims_of(text)}
    text = "Norway slept. The Norway Friendship Society praised Dana Roth."
    assert ("Norway Friendship Society", "basedIn", "Norway") in claims_of(text)


def test_a_body_is_not_looked_for_in_the_name_of_what_only_states_have(
    read: Callable[[str], Reading],
) -> None:
    text = "Fidesz praised Ada Quint. The Fidesz Navy praised Dana Roth."
    (party,) = (actor for actor in read(text).actors if actor.name == "Fidesz")
    assert len(party.mentions) == 1
