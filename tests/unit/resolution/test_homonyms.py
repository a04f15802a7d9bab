"""Places and bodies of one name apart: by the territory that they lie in or belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

import pytest

from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.kinds import LEARNED
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Claim,
    ClaimId,
    Corpus,
    Document,
    DocumentId,
    Evidence,
    Mention,
    MentionKind,
    Reading,
)
from actorgraph.resolution import resolve
from actorgraph.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
#: Name of a territory → its class and its Wikidata item.
TERRITORIES = {
    "Ohio": ("Region", "Q1397"),
    "Oregon": ("Region", "Q824"),
    "United States": ("Country", "Q30"),
    "England": ("Region", "Q21"),
    "United Kingdom": ("Country", "Q145"),
    "Norland": ("Country", None),
    "Westmark": ("Country", None),
}
BODIES = {"Coast Party": "PoliticalParty", "Foreign Ministry": "GovernmentBody"}


@dataclass(frozen=True)
class Story:
    """What a document says of a place or body.

    Attributes:
        within: The territories that it lies in or belongs to.
        beside: Who else is named.
        method: How that is read.
    """

    name: str
    within: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    method: str = ""


def told(name: str, *within: str, beside: str = "", method: str = "") -> Story:
    return Story(name, within, tuple(filter(None, beside.split(", "))), method)


def reading(document: str, story: Story) -> Reading:
    names = [story.name, *story.within, *story.beside]
    paper = Document(DocumentId(document), document, " and ".join(names))
    actors = tuple(actor(n, name, paper) for n, name in enumerate(names))
    is_place = actors[0].type is ActorType.PLACE
    claims = tuple(
        Claim(
            ClaimId(f"{document}-{n}"),
            actors[0].id,
            "locatedIn" if is_place else "basedIn",
            ActorId(f"a{n}"),
            (Evidence.of(paper, 0, len(story.name)),),
            method=story.method,
        )
        for n, _ in enumerate(story.within, start=1)
    )
    return Reading(paper, actors, claims)


def actor(number: int, name: str, paper: Document) -> Actor:
    type_, (subtype, wikidata) = ActorType.PLACE, TERRITORIES.get(name, (None, None))
    if name in BODIES or name == "Delmore":
        type_, subtype = ActorType.ORGANIZATION, BODIES.get(name)
    elif " " in name and name not in TERRITORIES:
        type_ = ActorType.PERSON
    start = paper.text.index(name)
    mention = Mention(paper.id, start, start + len(name), MentionKind.NAME, name)
    id_ = ActorId(f"a{number}")
    return Actor(id_, type_, name, subtype, mentions=(mention,), wikidata=wikidata)


def resolved(*stories: Story) -> Corpus:
    readings = [reading(f"d{n}", story) for n, story in enumerate(stories)]
    return resolve(readings, (), VOCABULARY)


def bearers(corpus: Corpus, name: str) -> list[str]:
    """Return the documents of each actor of a name: ``["d0 d2", "d1"]``."""
    groups = []
    for found in corpus.actors:
        if found.name == name:
            documents = sorted({mention.document for mention in found.mentions})
            groups.append(" ".join(documents))
    return sorted(groups)


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("Alderfen", ("Ohio",), ("Oregon",)),
        ("Alderfen", ("Ohio",), ("United Kingdom",)),
        ("Alderfen", ("Ohio", "United States"), ("Oregon", "United States")),
        ("Alderfen", ("Norland",), ("Westmark",)),
        ("Coast Party", ("Norland",), ("Westmark",)),
        ("Coast Party", ("England",), ("Ohio",)),
    ],
)
def test_homonyms_of_two_territories_stay_two(
    name: str, first: Sequence[str], second: Sequence[str]
) -> None:
    corpus = resolved(told(name, *first), told(name, *second))
    assert bearers(corpus, name) == ["d0", "d1"]
    assert corpus.doubts == ()


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("Alderfen", ("Ohio",), ()),
        ("Alderfen", ("Ohio",), ("United States",)),
        ("Alderfen", ("England",), ("United Kingdom",)),
        # CASE several in one document: two towns taken for one, or a town on a border
        ("Alderfen", ("Ohio", "Oregon"), ("England", "Ohio")),
        ("Alderfen", ("Norland", "Westmark"), ("Ohio",)),
        ("Coast Party", ("Norland",), ()),
        ("Coast Party", ("Norland", "Westmark"), ("Ohio",)),
        # CASE branches: of one party in two states
        ("Coast Party", ("Ohio",), ("Oregon",)),
        # CASE no kind of body: a company is at home in many countries
        ("Delmore", ("Norland",), ("Westmark",)),
    ],
)
def test_what_may_be_one_is_one(
    name: str, first: Sequence[str], second: Sequence[str]
) -> None:
    corpus = resolved(told(name, *first), told(name, *second))
    assert bearers(corpus, name) == ["d0 d1"]


def test_what_the_gazetteer_knows_of_a_name_does_not_distinguish_it() -> None:
    corpus = resolved(
        told("Alderfen", "Norland", method="gazetteer"), told("Alderfen", "Westmark")
    )
    assert bearers(corpus, "Alderfen") == ["d0 d1"]


@pytest.mark.parametrize(
    "method", [Construction.ORGANIZATION_IN_PLACE.value, f"{LEARNED} 0.9"]
)
def test_where_a_body_is_at_work_does_not_distinguish_it(method: str) -> None:
    corpus = resolved(
        told("Coast Party", "Norland"), told("Coast Party", "Westmark", method=method)
    )
    assert bearers(corpus, "Coast Party") == ["d0 d1"]


def test_which_is_meant_is_left_open_where_nothing_decides() -> None:
    corpus = resolved(
        told("Alderfen", "Ohio"), told("Alderfen", "Oregon"), told("Alderfen")
    )
    assert bearers(corpus, "Alderfen") == ["d0", "d1", "d2"]
    assert [doubt.reason for doubt in corpus.doubts] == [
        "the same name, “Alderfen”, but others have that name too"
    ] * 2


def test_which_is_meant_is_decided_by_who_else_is_named() -> None:
    crowd = [told("Delmore", beside=f"Ivo Castel{letter}") for letter in "abcdefghijkl"]
    corpus = resolved(
        told("Alderfen", "Ohio", beside="Bo Marsh, Cy Hale, Di Rook"),
        told("Alderfen", "Oregon", beside="Ed Vane, Fay Orr"),
        told("Alderfen", beside="Bo Marsh, Cy Hale, Di Rook"),
        *crowd,
    )
    assert bearers(corpus, "Alderfen") == ["d0 d2", "d1"]


def test_a_name_that_several_have_is_no_company() -> None:
    crowd = [told("Delmore", beside=f"Ivo Castel{letter}") for letter in "abcdefghijkl"]
    corpus = resolved(
        told("Alderfen", "Ohio", beside="Bo Marsh, Cy Hale"),
        told("Alderfen", "Oregon", beside="Bo Marsh, Cy Hale"),
        told("Alderfen", beside="Bo Marsh, Cy Hale"),
        *crowd,
    )
    reasons = [doubt.reason for doubt in corpus.doubts if "Alderfen" in doubt.reason]
    assert reasons
    assert not any("alderfen" in reason for reason in reasons)


def test_a_general_name_is_doubtful_only_within_a_country() -> None:
    corpus = resolved(
        told("Foreign Ministry", "Norland"),
        told("Foreign Ministry", "Norland"),
        told("Foreign Ministry", "Westmark"),
    )
    (doubt,) = corpus.doubts
    assert doubt.reason == (
        "the same name, “Foreign Ministry”, but it could be anybody’s; both of Norland"
    )


def test_homonyms_do_not_depend_on_the_order_of_the_documents() -> None:
    stories = (
        told("Alderfen", "Ohio", beside="Bo Marsh"),
        told("Alderfen", "Oregon", beside="Cy Hale"),
        told("Alderfen", "United States", beside="Cy Hale"),
        told("Alderfen", beside="Bo Marsh"),
    )
    readings = [reading(f"d{n}", story) for n, story in enumerate(stories)]
    results = {resolve(order, (), VOCABULARY) for order in permutations(readings)}
    assert len(results) == 1
