"""Actors that a text only describes: what makes one, how it is called, what is claimed of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import ActorType, Reading
from tests.unit.extraction.conftest import Triple


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Police arrested Dana Roth in Oslo.",
            ("police, Oslo", "arrested", "Dana Roth"),
        ),
        (
            "A court in Riga sentenced Dana Roth.",
            ("court in Riga", "sentenced", "Dana Roth"),
        ),
        (
            "Human rights groups criticized Norway.",
            ("human rights groups", "criticized", "Norway"),
        ),
        ("Gunmen killed Dana Roth.", ("gunmen", "killed", "Dana Roth")),
        ("Dozens of protesters attacked Norway.", ("protesters", "attacked", "Norway")),
        (
            "Dana Roth left. Her supporters accused Norway.",
            ("supporters of Dana Roth", "accused", "Norway"),
        ),
    ],
)
def test_who_acts_need_not_be_named(
    claims_of: Callable[[str], set[Triple]],
    text: str,
    claim: Triple,
) -> None:
    assert claim in claims_of(text)


def test_several_people_are_a_group(read: Callable[[str], Reading]) -> None:
    actors = read("Voters praised Dana Roth.").actors

    assert {actor.name: actor.type for actor in actors}["voters"] is ActorType.GROUP


def test_definite_description_is_who_was_introduced(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of(
        "A court in Riga freed Dana Roth. The court sentenced Peter Hallam."
    )

    assert ("court in Riga", "sentenced", "Peter Hallam") in claims


def test_apposition_names_who_is_described(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = "The trade union's spokesman, Peter Hallam, criticized Dana Roth."

    assert ("Peter Hallam", "criticized", "Dana Roth") in claims_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "The spokesman criticized Dana Roth.",
        "The government owns Delmore Bank.",
        "Norway appointed a new ambassador.",
        "His lawyer praised Dana Roth.",
    ],
)
def test_bare_descriptions_claim_no_more_than_acts(
    claims_of: Callable[[str], set[Triple]],
    text: str,
) -> None:
    assert claims_of(text) == set()


@pytest.mark.parametrize(
    ("kind", "is_body"), [("sanctions", False), ("military", True)]
)
def test_regime_of_rules_is_no_body(
    claims_of: Callable[[str], set[Triple]], kind: str, *, is_body: bool
) -> None:
    claims = claims_of(f"The {kind} regime attacked Norway.")

    assert ((f"{kind} regime", "attacked", "Norway") in claims) is is_body


def test_label_of_an_event_says_where_it_is_in_the_words_of_the_text(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of("Dana Roth attended talks in the Latvian capital of Riga.")

    event = "talks in the Latvian capital of Riga"
    assert ("Dana Roth", "participatedIn", event) in claims


def test_label_of_an_event_names_all_parties(read: Callable[[str], Reading]) -> None:
    names = {
        actor.name
        for actor in read("The war between Norway and Sweden in Latvia ended.").actors
    }

    assert "war between Norway and Sweden" in names
    assert "war between Norway" not in names


@pytest.mark.parametrize(
    ("text", "subject", "earlier"),
    [
        # CASE another country, person or town
        (
            "The US president met Ada Quint. The president of Kenya praised Peter Hallam.",
            "president of Kenya",
            "US president",
        ),
        (
            "Ada Quint's lawyer sued Oslo. The lawyer of Dana Roth praised Peter Hallam.",
            "lawyer of Dana Roth",
            "Ada Quint's lawyer",
        ),
        (
            "The Norwegian delegation met Ada Quint. The delegation of Kenya praised Peter Hallam.",
            "delegation of Kenya",
            "Norwegian delegation",
        ),
        (
            "Protesters in Oslo sued Ada Quint. The protesters in Nairobi praised Peter Hallam.",
            "protesters in Nairobi",
            "protesters in Oslo",
        ),
        # CASE body that is named only after the one whose head is described by a pronoun
        (
            (
                "Delmore Bank fired its chief executive, Dana Roth. "
                "The chief executive of Norvale praised Peter Hallam."
            ),
            "chief executive of Norvale",
            "Dana Roth",
        ),
    ],
)
def test_description_with_another_owner_is_somebody_else(
    claims_of: Callable[[str], set[Triple]], text: str, subject: str, earlier: str
) -> None:
    claims = claims_of(text)

    assert (subject, "praised", "Peter Hallam") in claims
    assert (earlier, "praised", "Peter Hallam") not in claims


@pytest.mark.parametrize(
    "text",
    [
        # CASE the body was named before
        (
            "Delmore Bank fired its chief executive, Dana Roth. "
            "The chief executive of Delmore Bank praised Peter Hallam."
        ),
        # CASE the only one who has the role
        "President Dana Roth of Kenya left. The president of Kenya praised Peter Hallam.",
    ],
)
def test_description_with_the_same_owner_is_the_one_who_is_named(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert ("Dana Roth", "praised", "Peter Hallam") in claims_of(text)


def test_members_of_one_body_are_not_those_of_another(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of(
        "Members of the Harbour Union slept. The Civic Party ordered its members to vote."
    )

    assert ("Civic Party", "demanded", "members of Civic Party") in claims
