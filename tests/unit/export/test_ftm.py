"""FollowTheMoney entities.

That the schemata, their properties and the ends of their links are those of FollowTheMoney was
checked against ``followthemoney`` 4.11, which needs a compiler and is not installed for the tests.
"""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from actorgraph.export import EXPORTERS, Material
from actorgraph.model import (
    ClaimId,
    Corpus,
)


@pytest.fixture
def entities(told: Material) -> dict[str, dict[str, Any]]:
    """The entities of the story, all of whose claims the text itself makes."""
    (reading,) = told.corpus.readings
    claims = tuple(replace(claim, attributed_to=None) for claim in reading.claims)
    corpus = Corpus((replace(reading, claims=claims),), told.corpus.actors)
    target = io.BytesIO()
    EXPORTERS["ftm"].write(replace(told, corpus=corpus), target)
    lines = target.getvalue().splitlines()
    return {entity["id"]: entity for entity in map(json.loads, lines)}


def test_people_companies_and_places_are_things_with_their_names(
    entities: dict[str, dict[str, Any]],
) -> None:
    assert {
        id_: (one["schema"], one["properties"]["name"])
        for id_, one in entities.items()
        if id_[-2] == "-"
    } == {
        "ann-1": ("Person", ["Ann Roth"]),
        "bank-2": ("Company", ["Harbour Bank"]),
        "bob-3": ("Person", ["Bob Marsh"]),
        "oslo-4": ("Address", ["Oslo"]),
    }
    assert entities["ann-1"]["properties"]["alias"] == ["Roth"]
    assert entities["oslo-4"]["properties"]["wikidataId"] == ["Q585"]


@pytest.mark.parametrize(
    ("claim", "schema", "ends"),
    [
        (
            "c1",
            "Directorship",
            {"director": ["ann-1"], "organization": ["bank-2"], "status": ["former"]},
        ),
        (
            "c3",
            "Family",
            {"person": ["bob-3"], "relative": ["ann-1"], "relationship": ["child of"]},
        ),
        (
            "c4",
            "UnknownLink",
            {"subject": ["bob-3"], "object": ["oslo-4"], "role": ["visited"]},
        ),
    ],
)
def test_each_claim_is_the_link_that_fits_its_ends(
    entities: dict[str, dict[str, Any]],
    claim: str,
    schema: str,
    ends: dict[str, list[str]],
) -> None:
    link = entities[f"claim-{claim}"]
    assert link["schema"] == schema
    assert ends.items() <= link["properties"].items()


def test_a_link_quotes_its_article_and_says_how_surely_it_was_read(
    entities: dict[str, dict[str, Any]],
) -> None:
    properties = entities["claim-c4"]["properties"]
    assert properties["summary"] == ["Bob Marsh in Oslo"]
    assert properties["description"] == ["confidence 0.90"]
    assert properties["proof"] == ["document-d1"]
    assert entities["document-d1"]["properties"]["publishedAt"] == ["2024-05-01"]


def test_what_only_somebody_says_is_no_fact(written: Callable[[str], bytes]) -> None:
    assert b"claim-c4" not in written("ftm")


def test_a_grave_claim_needs_more_confidence(told: Material) -> None:
    (reading,) = told.corpus.readings
    sure, unsure = (
        replace(
            reading.claims[2],
            id=ClaimId(f"c{number}"),
            relation="arrested",
            confidence=confidence,
        )
        for number, confidence in ((8, 0.9), (9, 0.6))
    )
    corpus = Corpus((replace(reading, claims=(sure, unsure)),), told.corpus.actors)
    target = io.BytesIO()
    EXPORTERS["ftm"].write(replace(told, corpus=corpus), target)
    assert b"claim-c8" in target.getvalue()
    assert b"claim-c9" not in target.getvalue()


def test_what_is_denied_is_no_fact(
    entities: dict[str, dict[str, Any]],
) -> None:
    assert "claim-c2" not in entities


def test_no_entity_names_one_that_is_not_there(
    entities: dict[str, dict[str, Any]],
) -> None:
    ends = (
        "director",
        "organization",
        "person",
        "relative",
        "subject",
        "object",
        "proof",
    )
    named = {
        id_
        for one in entities.values()
        for end in ends
        for id_ in one["properties"].get(end, ())
    }
    assert named <= entities.keys()
