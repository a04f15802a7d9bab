"""Lists after a role noun, and names after the place of a description."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple

#: A text, and the objects of one relation of Ida Falk.
LISTS = [
    (
        "Ida Falk, an adviser to Nils Berg, Otto Brandt and Petra Holm, left.",
        "advisorTo",
        {"Nils Berg", "Otto Brandt", "Petra Holm"},
    ),
    (
        "Ida Falk is a friend of Nils Berg, Otto Brandt, and Petra Holm.",
        "alliedWith",
        {"Nils Berg", "Otto Brandt", "Petra Holm"},
    ),
    (
        "Ida Falk was a member of the Harbour Party, the Green League and the Civic Front.",
        "memberOf",
        {"Harbour Party", "Green League", "Civic Front"},
    ),
    # the names after the comma are subjects, or something else
    (
        "Ida Falk, an adviser to Nils Berg, Otto Brandt and Petra Holm left.",
        "advisorTo",
        {"Nils Berg"},
    ),
    (
        "Ida Falk, an adviser to Nils Berg, and Otto Brandt met.",
        "advisorTo",
        {"Nils Berg"},
    ),
    (
        "Ida Falk is a friend of Nils Berg, Oslo and Delmore Bank.",
        "alliedWith",
        {"Nils Berg"},
    ),
]


@pytest.mark.parametrize(("text", "relation", "owners"), LISTS)
def test_role_is_held_for_all_of_a_list(
    claims_of: Callable[[str], set[Triple]], text: str, relation: str, owners: set[str]
) -> None:
    claims = claims_of(text)

    assert {o for s, r, o in claims if (s, r) == ("Ida Falk", relation)} == owners


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "A lawyer in Oslo, Nils Berg, accused Ida Falk of fraud.",
            ("Nils Berg", "accused", "Ida Falk"),
        ),
        (
            "Ida Falk is backed by one of the richest men in Norway, Nils Berg.",
            ("Nils Berg", "supports", "Ida Falk"),
        ),
    ],
)
def test_name_after_a_place_is_that_of_whom_the_text_describes(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in claims_of(text)


def test_place_after_a_place_names_nobody(
    types_in: Callable[[str], dict[str, str]],
) -> None:
    assert "teacher in Oslo" in types_in(
        "A teacher in Oslo, Denmark, praised Ida Falk."
    )


@pytest.mark.parametrize(
    ("text", "relation", "claims"),
    [
        (
            "Norwegian and Danish officials met Ida Falk.",
            "representativeOf",
            {
                ("Norwegian and Danish officials", "Norway"),
                ("Norwegian and Danish officials", "Denmark"),
            },
        ),
        (
            "Five Norwegian, Danish and Swedish diplomats met Ida Falk.",
            "representativeOf",
            {
                ("Five Norwegian, Danish and Swedish diplomats", "Norway"),
                ("Five Norwegian, Danish and Swedish diplomats", "Denmark"),
                ("Five Norwegian, Danish and Swedish diplomats", "Sweden"),
            },
        ),
        # each serves one country, in the order of the names
        (
            "The Norwegian and Danish ministers Nils Berg and Petra Holm met in Oslo.",
            "ministerOf",
            {("Nils Berg", "Norway"), ("Petra Holm", "Denmark")},
        ),
        (
            "The ministers of Norway and Denmark, Nils Berg and Petra Holm, met in Oslo.",
            "ministerOf",
            {("Nils Berg", "Norway"), ("Petra Holm", "Denmark")},
        ),
        (
            "Ida Falk met the heads of Delmore Bank and Norvale Bank, Nils Berg and Petra Holm.",
            "leads",
            {("Nils Berg", "Delmore Bank"), ("Petra Holm", "Norvale Bank")},
        ),
        (
            "Two Norwegian ministers, Nils Berg and Petra Holm, met in Oslo.",
            "ministerOf",
            {("Nils Berg", "Norway"), ("Petra Holm", "Norway")},
        ),
        # a list of three
        (
            "Norwegian ministers, Nils Berg and Petra Holm met in Oslo.",
            "ministerOf",
            set(),
        ),
        # nothing tells who serves whom
        (
            "The Norwegian and Danish ministers Nils Berg, Petra Holm and Otto Brandt met in Oslo.",
            "ministerOf",
            set(),
        ),
        # the first name is no modifier
        (
            "Talks between Norway and Danish officials stalled.",
            "representativeOf",
            {("Danish officials", "Denmark")},
        ),
    ],
)
def test_owners_before_a_plural_are_those_of_the_group_or_one_of_each_holder(
    claims_of: Callable[[str], set[Triple]],
    text: str,
    relation: str,
    claims: set[tuple[str, str]],
) -> None:
    assert {(s, o) for s, r, o in claims_of(text) if r == relation} == claims


def test_a_group_is_named_by_all_whom_it_serves(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("The prime ministers of Norway and Kenya criticised Ida Falk.")

    assert {s for s, r, o in claims if r == "criticized"} == {
        "prime ministers of Norway and Kenya"
    }
