"""A corpus without its words: all that measures of the network depend on, read in a few seconds.

The engine writes whole columns of the claims as text, which takes a tenth of the time that reading
each statement as an object does.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

import pyoxigraph as ox

from actorgraph.codec import DAMAGED
from actorgraph.dataset.corpus import id_in
from actorgraph.dataset.manifest import damage
from actorgraph.dataset.matching_quads import ENGINE_ERRORS
from actorgraph.dataset.statements import Pair
from actorgraph.identifiers import ONTOLOGY
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Claim,
    ClaimId,
    Corpus,
    DocumentId,
    Evidence,
    Mention,
    Modality,
    Polarity,
    Reading,
    Status,
)
from actorgraph.turtle import RDF, RDFS, local_name

if TYPE_CHECKING:
    from actorgraph.dataset.store import StoredGraph

Member = TypeVar("Member", Polarity, Modality, Status)
#: IRIs whose meaning is remembered, since each occurs in many rows.
REMEMBERED = 1 << 16
_CLASSES = {class_.value: class_ for class_ in ActorType}
_AFFIRMED, _ASSERTED = f"<{ONTOLOGY}Affirmed>", f"<{ONTOLOGY}Asserted>"
_NAMES = f"SELECT ?actor ?name {{ ?actor <{RDFS}label> ?name }}"
_TYPES = "SELECT ?actor ?class { ?actor a ?class }"
_RELATED = f"""SELECT DISTINCT ?actor {{
    GRAPH ?document {{ ?claim <{RDF}subject>|<{RDF}object> ?actor }}
}}"""
#: Who is linked by the direct triples of some relations.
_LINKS = """SELECT DISTINCT ?subject ?object {{
    VALUES ?relation {{ {relations} }}
    ?subject ?relation ?object
}}"""
_CONFIDENCES = f"""SELECT ?claim ?confidence ?document {{
    GRAPH ?document {{ ?claim <{ONTOLOGY}confidence> ?confidence }}
}}"""
#: A property of claims, without one of its values.
_PROPERTY = """SELECT ?claim ?value {{
    GRAPH ?document {{ ?claim <{property}> ?value }}
    FILTER(?value != {omitted})
}}"""


def load_bare_corpus(stored: StoredGraph) -> Corpus:
    """Return the claims of a graph without dates, methods, triggers and quotes, and who they name.

    Of their evidence, only the document is right.  Actors have no other names, and mentions lack
    their words.

    Raises:
        StoreError: if the graph is damaged.
    """
    try:
        places = stored.mention_places()
        actors = sorted(_actors(stored, places), key=attrgetter("id"))
        claims = _claims_by_document(stored.store)
    except (*DAMAGED, *ENGINE_ERRORS) as error:
        raise damage(stored.folder, f"its store cannot be read ({error!r})") from error
    readings = (
        Reading(document, claims=tuple(claims[document.id]))
        for document in stored.documents()
    )
    return Corpus(tuple(readings), tuple(actors))


def load_links(stored: StoredGraph) -> tuple[list[Actor], set[Pair]]:
    """Return the actors that claims relate, without mentions, and the pairs that are linked.

    Raises:
        StoreError: if the graph is damaged.
    """
    try:
        related = {_actor_id(term) for (term,) in _rows(stored.store, _RELATED)}
        actors = [actor for actor in _actors(stored, {}) if actor.id in related]
        return actors, set(_links(stored))
    except (*DAMAGED, *ENGINE_ERRORS) as error:
        raise damage(stored.folder, f"its store cannot be read ({error!r})") from error


def _links(stored: StoredGraph) -> Iterator[Pair]:
    relations = stored.vocabulary.relations.values()
    iris = " ".join(f"<{relation.iri}>" for relation in relations)
    for ends in _rows(stored.store, _LINKS.format(relations=iris)):
        left, right = sorted(map(_actor_id, ends))
        yield left, right


def _actors(
    stored: StoredGraph, mentions: Mapping[ActorId, tuple[Mention, ...]]
) -> Iterator[Actor]:
    names = dict(_rows(stored.store, _NAMES))
    for actor, class_ in _rows(stored.store, _TYPES):
        type_ = _CLASSES.get(_local_name(class_))
        if type_ is not None:
            id_ = _actor_id(actor)
            name = json.loads(names[actor], strict=False)  # Turtle's texts are JSON's
            yield Actor(id_, type_, name, mentions=mentions.get(id_, ()))


def _claims_by_document(store: ox.Store) -> Mapping[DocumentId, list[Claim]]:
    subjects = _values(store, RDF + "subject")
    objects = _values(store, RDF + "object")
    relations = _values(store, RDF + "predicate")
    polarities = _values(store, ONTOLOGY + "polarity", _AFFIRMED)
    modalities = _values(store, ONTOLOGY + "modality", _ASSERTED)
    statuses = _values(store, ONTOLOGY + "status")
    speakers = _values(store, ONTOLOGY + "attributedTo")
    claims: dict[DocumentId, list[Claim]] = defaultdict(list)
    for term, confidence, graph in _rows(store, _CONFIDENCES):
        document = _document_id(graph)
        claim = Claim(
            ClaimId(id_in(term[1:-1])),
            _actor_id(subjects[term]),
            _local_name(relations[term]),
            _actor_id(objects[term]),
            (Evidence(document, 0, 0, ""),),
            _member(Polarity, polarities.get(term, _AFFIRMED)),
            _member(Modality, modalities.get(term, _ASSERTED)),
            _member(Status, statuses[term]) if term in statuses else None,
            attributed_to=_actor_id(speakers[term]) if term in speakers else None,
            confidence=_number(confidence),
        )
        claims[document].append(claim)
    return claims


def _values(store: ox.Store, property_: str, omitted: str = "0") -> dict[str, str]:
    """Return the value of a property of each claim, but for those that have one value."""
    return dict(_rows(store, _PROPERTY.format(property=property_, omitted=omitted)))


def _rows(store: ox.Store, query: str) -> Iterator[list[str]]:
    """Return the solutions of a query as terms of Turtle."""
    solutions: Any = store.query(query)  # of a SELECT query
    table = solutions.serialize(format=ox.QueryResultsFormat.TSV).decode()
    return (row.split("\t") for row in table.split("\n")[1:-1])


@lru_cache(REMEMBERED)
def _number(term: str) -> float:
    """Return the value of a decimal, which the engine writes as ``0.9`` or ``"1"^^<…>``."""
    return float(term.partition("^^")[0].strip('"'))


@lru_cache(REMEMBERED)
def _actor_id(term: str) -> ActorId:
    return ActorId(id_in(term[1:-1]))


@lru_cache(REMEMBERED)
def _document_id(term: str) -> DocumentId:
    return DocumentId(id_in(term[1:-1]))


@lru_cache(REMEMBERED)
def _local_name(term: str) -> str:
    iri = term[1:-1]
    return local_name(iri)


@lru_cache(REMEMBERED)
def _member(kind: type[Member], term: str) -> Member:
    name = _local_name(term)
    return kind(name.lower())
