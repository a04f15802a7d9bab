"""The network of actors: one edge for all claims that say the same.

Parallel relations stay apart: if A advises B and also met B, there are two edges.  Nothing is merged here; see
``projection`` for the plain graph that centrality and communities are measured on.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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
    from collections.abc import Iterable, Mapping

    import networkx as nx

    from actorgraph.vocabulary import Vocabulary

#: Subject, relation, object; for a symmetric relation the two actors are in sorted order.
EdgeKey = tuple[ActorId, str, ActorId]

#: From the most to the least present.  A claim without a status stands between what holds and what does not.
_STATUS_ORDER = (Status.CURRENT, Status.ACTING, None, Status.DESIGNATE, Status.FORMER)
_MODALITY_ORDER = tuple(Modality)


def build_network(
    corpus: Corpus, vocabulary: Vocabulary, *, threshold: float
) -> nx.MultiDiGraph:
    """Draw the claims of a corpus as a directed multigraph.

    Nodes are the actors that a claim relates, keyed by their id: ``label``, ``type``, ``subtype`` ("" if none),
    ``aliases``, ``mentions`` and ``documents`` (counts), ``wikidata`` ("" if none).

    Edges are keyed by the relation's name, one for each (subject, relation, object).  A symmetric relation is stored
    once, from the smaller id to the larger.  Attributes of an edge:

    - ``relation``, ``label``, ``family``, ``symmetric``: as the ontology has them;
    - ``weight``: number of different documents that say it; ``count``: number of claims; ``claims``: their ids, sorted;
    - ``quotes``: of each of these claims, in the same order, the passages that prove it, joined by " … ";
    - ``polarity``: affirmed, denied or mixed; ``modality``: the firmest; ``status``: the most present, or "";
    - ``confidence``: the highest, 0–1;
    - ``first_date``, ``last_date``: when the first and the last of the documents was published, ISO, or "";
    - ``valid_from``, ``valid_until``: the earliest day on which it began and the latest on which it ended, as far as
      the texts tell: ``2010``, ``2010-03`` or ``2010-03-05``, or "";
    - ``sources``: names of the documents; ``said_by``: names of the actors that it is attributed to; both sorted;
    - ``accepted``: whether one of its claims is accepted; ``derived``: whether all of them follow from others.

    Args:
        corpus: Claims with global actor ids.
        vocabulary: Must hold every relation that is claimed.
        threshold: Least confidence of an accepted claim, 0–1.

    Returns:
        A ``networkx.MultiDiGraph`` whose nodes and edges are inserted in sorted order; without claims it is empty.

    Raises:
        InvalidData: if a claim names an actor or a document that the corpus lacks.
        UnknownTerm: if a claim's relation is not in the vocabulary.
    """
    import networkx as nx

    drawing = _Drawing.of(corpus, vocabulary, threshold)
    groups = _group(corpus.claims, vocabulary)
    network = nx.MultiDiGraph()
    for actor in sorted(
        {end for subject, _, object_ in groups for end in (subject, object_)}
    ):
        network.add_node(actor, **_node(drawing.actor(actor)))
    for subject, relation, object_ in sorted(
        groups, key=lambda key: (key[0], key[2], key[1])
    ):
        network.add_edge(
            subject,
            object_,
            key=relation,
            **drawing.edge(relation, groups[subject, relation, object_]),
        )
    return network


def edge_key(claim: Claim, vocabulary: Vocabulary) -> EdgeKey:
    """The edge that a claim belongs to.

    Raises:
        UnknownTerm: if its relation is not in the vocabulary.
    """
    if vocabulary.relation(claim.relation).symmetric and claim.object < claim.subject:
        return claim.object, claim.relation, claim.subject
    return claim.subject, claim.relation, claim.object


def _group(
    claims: Iterable[Claim], vocabulary: Vocabulary
) -> dict[EdgeKey, list[Claim]]:
    groups: dict[EdgeKey, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[edge_key(claim, vocabulary)].append(claim)
    return groups


def _node(actor: Actor) -> dict[str, Any]:
    return {
        "label": actor.name,
        "type": actor.type.value,
        "subtype": actor.subtype or "",
        "aliases": list(actor.aliases),
        "mentions": len(actor.mentions),
        "documents": len({mention.document for mention in actor.mentions}),
        "wikidata": actor.wikidata or "",
    }


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What is needed to describe an edge."""

    vocabulary: Vocabulary
    actors: Mapping[ActorId, Actor]
    documents: Mapping[DocumentId, Document]
    threshold: float

    @classmethod
    def of(cls, corpus: Corpus, vocabulary: Vocabulary, threshold: float) -> _Drawing:
        actors = {actor.id: actor for actor in corpus.actors}
        documents = {
            reading.document.id: reading.document for reading in corpus.readings
        }
        return cls(vocabulary, actors, documents, threshold)

    def actor(self, id_: ActorId) -> Actor:
        if id_ not in self.actors:
            raise InvalidData(
                f"a claim names the actor {id_}, which the corpus lacks; build the graph again"
            )
        return self.actors[id_]

    def documents_of(self, claims: list[Claim]) -> list[Document]:
        ids = sorted(
            {evidence.document for claim in claims for evidence in claim.evidence}
        )
        for id_ in ids:
            if id_ not in self.documents:
                raise InvalidData(
                    f"a claim quotes the document {id_}, which the corpus lacks; build the graph again"
                )
        return [self.documents[id_] for id_ in ids]

    def edge(self, relation: str, claims: list[Claim]) -> dict[str, Any]:
        """Attributes of the edge that these claims (one at least) support."""
        term, documents = self.vocabulary.relation(relation), self.documents_of(claims)
        ordered = sorted(claims, key=lambda claim: claim.id)
        return {
            "relation": relation,
            "label": term.label,
            "family": term.family,
            "weight": len(documents),
            "count": len(claims),
            **_qualities(claims),
            **_dates(documents),
            "valid_from": min(
                (claim.valid_from for claim in claims if claim.valid_from), default=""
            ),
            "valid_until": max(
                (one.valid_until for one in claims if one.valid_until),
                key=_last_day,
                default="",
            ),
            "sources": sorted({document.name for document in documents}),
            "said_by": sorted(
                {
                    self.actor(claim.attributed_to).name
                    for claim in claims
                    if claim.attributed_to
                }
            ),
            "claims": [claim.id for claim in ordered],
            "quotes": [
                " … ".join(evidence.quote for evidence in claim.evidence)
                for claim in ordered
            ],
            "accepted": any(claim.is_accepted(self.threshold) for claim in claims),
            "derived": all(claim.premises for claim in claims),
            "symmetric": term.symmetric,
        }


def _last_day(date: str) -> str:
    """Sorts a year or a month after all its days: "until 2010" lasts longer than "until 2010-03-05"."""
    return f"{date}~"


def _qualities(claims: list[Claim]) -> dict[str, Any]:
    polarities = {claim.polarity.value for claim in claims}
    status = min((claim.status for claim in claims), key=_STATUS_ORDER.index)
    return {
        "polarity": polarities.pop() if len(polarities) == 1 else "mixed",
        "modality": min(
            (claim.modality for claim in claims), key=_MODALITY_ORDER.index
        ).value,
        "status": status.value if status else "",
        "confidence": float(max(claim.confidence for claim in claims)),
    }


def _dates(documents: list[Document]) -> dict[str, str]:
    dates = [document.date for document in documents if document.date]
    return {"first_date": min(dates, default=""), "last_date": max(dates, default="")}
