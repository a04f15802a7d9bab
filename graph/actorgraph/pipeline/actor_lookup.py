"""Actors of a stored graph by name, and the parts of the graph that are about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from actorgraph.dataset.rows import NAMES
from actorgraph.dataset.store import StoredGraph
from actorgraph.model import Actor, ActorId, Corpus
from actorgraph.names import fold_name
from actorgraph.vocabulary import Vocabulary

if TYPE_CHECKING:
    from actorgraph.dataset.excerpt import Excerpt


@dataclass(frozen=True)
class ActorLookup:
    """A stored graph, of which no more is read than it takes.

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
            StoreError: If the stored graph is incomplete or damaged.
        """
        from actorgraph.dataset.corpus import load_corpus

        return load_corpus(self.stored)

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
            NotFound: If it means none, with the nearest names, or several, with their ids.
        """
        from actorgraph.analysis.finding import find_actor

        if isinstance(actor, Actor):
            return actor
        if self._is_read:
            return find_actor(self.corpus, actor)
        excerpt = self._excerpt
        named = excerpt.actors_called(actor, fold_name(actor)) or self.search(actor)
        return excerpt.actors_called(find_actor(Corpus((), named), actor).id, "")[0]

    def search(self, text: str, limit: int = 100) -> tuple[Actor, ...]:
        """Return actors that a text may mean, without their mentions.

        See ``likely_actors``; those with exactly this name are among them.
        """
        from actorgraph.analysis.finding import likely_actors

        excerpt = self._excerpt
        return excerpt.actors(likely_actors(excerpt.names(), text, limit))

    @property
    def _is_read(self) -> bool:
        """Whether the whole corpus is at hand, or a part of it cannot be read on its own."""
        return "corpus" in self.__dict__ or NAMES not in self.stored.manifest.sha256

    @cached_property
    def _excerpt(self) -> Excerpt:
        from actorgraph.dataset.excerpt import Excerpt

        return Excerpt(self.stored)

    def _about(self, *actors: Actor) -> Corpus:
        """Return a corpus with all claims about these actors."""
        if self._is_read:
            return self.corpus
        return self._excerpt.about(tuple(actor.id for actor in actors))
