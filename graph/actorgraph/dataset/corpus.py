"""A corpus, read back from the graph it was written to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pyoxigraph as ox

from actorgraph.codec import DAMAGED
from actorgraph.dataset.matching_quads import matching_quads
from actorgraph.dataset.terms import OA, PROV, storable
from actorgraph.errors import StoreError
from actorgraph.identifiers import ONTOLOGY, document_iri, parted_matches
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

#: Predicate → objects of one subject, as plain strings.
FactsOfSubject = Mapping[str, list[str]]
#: Subject → its facts in one graph.
_Graph = Mapping[str, FactsOfSubject]
_id_of = attrgetter("id")


def load_corpus(stored: StoredGraph) -> Corpus:
    """Return the corpus that a graph was written from; all its tuples are sorted.

    Raises:
        StoreError: if the stored graph lacks what a claim or actor needs, or a file beside it
            cannot be read.
    """
    with _guarded():
        return Corpus(
            readings=tuple(_readings(stored)),
            actors=_actors(_graph(stored, None), stored.mentions()),
            doubts=stored.doubts(),
        )


@contextmanager
def _guarded() -> Iterator[None]:
    try:
        yield
    except DAMAGED as error:
        raise StoreError(
            f"the stored graph is incomplete or damaged ({error!r}); run: actorgraph repair"
        ) from error


def load_readings(
    stored: StoredGraph, wanted: AbstractSet[DocumentId]
) -> tuple[Reading, ...]:
    """Return the readings of some documents, sorted; those that the graph lacks are left out.

    Raises:
        StoreError: as ``load_corpus``.
    """
    with _guarded():
        return tuple(_readings(stored, wanted))


def _readings(
    stored: StoredGraph, wanted: AbstractSet[DocumentId] | None = None
) -> Iterator[Reading]:
    documents = {document.id: document for document in stored.documents(wanted)}
    attributions = stored.attributions(wanted)
    refusals = _by_document(stored.refusals(wanted))
    for id_, document in sorted(documents.items()):
        iri = document_iri(id_, stored.manifest.base)
        graph = _graph(stored, iri)
        yield Reading(
            document,
            claims=_claims(graph, documents),
            attributions=attributions.get(id_, ()),
            refusals=refusals.get(id_, ()),
        )


def _by_document(
    refusals: Iterable[Refusal],
) -> Mapping[DocumentId, tuple[Refusal, ...]]:
    grouped: dict[DocumentId, tuple[Refusal, ...]] = defaultdict(tuple)
    for refusal in refusals:
        grouped[refusal.document] += (refusal,)
    return grouped


def _graph(stored: StoredGraph, name: str | None) -> _Graph:
    """Return a named graph, or the default graph, without blank nodes and quoted triples."""
    node = ox.DefaultGraph() if name is None else ox.NamedNode(name)
    graph: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in matching_quads(stored.store, None, None, None, node):
        subject, object_ = quad.subject, quad.object
        if not isinstance(subject, ox.NamedNode):
            continue
        if isinstance(object_, (ox.NamedNode, ox.Literal)):
            facts = graph[subject.value]
            facts[quad.predicate.value].append(object_.value)
    return graph


def _actors(
    graph: _Graph, mentions: Mapping[ActorId, tuple[Mention, ...]]
) -> tuple[Actor, ...]:
    mention_count = ONTOLOGY + "mentionCount"
    actors: list[Actor] = []
    for iri, facts in graph.items():
        if mention_count in facts:
            actor = actor_of(iri, facts, mentions)
            actors.append(actor)
    return tuple(sorted(actors, key=_id_of))


def actor_of(
    iri: str, facts: FactsOfSubject, mentions: Mapping[ActorId, tuple[Mention, ...]]
) -> Actor:
    """Return the actor with an IRI, given what the default graph says about it."""
    type_, subtype = _types(facts)
    wikidata, matches = parted_matches(facts.get(SKOS + "exactMatch", ()))
    id_ = ActorId(id_in(iri))
    return Actor(
        id=id_,
        type=type_,
        name=facts[RDFS + "label"][0],
        subtype=subtype,
        aliases=tuple(sorted(facts.get(SKOS + "altLabel", ()))),
        mentions=mentions.get(id_, ()),
        wikidata=wikidata,
        notes=tuple(sorted(facts.get(SKOS + "note", ()))),
        matches=matches,
    )


def _types(facts: FactsOfSubject) -> tuple[ActorType, str | None]:
    """Return the main type and the subtype."""
    classes = list(map(local_name, facts[RDF + "type"]))
    (type_,) = (class_ for class_ in ActorType if class_ in classes)
    classes.remove(type_)
    return type_, classes[0] if classes else None


def _claims(
    graph: _Graph, documents: Mapping[DocumentId, Document]
) -> tuple[Claim, ...]:
    type_ = RDF + "type"
    claim_class = ONTOLOGY + "Claim"
    claims: list[Claim] = []
    for iri, facts in graph.items():
        if claim_class in facts[type_]:
            claim = claim_of(iri, facts, graph, documents)
            claims.append(claim)
    claims.sort(key=_id_of)
    return tuple(claims)


def claim_of(
    iri: str,
    facts: FactsOfSubject,
    graph: _Graph,
    documents: Mapping[DocumentId, Document],
) -> Claim:
    """Return the claim with an IRI, given what the graph of its document says about it."""
    proof = [
        _evidence(graph[passage], graph, documents)
        for passage in facts[PROV + "wasDerivedFrom"]
    ]
    return replace(
        statement_of(iri, facts),
        evidence=tuple(sorted(proof)),
        trigger=_trigger(facts, documents),
    )


def statement_of(iri: str, facts: FactsOfSubject) -> Claim:
    """Return the claim with an IRI, without its evidence and the words that express it."""
    status = _first_value(facts, "status")
    attributed_to = _first_value(facts, "attributedTo")
    premises = map(id_in, facts.get(ONTOLOGY + "premise", ()))
    return Claim(
        id=ClaimId(id_in(iri)),
        subject=ActorId(id_in(facts[RDF + "subject"][0])),
        relation=local_name(facts[RDF + "predicate"][0]),
        object=ActorId(id_in(facts[RDF + "object"][0])),
        evidence=(),
        polarity=Polarity(local_name(facts[ONTOLOGY + "polarity"][0]).lower()),
        modality=Modality(local_name(facts[ONTOLOGY + "modality"][0]).lower()),
        status=None if status is None else Status(local_name(status).lower()),
        valid_from=_first_value(facts, "validFrom"),
        valid_until=_first_value(facts, "validUntil"),
        attributed_to=None if attributed_to is None else ActorId(id_in(attributed_to)),
        confidence=float(facts[ONTOLOGY + "confidence"][0]),
        method=facts[ONTOLOGY + "method"][0],
        premises=tuple(map(ClaimId, sorted(premises))),
    )


def _trigger(
    facts: FactsOfSubject, documents: Mapping[DocumentId, Document]
) -> Evidence | None:
    """Return the words that express the relation; their IRI says where they are (RFC 5147)."""
    iri = _first_value(facts, "trigger")
    if iri is None:
        return None
    source, _, place = iri.partition("#char=")
    start, end = map(int, place.split(","))
    name = id_in(source)
    id_ = DocumentId(name)
    document = documents[id_]
    return Evidence.of(document, start, end)


def _evidence(
    passage: FactsOfSubject, graph: _Graph, documents: Mapping[DocumentId, Document]
) -> Evidence:
    selected: dict[str, list[str]] = {}
    for selector in passage[OA + "hasSelector"]:
        selected.update(graph[selector])
    start = int(selected[OA + "start"][0])
    end = int(selected[OA + "end"][0])
    quote = selected[OA + "exact"][0]
    document = documents[DocumentId(id_in(passage[OA + "hasSource"][0]))]
    # RDF cannot contain a lone surrogate: the quote is what the text has, if only that differs.
    verbatim = document.text[start:end]
    if storable(verbatim) == quote:
        quote = verbatim
    return Evidence(document.id, start, end, quote)


def _first_value(facts: FactsOfSubject, name: str) -> str | None:
    values = facts.get(ONTOLOGY + name)
    if not values:
        return None
    return values[0]


def id_in(iri: str) -> str:
    """Return the id that an IRI of the data ends with."""
    _, _, quoted = iri.rpartition("/")
    return unquote(quoted)
