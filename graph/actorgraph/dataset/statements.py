"""What the claims of a store say about some actors, without their proof."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from actorgraph.dataset.corpus import actor_of, statement_of
from actorgraph.dataset.matching_quads import matching_quads
from actorgraph.identifiers import ONTOLOGY, actor_iri
from actorgraph.model import Actor, ActorId, Claim
from actorgraph.turtle import RDF

#: Two actors, the smaller id first.
Pair = tuple[ActorId, ActorId]
_PREDICATE = ox.NamedNode(RDF + "predicate")
_SUBJECT, _OBJECT = ox.NamedNode(RDF + "subject"), ox.NamedNode(RDF + "object")


def pair_of(claim: Claim) -> Pair:
    """Return the actors that a claim is about, whichever way."""
    left, right = sorted((claim.subject, claim.object))
    return left, right


@dataclass(frozen=True, slots=True)
class Statements:
    """Looks up the claims of a store by the actors that they are about.

    Attributes:
        store: The store.
        base: The base IRI of its data.
    """

    store: ox.Store
    base: str
    _claims: dict[tuple[ActorId, ox.NamedNode], frozenset[str]] = field(
        default_factory=dict, repr=False
    )

    def between(self, pairs: Iterable[Pair]) -> Iterator[Claim]:
        """Yield the claims about both actors of a pair."""
        for left, right in pairs:
            forward = self._about(left, _SUBJECT) & self._about(right, _OBJECT)
            backward = self._about(right, _SUBJECT) & self._about(left, _OBJECT)
            for iri in sorted(forward | backward):
                yield statement_of(iri, self._facts(iri))

    def of_relation(self, iri: str) -> Iterator[Claim]:
        """Yield the claims of the relation with an IRI, sorted by their IRI."""
        node = ox.NamedNode(iri)
        quads = matching_quads(self.store, None, _PREDICATE, node)
        subjects = (quad.subject for quad in quads)
        claims = {node.value for node in subjects if isinstance(node, ox.NamedNode)}
        for claim in sorted(claims):
            yield statement_of(claim, self._facts(claim))

    def count(self, predicate: str, object_: str) -> int:
        """Return how many statements have a predicate and an object, given by their IRIs."""
        pattern = ox.NamedNode(predicate), ox.NamedNode(object_)
        return sum(1 for _ in matching_quads(self.store, None, *pattern))

    def mention_count(self, id_: ActorId) -> int:
        """Return how many passages mention an actor; none if there is no such actor."""
        facts = self._facts(actor_iri(id_, self.base), ox.DefaultGraph())
        return int(facts.get(ONTOLOGY + "mentionCount", ["0"])[0])

    def actor(self, id_: ActorId) -> Actor:
        """Return an actor, without its mentions."""
        iri = actor_iri(id_, self.base)
        return actor_of(iri, self._facts(iri, ox.DefaultGraph()), {})

    def _about(self, actor: ActorId, role: ox.NamedNode) -> frozenset[str]:
        key = actor, role
        if key not in self._claims:
            node = ox.NamedNode(actor_iri(actor, self.base))
            quads = matching_quads(self.store, None, role, node)
            self._claims[key] = frozenset(
                quad.subject.value
                for quad in quads
                if isinstance(quad.subject, ox.NamedNode)
            )
        return self._claims[key]

    def _facts(
        self, iri: str, graph: ox.DefaultGraph | None = None
    ) -> dict[str, list[str]]:
        facts: dict[str, list[str]] = defaultdict(list)
        node = ox.NamedNode(iri)
        for quad in matching_quads(self.store, node, None, None, graph):
            if isinstance(quad.object, (ox.NamedNode, ox.Literal)):
                facts[quad.predicate.value].append(quad.object.value)
        return facts
