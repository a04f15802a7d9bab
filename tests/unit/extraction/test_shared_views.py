"""Views and help that the subject of a clause receives, and verbs of naming and taking on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Norway enjoys Danish support.", ("Denmark", "supports", "Norway")),
        (
            "Delmore Bank relied on Danish support.",
            ("Denmark", "supports", "Delmore Bank"),
        ),
        (
            "Ida Falk drew criticism among Danish teachers.",
            ("Danish teachers", "criticized", "Ida Falk"),
        ),
        # those that have a view of others
        (
            "Norway has strong criticism of Denmark.",
            ("Norway", "criticized", "Denmark"),
        ),
    ],
)
def test_giver_is_read(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in claims_of(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        # where a view is shared, and nobody shares it
        ("Ida Falk drew criticism across Norway.", ("Norway", "criticized")),
        ("Norway has strong criticism of Denmark.", ("Denmark", "criticized")),
        # named to no post, and taken on for one
        ("Suspects named by Ida Falk included Nils Berg.", ("Ida Falk", "appointed")),
        ("Nils Berg took on Ida Falk as a lawyer.", ("Nils Berg", "fought")),
    ],
)
def test_other_words_say_something_else(
    claims_of: Callable[[str], set[Triple]], text: str, ends: tuple[str, str]
) -> None:
    assert ends not in {claim[:2] for claim in claims_of(text)}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Ida Falk was named chancellor by Nils Berg.",
            ("Nils Berg", "appointed", "Ida Falk"),
        ),
        ("Nils Berg took on Ida Falk in May.", ("Nils Berg", "fought", "Ida Falk")),
    ],
)
def test_the_usual_sense_is_read_on(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in claims_of(text)
