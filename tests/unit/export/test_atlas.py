"""Where the page puts places on the map of the world."""

import re
from typing import Any

import pytest

from actorgraph.export.page.data.atlas import on_plane, place_on_map, world

NORWAY, OSLO = on_plane(64.54, 14.24), on_plane(59.91, 10.75)
Record = dict[str, Any]


def node(name: str, type_: str = "Place", *, wikidata: str = "") -> Record:
    return {"name": name, "type": type_, "aliases": [], "wikidata": wikidata}


def spots(nodes: list[Record], *lies_in: tuple[int, int]) -> Record:
    """The places on the map of some nodes, each as (subject, object) of where it lies."""
    for number, item in enumerate(nodes):
        item["id"] = number
    edges = [{"from": start, "to": end, "r": "locatedIn"} for start, end in lies_in]
    place_on_map(nodes, edges, {"locatedIn": {"family": "Location"}})
    return {item["name"]: item["at"] for item in nodes if "at" in item}


def test_countries_are_in_their_middle_and_cities_where_they_are() -> None:
    nodes = [node("Norway", wikidata="Q20"), node("Oslo"), node("Harrow Bay")]
    assert spots(nodes) == {"Norway": NORWAY, "Oslo": OSLO}


@pytest.mark.parametrize(
    ("city", "country", "is_on_map"),
    [
        ("Birmingham", "Q145", True),  # the United Kingdom
        ("Birmingham", "Q20", False),  # Norway
        ("Worcester", None, False),  # the United States, or another country
        ("Worcester", "Q30", True),  # the United States
        ("Worcester", "Q20", False),
        ("Asia", None, False),  # or a town in the Philippines
        ("Asia", "Q928", True),
    ],
)
def test_a_name_of_several_cities_means_one_where_its_country_is_told(
    city: str, country: str | None, is_on_map: bool
) -> None:
    nodes, lies_in = [node(city)], []
    if country:
        nodes.append(node("The country", wikidata=country))
        lies_in.append((0, 1))
    assert (city in spots(nodes, *lies_in)) is is_on_map


def test_other_names_count_and_people_are_nowhere() -> None:
    tarnhead = {**node("Tarnhead"), "aliases": ["Oslo"]}
    assert spots([tarnhead, node("Oslo", "Person")]) == {"Tarnhead": OSLO}


def test_a_page_without_places_has_no_map_of_the_world() -> None:
    assert world([node("Ann Roth", "Person")]) is None


def test_coasts_and_borders_are_steps_that_every_format_of_pictures_draws() -> None:
    shapes = world([{"at": (0, 0)}])
    assert shapes is not None
    for path in shapes.values():
        assert set(re.sub(r"[-\d\s]", "", path)) <= set("Mlz")
        reach = [int(x) for x in re.findall(r"M(-?\d+)", path)]
        assert min(reach) >= -1800
        assert max(reach) <= 1900


def test_coasts_are_fine_enough_for_the_closest_zoom_and_small_enough_for_a_page() -> (
    None
):
    shapes = world([{"at": (0, 0)}])
    assert shapes is not None
    assert shapes["land"].count(" ") + shapes["land"].count("-") > 10_000  # steps
    assert sum(map(len, shapes.values())) < 80_000
