"""What an annotated article says of each relation: where it holds, does not hold, or may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from training.relation_table import Fact, RelationTable

#: Code points, from the first to the one after the last.
Span = tuple[int, int]

#: Sets of happenings. They mark chosen pairs of actors only, each in one direction.
HAPPENINGS = (
    "events-cameo",
    "events-dse",
    "events-gsr",
    "events-rams",
    "events-re3d",
    "events-wikievents",
)


@dataclass(slots=True)
class AnnotatedFacts:
    """The facts of an article, closed under the hierarchy of relations.

    Attributes:
        true: Facts that hold.
        unknown: Facts that are neither true nor false.
        false: Facts that do not hold, besides those that an exhaustive annotation leaves out.
        choices: Subject, relations and object, where at least one of the relations holds.
        passages: Fact → the passages that state it. A true fact without is stated anywhere.
    """

    true: set[Fact] = field(default_factory=set)
    unknown: set[Fact] = field(default_factory=set)
    false: set[Fact] = field(default_factory=set)
    choices: list[tuple[str, frozenset[str], str]] = field(default_factory=list)
    passages: dict[Fact, list[Span]] = field(default_factory=dict)


def annotated_facts(
    record: Mapping[str, Any], same: Mapping[str, str], relations: RelationTable
) -> AnnotatedFacts:
    """Return the facts of a record of the data.

    Args:
        record: An article as the data has it.
        same: Entity → the entity whose facts count for it.
        relations: The terms of the relations.
    """
    facts = AnnotatedFacts()
    for annotation in record["relations"]:
        subject, object_ = same[annotation["subject"]], same[annotation["object"]]
        if annotation.get("weak"):
            continue
        if "anyOf" in annotation:
            _add_choice(facts, subject, annotation["anyOf"], object_, relations)
        else:
            _add_fact(facts, (subject, annotation["relation"], object_), relations)
        if annotation.get("loose"):
            _add_loose(facts, (subject, annotation["relation"], object_), relations)
        if record["dataset"] in HAPPENINGS:
            _add_opposite(facts, annotation, relations)
    _add_unrelated(facts, record, relations)
    _add_passages(facts, record, same, relations)
    facts.unknown -= facts.true
    facts.false -= facts.true | facts.unknown
    return facts


def _add_fact(facts: AnnotatedFacts, fact: Fact, relations: RelationTable) -> None:
    facts.true.update(relations.closure(*fact))


def _add_loose(facts: AnnotatedFacts, fact: Fact, relations: RelationTable) -> None:
    """Note that a relation below the annotated one may hold."""
    subject, term, object_ = fact
    for below in relations.below(term):
        facts.unknown.update(relations.closure(subject, below, object_))


def _add_choice(
    facts: AnnotatedFacts,
    subject: str,
    terms: Iterable[str],
    object_: str,
    relations: RelationTable,
) -> None:
    """Add a set of relations of which one holds, and what follows from each of them."""
    known = [term for term in terms if term in relations.above]
    closures = [set(relations.closure(subject, term, object_)) for term in known]
    facts.choices.append((subject, frozenset(known), object_))
    facts.true |= set.intersection(*closures)
    facts.unknown |= set.union(*closures)


def _add_opposite(
    facts: AnnotatedFacts, annotation: Mapping[str, Any], relations: RelationTable
) -> None:
    """Add that what one does to the other is not done by the other to the one."""
    for term in annotation.get("anyOf") or [annotation["relation"]]:
        if term in relations.above and term not in relations.symmetric:
            facts.false.add((annotation["object"], term, annotation["subject"]))


def _add_unrelated(
    facts: AnnotatedFacts, record: Mapping[str, Any], relations: RelationTable
) -> None:
    """Add what annotators say does not hold, and what is below it."""
    for subject, object_ in record.get("unrelated") or ():
        for term in record["unrelatedTerms"]:
            for below in relations.below(term):
                facts.false.add((subject, below, object_))


def _add_passages(
    facts: AnnotatedFacts,
    record: Mapping[str, Any],
    same: Mapping[str, str],
    relations: RelationTable,
) -> None:
    for annotation, spans in _stated(record):
        subject, object_ = same[annotation["subject"]], same[annotation["object"]]
        for term in annotation.get("anyOf") or [annotation["relation"]]:
            if term in relations.above:
                for fact in relations.closure(subject, term, object_):
                    facts.passages.setdefault(fact, []).extend(spans)


def _stated(
    record: Mapping[str, Any],
) -> Iterator[tuple[Mapping[str, Any], list[Span]]]:
    """Yield what is annotated together with the passages that state it."""
    for claim in record.get("claims") or ():
        span = claim.get("evidenceSpan")
        start = record["text"].find(claim["evidence"])
        if span is not None:
            yield claim, [(span[0], span[1])]
        elif start >= 0:
            yield claim, [(start, start + len(claim["evidence"]))]
    if record["dataset"] in HAPPENINGS:
        for annotation in record["relations"]:
            yield annotation, [(start, end) for start, end in annotation["evidence"]]
