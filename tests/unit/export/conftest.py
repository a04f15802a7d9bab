"""Builders: a measured network is written as edges, and exported to bytes."""

import io

import networkx as nx
import pytest

from actorgraph.export import EXPORTERS, Material
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.model import Corpus
from actorgraph.vocabulary import Vocabulary


class NetworkBuilder:
    def __init__(self):
        self.network = nx.MultiDiGraph()
        self.quads = ()
        self.base = DEFAULT_BASE

    def actor(self, id_, label=None, **more):
        node = {
            "label": label or id_.title(), "type": "Person", "subtype": "", "aliases": [], "mentions": 1,
            "documents": 1, "wikidata": "", "degree": 1, "betweenness": 0.25, "pagerank": 0.5, "community": 0,
        }  # fmt: skip
        self.network.add_node(id_, **(node | more))

    def edge(self, subject, relation, object_, **more):
        for actor in (subject, object_):
            if actor not in self.network:
                self.actor(actor)
        data = {
            "relation": relation, "label": f"{relation} of", "family": "Kinship", "weight": 2, "count": 3,
            "polarity": "affirmed", "modality": "asserted", "status": "", "confidence": 0.75, "first_date": "",
            "last_date": "", "sources": ["a.txt"], "said_by": [], "claims": ["c1"], "accepted": True, "derived": False,
            "symmetric": False,
        }  # fmt: skip
        self.network.add_edge(subject, object_, key=relation, **(data | more))

    def export(self, name):
        """What the exporter of this name writes."""
        target = io.BytesIO()
        self.export_to(name, target)
        return target.getvalue()

    def export_to(self, name, target):
        material = Material(Corpus(), self.network, Vocabulary({}, {}), lambda: iter(self.quads), self.base)
        EXPORTERS[name].write(material, target)


@pytest.fixture
def graph():
    return NetworkBuilder()


@pytest.fixture
def parallel(graph):
    """Two relations one way, one of them also the other way."""
    graph.edge("ann", "aunt", "bob")
    graph.edge("ann", "teacher", "bob", symmetric=True, weight=5)
    graph.edge("bob", "aunt", "ann")
    graph.actor("cleo")
    return graph
