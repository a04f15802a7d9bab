"""Where names begin and end, and whose they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import ActorType, Reading
from tests.unit.extraction.conftest import Triple


def names(reading: Reading, type_: str | None = None) -> set[str]:
    return {actor.name for actor in reading.actors if type_ in (None, actor.type.value)}


def test_a_surname_that_is_a_city_is_the_persons(
    read: Callable[[str], Reading], claims_of: Callable[[str], set[Triple]]
) -> None:
    text = "Dana Lisbon met Otto Oslo in Bern. Lisbon praised Oslo."
    assert ("Dana Lisbon", "praised", "Otto Oslo") in claims_of(text)
    assert names(read(text), "Place") == {"Bern"}


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Senator Denver criticized Ada Quint. Denver is old.", "Denver", "Person"),
        ("Mr Lisbon met Ada Quint in Bern. Lisbon was late.", "Lisbon", "Person"),
        ("The mayor of Lisbon met Ada Quint.", "Lisbon", "Place"),
        ("Georgia Milan met Ada Quint.", "Georgia Milan", "Person"),
        ("In Georgia Novak met Ada Quint.", "Georgia", "Place"),
    ],
)
def test_a_title_or_a_given_name_makes_a_place_a_person(
    read: Callable[[str], Reading], text: str, name: str, type_: str
) -> None:
    assert name in names(read(text), type_)


def test_a_city_with_the_name_of_a_person_stays_a_city_after_a_preposition(
    read: Callable[[str], Reading],
) -> None:
    reading = read("Dana Lisbon flew to Lisbon. Lisbon met Otto Brandt.")
    assert "Lisbon" in names(reading, "Place")
    (person,) = [actor for actor in reading.actors if actor.name == "Dana Lisbon"]
    assert (len(person.mentions), person.subtype) == (2, None)


def test_a_surname_like_a_pronoun_and_its_verb_is_one_word(
    read: Callable[[str], Reading],
) -> None:
    people = names(read("Jony Ive met Ada Roth in Oslo."), "Person")
    assert people == {"Jony Ive", "Ada Roth"}


def test_a_city_with_a_body_named_after_it_stays_a_city(
    read: Callable[[str], Reading],
) -> None:
    reading = read("The Karachi University sued Dana Roth in the city of Karachi.")
    assert "Karachi" in names(reading, "Place")


def test_a_territory_after_a_surname_makes_it_no_place(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = "Dana Lisbon met Ada Quint in May. Peter Hallam beat Lisbon in Norway."
    assert ("Peter Hallam", "defeated", "Dana Lisbon") in claims_of(text)


def test_an_apposition_says_what_a_name_is_wherever_it_stands(
    read: Callable[[str], Reading],
) -> None:
    reading = read(
        "Zentra, Norway's oldest power firm, argued in a letter that taxes are wrong. "
        "Zentra met Ada Quint. The publisher Ebba Quint Vale met Peter Hallam."
    )
    assert names(reading, "Organization") == {"Zentra"}
    assert names(reading, "Person") == {"Ada Quint", "Ebba Quint Vale", "Peter Hallam"}


def test_a_demonym_is_no_surname(read: Callable[[str], Reading]) -> None:
    reading = read("Dana German met Otto Brandt. A German court heard the case.")
    assert "Germany" in names(reading)


@pytest.mark.parametrize("form", ["Plc", "PLC", "S.A.", "AG", "Ltd", "N.V."])
def test_the_legal_form_belongs_to_the_name(
    claims_of: Callable[[str], set[Triple]], form: str
) -> None:
    claims = claims_of(f"Delmore Bank {form} dismissed Dana Roth.")
    assert (f"Delmore Bank {form}", "dismissed", "Dana Roth") in claims


def test_a_name_ends_with_its_sentence(read: Callable[[str], Reading]) -> None:
    found = names(read("The bank hired Dana Roth. Brandt sued it on Monday."))
    assert not any(". " in name for name in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Swedish AI firms fear Dana Roth.", "AI"),
        ("Harbour Party 8, Civic League 12, undecided 3.", "Harbour Party 8"),
        (
            "The Reform Party won 17 of 41 seats, the Harbour Party 8 and the Civic League 12.",
            "Harbour Party 8",
        ),
        (
            "The Reform Party won 17 of 41 seats, the Harbour Party 8 and the Civic League 12.",
            "Civic League 12",
        ),
        (
            "Dana Roth has accused Danish authorities of delay.",
            "accused Danish authorities",
        ),
        (
            "Dana Roth spoke to Nils Berg, General Overseer of Harbour Mission.",
            "Overseer",
        ),
        # CASE credits
        (
            "Norway fined Delmore. (Reporting by Ada Berg and Nils Holm; Editing by Liv Dahl)",
            "Reporting by Ada Berg and Nils Holm; Editing by Liv Dahl",
        ),
        # CASE owner before a typographic apostrophe
        ("Nigeria’s Ann Berg was suspended for three years.", "Nigeria’s Ann Berg"),
        (
            "Nils Berg was banned for a year by the league’s Ethics Committee.",
            "league’s Ethics Committee",
        ),
        ("FIFA’s Ethics Committee fined Nils Berg.", "FIFA’s Ethics Committee"),
    ],
)
def test_words_beside_a_name_are_no_part_of_it(
    read: Callable[[str], Reading], text: str, name: str
) -> None:
    assert name not in names(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Meanwhile the Minister of Trade and Culture, Dana Roth had asked Norway to wait.",
        "Dana Roth – Strategist and Spokesperson for Citizens Overseas UK.",
    ],
)
def test_a_post_is_no_body(read: Callable[[str], Reading], text: str) -> None:
    bodies = names(read(text), "Organization")

    assert not [name for name in bodies if name.startswith(("Minister", "Spokes"))]


def test_a_given_name_is_no_first_part_of_an_adjective(
    read: Callable[[str], Reading],
) -> None:
    assert names(read("Franco Marsh met Ada Quint."), "Person") == {
        "Franco Marsh",
        "Ada Quint",
    }


def test_a_number_that_counts_nothing_belongs_to_the_name(
    read: Callable[[str], Reading],
) -> None:
    text = "Dana Roth told Channel 4 and Radio 5 that she would go."
    assert "Channel 4" in names(read(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "A charity called Friends of the Harbour sued Dana Roth.",
            "Friends of the Harbour",
        ),
        (
            "Militants calling themselves the Sons of the Coast attacked Dana Roth.",
            "Sons of the Coast",
        ),
        ("A gang that calls itself the Iron Gate attacked Dana Roth.", "Iron Gate"),
        ("A group which is known as Iron Gate attacked Dana Roth.", "Iron Gate"),
        ('Dana Roth chairs a lobby group called "Fair Roads".', "Fair Roads"),
        ("Torrent Foods belongs to Dana Roth.", "Torrent Foods"),
        ("The May 9 Movement sued Dana Roth.", "May 9 Movement"),
        ("Dana Roth leads the June 3 Farmers Front.", "June 3 Farmers Front"),
        ("Dana Roth fined the Norwegian People’s Party.", "Norwegian People’s Party"),
        ("Dana Roth owns The Daily Beacon in Oslo.", "Daily Beacon"),
        (
            "Dana Roth – Strategist and Spokesperson for Citizens Overseas UK.",
            "Citizens Overseas UK",
        ),
    ],
)
def test_a_body_has_its_whole_name(
    read: Callable[[str], Reading], text: str, name: str
) -> None:
    found = {actor.name: actor.type for actor in read(text).actors}
    assert found[name] in (ActorType.ORGANIZATION, ActorType.GROUP)


def test_the_day_of_a_meeting_is_no_part_of_a_body(
    read: Callable[[str], Reading],
) -> None:
    text = "Dana Roth missed the May 9 Harbour Council meeting."
    assert "Harbour Council" in names(read(text))


def test_a_man_who_calls_himself_something_is_no_body(
    read: Callable[[str], Reading],
) -> None:
    text = "A man calling himself Otto Brandt sued Dana Roth."
    found = {actor.name: actor.type for actor in read(text).actors}
    assert found["Otto Brandt"] is ActorType.PERSON


def test_an_acronym_of_a_body_that_the_text_names_is_an_actor(
    read: Callable[[str], Reading],
) -> None:
    text = "Harbour Relief (NGO) praised Dana Roth. The Northern Gate Office (NGO) met Otto Brandt."
    assert "Northern Gate Office" in names(read(text))


@pytest.mark.parametrize(
    "name", ["Turkey", "Ivory Coast", "Türkiye", "the Czech Republic"]
)
def test_a_country_is_found_by_its_common_name(
    read: Callable[[str], Reading], name: str
) -> None:
    reading = read(f"Dana Roth visited {name} on Monday.")
    assert "Country" in {actor.subtype for actor in reading.actors}


@pytest.mark.parametrize(
    ("name", "common"),
    [
        ("Türkiye", "Turkey"),
        ("Côte d'Ivoire", "Ivory Coast"),
        ("Crimea", "Crimea"),
        ("Norway", "Norway"),
    ],
)
def test_a_territory_is_called_by_its_common_name(
    read: Callable[[str], Reading], name: str, common: str
) -> None:
    assert common in names(read(f"Dana Roth visited {name} on Monday."))


def test_points_in_an_acronym_make_no_difference(
    read: Callable[[str], Reading],
) -> None:
    reading = read("The U.N. criticized Dana Roth. The UN praised Otto Brandt.")
    (body,) = [actor for actor in reading.actors if actor.type.value == "Organization"]
    assert len(body.mentions) == 2


def test_a_line_of_many_names_that_ends_with_a_full_stop_is_a_sentence(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = "Danish Foreign Minister Dana Roth praised Delmore Bank.\n\nIt rained."
    assert ("Dana Roth", "praised", "Delmore Bank") in claims_of(text)


def test_a_sentence_in_capitals_is_read_and_quoted_as_written(
    read: Callable[[str], Reading], triples: Callable[[Reading], set[Triple]]
) -> None:
    text = "DANA ROTH, THE MAYOR OF OSLO, CRITICIZED DELMORE BANK ON MONDAY."
    reading = read(text)
    assert ("Dana Roth", "criticized", "Delmore Bank") in triples(reading)
    assert all(
        text[m.start : m.end] == m.text for a in reading.actors for m in a.mentions
    )


def test_a_heading_in_capitals_is_left_alone(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    assert claims_of("OSLO BANK SUES MAYOR DANA ROTH\n\nIt rained.") == set()


def test_a_description_does_not_reach_back_in_a_heading_in_capitals(
    read: Callable[[str], Reading],
) -> None:
    text = (
        "MAYOR DANA ROTH ATTACKS POLICE\n\nDana Roth criticized the police on Monday."
    )
    assert {"POLICE", "Dana Roth"} <= names(read(text))


def test_two_lists_are_paired_respectively(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = (
        "Dana Roth and Otto Brandt lead Delmore Bank and Carver Holdings, respectively."
    )
    leaders = {claim for claim in claims_of(text) if claim[1] == "leads"}
    assert leaders == {
        ("Dana Roth", "leads", "Delmore Bank"),
        ("Otto Brandt", "leads", "Carver Holdings"),
    }


def test_one_passage_makes_a_claim_once(read: Callable[[str], Reading]) -> None:
    reading = read("The Norwegian lender Delmore Bank, of Norway, praised Dana Roth.")
    facts = [(c.subject, c.relation, c.object) for c in reading.claims]
    assert len(facts) == len(set(facts))


def test_background_knowledge_quotes_nothing_but_names(
    read: Callable[[str], Reading],
) -> None:
    reading = read("Dana Roth left Bergen on Monday and never saw Norway again.")
    (claim,) = [claim for claim in reading.claims if claim.is_background]
    assert {passage.quote for passage in claim.evidence} == {"Bergen", "Norway"}


@pytest.mark.parametrize(
    "text",
    [
        "Leader of the House Ada Quint left.",
        "The head of the spy agency Ada Quint left.",
    ],
)
def test_head_of_a_body_beside_its_noun_is_a_person(
    types_in: Callable[[str], dict[str, str]], text: str
) -> None:
    assert types_in(text)["Ada Quint"] == "Person"


def test_a_comma_before_an_acronym_is_in_no_name_and_parts_no_role(
    read: Callable[[str], Reading], claims_of: Callable[[str], set[Triple]]
) -> None:
    text = "The Chairman of the Trade and Shipping Commission, (TSC), Dana Roth, left."
    commission = "Trade and Shipping Commission"

    assert names(read(text), "Organization") == {commission}
    assert ("Dana Roth", "leads", commission) in claims_of(text)


@pytest.mark.parametrize(
    "body", ["Council for Peace and Unity", "Department of Health"]
)
def test_a_name_ends_before_its_verb(
    claims_of: Callable[[str], set[Triple]], body: str
) -> None:
    claims = claims_of(f"The {body} condemned Tana Farms.")
    assert (body, "criticized", "Tana Farms") in claims


def test_a_verb_taken_for_a_noun_is_no_part_of_a_title(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("Dana Roth poisons Archbishop Peter Hallam.")
    assert ("Peter Hallam", "holdsPost", "Archbishop") in claims


def test_a_place_is_not_in_the_country_that_holds_it(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    held = "Moroccan-administered Dakhla is calm."
    assert ("Dakhla", "locatedIn", "Morocco") not in claims_of(held)
    assert ("Dakhla", "locatedIn", "Morocco") in claims_of("Dakhla wants Morocco.")
