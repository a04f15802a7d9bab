"""A graph folder, opened to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from actorgraph.dataset.store import StoredGraph, open_graph
from actorgraph.model import Actor, Corpus
from actorgraph.vocabulary import Vocabulary

if TYPE_CHECKING:
    import networkx as nx

    from actorgraph.export import Material


@dataclass(frozen=True)
class Graph:
    """A stored graph with what is computed from it, each when it is first wanted."""

    stored: StoredGraph

    @property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary that the graph was written with."""
        return self.stored.vocabulary

    @cached_property
    def corpus(self) -> Corpus:
        """All readings and actors.

        Raises:
            StoreError: if the stored graph is incomplete or damaged.
        """
        from actorgraph.dataset.corpus import load_corpus

        return load_corpus(self.stored)

    @cached_property
    def network(self) -> nx.MultiDiGraph:
        """The network of the claims, as ``analysis.build_network`` draws it."""
        from actorgraph.analysis import build_network

        return build_network(self.corpus, self.vocabulary, threshold=self.stored.manifest.threshold)

    @cached_property
    def measured(self) -> nx.MultiDiGraph:
        """The network with degree, betweenness, PageRank and community of each actor."""
        from actorgraph.analysis import annotate

        return annotate(self.network)

    def find(self, name: str) -> Actor:
        """The actor that is meant by an id or a name.

        Raises:
            NotFound: if none or several are meant.
        """
        from actorgraph.analysis.finding import find_actor

        return find_actor(self.corpus, name)

    def material(self) -> Material:
        """All of it, for the exporters."""
        return self._material(self.measured)

    def surroundings(self, actor: Actor, depth: int) -> Material:
        """An actor and those at most ``depth`` relations away, measured within the whole network.

        Raises:
            NotFound: if no claim relates the actor to any other.
        """
        import networkx as nx

        from actorgraph.errors import NotFound

        if actor.id not in self.measured:
            raise NotFound(f"{actor.name} is mentioned, but related to nobody, so there is nothing to draw")
        near = nx.ego_graph(self.measured, actor.id, radius=depth, undirected=True)
        return self._material(near)

    def _material(self, network: nx.MultiDiGraph) -> Material:
        from actorgraph.export import Material

        return Material(self.corpus, network, self.vocabulary, self.stored.lines, self.stored.manifest.base)


def load(folder: Path) -> Graph:
    """Open the graph of a folder to read; nothing is created or changed.

    Raises:
        StoreError: if there is none, or it is damaged.
    """
    return Graph(open_graph(folder))
