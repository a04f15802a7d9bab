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
#: An actor, and whether it is the subject or the object of claims.
_End = tuple[ActorId, ox.NamedNode]
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
    _claims: dict[_End, tuple[ox.NamedNode, ...]] = field(
        default_factory=dict, repr=False
    )

    def between(self, pairs: Iterable[Pair]) -> Iterator[Claim]:
        """Yield the claims about both actors of a pair."""
        for left, right in pairs:
            # A country is in claims without number: those of the other one are looked through.
            rarer, other = sorted((left, right), key=self.mention_count)
            forward = self._linking((rarer, _SUBJECT), (other, _OBJECT))
            backward = self._linking((rarer, _OBJECT), (other, _SUBJECT))
            for iri in sorted({*forward, *backward}):
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

    def _linking(self, end: _End, other: _End) -> Iterator[str]:
        """Yield the IRIs of the claims with both ends, looking through those of the first."""
        actor, role = other
        node = ox.NamedNode(actor_iri(actor, self.base))
        for claim in self._about(end):
            if any(matching_quads(self.store, claim, role, node)):
                yield claim.value

    def _about(self, end: _End) -> tuple[ox.NamedNode, ...]:
        if end not in self._claims:
            actor, role = end
            node = ox.NamedNode(actor_iri(actor, self.base))
            quads = matching_quads(self.store, None, role, node)
            subjects = (quad.subject for quad in quads)
            claims = (node for node in subjects if isinstance(node, ox.NamedNode))
            self._claims[end] = tuple(claims)
        return self._claims[end]

    def _facts(
        self, iri: str, graph: ox.DefaultGraph | None = None
    ) -> dict[str, list[str]]:
        facts: dict[str, list[str]] = defaultdict(list)
        node = ox.NamedNode(iri)
        for quad in matching_quads(self.store, node, None, None, graph):
            if isinstance(quad.object, (ox.NamedNode, ox.Literal)):
                facts[quad.predicate.value].append(quad.object.value)
        return facts
