"""A graph that is loaded is the one that was built."""

import pytest

from actorgraph.dataset.store import open_graph
from actorgraph.errors import NotFound
from actorgraph.pipeline.graph import load


def test_actors_come_back_with_their_mentions(built):
    okoro = load(built).find("Ines Okoro")
    texts = {document.id: document.text for document in open_graph(built).documents()}
    assert {mention.text for mention in okoro.mentions} >= {"Ines Okoro", "Okoro"}
    assert all(texts[one.document][one.start : one.end] == one.text for one in okoro.mentions)
    assert load(built).network.nodes[okoro.id]["documents"] == 2


def test_surroundings_grow_with_the_depth(built):
    graph = load(built)
    sizes = [len(graph.surroundings(graph.find("Greta Solheim"), depth).network) for depth in (1, 2, 9)]
    assert sizes[0] < sizes[-1] <= len(graph.network)
    assert sizes == sorted(sizes)


def test_an_actor_without_relations_has_no_surroundings(built):
    graph = load(built)
    lonely = next(actor for actor in graph.corpus.actors if actor.id not in graph.network)
    with pytest.raises(NotFound, match="related to nobody"):
        graph.surroundings(lonely, 1)
