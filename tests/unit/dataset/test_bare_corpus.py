"""A corpus without its words has the network of the corpus, as far as measures depend on it."""

from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from actorgraph.analysis.centrality import betweenness, degree
from actorgraph.analysis.network import build_bare_network, build_network, draw_links
from actorgraph.dataset.bare_corpus import load_bare_corpus, load_links
from actorgraph.dataset.corpus import load_corpus
from actorgraph.dataset.graph_writer import write_graph
from actorgraph.dataset.store import StoredGraph, open_graph
from actorgraph.errors import StoreError
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.model import (
    Claim,
    Corpus,
    DocumentId,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Reading,
    Status,
)
from actorgraph.vocabulary import load_vocabulary
from tests.unit.dataset.conftest import ENVOY, LUND, MARSH, NORLAND, UNION, claim

NODE = ("label", "type", "mentions", "documents")
ODD_NAME = 'Orvo "the\tFox\\" Lund\u2028<Lund>, Lord'


def manners() -> list[Claim]:
    """A claim for each way in which one can be stated, from either of two documents."""
    claims: list[Claim] = []
    for manner in product(
        Polarity, Modality, (None, *Status), (None, LUND.id), (0.3, 1.0)
    ):
        polarity, modality, status, speaker, confidence = manner
        number = len(claims)
        made = claim(
            f"c{number:03d}",
            (MARSH, LUND)[number % 2],
            ("envoyOf", "metWith", "accused")[number % 3],
            (LUND, MARSH)[number % 2],
            (ENVOY, UNION)[number % 5 == 0],
            polarity=polarity,
            modality=modality,
            status=status,
            attributed_to=speaker,
            confidence=confidence,
        )
        claims.append(made)
    return claims


@pytest.fixture(scope="module")
def varied(tmp_path_factory: pytest.TempPathFactory) -> StoredGraph:
    """A graph of such claims, with a near-copy, mentions, and a name that is hard to write."""
    claims, folder = manners(), tmp_path_factory.mktemp("varied")
    copy = replace(UNION, copy_of=ENVOY.id)
    readings = []
    for document in (ENVOY, copy):
        mine = [item for item in claims if item.evidence[0].document == document.id]
        readings.append(Reading(document, claims=tuple(mine)))
    mentions = (
        Mention(DocumentId("d1"), 0, 12, MentionKind.NAME, "Tilda Marsh,"),
        Mention(DocumentId("d2"), 14, 25, MentionKind.NAME, "Tilda Marsh"),
    )
    actors = (replace(LUND, name=ODD_NAME), replace(MARSH, mentions=mentions), NORLAND)
    corpus = Corpus(tuple(readings), actors)
    write_graph(folder, corpus, load_vocabulary(), base=DEFAULT_BASE, threshold=0.5)
    return open_graph(folder)


def drawn(network: nx.MultiDiGraph) -> tuple[list[Any], list[Any]]:
    nodes = [
        (node, [data[name] for name in NODE]) for node, data in network.nodes.items()
    ]
    edges = network.edges(keys=True, data=True)
    return nodes, [(*edge, data["weight"], data["accepted"]) for *edge, data in edges]


def test_it_draws_the_network_of_the_corpus(varied: StoredGraph) -> None:
    complete = build_network(load_corpus(varied), varied.vocabulary, threshold=0.5)
    bare = build_bare_network(
        load_bare_corpus(varied), varied.vocabulary, threshold=0.5
    )
    assert drawn(bare) == drawn(complete)
    assert {data["accepted"] for *_, data in complete.edges(data=True)} == {True, False}


def test_measures_of_links_need_nothing_but_them(varied: StoredGraph) -> None:
    complete = build_network(load_corpus(varied), varied.vocabulary, threshold=0.5)
    links = draw_links(*load_links(varied))

    assert list(links.nodes(data="label")) == list(complete.nodes(data="label"))
    assert degree(links) == degree(complete)
    assert max(degree(links).values()) > 0
    assert betweenness(links) == pytest.approx(betweenness(complete))


def test_damage_is_an_error_in_one_line(graph_folder: Path) -> None:
    stored = open_graph(graph_folder)
    for table in (stored.folder / "store").glob("*.sst"):
        table.write_bytes(bytes(len(table.read_bytes())))
    with pytest.raises(StoreError, match="damaged") as caught:
        load_bare_corpus(stored)
    with pytest.raises(StoreError, match="damaged"):
        load_links(stored)
    assert "\n" not in str(caught.value)
