"""A stored graph, and its parts as they are needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from actorgraph.dataset.rows import NAMES
from actorgraph.dataset.store import StoredGraph
from actorgraph.model import NOT_ACTING, Actor, ActorId, ClaimId, Corpus
from actorgraph.names import fold_name
from actorgraph.process_limits import collector_at_rest
from actorgraph.vocabulary import Vocabulary

if TYPE_CHECKING:
    import networkx as nx

    from actorgraph.dataset.excerpt import Excerpt


@dataclass(frozen=True)
class OpenedGraph:
    """A stored graph; what a question needs of it is read when it is asked.

    Attributes:
        stored: The opened store.
    """

    stored: StoredGraph

    @property
    def vocabulary(self) -> Vocabulary:
        """The classes and relations that the graph was built with."""
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

        with collector_at_rest():
            return load_corpus(self.stored)

    @cached_property
    def network(self) -> nx.MultiDiGraph:
        """The network of the claims, see ``analysis.build_network``."""
        from actorgraph.analysis import build_network

        threshold = self.stored.manifest.threshold
        with collector_at_rest():
            return build_network(self.corpus, self.vocabulary, threshold=threshold)

    @cached_property
    def _bare_network(self) -> nx.MultiDiGraph:
        """The network with what measures depend on, read without the words of its claims."""
        from actorgraph.analysis.network import build_bare_network
        from actorgraph.dataset.bare_corpus import load_bare_corpus

        threshold = self.stored.manifest.threshold
        with collector_at_rest():
            corpus = load_bare_corpus(self.stored)
            return build_bare_network(corpus, self.vocabulary, threshold=threshold)

    @cached_property
    def _link_network(self) -> nx.MultiDiGraph:
        """The network with nothing but which actors are linked."""
        from actorgraph.analysis.network import draw_links
        from actorgraph.dataset.bare_corpus import load_links

        with collector_at_rest():
            return draw_links(*load_links(self.stored))

    def measured_by(self, *measures: str) -> nx.MultiDiGraph:
        """Return a network whose actors have some measures, and perhaps nothing but a name."""
        from actorgraph.analysis.measures import OF_LINKS, measure

        if "measured" in self.__dict__:
            return self.measured
        needs_links_only = OF_LINKS.issuperset(measures)
        network = self._link_network if needs_links_only else self._bare_network
        measure(network, measures)
        return network

    @cached_property
    def measured(self) -> nx.MultiDiGraph:
        """The network with degree, betweenness, PageRank and community of each actor."""
        from actorgraph.analysis import annotate

        return annotate(self.network)

    @property
    def actors(self) -> Mapping[ActorId, Actor]:
        """Each actor by its id."""
        return {actor.id: actor for actor in self.corpus.actors}

    @property
    def names(self) -> Mapping[ActorId, str]:
        """The canonical name of each actor."""
        return {actor.id: actor.name for actor in self.corpus.actors}

    def find(self, actor: Actor | str) -> Actor:
        """Return the only actor that an id, a name or the beginning of a name can mean.

        Raises:
            NotFound: if it means none, with the nearest names, or several, with their ids.
        """
        from actorgraph.analysis.finding import find_actor

        if isinstance(actor, Actor):
            return actor
        return self._with_mentions(find_actor(self._candidates(actor), actor))

    def find_exactly(self, actor: str) -> Actor:
        """Return the only actor with an id or an exact name.

        Raises:
            NotFound: if there is none, with the nearest names, or several, with their ids.
        """
        from actorgraph.analysis.finding import find_exactly

        return self._with_mentions(find_exactly(self._candidates(actor), actor))

    def _with_mentions(self, actor: Actor) -> Actor:
        """Return an actor as it is in the corpus: one of many candidates lacks its mentions."""
        if self._is_read or actor.mentions:
            return actor
        (complete,) = self._excerpt.actors_called(actor.id, "")
        return complete

    def _candidates(self, text: str) -> Corpus:
        """Return a corpus with all actors that a text may mean, and perhaps others."""
        if self._is_read:
            return self.corpus
        text = text.encode(
            "utf-8", "replace"
        ).decode()  # half a character is in no name
        folded = fold_name(text)
        named = self._excerpt.actors_called(text, folded)
        return Corpus((), named or self._excerpt.actors_like(folded))

    @property
    def _is_read(self) -> bool:
        """Whether the whole corpus is at hand, or a part of it cannot be read on its own."""
        if "corpus" in self.__dict__:
            return True
        return NAMES not in self.stored.manifest.sha256

    @cached_property
    def _excerpt(self) -> Excerpt:
        from actorgraph.dataset.excerpt import Excerpt

        return Excerpt(self.stored)

    def about(self, *actors: Actor) -> Corpus:
        """Return a corpus with all claims about these actors."""
        if self._is_read:
            return self.corpus
        ids = tuple(actor.id for actor in actors)
        return self._excerpt.about(ids)

    def connecting(self, start: Actor, end: Actor, *, over_places: bool) -> Corpus:
        """Return a corpus with all claims on the shortest chains between two actors.

        Args:
            over_places: Whether a chain may lead from an actor to a place where it belongs.
        """
        from actorgraph.dataset.shortest_paths import pairs_on_shortest_paths

        if self._is_read or start.id == end.id:
            return self.corpus
        pairs = pairs_on_shortest_paths(
            self.stored, start.id, end.id, NOT_ACTING, over_places=over_places
        )
        return self._excerpt.between(pairs)

    def claim_with_premises(self, claim: ClaimId) -> Corpus:
        """Return a corpus that has a claim, if there is one, and what it follows from."""
        if self._is_read:
            return self.corpus
        return self._excerpt.claim(claim)

    def network_of(self, corpus: Corpus) -> nx.MultiDiGraph:
        """Return the network of a part of the corpus, or the network, if that is at hand."""
        from actorgraph.analysis import build_network

        if self._is_read:
            return self.network
        threshold = self.stored.manifest.threshold
        return build_network(corpus, self.vocabulary, threshold=threshold)
