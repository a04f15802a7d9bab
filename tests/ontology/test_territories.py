"""The words for states and regions are complete, and ambiguous only where the language is."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from actorgraph.resources import language_file, ontology_file
from actorgraph.turtle import RDF, local_name, read_turtle

AG = "https://w3id.org/actorgraph/ontology#"
DESCRIBED = read_turtle([language_file("demonyms.ttl")])
PLACES = read_turtle([ontology_file("territories.ttl")])
TERRITORIES = {
    iri: facts
    for iri, facts in DESCRIBED.items()
    if "/territory/" in iri and facts[AG + "subtype"]
}

#: City states, whose capital has their own name.
CITY_STATES = {"sg"}
#: The Vatican, and the state union of Serbia and Montenegro.
WITHOUT_PEOPLE = {"va", "csxx"}
#: Words that the language itself leaves open.
SHARED_WORDS = {"Congolese", "Dominican", "Dominicans"}


def words(code: str, property_: str) -> list[str]:
    return TERRITORIES[f"https://w3id.org/actorgraph/territory/{code}"][AG + property_]


def is_state(iri: str) -> bool:
    """Whether both files have a territory as a country, and it lies in no other."""
    place = PLACES[iri]
    described = [*TERRITORIES[iri][AG + "subtype"], *place[RDF + "type"]]
    return described == [AG + "Country"] * 2 and not place[AG + "inCountry"]


def test_every_code_is_known_and_the_rest_have_a_wikidata_number() -> None:
    for iri, facts in TERRITORIES.items():
        if codes := facts[AG + "code"]:
            assert codes == [local_name(iri)] == PLACES[iri][AG + "code"]
        else:
            assert facts[AG + "wikidata"][0].startswith("Q")


def test_every_state_has_an_adjective_a_people_and_a_capital() -> None:
    states = [local_name(iri) for iri in TERRITORIES if iri in PLACES and is_state(iri)]
    assert len(states) >= 193
    for code in states:
        assert words(code, "adjective"), code
        assert words(code, "people") or code in WITHOUT_PEOPLE, code
        assert words(code, "capital") or code in CITY_STATES, code


@pytest.mark.parametrize(
    ("code", "property_", "word"),
    [("us", "adjective", "U.S."), ("us", "alsoKnownAs", "America"), ("gb", "adjective", "British"),
     ("gb-eng", "adjective", "English"), ("gb-sct", "adjective", "Scottish"),
     ("ua", "capital", "Kiev"), ("ru", "metonym", "Kremlin"), ("fr", "metonym", "Élysée"),
     ("no", "parliament", "Storting"),
     ("nl", "alsoKnownAs", "Holland"), ("mm", "alsoKnownAs", "Burma"),
     ("ae", "alsoKnownAs", "UAE"), ("suhh", "adjective", "Soviet")],
)  # fmt: skip
def test_news_words_are_there(code: str, property_: str, word: str) -> None:
    assert word in words(code, property_)


def test_an_adjective_or_people_means_one_territory_unless_the_language_shares_it() -> (
    None
):
    owners: dict[str, set[str]] = defaultdict(set)
    for iri, facts in TERRITORIES.items():
        for word in facts[AG + "adjective"] + facts[AG + "people"]:
            owners[word].add(iri)
    assert {word for word, iris in owners.items() if len(iris) > 1} == SHARED_WORDS


def test_no_word_is_listed_twice_for_a_territory() -> None:
    for facts in TERRITORIES.values():
        for property_ in (
            "adjective",
            "people",
            "alsoKnownAs",
            "capital",
            "metonym",
            "parliament",
        ):
            assert max(Counter(facts[AG + property_]).values(), default=1) == 1
