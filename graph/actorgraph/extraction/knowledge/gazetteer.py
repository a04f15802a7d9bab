"""What is known about names before any text is read: territories, cities, demonyms, given names."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

#: A city smaller than this is typed as a place only where the text calls it one; below it, surnames
#: and common words abound.
CITY_POPULATION = 80_000

#: A city has at least this many times as many people as a district of it that is listed apart.
CITY_TO_DISTRICT = 10

#: Means the code of a word that several territories share ("Congolese").
AMBIGUOUS = ""

#: From this length a name in capitals is looked up in small letters too: "NORWAY", not "US".
SHORTEST_IN_CAPITALS = 5


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


@dataclass(slots=True)
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


@dataclass(frozen=True)
class Gazetteer:
    """Looks names up.  Lookups are exact and case-sensitive, as names are; none of them guesses.

    Attributes:
        territories: Code → territory.
        names, adjectives, peoples, metonyms, parliaments, capitals: Word → code of its territory;
            ``AMBIGUOUS`` if several territories share it.
        cities: Name → city.
        given_names: Given name → ``m`` and ``f``, or one of them.
    """

    territories: Mapping[str, Territory]
    names: Mapping[str, str]
    adjectives: Mapping[str, str]
    peoples: Mapping[str, str]
    metonyms: Mapping[str, str]
    parliaments: Mapping[str, str]
    capitals: Mapping[str, str]
    cities: Mapping[str, City]
    given_names: Mapping[str, frozenset[str]]

    def territory(self, name: str) -> Territory | None:
        """Return the territory that a name denotes ("Russia", "U.S."), if any."""
        code = self.names.get(name)
        if not code and name.isupper() and len(name) >= SHORTEST_IN_CAPITALS:
            capitalised = name.title()
            code = self.names.get(capitalised)
        return self.territories.get(code or AMBIGUOUS)

    def demonym(self, word: str) -> Territory | None:
        """Return the territory of an adjective or people ("Russian", "Russians"), if it is one."""
        code = self.adjectives.get(word)
        if not code:
            code = self.peoples.get(word, AMBIGUOUS)
        return self.territories.get(code)

    def territory_in_name(self, word: str) -> Territory | None:
        """Return the territory that a word within a name denotes: "*Norwegian* Trade Bank"."""
        territory = self.demonym(word)
        if territory is None:
            territory = self.territory(word)
        return territory

    def is_people(self, word: str) -> bool:
        """Whether a demonym can only be the plural noun ("Russians")."""
        if word not in self.peoples:
            return False
        return word not in self.adjectives

    def city(self, name: str) -> City | None:
        """Return the most populous city of that name, if there is one."""
        return self.cities.get(name)

    def is_big_city(self, name: str) -> bool:
        """Whether a name alone is good evidence of a city."""
        if name in self.capitals:
            return True
        city = self.cities.get(name)
        return city is not None and city.population >= CITY_POPULATION

    def country_of(self, name: str, among: Collection[str] = ()) -> Territory | None:
        """Return the country that a city or region lies in, None if the name is not that clear.

        Args:
            among: Codes of countries that the text names; they decide between cities of one name.
        """
        territory = self.territory(name)
        if territory is not None:
            return self.territories.get(territory.country or "")
        if capital_of := self.capitals.get(name):
            return self.territories.get(capital_of)
        city = self.cities.get(name)
        return None if city is None else self._country_of_city(city, among)

    def _country_of_city(self, city: City, among: Collection[str]) -> Territory | None:
        countries = {city.country, *city.rivals}
        candidates = countries.intersection(among) or countries
        if len(candidates) > 1:
            return None
        (country,) = candidates
        return self.territories.get(country)

    def are_peers(self, first: str, second: str) -> bool:
        """Whether two names are two regions, or two towns: "Delaware, Maryland", "Bucha, Irpin".

        A district may be a town in the data, so that a much larger town may contain another.
        """
        territories = self.territory(first), self.territory(second)
        if all(territories):
            return all(t is not None and t.country for t in territories)
        if any(territories):
            return False
        town, larger = self.city(first), self.city(second)
        if town is None or larger is None:
            return False
        most = CITY_TO_DISTRICT * town.population
        return larger.population < most

    def is_elsewhere(self, place: str, country: str) -> bool:
        """Whether a place is known to lie in another country than one after its name."""
        territory = self.territory(country)
        if territory is None or territory.country is not None:
            return False
        home = self.country_of(place)
        if home is None:
            return False
        return home.code != territory.code

    def genders(self, given_name: str) -> frozenset[str]:
        """Return ``{"m"}``, ``{"f"}``, both, or nothing for a word that is no given name."""
        return self.given_names.get(given_name, frozenset())
