from collections.abc import Callable
from dataclasses import replace
from typing import Any

import networkx as nx
import pytest

from actorgraph.analysis import build_network
from actorgraph.errors import InvalidData, UnknownTerm
from actorgraph.model import (
    ActorId,
    ActorType,
    ClaimId,
    Corpus,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Status,
)
from actorgraph.vocabulary import Vocabulary
from tests.unit.analysis.conftest import CorpusBuilder


@pytest.fixture
def drawn(
    corpus: CorpusBuilder, vocabulary: Vocabulary
) -> Callable[..., nx.MultiDiGraph]:
    return lambda threshold=0.5: build_network(
        corpus.corpus(), vocabulary, threshold=threshold
    )


def only_edge(network: nx.MultiDiGraph) -> dict[str, Any]:
    (edge,) = network.edges(data=True)
    return edge[2]


def test_an_empty_corpus_gives_an_empty_network(vocabulary: Vocabulary) -> None:
    assert not build_network(Corpus(), vocabulary, threshold=0.5)


def test_parallel_relations_stay_apart(
    corpus: CorpusBuilder, drawn: Callable[..., nx.MultiDiGraph]
) -> None:
    corpus.say("Ann", "adviserTo", "Bob")
    corpus.say("Ann", "worksFor", "Bob")
    assert sorted(drawn()["ann"]["bob"]) == ["adviserTo", "worksFor"]


def test_opposite_directions_stay_apart(
    corpus: CorpusBuilder, drawn: Callable[..., nx.MultiDiGraph]
) -> None:
    corpus.say("Ann", "adviserTo", "Bob")
    corpus.say("Bob", "adviserTo", "Ann")
    assert list(drawn().edges(keys=True)) == [
        ("ann", "bob", "adviserTo"),
        ("bob", "ann", "adviserTo"),
    ]


def test_a_symmetric_relation_is_stored_once_in_the_order_of_ids(
    corpus: CorpusBuilder, drawn: Callable[..., nx.MultiDiGraph]
) -> None:
    corpus.say("Zoe", "metWith", "Ann")
    corpus.say("Ann", "metWith", "Zoe")
    network = drawn()
    assert list(network.edges(keys=True)) == [("ann", "zoe", "metWith")]
    assert only_edge(network)["count"] == 2
    assert only_edge(network)["symmetric"] is True


def test_weight_counts_documents_and_count_counts_claims(
    corpus: CorpusBuilder, drawn: Callable[..., nx.MultiDiGraph]
) -> None:
    for name in ("one", "one", "two"):
        corpus.say("Ann", "adviserTo", "Bob", by=name)
    edge = only_edge(drawn())
    assert (edge["weight"], edge["count"]) == (2, 3)
    assert edge["sources"] == ["one.txt", "two.txt"]
    assert edge["claims"] == sorted(edge["claims"])
    assert len(edge["claims"]) == 3


def test_only_actors_that_a_claim_relates_are_nodes(
    corpus: CorpusBuilder, drawn: Callable[..., nx.MultiDiGraph]
) -> None:
    corpus.say("Ann", "adviserTo", "Bob", attributed_to="Cleo")
    assert list(drawn()) == ["ann", "bob"]
    assert only_edge(drawn())["said_by"] == ["Cleo"]


def test_nodes_and_edges_come_sorted_whatever_the_order_of_claims(
    corpus: CorpusBuilder, drawn: Callable[..., nx.MultiDiGraph]
) -> None:
    for pair in (("Dan", "Ann"), ("Bob", "Cleo"), ("Ann", "Dan")):
        corpus.say(pair[0], "adviserTo", pair[1])
    network = drawn()
    assert list(network) == ["ann", "bob", "cleo", "dan"]
    assert list(network.edges()) == [("ann", "dan"), ("bob", "cleo"), ("dan", "ann")]


def test_a_node_tells_what_is_known_of_the_actor(
    corpus: CorpusBuilder, drawn: Callable[..., nx.MultiDiGraph]
) -> None:
    claim = corpus.say("Freedonia", "worksFor", "Bob")
    mentions = tuple(
        Mention(claim.evidence[0].document, at, at + 2, MentionKind.NAME, "F.")
        for at in (0, 9)
    )
    known = corpus.actors[ActorId("freedonia")]
    corpus.know(
        replace(
            known,
            type=ActorType.PLACE,
            subtype="Country",
            mentions=mentions,
            wikidata="Q1",
        )
    )
    assert drawn().nodes["freedonia"] == {
        "label": "Freedonia",
        "type": "Place",
        "subtype": "Country",
        "aliases": [],
        "mentions": 2,
        "documents": 1,
        "wikidata": "Q1",
    }


@pytest.mark.parametrize(
    "reservation",
    [
        {"polarity": Polarity.DENIED},
        {"modality": Modality.ALLEGED},
        {"modality": Modality.PLANNED},
        {"status": Status.FORMER},
        {"status": Status.DESIGNATE},
        {"confidence": 0.49},
        {"attributed_to": "Cy"},
    ],
)
def test_a_claim_with_a_reservation_does_not_make_an_edge_accepted(
    corpus: CorpusBuilder,
    drawn: Callable[..., nx.MultiDiGraph],
    reservation: dict[str, Any],
) -> None:
    claim = corpus.say("Ann", "adviserTo", "Bob", **reservation)
    assert not claim.is_accepted(0.5)
    assert only_edge(drawn())["accepted"] is False


@pytest.mark.parametrize(
    "plain",
    [{}, {"status": Status.CURRENT}, {"status": Status.ACTING}, {"confidence": 0.5}],
)
def test_a_plain_claim_is_accepted(
    corpus: CorpusBuilder,
    drawn: Callable[..., nx.MultiDiGraph],
    plain: dict[str, Any],
) -> None:
    corpus.say("Ann", "adviserTo", "Bob", **plain)
    assert only_edge(drawn())["accepted"] is True


def test_an_edge_takes_the_firmest_of_its_claims(
    corpus: CorpusBuilder, drawn: Callable[..., nx.MultiDiGraph]
) -> None:
    corpus.say(
        "Ann",
        "adviserTo",
        "Bob",
        modality=Modality.ALLEGED,
        status=Status.FORMER,
        confidence=0.9,
    )
    corpus.say(
        "Ann",
        "adviserTo",
        "Bob",
        modality=Modality.PLANNED,
        status=Status.CURRENT,
        confidence=0.6,
    )
    edge = only_edge(drawn())
    assert (edge["modality"], edge["status"], edge["confidence"]) == (
        "planned",
        "current",
        0.9,
    )


def test_contradicting_claims_make_a_mixed_edge(
    corpus: CorpusBuilder, drawn: Callable[..., nx.MultiDiGraph]
) -> None:
    corpus.say("Ann", "adviserTo", "Bob")
    assert only_edge(drawn())["polarity"] == "affirmed"
    corpus.say("Ann", "adviserTo", "Bob", polarity=Polarity.DENIED)
    assert only_edge(drawn())["polarity"] == "mixed"


def test_dates_are_those_of_the_first_and_the_last_document(
    corpus: CorpusBuilder, drawn: Callable[..., nx.MultiDiGraph]
) -> None:
    corpus.dates = {"one": "2024-05-01", "two": "2023-01-31"}
    for name in ("one", "two", "undated"):
        corpus.say("Ann", "adviserTo", "Bob", by=name)
    edge = only_edge(drawn())
    assert (edge["first_date"], edge["last_date"]) == ("2023-01-31", "2024-05-01")


def test_days_when_it_is_so_are_the_earliest_and_the_latest_that_the_texts_tell(
    corpus: CorpusBuilder, drawn: Callable[..., nx.MultiDiGraph]
) -> None:
    corpus.say(
        "Ann", "adviserTo", "Bob", by="one", valid_from="2014-03", valid_until="2015"
    )
    corpus.say("Ann", "adviserTo", "Bob", by="two", valid_from="2010")
    corpus.say("Ann", "adviserTo", "Bob", by="three")
    corpus.say("Ann", "adviserTo", "Bob", by="four", valid_until="2015-03-05")
    edge = only_edge(drawn())
    assert (edge["valid_from"], edge["valid_until"]) == ("2010", "2015")


def test_an_edge_is_derived_only_if_all_its_claims_are(
    corpus: CorpusBuilder, drawn: Callable[..., nx.MultiDiGraph]
) -> None:
    corpus.say("Ann", "adviserTo", "Bob", premises=(ClaimId("x"),))
    assert only_edge(drawn())["derived"] is True
    corpus.say("Ann", "adviserTo", "Bob")
    assert only_edge(drawn())["derived"] is False


def test_a_claim_about_an_unknown_actor_is_refused(
    corpus: CorpusBuilder, drawn: Callable[..., nx.MultiDiGraph]
) -> None:
    corpus.say("Ann", "adviserTo", "Bob")
    del corpus.actors[ActorId("bob")]
    with pytest.raises(InvalidData, match="bob"):
        drawn()


def test_an_unknown_relation_is_refused(
    corpus: CorpusBuilder, drawn: Callable[..., nx.MultiDiGraph]
) -> None:
    corpus.say("Ann", "envies", "Bob")
    with pytest.raises(UnknownTerm, match="envies"):
        drawn()
