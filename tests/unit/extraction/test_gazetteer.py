"""The gazetteer knows names; where a name is not clear it says nothing."""

from __future__ import annotations

import pytest

from actorgraph.extraction.knowledge.gazetteer import Territory
from actorgraph.extraction.knowledge.gazetteer_files import load_gazetteer

GAZETTEER = load_gazetteer()


def code_of(territory: Territory | None) -> str | None:
    return territory.code if territory is not None else None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Norway", "no"),
        ("Germany", "de"),
        ("U.S.", "us"),
        ("United States", "us"),
        ("NORWAY", "no"),
        ("UK", "gb"),
    ],
)
def test_territory_is_found_by_any_of_its_names(name: str, code: str) -> None:
    assert code_of(GAZETTEER.territory(name)) == code


@pytest.mark.parametrize("name", ["", "norway", "Norwayland", "Dana Roth", "Delmore"])
def test_name_that_is_not_quite_a_territory_is_none(name: str) -> None:
    assert GAZETTEER.territory(name) is None


def test_territory_has_its_wikidata_number() -> None:
    norway = GAZETTEER.territory("Norway")
    assert norway is not None
    assert norway.wikidata == "Q20"


@pytest.mark.parametrize(
    ("word", "code"),
    [("Norwegian", "no"), ("French", "fr"), ("Dutch", "nl"), ("Russians", "ru")],
)
def test_adjective_or_people_stands_for_the_territory(word: str, code: str) -> None:
    assert code_of(GAZETTEER.demonym(word)) == code


def test_adjective_that_two_territories_share_stands_for_none() -> None:
    assert GAZETTEER.demonym("Congolese") is None


def test_people_are_told_from_the_adjective() -> None:
    assert GAZETTEER.is_people("Danes")
    assert not GAZETTEER.is_people("Danish")


def test_country_of_a_city_that_is_clear() -> None:
    assert code_of(GAZETTEER.country_of("Oslo")) == "no"


def test_country_of_a_city_that_has_rivals_needs_the_text() -> None:
    city = next(
        city
        for city in GAZETTEER.cities.values()
        if city.rivals
        and city.name not in GAZETTEER.capitals
        and not GAZETTEER.territory(city.name)
    )
    (rival, *_) = sorted(city.rivals)

    assert GAZETTEER.country_of(city.name) is None
    assert code_of(GAZETTEER.country_of(city.name, among={rival})) == rival


@pytest.mark.parametrize("name", ["Norway", "Qxzzt"])
def test_country_and_unknown_name_lie_in_no_country(name: str) -> None:
    assert GAZETTEER.country_of(name) is None


def test_village_is_no_evidence_of_a_city_and_a_capital_is() -> None:
    assert GAZETTEER.is_big_city("Oslo")
    assert not GAZETTEER.is_big_city("Qxzzt")


def test_given_names_tell_gender_or_nothing() -> None:
    assert GAZETTEER.genders("Anna") == {"f"}
    assert GAZETTEER.genders("Qxzzt") == frozenset()
