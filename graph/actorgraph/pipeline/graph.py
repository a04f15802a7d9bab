"""A graph folder, opened to be asked."""

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
    """A page that notebooks draw in a frame of its own.

    Attributes:
        page: HTML.
        height: Of the frame, in pixels.
    """

    page: str
    height: int

    def _repr_html_(self) -> str:
        """What Jupyter shows; the frame may run the page's own script, but reaches nothing around it."""
        return (
            f'<iframe srcdoc="{escape(self.page)}" sandbox="allow-scripts allow-downloads" width="100%" '
            f'height="{self.height}" style="border: 0"></iframe>'
        )


@dataclass(frozen=True)
class Graph:
    """A stored graph with what is computed from it, each when it is first wanted."""

    stored: StoredGraph

    @property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary that the graph was written with."""
        return self.stored.vocabulary

    @property
    def base(self) -> str:
        """What the IRIs of the data begin with."""
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
        """The network of the claims, as ``analysis.build_network`` draws it."""
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
            raise NotFound(
                f"{actor.name} is mentioned, but related to nobody, so there is nothing to draw"
            )
        near = nx.ego_graph(self.measured, actor.id, radius=depth, undirected=True)
        return self._material(near)

    def show(self, height: int = 720) -> Inline:
        """The interactive page, for the output of a notebook's cell; it asks for nothing from the network.

        Args:
            height: Of the frame, in pixels.
        """
        from actorgraph.export.html import page_of

        return Inline(page_of(self.material()), height)

    def to_networkx(self) -> nx.MultiDiGraph:
        """A copy of the measured network, to change and measure as one likes; see ``analysis.build_network``."""
        return self.measured.copy()

    def to_pandas(self) -> Tables:
        """Tables of actors, relations and claims; needs the extra ``pandas``.

        Raises:
            UsageError: if pandas is not installed.
        """
        from actorgraph.pipeline.pandas_tables import tables

        return tables(self.corpus, self.measured)

    def to_rdflib(self) -> rdflib.Dataset:
        """All stored statements as an rdflib dataset: the current picture, and a named graph for each document.

        It is a copy in memory, about 2 kB a statement; the extra ``rdflib`` asks the store itself instead.
        """
        from actorgraph.export.rdf import dataset

        return dataset(self.stored.lines())

    def _material(self, network: nx.MultiDiGraph) -> Material:
        from actorgraph.export import Material

        return Material(
            self.corpus, network, self.vocabulary, self.stored.lines, self.base
        )


def load(folder: Path) -> Graph:
    """Open the graph of a folder to read; nothing is created or changed.

    Raises:
        StoreError: if there is none, or it is damaged.
    """
    return Graph(open_graph(folder))
