"""What the learned reader may not say, whatever it thinks."""

from __future__ import annotations

import pytest

from actorgraph.extraction import Reader
from actorgraph.model import Document, DocumentId, MentionKind

EXCLUDED = [
    ("Orvane Group moved its headquarters to Leeds in 2009.", "partOf", "Leeds"),
    ("Nils Berg spoke at the headquarters of Orvane in Leeds.", "leads", "Orvane"),
    (
        "Ida Falk accepted an honorary degree from the University of Bergen.",
        "educatedAt",
        "University of Bergen",
    ),
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
    ("The parents of Ida Falk were killed by Carla Winter.", "killed", "Ida Falk"),
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
