"""Whom "we" means in a quotation, and whom "the two" means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple

URGED = "“We urge Norway to pay,”"


# we -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # the body that speaks
        (
            f"{URGED} the Bergen Dockers' Union said.",
            ("Bergen Dockers' Union", "demanded", "Norway"),
        ),
        (
            "“Norway attacked us,” the Danish government said.",
            ("Norway", "attacked", "Danish government"),
        ),
        # the body that somebody speaks for
        (
            "“We have met Dana Roth twice,” a spokesman for Delmore Bank said.",
            ("Delmore Bank", "metWith", "Dana Roth"),
        ),
        (
            "“We have met Dana Roth twice,” said Nils Berg, a spokesman for Delmore Bank.",
            ("Delmore Bank", "metWith", "Dana Roth"),
        ),
        # what a person does by saying so
        (
            "“We thank Dana Roth,” Nils Berg said.",
            ("Nils Berg", "praised", "Dana Roth"),
        ),
    ],
)
def test_we_is_the_body_that_speaks_or_whoever_acts_by_saying_so(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in claims_of(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # a person may have done it with any others
        ("“We met Dana Roth,” Nils Berg said.", ("Nils Berg", "metWith", "Dana Roth")),
        (
            "“We thanked Dana Roth,” Nils Berg said.",
            ("Nils Berg", "praised", "Dana Roth"),
        ),
        (
            "“The state asks us to pay,” Nils Berg said.",
            ("state", "demanded", "Nils Berg"),
        ),
        # everybody
        (
            "“We all thank Dana Roth,” a spokesman for Delmore Bank said.",
            ("Delmore Bank", "praised", "Dana Roth"),
        ),
        # nobody's words
        (
            "We have met Dana Roth twice. A spokesman for Delmore Bank slept.",
            ("Delmore Bank", "metWith", "Dana Roth"),
        ),
        # who no longer speaks for a body
        (
            "“We have met Dana Roth,” said Nils Berg, a former spokesman for Delmore Bank.",
            ("Delmore Bank", "metWith", "Dana Roth"),
        ),
    ],
)
def test_we_is_nobody_where_others_may_be_meant(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim not in claims_of(text)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("I condemn Dana Roth", None),
        ("I condemned Dana Roth", "Nils Berg"),
        ("I would condemn Dana Roth", "Nils Berg"),
    ],
)
def test_what_is_done_by_saying_so_is_no_claim_of_the_speaker(
    speaker_of: Callable[[str, Triple], str | None], words: str, speaker: str | None
) -> None:
    text = f"“{words},” Nils Berg said."

    assert speaker_of(text, ("Nils Berg", "criticized", "Dana Roth")) == speaker


# two ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Nils Berg greeted Dana Roth in Oslo. The two discussed fishing.",
        "Nils Berg greeted Dana Roth in Oslo, where the two discussed fishing.",
        "Nils Berg greeted Dana Roth. Both leaders discussed fishing.",
        "Nils Berg flew to Oslo. He greeted Dana Roth. The pair discussed fishing.",
        "Nils Berg greeted Dana Roth. Berg said the two ministers had discussed fishing.",
    ],
)
def test_the_two_are_the_only_two_who_are_mentioned(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert ("Nils Berg", "spokeWith", "Dana Roth") in claims_of(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Norway looks like Denmark. The two countries held talks on fishing.",
            ("Norway", "negotiatedWith", "Denmark"),
        ),
        # more than one noun for people
        (
            "Nils Berg greeted Dana Roth. The two presidents held talks on fishing.",
            ("Nils Berg", "negotiatedWith", "Dana Roth"),
        ),
    ],
)
def test_the_two_are_of_the_kind_that_their_noun_names(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in claims_of(text)


@pytest.mark.parametrize(
    "text",
    [
        # a third
        "Nils Berg greeted Dana Roth and Otto Brandt. The two discussed fishing.",
        # two others
        "Two divers slept. Nils Berg greeted Dana Roth. The two discussed fishing.",
        # their countries
        "Nils Berg greeted Dana Roth. The two countries discussed fishing.",
        # any others
        "Nils Berg greeted Dana Roth. Sailors discussed fishing.",
        # somebody without a name may be one of others
        "A diver greeted Dana Roth. The two discussed fishing.",
    ],
)
def test_the_two_are_nobody_where_others_may_be_meant(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert not any(relation == "spokeWith" for _, relation, _ in claims_of(text))


# they -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Nils Berg and Otto Brandt said they had met Dana Roth.",
        "Nils Berg and Otto Brandt, who are rich, said that they had met Dana Roth.",
        "Nils Berg and Otto Brandt slept after they met Dana Roth.",
        "Nils Berg and Otto Brandt told reporters that they had met Dana Roth.",
        "When Nils Berg and Otto Brandt visited Oslo, they met Dana Roth.",
    ],
)
def test_they_are_the_subjects_of_a_clause_beside_theirs(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    claims = claims_of(text)

    assert ("Nils Berg", "metWith", "Dana Roth") in claims
    assert ("Otto Brandt", "metWith", "Dana Roth") in claims


@pytest.mark.parametrize(
    "text",
    [
        # others are named nearer
        "Nils Berg and Otto Brandt saw the miners before they met Dana Roth.",
        "Nils Berg and Otto Brandt said miners knew that they had met Dana Roth.",
        # those who are told may be meant as well
        "Nils Berg and Otto Brandt told the miners that they had met Dana Roth.",
        # one of them alone
        "Nils Berg said they had met Dana Roth.",
        # a clause between has a subject of its own
        "Nils Berg and Otto Brandt said Ilya Hale knew they had met Dana Roth.",
    ],
)
def test_they_are_nobody_where_others_are_nearer(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert ("Otto Brandt", "metWith", "Dana Roth") not in claims_of(text)


def test_they_are_not_whom_several_tell_something(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("Nils Berg and Otto Brandt told miners they had met Dana Roth.")

    assert ("miners", "metWith", "Dana Roth") not in claims
