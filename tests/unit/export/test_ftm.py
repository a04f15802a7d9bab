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
from actorgraph.model import Actor, ActorId, ActorType, ClaimId, Corpus


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
        if id_[-2] == "-" and one["schema"] != "Mention"
    } == {
        "ann-1": ("Person", ["Ann Roth"]),
        "bank-2": ("Company", ["Harbour Bank"]),
        "bob-3": ("Person", ["Bob Marsh"]),
        "dora-5": ("Person", ["Dora Lane"]),
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


def test_what_only_somebody_says_is_a_note_and_no_fact(
    written: Callable[[str], bytes],
) -> None:
    lines = map(json.loads, written("ftm").splitlines())
    entities = {entity["id"]: entity for entity in lines}

    assert "claim-c4" not in entities
    note = entities["note-c4"]
    assert (note["schema"], note["properties"]["entity"]) == (
        "Note",
        ["bob-3", "oslo-4"],
    )
    assert "according to Ann Roth" in note["properties"]["name"][0]
    assert note["properties"]["description"] == ["Bob Marsh in Oslo"]


def test_what_is_denied_is_a_note(entities: dict[str, dict[str, Any]]) -> None:
    (name,) = entities["note-c2"]["properties"]["name"]
    assert name.startswith("Ann Roth – met with → Bob Marsh (denied")


def test_a_quotation_is_a_note_about_its_speaker(
    entities: dict[str, dict[str, Any]],
) -> None:
    note = entities["quotation-d1-124-131"]["properties"]
    assert (note["entity"], note["description"]) == (["dora-5"], ["Not bad"])
    assert note["proof"] == ["document-d1"]


def test_a_name_in_an_article_is_a_mention(entities: dict[str, dict[str, Any]]) -> None:
    mention = entities["mention-d1-dora-5"]["properties"]
    assert (mention["resolved"], mention["name"]) == (["dora-5"], ["Dora Lane"])


@pytest.fixture
def abroad(told: Material) -> dict[str, dict[str, Any]]:
    """Ann is a citizen of Norway and its envoy; the bank is based in Bergen in Norway."""
    (reading,) = told.corpus.readings
    norway = Actor(
        ActorId("no-7"), ActorType.PLACE, "Norway", "Country", wikidata="Q20"
    )
    bergen = Actor(ActorId("be-8"), ActorType.PLACE, "Bergen", "Settlement")
    claims = []
    for number, (subject, relation, object_) in enumerate(
        (
            ("ann-1", "citizenOf", "no-7"),
            ("ann-1", "envoyOf", "no-7"),
            ("bank-2", "basedIn", "be-8"),
            ("be-8", "locatedIn", "no-7"),
        )
    ):
        claim = replace(reading.claims[2], id=ClaimId(f"c{number}"), relation=relation)
        ends = ActorId(subject), ActorId(object_)
        claims.append(replace(claim, subject=ends[0], object=ends[1]))
    actors = (*told.corpus.actors, norway, bergen)
    corpus = Corpus((replace(reading, claims=tuple(claims)),), actors)
    target = io.BytesIO()
    EXPORTERS["ftm"].write(replace(told, corpus=corpus), target)
    lines = map(json.loads, target.getvalue().splitlines())
    return {entity["id"]: entity for entity in lines}


def test_countries_are_territories_with_codes_by_which_things_are_found(
    abroad: dict[str, dict[str, Any]],
) -> None:
    norway = abroad["no-7"]
    assert (norway["schema"], norway["properties"]["territoryCode"]) == (
        "Territory",
        ["no"],
    )
    assert abroad["ann-1"]["properties"]["nationality"] == ["no"]
    assert abroad["bank-2"]["properties"]["country"] == ["no"]
    assert abroad["bank-2"]["properties"]["address"] == ["Bergen"]
    assert abroad["be-8"]["properties"]["partOf"] == ["no-7"]
    assert "UnknownLink" not in {entity["schema"] for entity in abroad.values()}


def test_a_post_in_a_country_is_a_position_that_somebody_holds(
    abroad: dict[str, dict[str, Any]],
) -> None:
    link = abroad["claim-c1"]
    assert (link["schema"], link["properties"]["holder"]) == ("Occupancy", ["ann-1"])
    post = abroad[link["properties"]["post"][0]]
    assert (post["schema"], post["properties"]["name"]) == (
        "Position",
        ["envoy of Norway"],
    )
    assert post["properties"]["country"] == ["no"]


def test_a_claim_that_is_a_property_keeps_its_quote_in_a_note(
    abroad: dict[str, dict[str, Any]],
) -> None:
    note = abroad["note-c0"]["properties"]
    assert note["name"][0].startswith("Ann Roth – citizen of → Norway")
    assert note["description"] == ["Bob Marsh, her son"]


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
