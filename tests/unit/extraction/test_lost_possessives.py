"""Possessives with a curly apostrophe and no "s" after it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple

READ = [
    (
        "Honduras’ President Ida Falk praised Nils Berg.",
        ("Ida Falk", "headOfStateOf", "Honduras"),
    ),
    (
        "He paid a visit to Honduras’ President Ida Falk in Bergen.",
        ("Ida Falk", "headOfStateOf", "Honduras"),
    ),
]


@pytest.mark.parametrize(("text", "claim"), READ)
def test_a_curly_apostrophe_makes_a_possessor(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in claims_of(text)


def test_a_possessor_does_not_act(claims_of: Callable[[str], set[Triple]]) -> None:
    claims = claims_of("Honduras’ President Ida Falk met Nils Berg in Bergen.")

    meetings = [
        {subject, object_}
        for subject, relation, object_ in claims
        if relation == "metWith"
    ]
    assert meetings == [{"Ida Falk", "Nils Berg"}]


@pytest.mark.parametrize(
    "text",
    [
        # CASE closing mark of a quotation
        "‘Down with Honduras’ ministers cried in Bergen.",
        # CASE last word
        "The ministers are Honduras’",
        "Honduras’",
    ],
)
def test_other_apostrophes_make_none(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert not claims_of(text)
