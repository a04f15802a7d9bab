"""A graph folder, opened for questions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from actorgraph.dataset.store import StoredGraph, open_graph
from actorgraph.model import Actor, Corpus
from actorgraph.vocabulary import Vocabulary

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from actorgraph.export import Material
    from actorgraph.pipeline.pandas_tables import Tables


@dataclass(frozen=True)
class Inline:
    """A page that notebooks show in a frame.

    Attributes:
        page: HTML.
        height: Height of the frame, in pixels.
    """

    page: str
    height: int

    def _repr_html_(self) -> str:
        """Return what Jupyter shows.  The page's script cannot reach anything outside the frame."""
        return (
            f'<iframe srcdoc="{escape(self.page)}" sandbox="allow-scripts allow-downloads" '
            f'width="100%" height="{self.height}" style="border: 0"></iframe>'
        )


@dataclass(frozen=True)
class Graph:
    """A stored graph and what is computed from it, when it is first used."""

    stored: StoredGraph

    @property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary that the graph was written with."""
        return self.stored.vocabulary

    @property
    def base(self) -> str:
        """The base IRI of the data."""
        return self.stored.manifest.base

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
        """The network of the claims, see ``analysis.build_network``."""
        from actorgraph.analysis import build_network

        return build_network(
            self.corpus, self.vocabulary, threshold=self.stored.manifest.threshold
        )

    @cached_property
    def measured(self) -> nx.MultiDiGraph:
        """The network with degree, betweenness, PageRank and community of each actor."""
        from actorgraph.analysis import annotate

        return annotate(self.network)

    def find(self, name: str) -> Actor:
        """Return the actor with an id or a name, or the beginning of a name.

        Raises:
            NotFound: if no actor matches, or several do.
        """
        from actorgraph.analysis.finding import find_actor

        return find_actor(self.corpus, name)

    def material(self) -> Material:
        """Return what exporters write, for the whole graph."""
        return self._material(self.measured)

    def surroundings(self, actor: Actor, depth: int) -> Material:
        """Return what exporters write, for an actor and its neighbours.

        Args:
            actor: The actor in the middle.
            depth: Maximum number of relations between it and a neighbour.

        Raises:
            NotFound: if no claim relates the actor to any other.
        """
        import networkx as nx

        from actorgraph.errors import NotFound

        if actor.id not in self.measured:
            raise NotFound(
                f"{actor.name} is mentioned, but related to nobody, so there is nothing to draw"
            )
        neighbourhood = nx.ego_graph(
            self.measured, actor.id, radius=depth, undirected=True
        )
        return self._material(neighbourhood)

    def show(self, height: int = 720) -> Inline:
        """Return the interactive page for a notebook cell.  It works without a connection.

        Args:
            height: Height of the frame, in pixels.
        """
        from actorgraph.export.html import page_of

        return Inline(page_of(self.material()), height)

    def to_networkx(self) -> nx.MultiDiGraph:
        """Return a copy of the measured network; see ``analysis.build_network``."""
        return self.measured.copy()

    def to_pandas(self) -> Tables:
        """Return tables of actors, relations and claims; needs the extra ``pandas``.

        Raises:
            UsageError: if pandas is not installed.
        """
        from actorgraph.pipeline.pandas_tables import tables

        return tables(self.corpus, self.measured)

    def to_rdflib(self) -> rdflib.Dataset:
        """Return all stored statements: the current graph, and a named graph for each document.

        It is a copy in memory, about 2 kB a statement.  With the extra ``rdflib``, oxrdflib can
        query the store itself instead.
        """
        from actorgraph.export.rdf import dataset

        return dataset(self.stored.lines())

    def _material(self, network: nx.MultiDiGraph) -> Material:
        from actorgraph.export import Material

        return Material(
            self.corpus, network, self.vocabulary, self.stored.lines, self.base
        )


def load(folder: Path) -> Graph:
    """Open the graph of a folder for reading; nothing is created or changed.

    Raises:
        StoreError: if there is no graph, or it is damaged.
    """
    return Graph(open_graph(folder))
