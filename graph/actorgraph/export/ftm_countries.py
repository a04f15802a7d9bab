"""The codes of countries and regions, by which Aleph and OpenSanctions filter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from actorgraph.identifiers import ONTOLOGY, WIKIDATA
from actorgraph.model import Actor, ActorId, Claim
from actorgraph.resources import ontology_file
from actorgraph.turtle import RDF, SKOS, read_turtle


@dataclass(frozen=True, slots=True)
class TerritoryCode:
    """A country or region of ``ontology/territories.ttl``.

    Attributes:
        code: ISO 3166, such as ``de`` or ``ae-du``, or that of OpenSanctions.
        country: Code of the country that it is or lies in.
        level: ``country``, or ``adm1`` for a region.
    """

    code: str
    country: str
    level: str


@lru_cache(maxsize=1)
def territories() -> dict[str, TerritoryCode]:
    """Return the territories by their Wikidata id.

    Raises:
        OntologyError: if the file cannot be read.
    """
    table: dict[str, TerritoryCode] = {}
    for facts in read_turtle([ontology_file("territories.ttl")]).values():
        codes = facts.get(f"{ONTOLOGY}code", [])
        is_country = f"{ONTOLOGY}Country" in facts.get(RDF + "type", [])
        for code in codes:
            (country,) = facts.get(f"{ONTOLOGY}inCountry", [code])
            level = "country" if is_country else "adm1"
            for match in facts.get(SKOS + "exactMatch", []):
                wikidata = match.removeprefix(WIKIDATA)
                table[wikidata] = TerritoryCode(code, country, level)
    return table


def countries(
    actors: Iterable[Actor], located: Iterable[Claim]
) -> dict[ActorId, set[str]]:
    """Return the codes of the countries that places are or lie in.

    Args:
        actors: All actors; those with the Wikidata id of a territory are in its country.
        located: Claims whose subject lies where the object does.
    """
    codes: dict[ActorId, set[str]] = {}
    for actor in actors:
        territory = territories().get(actor.wikidata or "")
        if territory:
            codes[actor.id] = {territory.country}
    waiting = list(located)
    while settled := [claim for claim in waiting if claim.object in codes]:
        waiting = [claim for claim in waiting if claim.object not in codes]
        for claim in settled:
            codes.setdefault(claim.subject, set()).update(codes[claim.object])
    return codes
