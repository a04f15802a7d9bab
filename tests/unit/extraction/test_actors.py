"""What kind of thing each actor is, and which actors are kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Reading
from tests.unit.extraction.conftest import Triple


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Kyiv rejected the plan.", "Kyiv", "Place"),
        ("Oslo rejected the plan.", "Oslo", "Place"),
        ("Vardo, the president of Norway, met Peter Hallam.", "Vardo", "Person"),
        (
            "Marlowe, a 52-year-old Norwegian lawyer, met Peter Hallam.",
            "Marlowe",
            "Person",
        ),
        ("The Civic Party praised Dana Roth.", "Civic Party", "Organization"),
        (
            "The Farmers' League criticized Peter Hallam.",
            "Farmers' League",
            "Organization",
        ),
        (
            "Peter Hallam leads the Harbour Workers' Party.",
            "Harbour Workers' Party",
            "Organization",
        ),
        ("NATO praised Dana Roth.", "NATO", "Organization"),
        ("Peter Hallam, a lawyer, visited Poland.", "Poland", "Place"),
        (
            'Yesterday Federico "Fede" Marsh met Peter Hallam.',
            'Federico "Fede" Marsh',
            "Person",
        ),
        (
            "Yesterday Enrico “Rico” Marsh met Peter Hallam.",
            "Enrico “Rico” Marsh",
            "Person",
        ),
        ("The talks were held in The Hague on Monday.", "The Hague", "Place"),
        (
            "Dana Roth of the Institute for National Security Studies met Otto Brandt.",
            "Institute for National Security Studies",
            "Organization",
        ),
        ("Latin American ministers criticized Dana Roth.", "Latin American", "Group"),
        (
            "Norwegian filmmaker Leopold Marsh met Peter Hallam.",
            "Leopold Marsh",
            "Person",
        ),
        # CASE place that begins with a given name
        ("Dana Roth visited Ellis Island.", "Ellis Island", "Place"),
        ("Dana Roth visited Ellis Marsh.", "Ellis Marsh", "Person"),
        ("Dana Roth fled from Marsh's Palace Guards.", "Palace Guards", "Organization"),
    ],
)
def test_actor_has_the_type_that_its_text_gives_it(
    types_in: Callable[[str], dict[str, str]], text: str, name: str, type_: str
) -> None:
    assert types_in(text)[name] == type_


@pytest.mark.parametrize(
    ("text", "name", "subtype"),
    [
        ("Dana Roth visited Norway.", "Norway", "Country"),
        ("NATO praised Dana Roth.", "NATO", "InternationalOrganization"),
        ("The Kremlin criticized Dana Roth.", "Kremlin", "GovernmentBody"),
        ("Dana Roth leads Fidesz.", "Fidesz", "PoliticalParty"),
        ("Dana Roth visited the Crimea.", "Crimea", "Region"),
    ],
)
def test_known_names_have_a_subtype(
    read: Callable[[str], Reading], text: str, name: str, subtype: str
) -> None:
    assert {actor.name: actor.subtype for actor in read(text).actors}[name] == subtype


def test_described_actor_that_acts_is_kept(
    claims_of: Callable[[str], set[Triple]], types_in: Callable[[str], dict[str, str]]
) -> None:
    text = "A senior Norwegian official met Peter Hallam in Oslo."

    assert ("senior Norwegian official", "metWith", "Peter Hallam") in claims_of(text)
    assert ("senior Norwegian official", "representativeOf", "Norway") in claims_of(
        text
    )
    assert types_in(text)["senior Norwegian official"] == "Person"


def test_described_actor_that_does_nothing_is_dropped(
    claims_of: Callable[[str], set[Triple]], types_in: Callable[[str], dict[str, str]]
) -> None:
    text = "Dana Roth passed a Dutch bank and a Danish lawyer."

    assert claims_of(text) == set()
    assert set(types_in(text)) == {"Dana Roth", "Netherlands", "Denmark"}


def test_several_people_described_at_once_are_a_group(
    types_in: Callable[[str], dict[str, str]],
) -> None:
    assert (
        types_in("Two Norwegian officials met Dana Roth.")["Two Norwegian officials"]
        == "Group"
    )


def test_state_body_that_acts_belongs_to_its_state(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    found = claims_of("Norwegian police arrested Dana Roth in Oslo.")

    assert ("Norwegian police", "agencyOf", "Norway") in found
    assert ("Norwegian police", "arrested", "Dana Roth") in found


def test_two_indefinite_descriptions_are_two_actors(
    read: Callable[[str], Reading],
) -> None:
    text = "A Norwegian official met Peter Hallam. A Norwegian official met Ada Quint."

    officials = [
        actor
        for actor in read(text).actors
        if "official" in actor.name and actor.type == "Person"
    ]

    assert len(officials) == 2


def test_mentions_are_verbatim_and_in_order(read: Callable[[str], Reading]) -> None:
    text = (
        "Dana Roth met Ada Quint. Then Roth praised Quint and her husband, Otto Brandt."
    )

    for actor in read(text).actors:
        assert list(actor.mentions) == sorted(actor.mentions)
        assert all(
            text[mention.start : mention.end] == mention.text
            for mention in actor.mentions
        )


def test_every_actor_of_a_claim_or_attribution_is_among_the_actors(
    read: Callable[[str], Reading],
) -> None:
    reading = read(
        "A Norwegian official said that Norwegian police had arrested "
        "Dana Roth, the mayor of Lisbon."
    )

    known = {actor.id for actor in reading.actors}
    named = {
        actor
        for claim in reading.claims
        for actor in (claim.subject, claim.object, claim.attributed_to)
        if actor
    }
    assert (
        named
        | {
            attribution.speaker
            for attribution in reading.attributions
            if attribution.speaker
        }
        <= known
    )


def test_dates_are_read_like_names(types_in: Callable[[str], dict[str, str]]) -> None:
    assert types_in("Dana Roth slept there in 1987.")["1987"] == "Time"
    assert types_in("Ada Quint was born in Oslo in 1960.")["1960"] == "Time"


@pytest.mark.parametrize("adjective", ["Norwegian", "New"])
def test_adjective_before_a_name_that_stands_alone_elsewhere_is_no_part_of_it(
    read: Callable[[str], Reading], adjective: str
) -> None:
    text = (
        f"{adjective} Civic Party leader Dana Roth met Peter Hallam. "
        "The Civic Party praised Otto Brandt."
    )
    (party,) = [
        actor
        for actor in read(text).actors
        if actor.name.endswith("Civic Party") and actor.type == "Organization"
    ]

    assert party.name == "Civic Party"
    assert len(party.mentions) == 2


def test_headline_abbreviation_means_the_country(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    assert ("Dana Roth", "headOfStateOf", "South Africa") in claims_of(
        "S African President Dana Roth met Otto Brandt."
    )


@pytest.mark.parametrize(
    ("text", "no_name"),
    [
        (
            "Meetings at Mr. Roth's golf club in Lisbon ended. Mr. Roth met Mr. Brandt.",
            "Mr.",
        ),
        ("Joe Marsh, a D.C.-based radio host, met Ada Quint.", "D.C.-based"),
        ("Sen. Otto Brandt (R-Fla.) met Ada Quint in Lisbon.", "R-Fla."),
    ],
)
def test_title_or_half_of_an_adjective_is_nobody(
    types_in: Callable[[str], dict[str, str]], text: str, no_name: str
) -> None:
    assert no_name not in types_in(text)


def test_state_that_ends_a_sentence_is_no_part_of_the_name_after_it(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = "She works in Bedminster, N.J. Otto Brandt, the chairman of Delmore Bank, met Ada Quint."

    assert ("Otto Brandt", "leads", "Delmore Bank") in claims_of(text)
    assert ("Bedminster", "locatedIn", "New Jersey") in claims_of(text)


def test_adjective_of_a_party_is_not_a_body_whose_name_begins_so(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = (
        "Otto Brandt is a Democratic lawmaker. "
        "The Democratic National Committee praised Ada Quint."
    )

    assert (
        "Otto Brandt",
        "memberOf",
        "Democratic National Committee",
    ) not in claims_of(text)


def test_city_that_is_called_one_keeps_its_name(
    types_in: Callable[[str], dict[str, str]],
) -> None:
    assert "New York City" in types_in(
        "Otto Brandt, the former mayor of New York City, met Ada Quint."
    )


def test_bodies_with_different_adjectives_stay_apart(
    types_in: Callable[[str], dict[str, str]],
) -> None:
    text = (
        "The Swiss National Bank praised Dana Roth. The Danish National Bank praised Otto Brandt. "
        "The National Bank met Ada Quint."
    )

    assert {"Swiss National Bank", "Danish National Bank"} <= set(types_in(text))


def test_date_that_is_taken_for_a_speaker_is_among_the_actors(
    read: Callable[[str], Reading],
) -> None:
    text = "Ada Quint, the mayor of Oslo, met Bo Lind. “The bridge will open,” Tuesday said."
    reading = read(text)

    actors = {actor.id for actor in reading.actors}
    speakers = {attribution.speaker for attribution in reading.attributions}
    assert speakers - {None} <= actors
