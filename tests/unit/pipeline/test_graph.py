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


def test_a_notebook_shows_the_whole_page_in_a_frame_of_its_own(built):
    graph = load(built)
    shown = graph.show(height=300)
    assert "Greta Solheim" in shown.page
    assert shown._repr_html_().startswith('<iframe srcdoc="&lt;!DOCTYPE html&gt;')
    assert 'height="300"' in shown._repr_html_()
    assert shown._repr_html_().count("<") == 2  # nothing of the page stands outside its frame


def test_the_network_that_is_handed_out_is_a_copy(built):
    graph = load(built)
    mine = graph.to_networkx()
    mine.clear()
    assert len(graph.measured) > 0


def test_rdflib_gets_every_statement(built):
    graph = load(built)
    assert len(list(graph.to_rdflib().quads())) == len(list(graph.stored.lines()))
