"""What the first picture folds."""

from typing import Any

import pytest

from actorgraph.export.page.data.geography import is_geography, mark_geography

PERSON, PLACE = "Person", "Place"


@pytest.mark.parametrize(
    ("family", "types", "folded"),
    [
        ("Location", {PERSON, PLACE}, True),
        ("Affiliation", {PERSON, PLACE}, True),
        ("Structure", {"Organization", PLACE}, True),
        ("Affiliation", {PERSON, "Organization"}, False),
        ("Hostility", {PLACE}, False),
        ("Diplomacy", {PERSON, PLACE}, False),
    ],
)
def test_belonging_to_a_place_is_geography_and_acting_is_not(
    family: str, types: set[str], folded: bool
) -> None:
    assert is_geography(family, types) is folded


def edge(**marks: int) -> dict[str, Any]:
    return {"weak": 0, "bg": 0, **marks}


def test_geography_is_folded_where_something_else_is_left() -> None:
    edges = [edge(), edge()]
    mark_geography(edges, ["Location", "Kinship"], [{PERSON, PLACE}, {PERSON}])
    assert [item["geo"] for item in edges] == [1, 0]


@pytest.mark.parametrize("other", [{"weak": 1}, {"bg": 1}])
def test_nothing_is_folded_where_nothing_else_would_be_seen(
    other: dict[str, int],
) -> None:
    edges = [edge(), edge(**other)]
    mark_geography(edges, ["Location", "Kinship"], [{PERSON, PLACE}, {PERSON}])
    assert [item["geo"] for item in edges] == [0, 0]
