"""Annotated articles as what the reader learns from: spans, who is the same, which relations hold, and which do not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

#: Types of actors and of what they are related to; the last one stands for an unknown type.
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
FOLDS = 5

#: Ways of annotating names.  Each has its own head on the shared encoder, since they disagree on what a name is.
SCHEMES = {
    "dwie": "dwie",
    "redocred": "redocred",
    "conll04": "conll04",
    "crossre-news": "crossre",
    "crossre-politics": "crossre",
}

Span = tuple[int, int]
Fact = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Relations:
    """The terms of ``relations.json``: which lie above which, which are symmetric, and between what they hold."""

    terms: tuple[str, ...]
    above: dict[str, frozenset[str]]
    symmetric: frozenset[str]
    inverse: dict[str, str]
    domain: dict[str, frozenset[str]]
    range: dict[str, frozenset[str]]

    @classmethod
    def load(cls, path: Path) -> Relations:
        """Read the file."""
        raw = json.loads(path.read_text(encoding="utf-8"))["terms"]
        parents = {
            term: set(entry.get("subPropertyOf") or ()) for term, entry in raw.items()
        }

        def ancestors(term: str) -> frozenset[str]:
            return frozenset({term}).union(
                *(ancestors(parent) for parent in parents[term])
            )

        return cls(
            tuple(raw),
            {term: ancestors(term) for term in raw},
            frozenset(term for term, entry in raw.items() if entry.get("symmetric")),
            {
                term: entry["inverse"]
                for term, entry in raw.items()
                if entry.get("inverse")
            },
            {term: frozenset(entry["domain"]) for term, entry in raw.items()},
            {term: frozenset(entry["range"]) for term, entry in raw.items()},
        )

    def closure(self, subject: str, term: str, object_: str) -> Iterator[Fact]:
        """All that follows from a fact."""
        for above in self.above[term]:
            yield subject, above, object_
            if above in self.symmetric:
                yield object_, above, subject
            elif above in self.inverse:
                for higher in self.above[self.inverse[above]]:
                    yield object_, higher, subject
                    if higher in self.symmetric:
                        yield subject, higher, object_


@dataclass(slots=True)
class Article:
    """One annotated document.

    ``mentions`` are (start, end, entity, type).  ``true`` holds facts closed under the hierarchy, ``unknown`` facts
    that are neither true nor false; any other fact is false where ``decided`` says that its term is annotated
    exhaustively.  ``passages`` are exhaustive for some terms; ``bystanders`` are entities of such a passage, with them.
    """

    id: str
    dataset: str
    text: str
    mentions: list[tuple[int, int, str, str]]
    types: dict[str, frozenset[str]]
    same: dict[str, str]
    true: set[Fact]
    unknown: set[Fact]
    covers: frozenset[str]
    domain: dict[str, frozenset[str]]
    range: dict[str, frozenset[str]]
    complete: bool
    tagged: bool
    attributions: list[dict[str, Any]] = field(default_factory=list)
    passages: list[tuple[Span, frozenset[str]]] = field(default_factory=list)
    bystanders: dict[str, frozenset[str]] = field(default_factory=dict)

    def decided(self, term: str, subject: str, object_: str) -> bool:
        """Whether a fact that is not annotated is false."""
        if any(
            term not in self.bystanders.get(end, self.covers)
            for end in (subject, object_)
        ):
            return False
        domain, range_ = self.domain.get(term), self.range.get(term)
        left, right = self.types[subject], self.types[object_]
        return (domain is None or bool(domain & left)) and (
            range_ is None or bool(range_ & right)
        )


def fold_of(id_: str) -> int:
    """The fold of a document, by its id: the same in every corpus that has it."""
    return int(hashlib.sha256(id_.encode()).hexdigest(), 16) % FOLDS


def read_corpus(path: Path, relations: Relations) -> Iterator[Article]:
    """Read a file of annotated articles."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield _article(json.loads(line), path.stem, relations)


def _article(record: dict[str, Any], dataset: str, relations: Relations) -> Article:
    entities = {entity["id"]: entity for entity in record["entities"]}
    types = {id_: _types(entity) for id_, entity in entities.items()}
    same = {id_: entity.get("demonymOf") or id_ for id_, entity in entities.items()}
    true, unknown = _facts(record["relations"], same, relations)
    return Article(
        id=str(record["id"]),
        dataset=dataset,
        text=record["text"],
        mentions=[
            (a, b, id_, entity["type"])
            for id_, entity in entities.items()
            for a, b in entity["mentions"]
        ],
        types=types,
        same=same,
        true=true,
        unknown=unknown,
        covers=frozenset(record["covers"]),
        domain={
            term: frozenset(names)
            for term, names in (record.get("coversDomain") or {}).items()
        },
        range={
            term: frozenset(names)
            for term, names in (record.get("coversRange") or {}).items()
        },
        complete=record.get("mentionsExhaustive", True) is not False,
        tagged=dataset in SCHEMES,
        attributions=record.get("attributions") or [],
        passages=[
            (tuple(one["span"]), frozenset(one["relations"]))
            for one in record.get("coversSpans") or ()
        ],
    )


def _types(entity: dict[str, Any]) -> frozenset[str]:
    place = {"Place"} if entity.get("demonymOf") else set()
    return frozenset({entity["type"], *(entity.get("altTypes") or ()), *place})


def _facts(
    annotated: list[dict[str, Any]], same: dict[str, str], relations: Relations
) -> tuple[set[Fact], set[Fact]]:
    true: set[Fact] = set()
    unknown: set[Fact] = set()
    for fact in annotated:
        subject, term, object_ = (
            same[fact["subject"]],
            fact["relation"],
            same[fact["object"]],
        )
        true.update(relations.closure(subject, term, object_))
        if fact.get("loose"):
            for below in relations.terms:
                if term in relations.above[below]:
                    unknown.update(relations.closure(subject, below, object_))
    return true, unknown - true
