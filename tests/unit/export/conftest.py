"""Builders: a measured network is written as edges, and exported to bytes."""

import io
from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from actorgraph.analysis import annotate, build_network
from actorgraph.export import EXPORTERS, Material
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Attribution,
    Claim,
    ClaimId,
    Corpus,
    Document,
    DocumentId,
    Evidence,
    Mention,
    MentionKind,
    Polarity,
    Reading,
    Status,
)
from actorgraph.vocabulary import Vocabulary, load_vocabulary


class NetworkBuilder:
    def __init__(self) -> None:
        self.network = nx.MultiDiGraph()
        self.quads: tuple[str, ...] = ()
        self.base = DEFAULT_BASE
        self.corpus = Corpus()

    def actor(self, id_: str, label: str | None = None, **more: Any) -> None:
        node = {
            "label": label or id_.title(),
            "type": "Person",
            "subtype": "",
            "aliases": [],
            "mentions": 1,
            "documents": 1,
            "wikidata": "",
            "degree": 1,
            "betweenness": 0.25,
            "pagerank": 0.5,
            "community": 0,
        }
        self.network.add_node(id_, **(node | more))

    def edge(self, subject: str, relation: str, object_: str, **more: Any) -> None:
        for actor in (subject, object_):
            if actor not in self.network:
                self.actor(actor)
        data = {
            "relation": relation,
            "label": f"{relation} of",
            "family": "Kinship",
            "weight": 2,
            "count": 3,
            "polarity": "affirmed",
            "modality": "asserted",
            "status": "",
            "confidence": 0.75,
            "first_date": "",
            "last_date": "",
            "valid_from": "",
            "valid_until": "",
            "sources": ["a.txt"],
            "said_by": [],
            "claims": ["c1"],
            "quotes": ["so it is"],
            "triggers": ["is"],
            "accepted": True,
            "derived": False,
            "symmetric": False,
        }
        self.network.add_edge(subject, object_, key=relation, **(data | more))

    def dated(self, id_: str, start: str | None = None, end: str | None = None) -> None:
        """A claim with this id that tells when it is so."""
        ann, bob, evidence = (
            ActorId("ann"),
            ActorId("bob"),
            (Evidence(DocumentId(id_), 0, 8, "So it is"),),
        )
        claim = Claim(
            ClaimId(id_), ann, "aunt", bob, evidence, valid_from=start, valid_until=end
        )
        reading = Reading(
            Document(DocumentId(id_), f"{id_}.txt", "So it is."), claims=(claim,)
        )
        self.corpus = Corpus((*self.corpus.readings, reading))

    def export(self, name: str) -> bytes:
        """What the exporter of this name writes."""
        target = io.BytesIO()
        self.export_to(name, target)
        return target.getvalue()

    def export_to(self, name: str, target: Any) -> None:
        material = Material(
            self.corpus,
            self.network,
            Vocabulary({}, {}),
            lambda: iter(self.quads),
            self.base,
        )
        EXPORTERS[name].write(material, target)


@pytest.fixture
def graph() -> NetworkBuilder:
    return NetworkBuilder()


@pytest.fixture
def parallel(graph: NetworkBuilder) -> NetworkBuilder:
    """Two relations one way, one of them also the other way."""
    graph.edge("ann", "aunt", "bob")
    graph.edge("ann", "teacher", "bob", symmetric=True, weight=5)
    graph.edge("bob", "aunt", "ann")
    graph.actor("cleo")
    return graph


TEXT = (
    "Ann Roth [leads] the Harbour Bank. Ann Roth denied she met Bob Marsh in Oslo. "
    "Bob Marsh, her son, *slept*. Dora Lane said: “Not bad”."
)


def _claim(
    id_: str, subject: str, relation: str, object_: str, quote: str, **more: Any
) -> Claim:
    start = TEXT.index(quote)
    evidence = (Evidence(DocumentId("d1"), start, start + len(quote), quote),)
    return Claim(
        ClaimId(id_),
        ActorId(subject),
        relation,
        ActorId(object_),
        evidence,
        confidence=0.9,
        **more,
    )


@pytest.fixture
def told() -> Material:
    """What an exporter is given of one article with four claims, one of them denied.

    Dora Lane only speaks: no claim relates her to anybody.
    """
    dora = Mention(DocumentId("d1"), 107, 116, MentionKind.NAME, "Dora Lane")
    actors = (
        Actor(ActorId("ann-1"), ActorType.PERSON, "Ann Roth", aliases=("Roth",)),
        Actor(ActorId("bank-2"), ActorType.ORGANIZATION, "Harbour Bank", "Company"),
        Actor(ActorId("bob-3"), ActorType.PERSON, "Bob Marsh"),
        Actor(ActorId("dora-5"), ActorType.PERSON, "Dora Lane", mentions=(dora,)),
        Actor(ActorId("oslo-4"), ActorType.PLACE, "Oslo", wikidata="Q585"),
    )
    claims = (
        _claim(
            "c1",
            "ann-1",
            "leads",
            "bank-2",
            "Ann Roth [leads] the Harbour Bank",
            status=Status.FORMER,
        ),
        _claim(
            "c2",
            "ann-1",
            "metWith",
            "bob-3",
            "she met Bob Marsh",
            polarity=Polarity.DENIED,
        ),
        _claim(
            "c3",
            "bob-3",
            "childOf",
            "ann-1",
            "Bob Marsh, her son",
            method="apposition: son",
        ),
        _claim(
            "c4",
            "bob-3",
            "visited",
            "oslo-4",
            "Bob Marsh in Oslo",
            attributed_to=ActorId("ann-1"),
        ),
    )
    document = Document(
        DocumentId("d1"), "a.txt", TEXT, "Bank", "2024-05-01", "https://news.example/a"
    )
    words = Attribution((107, 116), ActorId("dora-5"), (117, 121), ((124, 131),), True)
    reading = Reading(document, claims=claims, attributions=(words,))
    corpus, vocabulary = Corpus((reading,), actors), load_vocabulary()
    network = annotate(build_network(corpus, vocabulary, threshold=0.5))
    return Material(corpus, network, vocabulary, lambda: ())


@pytest.fixture
def written(told: Material) -> Callable[[str], bytes]:
    """What the exporter of a name writes of it."""

    def write(name: str) -> bytes:
        target = io.BytesIO()
        EXPORTERS[name].write(told, target)
        return target.getvalue()

    return write
