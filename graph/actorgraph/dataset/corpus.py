"""A corpus, read back from the graph it was written to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pyoxigraph as ox

from actorgraph.dataset.rows import DAMAGED
from actorgraph.dataset.terms import OA, PROV, storable
from actorgraph.errors import StoreError
from actorgraph.identifiers import ONTOLOGY, document_iri
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Claim,
    ClaimId,
    Corpus,
    Document,
    DocumentId,
    Evidence,
    Mention,
    Modality,
    Polarity,
    Reading,
    Refusal,
    Status,
)
from actorgraph.turtle import RDF, RDFS, SKOS, local_name

if TYPE_CHECKING:
    from actorgraph.dataset.store import StoredGraph

#: Predicate → objects, of one subject, plain strings.
_Facts = Mapping[str, list[str]]
#: Subject → facts, of one graph.
_Graph = Mapping[str, _Facts]


def load_corpus(stored: StoredGraph) -> Corpus:
    """Read everything back that was written.

    All tuples are sorted.

    Raises:
        StoreError: if the stored graph lacks what a claim or actor needs, or a file beside it
            cannot be read.
    """
    documents = {document.id: document for document in stored.documents()}
    attributions, refusals = stored.attributions(), _by_document(stored.refusals())
    try:
        readings = tuple(
            Reading(
                document,
                claims=_claims(
                    _graph(stored, document_iri(id_, stored.manifest.base)), documents
                ),
                attributions=attributions.get(id_, ()),
                refusals=refusals.get(id_, ()),
            )
            for id_, document in sorted(documents.items())
        )
        return Corpus(
            readings, _actors(_graph(stored, None), stored.mentions()), stored.doubts()
        )
    except DAMAGED as error:
        raise StoreError(
            f"the stored graph is incomplete or damaged ({error!r}); build it again"
        ) from error


def _by_document(
    refusals: tuple[Refusal, ...],
) -> Mapping[DocumentId, tuple[Refusal, ...]]:
    grouped: dict[DocumentId, tuple[Refusal, ...]] = defaultdict(tuple)
    for refusal in refusals:
        grouped[refusal.document] += (refusal,)
    return grouped


def _graph(stored: StoredGraph, name: str | None) -> _Graph:
    graph = ox.DefaultGraph() if name is None else ox.NamedNode(name)
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in stored.store.quads_for_pattern(None, None, None, graph):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(
            quad.object, (ox.NamedNode, ox.Literal)
        ):
            found[quad.subject.value][quad.predicate.value].append(quad.object.value)
    return found


def _actors(
    graph: _Graph, mentions: Mapping[ActorId, tuple[Mention, ...]]
) -> tuple[Actor, ...]:
    described = (item for item in graph.items() if ONTOLOGY + "mentionCount" in item[1])
    return tuple(
        sorted(
            (_actor(iri, facts, mentions) for iri, facts in described),
            key=lambda actor: actor.id,
        )
    )


def _actor(
    iri: str, facts: _Facts, mentions: Mapping[ActorId, tuple[Mention, ...]]
) -> Actor:
    classes = [local_name(type_) for type_ in facts[RDF + "type"]]
    (type_,) = (class_ for class_ in ActorType if class_ in classes)
    wikidata = facts.get(SKOS + "exactMatch")
    id_ = ActorId(_id(iri))
    return Actor(
        id=id_,
        type=type_,
        name=facts[RDFS + "label"][0],
        subtype=next((class_ for class_ in classes if class_ != type_), None),
        aliases=tuple(sorted(facts.get(SKOS + "altLabel", ()))),
        mentions=mentions.get(id_, ()),
        wikidata=local_name(wikidata[0]) if wikidata else None,
    )


def _claims(
    graph: _Graph, documents: Mapping[DocumentId, Document]
) -> tuple[Claim, ...]:
    claims = (
        item for item in graph.items() if ONTOLOGY + "Claim" in item[1][RDF + "type"]
    )
    return tuple(
        sorted(
            (_claim(iri, facts, graph, documents) for iri, facts in claims),
            key=lambda claim: claim.id,
        )
    )


def _claim(
    iri: str, facts: _Facts, graph: _Graph, documents: Mapping[DocumentId, Document]
) -> Claim:
    status, attributed_to = _one(facts, "status"), _one(facts, "attributedTo")
    return Claim(
        id=ClaimId(_id(iri)),
        subject=ActorId(_id(facts[RDF + "subject"][0])),
        relation=local_name(facts[RDF + "predicate"][0]),
        object=ActorId(_id(facts[RDF + "object"][0])),
        evidence=tuple(
            sorted(
                _evidence(graph[iri], graph, documents)
                for iri in facts[PROV + "wasDerivedFrom"]
            )
        ),
        polarity=Polarity(local_name(facts[ONTOLOGY + "polarity"][0]).lower()),
        modality=Modality(local_name(facts[ONTOLOGY + "modality"][0]).lower()),
        status=None if status is None else Status(local_name(status).lower()),
        valid_from=_one(facts, "validFrom"),
        valid_until=_one(facts, "validUntil"),
        attributed_to=None if attributed_to is None else ActorId(_id(attributed_to)),
        confidence=float(facts[ONTOLOGY + "confidence"][0]),
        method=facts[ONTOLOGY + "method"][0],
        premises=tuple(
            sorted(
                ClaimId(_id(premise)) for premise in facts.get(ONTOLOGY + "premise", ())
            )
        ),
        trigger=_trigger(facts, documents),
    )


def _trigger(
    facts: _Facts, documents: Mapping[DocumentId, Document]
) -> Evidence | None:
    """Return the words that express the relation; their IRI says where they are (RFC 5147)."""
    iri = _one(facts, "trigger")
    if iri is None:
        return None
    source, _, place = iri.partition("#char=")
    start, end = map(int, place.split(","))
    return Evidence.of(documents[DocumentId(_id(source))], start, end)


def _evidence(
    passage: _Facts, graph: _Graph, documents: Mapping[DocumentId, Document]
) -> Evidence:
    selectors = [graph[selector] for selector in passage[OA + "hasSelector"]]
    selected = {
        name: values[0] for selector in selectors for name, values in selector.items()
    }
    start, end, quote = (
        int(selected[OA + "start"]),
        int(selected[OA + "end"]),
        selected[OA + "exact"],
    )
    document = documents[DocumentId(_id(passage[OA + "hasSource"][0]))]
    verbatim = document.text[
        start:end
    ]  # as RDF cannot hold a lone surrogate, the text's own form is preferred
    return Evidence(
        document.id, start, end, verbatim if storable(verbatim) == quote else quote
    )


def _one(facts: _Facts, name: str) -> str | None:
    values = facts.get(ONTOLOGY + name)
    return values[0] if values else None


def _id(iri: str) -> str:
    return unquote(iri.rsplit("/", 1)[-1])
