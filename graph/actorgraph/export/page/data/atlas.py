"""Where places are on the map of the world, by the gazetteer; what it does not know is nowhere."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from actorgraph.export.page.script import web_file
from actorgraph.model import ActorType
from actorgraph.tables import table_rows
from actorgraph.territories import territories

#: Of the plane that the map is drawn on, to a degree of the equator; 0° 0° is its middle.
STEPS = 10
#: People of a city whose name means it without more: "Asia" is a town in the Philippines too.
LARGE = 100_000
#: The family of relations whose subject lies in the object.
LOCATION = "Location"

Record = dict[str, Any]
#: A place on the plane: right and down of its middle.
Spot = tuple[int, int]


def on_plane(latitude: float, longitude: float) -> Spot:
    """Return the place of a point on earth in Miller's projection.

    >>> on_plane(0, 0), on_plane(60, 180), on_plane(-60, -180)
    ((0, 0), (1800, -686), (-1800, 686))
    """
    angle = math.pi / 4 + 0.4 * math.radians(latitude)
    height = math.degrees(1.25 * math.log(math.tan(angle)))
    return round(longitude * STEPS), -round(height * STEPS)


def place_on_map(
    nodes: Sequence[Record], edges: Sequence[Record], words: Mapping[str, Record]
) -> None:
    """Set ``at`` of each node whose place on the map is certain: right and down of its middle.

    A country is in its middle.  A city that shares its name with one in another country, or is so
    small that the name may mean anything, is where the graph says in which country it lies, and
    nowhere otherwise.

    Args:
        nodes: Records of the payload; their numbers are their places.
        edges: Of the payload.
        words: Of each relation, with its ``family``.
    """
    if all(node["type"] != ActorType.PLACE.value for node in nodes):
        return
    codes = {node["id"]: _own_code(node) for node in nodes}
    lies_in: dict[int, set[str]] = defaultdict(set)
    for edge in edges:
        if words[edge["r"]]["family"] == LOCATION and codes[edge["to"]]:
            lies_in[edge["from"]].add(codes[edge["to"]])
    for node in nodes:
        spot = _spot(node, codes[node["id"]], lies_in[node["id"]])
        if spot:
            node["at"] = spot


def _own_code(node: Record) -> str:
    """Return the code of the country that a node is; empty if it is none."""
    territory = territories().get(node["wikidata"])
    if territory and territory.is_country:
        return territory.code
    return ""


def _spot(node: Record, code: str, lies_in: set[str]) -> Spot | None:
    if code:
        return _countries().get(code)
    if node["type"] != ActorType.PLACE.value:
        return None
    for name in (node["name"], *node["aliases"]):
        city = _cities().get(name)
        if city and city.is_meant(lies_in):
            return city.spot
    return None


@dataclass(frozen=True, slots=True)
class _City:
    """A city of the gazetteer.

    Attributes:
        spot: Where it is on the plane.
        country: Code of its country.
        is_clear: Whether the name alone means it: it is large, and no other country has the like.
    """

    spot: Spot
    country: str
    is_clear: bool

    def is_meant(self, lies_in: set[str]) -> bool:
        """Whether a place of this name is this city, if the graph has it in some countries."""
        if not lies_in:
            return self.is_clear
        return self.country in lies_in


@cache
def _cities() -> dict[str, _City]:
    cities = {}
    rows = table_rows("cities.tsv")
    for name, country, population, rivals, *degrees in rows:
        coordinates = map(float, degrees)
        spot = on_plane(*coordinates)
        is_large = int(population) >= LARGE
        is_clear = is_large and not rivals
        cities[name] = _City(spot, country, is_clear)
    return cities


@cache
def _countries() -> dict[str, Spot]:
    rows = table_rows("country-points.tsv")
    return {code: on_plane(float(down), float(right)) for code, down, right in rows}


def world(nodes: Iterable[Record]) -> Mapping[str, str] | None:
    """Return the coasts and borders as paths on the plane; None if no node is on the map."""
    if not any("at" in node for node in nodes):
        return None
    text = web_file("world.json")
    shapes: dict[str, str] = json.loads(text)
    return shapes
