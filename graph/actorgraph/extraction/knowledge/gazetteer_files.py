"""Reads the gazetteer from the ontology.

``territories.ttl`` has states and regions with Wikidata ids, ``english/demonyms.ttl`` their
adjectives, peoples, capitals, parliaments and metonyms, ``cities.tsv`` the cities of GeoNames, and
``given-names.tsv`` the given names of many countries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from actorgraph.extraction.knowledge.actor_types import COUNTRY, REGION
from actorgraph.extraction.knowledge.gazetteer import (
    AMBIGUOUS,
    City,
    Gazetteer,
    Territory,
)
from actorgraph.identifiers import ONTOLOGY
from actorgraph.resources import language_file, ontology_file
from actorgraph.tables import table_rows
from actorgraph.turtle import RDF, RDFS, SKOS, Descriptions, local_name, read_turtle


@cache
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer, which is read once.

    Raises:
        OntologyError: if one of its files is missing or damaged.
    """
    territories, names = _territories()
    demonyms = read_turtle([language_file("demonyms.ttl")])
    names.update(_words(demonyms, "alsoKnownAs"))
    for name, code in _common_names(demonyms):
        names.setdefault(name, code)
        # CASE official: a reader looks for "Turkey", not for "Türkiye"
        if code in territories:
            territories[code] = replace(territories[code], name=name)
    return Gazetteer(
        territories,
        names,
        adjectives=_codes(demonyms, "adjective"),
        peoples=_codes(demonyms, "people"),
        metonyms=_codes(demonyms, "metonym"),
        parliaments=_codes(demonyms, "parliament"),
        capitals=_codes(demonyms, "capital"),
        cities=_cities(),
        given_names=_given_names(),
    )


def _territories() -> tuple[dict[str, Territory], dict[str, str]]:
    """Return the territories by code, and the codes by name; of two with one name, the first."""
    territories: dict[str, Territory] = {}
    codes: dict[str, str] = {}
    for facts in read_turtle([ontology_file("territories.ttl")]).values():
        for code in facts[ONTOLOGY + "code"]:
            (name,) = facts[RDFS + "label"]
            is_country = ONTOLOGY + COUNTRY in facts[RDF + "type"]
            wikidata = map(local_name, facts[SKOS + "exactMatch"])
            territories[code] = Territory(
                code,
                name,
                COUNTRY if is_country else REGION,
                next(wikidata, None),
                next(iter(facts[ONTOLOGY + "inCountry"]), None),
            )
            for alias in (name, *facts[SKOS + "altLabel"]):
                codes.setdefault(alias.removeprefix("the "), code)
    return territories, codes


def _words(demonyms: Descriptions, name: str) -> Iterator[tuple[str, str]]:
    """Yield each word that a property gives a territory, with the territory's code."""
    for facts in demonyms.values():
        for code in facts.get(ONTOLOGY + "code", ()):
            for word in facts.get(ONTOLOGY + name, ()):
                yield word, code


def _common_names(demonyms: Descriptions) -> Iterator[tuple[str, str]]:
    """Yield the name that a language uses for each territory, with the territory's code."""
    for facts in demonyms.values():
        for code in facts.get(ONTOLOGY + "code", ()):
            for name in facts.get(RDFS + "label", ()):
                yield name.removeprefix("the "), code


def _codes(demonyms: Descriptions, name: str) -> dict[str, str]:
    """Return the code of each word: of two territories that share it, the one that still exists."""
    dissolved = {
        code for value, code in _words(demonyms, "dissolved") if value == "true"
    }
    owners: dict[str, set[str]] = defaultdict(set)
    for word, code in _words(demonyms, name):
        owners[word].add(code)
    codes = {}
    for word, candidates in owners.items():
        existing = candidates - dissolved or candidates
        codes[word] = existing.pop() if len(existing) == 1 else AMBIGUOUS
    return codes


def _cities() -> dict[str, City]:
    cities = {}
    for name, country, population, rivals, *_ in table_rows("cities.tsv"):
        codes = frozenset(rivals.split())
        cities[name] = City(name, country, int(population), codes)
    return cities


def _given_names() -> dict[str, frozenset[str]]:
    names = {}
    for name, genders in table_rows("given-names.tsv"):
        names[name] = frozenset(genders)
    return names
