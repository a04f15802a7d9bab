"""Annotated articles: mentions, coreference, and which relations hold, or do not, or may."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from training.annotated_facts import AnnotatedFacts, Span, annotated_facts
from training.relation_table import RelationTable

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
NEWS = ("dwie", "closereading", "closereading2")
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


class MarkedMention(NamedTuple):
    """A mention that is annotated: its code points, its entity's id and type."""

    start: int
    end: int
    entity: str
    type: str


@dataclass(slots=True)
class AnnotatedArticle:
    """One annotated document.

    A fact that is not annotated is false where ``is_decided`` says that its relation is annotated
    exhaustively.

    Attributes:
        types: Entity → its types; more than one where the annotation leaves a choice.
        same: Entity → the entity whose facts count for it: a demonym shares those of its country.
        facts: What holds, does not hold, or may hold.
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
    facts: AnnotatedFacts
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


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles of a file, JSON lines, as they are there."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def news_ids(folder: Path) -> frozenset[str]:
    """Return the ids of all news articles."""
    ids: set[str] = set()
    for name in NEWS:
        ids.update(
            str(record["id"]) for record in read_records(folder / f"{name}.jsonl")
        )
    return frozenset(ids)


def read_corpus(path: Path, relations: RelationTable) -> Iterator[AnnotatedArticle]:
    """Read a file of annotated articles, JSON lines."""
    for record in read_records(path):
        yield _article(record, path.stem, relations)


def _article(
    record: dict[str, Any], dataset: str, relations: RelationTable
) -> AnnotatedArticle:
    entities = record["entities"]
    same = {
        entity["id"]: entity.get("demonymOf") or entity["id"] for entity in entities
    }
    return AnnotatedArticle(
        id=str(record["id"]),
        dataset=dataset,
        text=record["text"],
        mentions=_mentions(entities),
        types={entity["id"]: _types(entity) for entity in entities},
        same=same,
        facts=annotated_facts(record, same, relations),
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
