"""The network of actors, with one edge for all claims of the same relation between two actors.

Parallel relations stay apart: if A advises B and also met B, there are two edges. Nothing is merged
here; see ``projection`` for the plain graph that centrality and communities are measured on.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from actorgraph.analysis.lookup import (
    actors_by_id,
    documents_by_id,
    independent_sources,
)
from actorgraph.columns import EACH_CLAIM, actor_attributes
from actorgraph.errors import InvalidData
from actorgraph.model import (
    Actor,
    ActorId,
    Claim,
    Corpus,
    Document,
    DocumentId,
    Modality,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import networkx as nx

    from actorgraph.vocabulary import Relation, Vocabulary

#: Subject, relation, object; for a symmetric relation the two actors are in sorted order.
EdgeKey = tuple[ActorId, str, ActorId]

#: From present to past. A claim without a status comes between what is current and what is over.
_STATUS_ORDER = (Status.CURRENT, Status.ACTING, None, Status.DESIGNATE, Status.FORMER)
_MODALITY_ORDER = tuple(Modality)


def build_network(
    corpus: Corpus, vocabulary: Vocabulary, *, threshold: float
) -> nx.MultiDiGraph:
    """Draw the claims of a corpus as a directed multigraph.

    Nodes are the actors that a claim relates, keyed by their id. Edges are keyed by the relation's
    name, one for each (subject, relation, object). A symmetric relation is stored once, from the
    smaller id to the larger. ``actorgraph.columns`` lists the attributes of both, each with its
    type and its meaning.

    Args:
        corpus: Claims with global actor ids.
        vocabulary: Must contain every relation that is claimed.
        threshold: Minimum confidence of an accepted claim, 0–1.

    Returns:
        A ``networkx.MultiDiGraph`` whose nodes and edges are inserted in sorted order; without
        claims it is empty.

    Raises:
        InvalidData: if a claim names an actor or a document that the corpus lacks.
        UnknownTerm: if a claim's relation is not in the vocabulary.
    """
    lookup = _Lookup.of(corpus, vocabulary, threshold)
    return _drawn(corpus.claims, lookup, lookup.edge)


def build_bare_network(
    corpus: Corpus, vocabulary: Vocabulary, *, threshold: float
) -> nx.MultiDiGraph:
    """Draw the same network with ``weight`` and ``accepted`` only, as measures need it.

    Args:
        corpus: As ``load_bare_corpus`` reads it.
        vocabulary, threshold: As for ``build_network``.

    Raises:
        InvalidData, UnknownTerm: as ``build_network``.
    """
    lookup = _Lookup.of(corpus, vocabulary, threshold)
    return _drawn(corpus.claims, lookup, lookup.bare_edge)


def draw_links(
    actors: Iterable[Actor], links: Iterable[tuple[ActorId, ActorId]]
) -> nx.MultiDiGraph:
    """Draw which actors are linked: degree and betweenness depend on nothing else.

    Args:
        actors: All that claims relate.
        links: Pairs of actors that at least one accepted relation links, each pair once.
    """
    import networkx as nx

    network = nx.MultiDiGraph()
    for actor in sorted(actors, key=attrgetter("id")):
        network.add_node(actor.id, **actor_attributes(actor))
    network.add_edges_from(sorted(links), weight=1, accepted=True)
    return network


def _drawn(
    claims: Iterable[Claim],
    lookup: _Lookup,
    edge: Callable[[str, list[Claim]], dict[str, Any]],
) -> nx.MultiDiGraph:
    import networkx as nx

    groups = _claims_by_edge(claims, lookup.vocabulary)
    network = nx.MultiDiGraph()
    for id_ in _related_actors(groups):
        actor = lookup.actor(id_)
        network.add_node(id_, **actor_attributes(actor))
    for key in sorted(groups, key=_by_actors):
        subject, relation, object_ = key
        attributes = edge(relation, groups[key])
        network.add_edge(subject, object_, key=relation, **attributes)
    return network


def edges_of(
    network: nx.MultiDiGraph, actor: ActorId
) -> list[tuple[ActorId, ActorId, dict[str, Any]]]:
    """Return the edges from and to an actor, each once; none if the network lacks the actor."""
    if actor not in network:
        return []
    incoming = network.in_edges(actor, data=True)
    without_loops = [edge for edge in incoming if edge[0] != actor]
    return [*network.out_edges(actor, data=True), *without_loops]


def edge_key(claim: Claim, vocabulary: Vocabulary) -> EdgeKey:
    """Return the edge that a claim belongs to.

    Raises:
        UnknownTerm: if its relation is not in the vocabulary.
    """
    if vocabulary.relation(claim.relation).symmetric and claim.object < claim.subject:
        return claim.object, claim.relation, claim.subject
    return claim.subject, claim.relation, claim.object


def _claims_by_edge(
    claims: Iterable[Claim], vocabulary: Vocabulary
) -> dict[EdgeKey, list[Claim]]:
    groups: dict[EdgeKey, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[edge_key(claim, vocabulary)].append(claim)
    return groups


def _related_actors(edges: Iterable[EdgeKey]) -> list[ActorId]:
    actors: set[ActorId] = set()
    for subject, _, object_ in edges:
        actors |= {subject, object_}
    return sorted(actors)


def _by_actors(edge: EdgeKey) -> tuple[ActorId, ActorId, str]:
    subject, relation, object_ = edge
    return subject, object_, relation


@dataclass(frozen=True, slots=True)
class _Lookup:
    """What is needed to describe an edge."""

    vocabulary: Vocabulary
    actors: Mapping[ActorId, Actor]
    documents: Mapping[DocumentId, Document]
    threshold: float

    @classmethod
    def of(cls, corpus: Corpus, vocabulary: Vocabulary, threshold: float) -> _Lookup:
        return cls(vocabulary, actors_by_id(corpus), documents_by_id(corpus), threshold)

    def actor(self, id_: ActorId) -> Actor:
        if id_ not in self.actors:
            raise InvalidData(
                f"a claim names the actor {id_}, which the corpus lacks; build the graph again"
            )
        return self.actors[id_]

    def document(self, id_: DocumentId) -> Document:
        if id_ not in self.documents:
            raise InvalidData(
                f"a claim quotes the document {id_}, which the corpus lacks; build the graph again"
            )
        return self.documents[id_]

    def documents_of(self, claims: Iterable[Claim]) -> list[Document]:
        ids: set[DocumentId] = set()
        for claim in claims:
            ids.update(map(attrgetter("document"), claim.evidence))
        return list(map(self.document, sorted(ids)))

    def speakers_of(self, claims: Iterable[Claim]) -> list[str]:
        names = set()
        for claim in claims:
            if claim.attributed_to:
                names.add(self.actor(claim.attributed_to).name)
        return sorted(names)

    def edge(self, relation: str, claims: list[Claim]) -> dict[str, Any]:
        """Return the attributes of the edge that these claims, at least one, support."""
        term = self.vocabulary.relation(relation)
        documents = self.documents_of(claims)
        ordered = sorted(claims, key=attrgetter("id"))
        return {
            "relation": relation,
            "label": term.label,
            "family": term.family,
            "weight": independent_sources(documents),
            "count": len(claims),
            **_qualities(claims),
            **_publication(documents),
            **_validity(claims),
            "sources": sorted(set(map(attrgetter("name"), documents))),
            "said_by": self.speakers_of(claims),
            **{c.name: list(map(c.value_of, ordered)) for c in EACH_CLAIM},
            "accepted": self.any_accepted(term, claims),
            "derived": all(map(attrgetter("premises"), claims)),
            "symmetric": term.symmetric,
        }

    def bare_edge(self, relation: str, claims: list[Claim]) -> dict[str, Any]:
        """Return those of the attributes that measures depend on."""
        term = self.vocabulary.relation(relation)
        return {
            "weight": independent_sources(self.documents_of(claims)),
            "accepted": self.any_accepted(term, claims),
        }

    def any_accepted(self, relation: Relation, claims: Iterable[Claim]) -> bool:
        threshold = relation.threshold(self.threshold)
        return any(claim.is_accepted(threshold) for claim in claims)


def _qualities(claims: list[Claim]) -> dict[str, Any]:
    polarities = set(map(attrgetter("polarity"), claims))
    firmest = min(claims, key=lambda claim: _MODALITY_ORDER.index(claim.modality))
    latest = min(claims, key=lambda claim: _STATUS_ORDER.index(claim.status))
    surest = max(claims, key=attrgetter("confidence"))
    return {
        "polarity": polarities.pop().value if len(polarities) == 1 else "mixed",
        "modality": firmest.modality.value,
        "status": latest.status.value if latest.status else "",
        "confidence": float(surest.confidence),
    }


def _publication(documents: list[Document]) -> dict[str, str]:
    dates = list(filter(None, map(attrgetter("date"), documents)))
    return {
        "first_date": min(dates, default=""),
        "last_date": max(dates, default=""),
    }


def _validity(claims: list[Claim]) -> dict[str, str]:
    beginnings = filter(None, map(attrgetter("valid_from"), claims))
    ends = filter(None, map(attrgetter("valid_until"), claims))
    return {
        "valid_from": min(beginnings, default=""),
        "valid_until": max(ends, key=last_day, default=""),
    }


def last_day(date: str) -> str:
    """Return a key that sorts a year or a month after its days.

    "Until 2010" lasts longer than "until 2010-03-05".
    """
    return f"{date}~"
