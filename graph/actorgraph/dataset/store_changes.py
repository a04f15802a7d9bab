"""Changes of a store: the graphs of some documents, what is said of actors, what follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

import pyoxigraph as ox

from actorgraph.dataset.corpus import id_in
from actorgraph.dataset.derivation import Triple, implied_triples
from actorgraph.dataset.matching_quads import matching_quads
from actorgraph.dataset.quad_context import Context
from actorgraph.dataset.quads import (
    described_lines,
    document_lines,
    triple_lines,
)
from actorgraph.dataset.statements import Pair, Statements, pair_of
from actorgraph.dataset.stored_lines import quads_of
from actorgraph.identifiers import actor_iri, document_iri
from actorgraph.model import Actor, ActorId, DocumentId, Reading
from actorgraph.turtle import RDF
from actorgraph.vocabulary import Vocabulary

_CURRENT = ox.DefaultGraph()
_ROLES = frozenset({ox.NamedNode(RDF + "subject"), ox.NamedNode(RDF + "object")})


class StoreChanges:
    """Replaces parts of a store, and derives again what follows from them.

    Attributes:
        store: The store, opened to write.
        growth: How many statements it has more than at first.
    """

    def __init__(
        self, store: ox.Store, vocabulary: Vocabulary, base: str, threshold: float
    ) -> None:
        self.store = store
        self.growth = 0
        self._threshold = threshold
        self._context = Context({}, {}, vocabulary, base)
        self._relations = {term.iri for term in vocabulary.relations.values()}
        #: The actors of a claim, before and after its change.
        self._pairs: set[Pair] = set()

    def replace_documents(
        self, readings: Iterable[Reading], gone: Iterable[DocumentId]
    ) -> None:
        """Replace what documents say, and what is said of them."""
        for id_ in gone:
            self._replace_graph(id_, ())
            self._replace_described(document_iri(id_, self._context.base), ())
        for reading in readings:
            id_, context = reading.document.id, self._context
            self._replace_graph(id_, document_lines(reading, context))
            described = described_lines((), [reading.document], context)
            self._replace_described(document_iri(id_, context.base), described)

    def replace_actors(self, actors: Iterable[Actor], lost: Iterable[ActorId]) -> None:
        """Replace what is said of actors on their own."""
        base = self._context.base
        for id_ in lost:
            iri = actor_iri(id_, base)
            self._replace_described(iri, ())
        for actor in actors:
            iri = actor_iri(actor.id, base)
            described = described_lines([actor], (), self._context)
            self._replace_described(iri, described)

    def derive_again(self) -> None:
        """Replace the direct triples between actors whose claims changed."""
        old: set[ox.Quad] = set()
        for left, right in self._pairs:
            old.update(self._direct(left, right), self._direct(right, left))
        triples = triple_lines(self._implied(), self._context)
        self._replace(old, quads_of(triples))

    def _implied(self) -> set[Triple]:
        """Return the direct triples that the claims between the changed pairs give now."""
        vocabulary = self._context.vocabulary
        statements = Statements(self.store, self._context.base)
        claims = list(statements.between(self._pairs))
        classes: dict[ActorId, str] = {}
        for id_ in {end for claim in claims for end in pair_of(claim)}:
            actor = statements.actor(id_)
            classes[id_] = vocabulary.class_of(actor.type, actor.subtype)
        return implied_triples(claims, classes, vocabulary, self._threshold)

    def _direct(self, left: ActorId, right: ActorId) -> Iterator[ox.Quad]:
        """Return the direct triples from one actor to another."""
        start = ox.NamedNode(actor_iri(left, self._context.base))
        end = ox.NamedNode(actor_iri(right, self._context.base))
        return matching_quads(self.store, start, None, end, _CURRENT)

    def _replace_graph(self, document: DocumentId, lines: Iterable[str]) -> None:
        graph = ox.NamedNode(document_iri(document, self._context.base))
        old = set(matching_quads(self.store, None, None, None, graph))
        new = quads_of(lines)
        self._pairs |= set(_pairs(old)) | set(_pairs(new))
        self._replace(old, new)

    def _replace_described(self, iri: str, lines: Iterable[str]) -> None:
        """Replace what the default graph says of a node, but for direct triples."""
        quads = matching_quads(self.store, ox.NamedNode(iri), None, None, _CURRENT)
        old = {quad for quad in quads if not self._is_direct(quad)}
        self._replace(old, quads_of(lines))

    def _is_direct(self, quad: ox.Quad) -> bool:
        return quad.predicate.value in self._relations

    def _replace(self, old: AbstractSet[ox.Quad], new: AbstractSet[ox.Quad]) -> None:
        for quad in old - new:
            self.store.remove(quad)
        self.store.extend(new - old)
        self.growth += len(new) - len(old)


def _pairs(quads: Iterable[ox.Quad]) -> Iterator[Pair]:
    """Yield the two actors of each claim, the smaller id first."""
    ends: dict[str, list[ActorId]] = defaultdict(list)
    for quad in quads:
        is_end = quad.predicate in _ROLES
        if is_end and isinstance(quad.object, ox.NamedNode):
            ends[str(quad.subject)].append(ActorId(id_in(quad.object.value)))
    for pair in ends.values():
        left, right = sorted(pair)
        yield left, right
