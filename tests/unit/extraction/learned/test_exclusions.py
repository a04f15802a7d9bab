"""What the learned reader may not say, whatever it thinks."""

from __future__ import annotations

import pytest

from actorgraph.extraction import Reader
from actorgraph.model import Document, DocumentId, MentionKind, Status

EXCLUDED = [
    (
        "Nils Berg (born May 3, 1901 in Bergen; died May 5, 1950 in Lisbon) was a Czech sailor.",
        "bornIn",
        "Lisbon",
    ),
    ("A branch of Delmore Bank in Oslo burned.", "basedIn", "Oslo"),
    (
        "Nils Berg received an award from Lund University.",
        "educatedAt",
        "Lund University",
    ),
    ("The Delmore office in Oslo burned.", "basedIn", "Oslo"),
    ("Orvane Group moved its headquarters to Leeds in 2009.", "partOf", "Leeds"),
    ("Nils Berg spoke at the headquarters of Orvane in Leeds.", "leads", "Orvane"),
    (
        "Ida Falk accepted an honorary degree from the University of Bergen.",
        "educatedAt",
        "University of Bergen",
    ),
    (
        "Nils Berg got an honorary degree from Delmore University.",
        "educatedAt",
        "Delmore University",
    ),
    ("Nils Berg shot Ida Falk in Bergen on Monday.", "killed", "Ida Falk"),
    ("Nils Berg stabbed Ida Falk.", "killed", "Ida Falk"),
    (
        "Orvane, which was established in Bergen and moved to Lisbon in 2009, has 46 ships.",
        "foundedOn",
        "2009",
    ),
    ("Nils Berg, an expert on Norwegian law, spoke in Leeds.", "citizenOf", "Norway"),
    ("Prime Minister Ida Falk moved closer to Lisbon.", "livesIn", "Lisbon"),
    ("Nils Berg moved from Leeds to Bergen.", "livesIn", "Leeds"),
    (
        (
            "Norwegian President Ida Falk said on Monday that the truce was near. In Berlin, Falk "
            "told reporters that the talks had gone well and that Sweden would sign."
        ),
        "visited",
        "Berlin",
    ),
    (
        "Peru's leader Ida Falk ready for talks with rebels: Chilean foreign minister",
        "citizenOf",
        "Chile",
    ),
    (
        "The husband of the founder of Delmore Airlines, Ida Falk, praised Carla Winter.",
        "praised",
        "Carla Winter",
    ),
    ("Sweden's ambassador to Peru, Ida Falk, was recalled.", "citizenOf", "Peru"),
    ("The UN envoy for Peru, Ida Falk, met reporters.", "citizenOf", "Peru"),
    ("Peru's detention of Ida Falk drew protests.", "citizenOf", "Peru"),
    ("Iran's trial of Nils Berg began on Monday.", "citizenOf", "Iran"),
    (
        "Nils Berg was paid by Orvane Telecom, a court in Delhi ruled.",
        "basedIn",
        "Delhi",
    ),
    ("Ida Falk sued Orvane Group in Leeds.", "basedIn", "Leeds"),
    (
        "Nils Berg, his brother Ivar Berg and longtime associate Carla Winter were charged.",
        "siblingOf",
        "Carla Winter",
    ),
    (
        "Nils Berg, his brother, Ivar Berg, and supporter Carla Winter were arrested.",
        "siblingOf",
        "Carla Winter",
    ),
    ("U.S. Senate candidate Ida Falk slept.", "memberOf", "Senate"),
    ("The parents of Ida Falk were killed by Carla Winter.", "killed", "Ida Falk"),
    ("Sweden condemned the arrest of Ida Falk.", "opposes", "Ida Falk"),
    ("Norway protested against Nils Berg's detention.", "opposes", "Nils Berg"),
]


@pytest.fixture(scope="module")
def claims() -> list[set[tuple[str, str]]]:
    """The relations and objects of each text's claims about somebody with a name."""
    documents = [
        Document(DocumentId(str(i)), str(i), text)
        for i, (text, _, _) in enumerate(EXCLUDED)
    ]
    pairs = []
    for reading in Reader(floor=0.0).read(documents):
        names = {actor.id: actor.name for actor in reading.actors}
        named = {
            actor.id
            for actor in reading.actors
            if any(mention.kind is MentionKind.NAME for mention in actor.mentions)
        }
        told = (claim for claim in reading.claims if claim.subject in named)
        pairs.append({(claim.relation, names[claim.object]) for claim in told})
    return pairs


@pytest.mark.parametrize("number", range(len(EXCLUDED)))
def test_words_exclude_a_relation(
    claims: list[set[tuple[str, str]]], number: int
) -> None:
    _, relation, object_ = EXCLUDED[number]

    assert (relation, object_) not in claims[number]


def test_who_does_something_else_meanwhile_does_not_take_part() -> None:
    text = (
        "The hall was full by noon. Peru, Chile and Cuba signed the Valletta Protocol, while "
        "Norway stayed away. The other guests left without a word in the afternoon."
    )
    (reading,) = Reader().read([Document(DocumentId("d"), "d", text)])
    names = {actor.id: actor.name for actor in reading.actors}
    signed = {
        names[claim.subject] for claim in reading.claims if claim.relation == "signed"
    }

    assert signed == {"Peru", "Chile", "Cuba"}


def test_what_the_text_adds_about_a_rejected_bid_is_its_own() -> None:
    text = "Orvane Air rejected a bid from Delmore Holdings, whose owner is Nils Berg."
    (reading,) = Reader().read([Document(DocumentId("d"), "d", text)])
    told = {claim.relation: claim.attributed_to for claim in reading.claims}

    assert told["ownerOf"] is None


def test_whoever_a_board_dismisses_has_the_office_no_more() -> None:
    text = "The board of Orvane Lines dismissed chief executive Nils Berg on Thursday."
    (reading,) = Reader().read([Document(DocumentId("d"), "d", text)])
    offices = [claim for claim in reading.claims if claim.status is not None]

    assert {claim.relation for claim in offices} == {"chiefExecutiveOf", "holdsPost"}
    assert {claim.status for claim in offices} == {Status.FORMER}


def test_state_in_the_past_is_former_for_every_place_of_its_list() -> None:
    text = "Nils Berg grew up in Wexham, North Dalby. Wexham is near North Dalby."
    (reading,) = Reader().read([Document(DocumentId("d"), "d", text)])
    lived = [claim for claim in reading.claims if claim.relation == "livesIn"]

    assert len(lived) == 2
    assert {claim.status for claim in lived} == {Status.FORMER}


def test_who_left_a_party_is_no_member_of_it_any_more() -> None:
    text = "Ida Falk left the Orvane Front and joined the Alder League."
    (reading,) = Reader().read([Document(DocumentId("d"), "d", text)])
    names = {actor.id: actor.name for actor in reading.actors}
    statuses = {
        claim.status
        for claim in reading.claims
        if names[claim.object] == "Orvane Front" and names[claim.subject] == "Ida Falk"
    }

    assert statuses == {Status.FORMER}


def test_who_has_yet_to_speak_says_nothing() -> None:
    text = "Ida Falk has yet to comment."
    (reading,) = Reader().read([Document(DocumentId("d"), "d", text)])

    assert not reading.attributions
