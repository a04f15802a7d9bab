"""The words for states and regions are complete, and ambiguous only where the language is."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from actorgraph.resources import ontology_file
from actorgraph.vocabulary import local_name, read_turtle

AG = "https://w3id.org/actorgraph/ontology#"
DESCRIBED = read_turtle([ontology_file("demonyms.ttl")])
TERRITORIES = {iri: facts for iri, facts in DESCRIBED.items() if "/territory/" in iri and facts[AG + "subtype"]}

#: City states, whose capital has their own name.
CITY_STATES = {"sg"}
#: Words that the language itself leaves open.
SHARED_WORDS = {"Congolese", "Dominican", "Dominicans"}


def words(code: str, property_: str) -> list[str]:
    return TERRITORIES[f"https://w3id.org/actorgraph/territory/{code}"][AG + property_]


def test_every_code_is_known_and_the_rest_have_a_wikidata_number() -> None:
    from rigour.territories import get_territory

    for iri, facts in TERRITORIES.items():
        codes = facts[AG + "code"]
        if codes:
            territory = get_territory(codes[0])
            assert territory is not None, codes
            assert codes == [territory.code] == [local_name(iri)]
        else:
            assert facts[AG + "wikidata"][0].startswith("Q")


def test_every_independent_state_has_an_adjective_a_people_and_a_capital() -> None:
    from rigour.territories import get_territories

    states = [t.code for t in get_territories() if t.is_country and t.parent is None and not t.is_historical]
    known = [code for code in states if f"https://w3id.org/actorgraph/territory/{code}" in TERRITORIES]
    assert len(known) >= 193
    for code in known:
        assert words(code, "adjective"), code
        assert words(code, "people") or code == "va", code
        assert words(code, "capital") or code in CITY_STATES | {"gi"}, code


@pytest.mark.parametrize(
    ("code", "property_", "word"),
    [("us", "adjective", "U.S."), ("us", "alsoKnownAs", "America"), ("gb", "adjective", "British"),
     ("gb-eng", "adjective", "English"), ("gb-sct", "adjective", "Scottish"), ("ua", "capital", "Kiev"),
     ("ru", "metonym", "Kremlin"), ("fr", "metonym", "Élysée"), ("nl", "alsoKnownAs", "Holland"),
     ("mm", "alsoKnownAs", "Burma"), ("ae", "alsoKnownAs", "UAE"), ("suhh", "adjective", "Soviet")],
)  # fmt: skip
def test_news_words_are_there(code: str, property_: str, word: str) -> None:
    assert word in words(code, property_)


def test_an_adjective_or_people_means_one_territory_unless_the_language_shares_it() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for iri, facts in TERRITORIES.items():
        for word in facts[AG + "adjective"] + facts[AG + "people"]:
            owners[word].add(iri)
    assert {word for word, iris in owners.items() if len(iris) > 1} == SHARED_WORDS


def test_no_word_is_listed_twice_for_a_territory() -> None:
    for facts in TERRITORIES.values():
        for property_ in ("adjective", "people", "alsoKnownAs", "capital", "metonym"):
            assert max(Counter(facts[AG + property_]).values(), default=1) == 1
