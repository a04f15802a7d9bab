"""Where things are: by grammar first, by the gazetteer only between places in the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim
from tests.unit.extraction.conftest import Triple


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The fair took place in Potenza, Italy.", ("Potenza", "locatedIn", "Italy")),
        ("Dana Roth visited Paris, Texas.", ("Paris", "locatedIn", "Texas")),
        (
            "Dana Roth visited the Norwegian city of Bergen.",
            ("Bergen", "locatedIn", "Norway"),
        ),
        (
            "Rebels entered the eastern Alderfen town of Orvane.",
            ("Orvane", "locatedIn", "Alderfen"),
        ),
        (
            "Police searched the Bergen district of Vestland province.",
            ("Bergen district", "locatedIn", "Vestland province"),
        ),
        (
            "The London-based bank Delmore Holdings hired workers.",
            ("Delmore Holdings", "basedIn", "London"),
        ),
        (
            "Dana Roth visited the Oslo-based Carver Institute.",
            ("Carver Institute", "basedIn", "Oslo"),
        ),
        ("Oslo-based lawyer Dana Roth wrote a book.", ("Dana Roth", "livesIn", "Oslo")),
        (
            "Dana Roth visited Carver University in Oslo.",
            ("Carver University", "basedIn", "Oslo"),
        ),
        ("Oslo was calm. Norway was calm.", ("Oslo", "locatedIn", "Norway")),
    ],
)
def test_place_is_read_and_never_turned_round(
    claims_of: Callable[[str], set[Triple]], text: str, claim: tuple[str, str, str]
) -> None:
    subject, relation, object_ = claim

    found = claims_of(text)

    assert claim in found
    assert (object_, relation, subject) not in found


def test_city_that_bears_a_kind_of_place_is_one_actor(
    types_in: Callable[[str], dict[str, str]],
) -> None:
    assert (
        types_in("Dana Roth visited the Norwegian city of Bergen.")["Bergen"] == "Place"
    )


def test_gazetteer_says_nothing_of_a_country_that_the_text_does_not_name(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    assert claims_of("Dana Roth slept in Oslo.") == set()


def test_gazetteer_gives_a_disputed_region_to_no_country(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    assert claims_of("Kashmir was calm. Pakistan was calm. India was calm.") == set()


def test_what_the_gazetteer_knows_is_marked_as_such(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    assert (
        claim_in(
            "Oslo was calm. Norway was calm.", ("Oslo", "locatedIn", "Norway")
        ).method
        == "gazetteer"
    )


def test_background_knowledge_is_nobodys_statement(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = "Dana Roth said Oslo was calm and Norway was quiet."

    assert claim_in(text, ("Oslo", "locatedIn", "Norway")).attributed_to is None


def test_city_is_not_placed_in_a_country_that_it_does_not_lie_in(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    assert ("Oslo", "locatedIn", "Poland") not in claims_of(
        "Dana Roth flew from Oslo, Poland was next."
    )


def test_countries_in_a_list_do_not_lie_in_one_another(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    assert claims_of("Norway, Sweden and Denmark were calm.") == set()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # Regions of one country, and towns of like size, are a list.
        ("Snow in Ohio, Iowa, Utah and Maine fell early.", set()),
        ("Snow fell on Bergen, Oslo, and Trondheim.", set()),
        # A region or a much larger town contains what is named before it.
        ("Snow in Akron, Ohio, fell early.", {("Akron", "Ohio")}),
        ("Singers from Camden, London, came.", {("Camden", "London")}),
        (
            "Snow fell on Bergen, Norway, and on the hills.",
            {("Bergen", "Norway")},
        ),
    ],
)
def test_neighbours_in_a_list_do_not_lie_in_one_another(
    claims_of: Callable[[str], set[Triple]], text: str, places: set[tuple[str, str]]
) -> None:
    located = set()
    for subject, relation, object_ in claims_of(text):
        if relation == "locatedIn":
            located.add((subject, object_))

    assert located == places


@pytest.mark.parametrize("faith", ["Christian", "Muslim"])
def test_faith_of_a_town_is_no_place(
    claims_of: Callable[[str], set[Triple]], faith: str
) -> None:
    claims = claims_of(f"The road leads to the historic {faith} town of Mahrada.")

    assert not any(faith in claim for claim in claims)


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("The Libyan Relief Fund left Libya.", {"Libya"}),
        ("The Oslo-based Libyan Relief Fund left Libya.", {"Oslo"}),
        (
            "Brunei is small. Viet Nam is warm. The Viet Nam - Brunei Commission met.",
            set(),
        ),
    ],
)
def test_a_state_in_a_bodys_name_is_its_base_unless_the_text_names_another(
    proposals_of: Callable[[str], set[Triple]], text: str, bases: set[str]
) -> None:
    assert {place for _, r, place in proposals_of(text) if r == "basedIn"} == bases
