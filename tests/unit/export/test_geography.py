"""What the first picture folds."""

from typing import Any

import pytest

from actorgraph.export.page.data.geography import is_geography, mark_folded

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


def edge(start: int = 0, end: int = 1, **marks: int) -> dict[str, Any]:
    return {"from": start, "to": end, "weak": 0, "bg": 0, **marks}


def folded(edges: list[dict[str, Any]], *kinds: tuple[str, str, str]) -> list[int]:
    """Which edges are folded, by the family and the types of the ends of each."""
    families = [family for family, _, _ in kinds]
    mark_folded(edges, families, [ends for _, *ends in kinds])  # type: ignore[misc]
    return [item["geo"] for item in edges]


HOME, KIN = ("Location", PERSON, PLACE), ("Kinship", PERSON, PERSON)
TALKS = ("Diplomacy", PERSON, "Event")


def test_geography_is_folded_where_something_else_is_left() -> None:
    assert folded([edge(), edge()], HOME, KIN) == [1, 0]


@pytest.mark.parametrize("other", [{"weak": 1}, {"bg": 1}])
def test_nothing_is_folded_where_nothing_else_would_be_seen(
    other: dict[str, int],
) -> None:
    assert folded([edge(), edge(**other)], HOME, KIN) == [0, 0]


def test_an_event_is_drawn_where_it_brings_actors_together() -> None:
    kin, lone, first, second = edge(0, 1), edge(0, 2), edge(0, 3), edge(1, 3)
    assert folded([kin, lone, first, second], KIN, TALKS, TALKS, TALKS) == [0, 1, 0, 0]
    twice = [edge(0, 1), edge(0, 2), edge(0, 2)]
    assert folded(twice, KIN, TALKS, TALKS) == [0, 1, 1]
    doubtful = [edge(0, 1), edge(0, 2), edge(1, 2, weak=1)]
    assert folded(doubtful, KIN, TALKS, TALKS) == [0, 1, 1]
