"""The countries and regions of ``ontology/territories.ttl``, by their Wikidata ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from actorgraph.identifiers import ONTOLOGY, WIKIDATA
from actorgraph.resources import ontology_file
from actorgraph.turtle import RDFS, SKOS, read_turtle


@dataclass(frozen=True, slots=True)
class TerritoryRecord:
    """A country or region.

    Attributes:
        code: ISO 3166, such as ``de`` or ``ae-du``, or that of OpenSanctions.
        name: What it is called officially.
        country: Code of the country that it is or lies in.
    """

    code: str
    name: str
    country: str

    @property
    def is_country(self) -> bool:
        """Whether it is a country, not a region of one."""
        return self.code == self.country


@lru_cache(maxsize=1)
def territories() -> Mapping[str, TerritoryRecord]:
    """Return the territories by their Wikidata id.

    Raises:
        OntologyError: if the file cannot be read.
    """
    table: dict[str, TerritoryRecord] = {}
    for facts in read_turtle([ontology_file("territories.ttl")]).values():
        for code in facts.get(f"{ONTOLOGY}code", []):
            (name,) = facts[RDFS + "label"]
            (country,) = facts.get(f"{ONTOLOGY}inCountry", [code])
            for match in facts.get(SKOS + "exactMatch", []):
                wikidata = match.removeprefix(WIKIDATA)
                table[wikidata] = TerritoryRecord(code, name, country)
    return table


@lru_cache(maxsize=1)
def country_names() -> Mapping[str, str]:
    """Return the name of each country by its code."""
    known = territories().values()
    return {territory.code: territory.name for territory in known}
