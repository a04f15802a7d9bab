"""Which mentions mean the same actor, and what is done when that is not clear."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Reading
from tests.unit.extraction.conftest import Triple


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Dana Roth spoke first. Roth criticized Peter Hallam.",
            ("Dana Roth", "criticized", "Peter Hallam"),
        ),
        (
            "Mr Hallam criticized Mrs Quint. Peter Hallam and Ada Quint slept.",
            ("Peter Hallam", "criticized", "Ada Quint"),
        ),
        (
            "The Carver Institute for Harbour Research (CIHR) opened. Dana Roth criticized CIHR.",
            ("Dana Roth", "criticized", "Carver Institute for Harbour Research"),
        ),
        (
            "The Northern Harbour Federation met on Monday. The NHF criticized Dana Roth.",
            ("Northern Harbour Federation", "criticized", "Dana Roth"),
        ),
        (
            "Norwegian Chancellor Dana Roth spoke first. The chancellor criticized Peter Hallam.",
            ("Dana Roth", "criticized", "Peter Hallam"),
        ),
        # the word before a name that ends another sentence is no title of it
        (
            "Nils Berg left his mother. Berg slept. He criticized Otto Brandt.",
            ("Nils Berg", "criticized", "Otto Brandt"),
        ),
        (
            "The wife of Nils Berg slept, and Berg left. He criticized Otto Brandt.",
            ("Nils Berg", "criticized", "Otto Brandt"),
        ),
        (
            "Anna Roth met Peter Hallam in Oslo. She criticized Otto Brandt.",
            ("Anna Roth", "criticized", "Otto Brandt"),
        ),
        (
            "Anna Roth met Peter Hallam in Oslo. He criticized Otto Brandt.",
            ("Peter Hallam", "criticized", "Otto Brandt"),
        ),
        (
            "Anna Roth met Peter Hallam in Oslo. She criticized him.",
            ("Anna Roth", "criticized", "Peter Hallam"),
        ),
        (
            "Anna Roth met Peter Hallam in Oslo. Her husband, Otto Brandt, slept.",
            ("Otto Brandt", "spouseOf", "Anna Roth"),
        ),
        (
            "Norwegian police arrested Anna Roth. She was freed by Sweden.",
            ("Sweden", "freed", "Anna Roth"),
        ),
        (
            "Russian troops marched. Dana Roth criticized Russia.",
            ("Dana Roth", "criticized", "Russia"),
        ),
        (
            (
                "Norwegian Chancellor Dana Roth spoke first. "
                "The Norwegian leader criticized Peter Hallam."
            ),
            ("Dana Roth", "criticized", "Peter Hallam"),
        ),
        (
            "The Harbour Party won. The party criticized Peter Hallam.",
            ("Harbour Party", "criticized", "Peter Hallam"),
        ),
        (
            "The Harbour Party won. The party's leader, Dana Roth, slept.",
            ("Dana Roth", "leads", "Harbour Party"),
        ),
        (
            "Shares of Veltrix Holding fell. The company criticized Peter Hallam.",
            ("Veltrix Holding", "criticized", "Peter Hallam"),
        ),
    ],
)
def test_short_names_descriptions_and_pronouns_find_their_actor(
    claims_of: Callable[[str], set[Triple]], text: str, claim: tuple[str, str, str]
) -> None:
    assert claim in claims_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian Chancellor Dana Roth spoke first. The Swedish leader criticized Peter Hallam.",
        "The Harbour Party met the Forest Party. The party criticized Peter Hallam.",
        "Delmore Bank sued Carver Holdings. The company criticized Peter Hallam.",
        "The Harbour Bank praised a new bank. The bank criticized Peter Hallam.",
    ],
)
def test_description_that_fits_nobody_or_two_joins_nobody_named(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    critics = {
        subject for subject, relation, _ in claims_of(text) if relation == "criticized"
    }

    assert critics.isdisjoint(
        {
            "Dana Roth",
            "Harbour Party",
            "Forest Party",
            "Delmore Bank",
            "Carver Holdings",
            "Harbour Bank",
        }
    )


def test_every_mention_of_an_actor_is_kept(read: Callable[[str], Reading]) -> None:
    reading = read("Anna Roth spoke first. Roth slept. She criticized Peter Hallam.")

    (roth,) = [actor for actor in reading.actors if actor.name == "Anna Roth"]
    assert [(mention.text, mention.kind) for mention in roth.mentions] == [
        ("Anna Roth", "name"),
        ("Roth", "name"),
        ("She", "pronoun"),
    ]
    assert roth.aliases == ("Roth",)


def test_surname_that_two_people_bear_joins_neither(
    read: Callable[[str], Reading], claims_of: Callable[[str], set[Triple]]
) -> None:
    text = "Peter Hallam met Thomas Hallam in Oslo. Hallam criticized Dana Roth."

    found = claims_of(text)

    assert ("Peter Hallam", "criticized", "Dana Roth") not in found
    assert ("Thomas Hallam", "criticized", "Dana Roth") not in found
    assert {"Peter Hallam", "Thomas Hallam"} <= {
        actor.name for actor in read(text).actors
    }


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "The talks between Peter Hallam and Thomas Roth failed. He criticized Anna Quint.",
            "“he” could be any of 2 people in the sentence",
        ),
        (
            (
                "Norwegian Chancellor Dana Roth met Danish Chancellor Peter Hallam. "
                "The chancellor criticized Anna Quint."
            ),
            "“The chancellor” could be any of 2 people in the text",
        ),
        ("She criticized Anna Quint.", "cannot tell who “She” refers to"),
        ("It criticized Anna Quint.", "cannot tell who “It” refers to"),
        (
            "The spokesman criticized Anna Quint.",
            "cannot tell who “The spokesman” refers to",
        ),
    ],
)
def test_unclear_reference_is_refused_and_the_ledger_says_why(
    claims_of: Callable[[str], set[Triple]],
    refusals_in: Callable[[str], list[tuple[str, str, str, str]]],
    text: str,
    reason: str,
) -> None:
    assert "criticized" not in {relation for _, relation, _ in claims_of(text)}
    assert ("criticized", "Anna Quint", reason) in {
        refusal[1:] for refusal in refusals_in(text)
    }


def test_refusal_points_at_the_passage(read: Callable[[str], Reading]) -> None:
    text = "It was late. She criticized Anna Quint."

    (refusal,) = [
        refusal for refusal in read(text).refusals if refusal.relation == "criticized"
    ]

    assert text[refusal.start : refusal.end] == "She criticized Anna Quint"


def test_pronoun_of_the_other_gender_is_not_taken(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    assert ("Peter Hallam", "criticized", "Otto Brandt") not in claims_of(
        "Peter Hallam slept. She criticized Otto Brandt."
    )


def test_object_pronoun_is_not_the_subject_of_its_own_verb(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    found = claims_of("Otto Brandt slept. Peter Hallam criticized him.")

    assert ("Peter Hallam", "criticized", "Otto Brandt") in found
    assert ("Peter Hallam", "criticized", "Peter Hallam") not in found


def test_what_is_done_to_one_of_two_is_done_to_nobody_certain(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    found = claims_of("Ngozi Hallam met Rashida Quint. Soldiers arrested her.")

    assert "arrested" not in {relation for _, relation, _ in found}


def test_nobody_is_related_to_themselves(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    assert all(
        subject != object_
        for subject, _, object_ in claims_of(
            "Peter Hallam slept. Hallam praised Peter Hallam."
        )
    )


@pytest.mark.parametrize(
    "seat", [("Kremlin", "Russia"), ("White House", "United States")]
)
def test_metonym_stays_apart_from_its_country(
    read: Callable[[str], Reading],
    claims_of: Callable[[str], set[Triple]],
    seat: tuple[str, str],
) -> None:
    metonym, country = seat
    name = country.replace("United", "The United")
    text = f"The {metonym} criticized Dana Roth. {name} was silent."

    names = {actor.name for actor in read(text).actors}

    assert {metonym, country} <= names
    assert (metonym, "criticized", "Dana Roth") in claims_of(text)
    assert (country, "criticized", "Dana Roth") not in claims_of(text)


def test_capital_stays_apart_from_its_country(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    found = claims_of("Kyiv praised Poland. Ukraine was silent.")

    assert ("Kyiv", "praised", "Poland") in found
    assert ("Ukraine", "praised", "Poland") not in found


def test_adjective_and_country_are_one_actor_with_its_wikidata_number(
    read: Callable[[str], Reading],
) -> None:
    reading = read("Norwegian Chancellor Dana Roth left Norway.")

    (norway,) = [actor for actor in reading.actors if actor.type == "Place"]
    assert (norway.name, norway.subtype, norway.wikidata) == (
        "Norway",
        "Country",
        "Q20",
    )


def test_possessive_beside_a_name_is_that_name(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = (
        "Anna Roth praised Ada Quint. Mary Marsh and her husband, Peter Hallam, left."
    )

    assert ("Peter Hallam", "spouseOf", "Mary Marsh") in claims_of(text)
