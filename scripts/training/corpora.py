"""Annotated articles: mentions, coreference, and which relations hold, or do not, or may."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

#: Types of actors and of what they are related to; the last one is for an unknown type.
TYPES = (
    "Person",
    "Organization",
    "Place",
    "Group",
    "Event",
    "Role",
    "Work",
    "Time",
    "Other",
)
#: Articles are divided into this many parts.
FOLDS = 5
#: Sets of news articles. For each fold of these there is a network that has not seen it.
NEWS = ("dwie", "closereading")
#: Those whose relations are annotated, the ones that no network has learned from among them.
ANNOTATED_NEWS = (*NEWS, "closereading2")
#: The fold of all other sets that no network has seen.
UNSEEN = 0

#: Ways of annotating names. Each has its own head on the shared encoder, since they disagree on
#: what a name is.
SCHEMES = {
    "dwie": "dwie",
    "redocred": "redocred",
    "conll04": "conll04",
    "crossre-news": "crossre",
    "crossre-politics": "crossre",
}

#: Code points, from the first to the one after the last.
Span = tuple[int, int]
#: Subject, relation, object.
Fact = tuple[str, str, str]


class MarkedMention(NamedTuple):
    """A mention that is annotated: its code points, its entity's id and type."""

    start: int
    end: int
    entity: str
    type: str


@dataclass(frozen=True, slots=True)
class RelationTable:
    """The terms of ``relations.json``.

    Attributes:
        above: Term → itself and all terms above it.
        domain: Term → the types that its subject may have; ``range`` those of its object.
    """

    terms: tuple[str, ...]
    above: Mapping[str, frozenset[str]]
    symmetric: frozenset[str]
    inverse: Mapping[str, str]
    domain: Mapping[str, frozenset[str]]
    range: Mapping[str, frozenset[str]]

    @classmethod
    def load(cls, path: Path) -> RelationTable:
        """Read the file."""
        terms: dict[str, dict[str, Any]]
        terms = json.loads(path.read_text(encoding="utf-8"))["terms"]
        return cls(
            tuple(terms),
            above={name: _ancestors(name, terms) for name in terms},
            symmetric=_symmetric(terms),
            inverse=_inverses(terms),
            domain=_sets("domain", terms),
            range=_sets("range", terms),
        )

    def closure(self, subject: str, term: str, object_: str) -> Iterator[Fact]:
        """Yield all that follows from a fact, the fact included."""
        for above in self.above[term]:
            yield subject, above, object_
            if above in self.symmetric:
                yield object_, above, subject
            elif above in self.inverse:
                yield from self._inverted(subject, self.inverse[above], object_)

    def _inverted(self, subject: str, inverse: str, object_: str) -> Iterator[Fact]:
        """Yield what follows from a fact by an inverse of its relation."""
        for above in self.above[inverse]:
            yield object_, above, subject
            if above in self.symmetric:
                yield subject, above, object_


def _ancestors(name: str, terms: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """Return a term and all terms above it."""
    parents = terms[name].get("subPropertyOf") or ()
    return frozenset({name}).union(*(_ancestors(parent, terms) for parent in parents))


def _symmetric(terms: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    return frozenset(name for name, term in terms.items() if term.get("symmetric"))


def _inverses(terms: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    inverses = {name: term.get("inverse") for name, term in terms.items()}
    return {name: inverse for name, inverse in inverses.items() if inverse}


def _sets(
    key: str, terms: Mapping[str, Mapping[str, Any]]
) -> dict[str, frozenset[str]]:
    """Return the value of each term at a key, as a set."""
    return {name: frozenset(term[key]) for name, term in terms.items()}


@dataclass(slots=True)
class AnnotatedArticle:
    """One annotated document.

    A fact that is neither in ``true`` nor in ``unknown`` is false where ``is_decided`` says that
    its relation is annotated exhaustively.

    Attributes:
        types: Entity → its types; more than one where the annotation leaves a choice.
        same: Entity → the entity whose facts count for it: a demonym shares those of its country.
        true: Facts, closed under the hierarchy of relations.
        unknown: Facts that are neither true nor false.
        covers: Relations that are annotated exhaustively.
        domain: Relation → types of subjects to which the exhaustive annotation is limited.
        range: Relation → types of objects to which the exhaustive annotation is limited.
        complete: Whether all mentions are annotated.
        tagged: Whether names are learned from this set.
        passages: Passages that are annotated exhaustively for some relations.
        bystanders: Entity that is not annotated → the relations for which its passage is.
    """

    id: str
    dataset: str
    text: str
    mentions: list[MarkedMention]
    types: dict[str, frozenset[str]]
    same: dict[str, str]
    true: set[Fact]
    unknown: set[Fact]
    covers: frozenset[str]
    domain: Mapping[str, frozenset[str]]
    range: Mapping[str, frozenset[str]]
    complete: bool
    tagged: bool
    attributions: list[dict[str, Any]] = field(default_factory=list)
    passages: list[tuple[Span, frozenset[str]]] = field(default_factory=list)
    bystanders: dict[str, frozenset[str]] = field(default_factory=dict)

    def is_decided(self, term: str, subject: str, object_: str) -> bool:
        """Whether a fact that is not annotated is false."""
        for end in (subject, object_):
            if term not in self.bystanders.get(end, self.covers):
                return False
        return _allows(self.domain, term, self.types[subject]) and _allows(
            self.range, term, self.types[object_]
        )


def _allows(
    limits: Mapping[str, frozenset[str]], term: str, types: frozenset[str]
) -> bool:
    """Whether a limit of an exhaustive annotation, if there is one, allows one of the types."""
    return term not in limits or bool(limits[term] & types)


def fold_of(id_: str) -> int:
    """Return the fold of a document, by its id: the same in every set that has the document."""
    return int(hashlib.sha256(id_.encode()).hexdigest(), 16) % FOLDS


def read_corpus(path: Path, relations: RelationTable) -> Iterator[AnnotatedArticle]:
    """Read a file of annotated articles, JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield _article(json.loads(line), path.stem, relations)


def _article(
    record: dict[str, Any], dataset: str, relations: RelationTable
) -> AnnotatedArticle:
    entities = record["entities"]
    same = {
        entity["id"]: entity.get("demonymOf") or entity["id"] for entity in entities
    }
    true, unknown = _facts(record["relations"], same, relations)
    return AnnotatedArticle(
        id=str(record["id"]),
        dataset=dataset,
        text=record["text"],
        mentions=_mentions(entities),
        types={entity["id"]: _types(entity) for entity in entities},
        same=same,
        true=true,
        unknown=unknown,
        covers=frozenset(record["covers"]),
        domain=_limits(record.get("coversDomain")),
        range=_limits(record.get("coversRange")),
        complete=record.get("mentionsExhaustive", True) is not False,
        tagged=dataset in SCHEMES,
        attributions=record.get("attributions") or [],
        passages=_passages(record.get("coversSpans")),
    )


def _mentions(entities: list[dict[str, Any]]) -> list[MarkedMention]:
    return [
        MarkedMention(start, end, entity["id"], entity["type"])
        for entity in entities
        for start, end in entity["mentions"]
    ]


def _types(entity: dict[str, Any]) -> frozenset[str]:
    place = {"Place"} if entity.get("demonymOf") else set()
    return frozenset({entity["type"], *(entity.get("altTypes") or ()), *place})


def _limits(limits: dict[str, list[str]] | None) -> dict[str, frozenset[str]]:
    return {term: frozenset(types) for term, types in (limits or {}).items()}


def _passages(
    passages: list[dict[str, Any]] | None,
) -> list[tuple[Span, frozenset[str]]]:
    covered = []
    for passage in passages or ():
        start, end = passage["span"]
        covered.append(((start, end), frozenset(passage["relations"])))
    return covered


def _facts(
    annotated: list[dict[str, Any]], same: dict[str, str], relations: RelationTable
) -> tuple[set[Fact], set[Fact]]:
    """Return what is true, and what is unknown.

    A loose annotation says that its relation holds or one below it.
    """
    true: set[Fact] = set()
    unknown: set[Fact] = set()
    for fact in annotated:
        subject, object_ = same[fact["subject"]], same[fact["object"]]
        term = fact["relation"]
        true.update(relations.closure(subject, term, object_))
        if fact.get("loose"):
            for below in relations.terms:
                if term in relations.above[below]:
                    unknown.update(relations.closure(subject, below, object_))
    return true, unknown - true
