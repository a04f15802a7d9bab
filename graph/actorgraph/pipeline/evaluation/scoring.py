"""Which of our claims are right, and which facts were found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from actorgraph.model import Actor, Claim, Polarity, Reading, Span, Status
from actorgraph.pipeline.evaluation.causes import Cause, Causes
from actorgraph.pipeline.evaluation.gold import Fact, Gold, Properties
from actorgraph.vocabulary import Vocabulary

#: What a mention that overlaps an annotated one without being equal counts, against 1 for an equal one.
PARTIAL = 0.4
#: Characters on either side of what was missed that its passage shows.
AROUND = 60


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim that the annotation decides, or a fact that was not found.

    Attributes:
        document: Name of the article.
        subject, object: Names as the text has them.
        passage: The words that the claim quotes; for a fact that was missed, those between its nearest mentions.
        confidence: Of a claim, 0–1; None for a fact.
        method: How a claim was read; empty for a fact.
        cause: Why it is wrong, or was missed; None of what is right.
        told: What it says of the properties that are annotated otherwise: "asserted, not planned".
    """

    document: str
    subject: str
    relation: str
    object: str
    passage: str
    confidence: float | None = None
    method: str = ""
    cause: Cause | None = None
    told: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """One article, judged: claims right and wrong, facts found and missed, and right claims that are told wrongly."""

    right: tuple[Verdict, ...]
    wrong: tuple[Verdict, ...]
    found: tuple[Verdict, ...]
    missed: tuple[Verdict, ...]
    mistold: tuple[Verdict, ...]


def judge(
    gold: Gold, reading: Reading, covers: frozenset[str], vocabulary: Vocabulary
) -> Judged:
    """Hold a reading against its annotation.

    A claim is judged at its most specific relation among those covered, and ignored where there is none or where it is
    denied; it is right if the annotation, closed under the hierarchy, says so.  A fact is found if our claims, closed
    likewise, say it.  Each of ours is aligned with the one annotated entity whose mentions it shares most.

    Args:
        covers: Relations of which everything is annotated.
    """
    theirs = align(gold, reading.actors)
    claims = list(_claims(reading))
    true = frozenset(one for fact in gold.facts for one in vocabulary.implied(*fact))
    said = {
        one for claim in claims for one in vocabulary.implied(*_aligned(claim, theirs))
    }
    causes = Causes(gold, reading, theirs, true, said, vocabulary)
    right: list[Verdict] = []
    wrong: list[Verdict] = []
    for claim in claims:
        terms = _judged_at(claim.relation, covers, vocabulary)
        fact = _aligned(claim, theirs)
        if any((fact[0], term, fact[2]) in true for term in terms):
            right.append(_of_claim(claim, reading))
        elif terms:
            wrong.append(
                replace(_of_claim(claim, reading), cause=causes.of_wrong(fact))
            )
    facts = sorted(fact for fact in gold.facts if fact[1] in covers)
    found = [_of_fact(fact, gold) for fact in facts if fact in said]
    missed = [
        replace(_of_fact(fact, gold), cause=causes.of_missed(fact))
        for fact in facts
        if fact not in said
    ]
    mistold = [
        replace(_of_claim(claim, reading), cause=Cause.PROPERTY, told=told)
        for claim in claims
        if (told := _otherwise(claim, gold.facts.get(_aligned(claim, theirs), {})))
    ]
    return Judged(
        tuple(right), tuple(wrong), tuple(found), tuple(missed), tuple(mistold)
    )


def _otherwise(claim: Claim, stated: Properties) -> str:
    """What a claim says of properties that are annotated otherwise; empty where it says the same."""
    pairs = (
        (getattr(claim, name) or Status.CURRENT, value)
        for name, value in stated.items()
    )
    return ", ".join(
        f"{ours}, not {theirs}" for ours, theirs in pairs if ours != theirs
    )


def _claims(reading: Reading) -> Iterator[Claim]:
    """What is affirmed, each statement once, by its surest claim."""
    seen: set[Fact] = set()
    for claim in sorted(
        reading.claims, key=lambda claim: (-claim.confidence, claim.id)
    ):
        key = claim.subject, claim.relation, claim.object
        if claim.polarity is Polarity.AFFIRMED and key not in seen:
            seen.add(key)
            yield claim


def _judged_at(
    relation: str, covers: frozenset[str], vocabulary: Vocabulary
) -> set[str]:
    terms = vocabulary.ancestors(relation) & covers
    return {
        term
        for term in terms
        if not any(
            term != other and term in vocabulary.ancestors(other) for other in terms
        )
    }


def align(gold: Gold, actors: Iterable[Actor]) -> dict[str, str]:
    """Our actors → annotated entities, one to one, by the largest shared weight of mentions."""
    import rustworkx

    ours = list(actors)
    entities = sorted(gold.mentions)
    graph: rustworkx.PyGraph[str, int] = rustworkx.PyGraph()
    graph.add_nodes_from([*(actor.id for actor in ours), *entities])
    for i, actor in enumerate(ours):
        spans = [(mention.start, mention.end) for mention in actor.mentions]
        for j, entity in enumerate(entities, len(ours)):
            weight = round(
                1000
                * sum(
                    _shared(span, other)
                    for span in spans
                    for other in gold.mentions[entity]
                )
            )
            if weight:
                graph.add_edge(i, j, weight)
    matched = rustworkx.max_weight_matching(graph, weight_fn=int)
    return {graph[min(pair)]: graph[max(pair)] for pair in matched}


def _shared(left: Span, right: Span) -> float:
    if left == right:
        return 1.0
    common = min(left[1], right[1]) - max(left[0], right[0])
    return (
        PARTIAL * common / (max(left[1], right[1]) - min(left[0], right[0]))
        if common > 0
        else 0.0
    )


def _aligned(claim: Claim, theirs: dict[str, str]) -> Fact:
    """A claim between annotated entities; who has none keeps an id that no entity has."""
    subject, object_ = (
        theirs.get(end, f"not annotated: {end}")
        for end in (claim.subject, claim.object)
    )
    return subject, claim.relation, object_


def _of_claim(claim: Claim, reading: Reading) -> Verdict:
    names = {actor.id: actor.name for actor in reading.actors}
    passage = " … ".join(proof.quote for proof in claim.evidence)
    ends = names[claim.subject], claim.relation, names[claim.object]
    return Verdict(
        reading.document.name, *ends, passage, claim.confidence, claim.method
    )


def _of_fact(fact: Fact, gold: Gold) -> Verdict:
    subject, relation, object_ = fact
    text = gold.document.text
    pairs = [
        (left, right)
        for left in gold.mentions[subject]
        for right in gold.mentions[object_]
    ]
    if not pairs:
        return Verdict(gold.document.name, subject, relation, object_, "")
    left, right = min(pairs, key=lambda pair: (abs(pair[0][0] - pair[1][0]), pair))
    passage = text[
        max(0, min(left[0], right[0]) - AROUND) : max(left[1], right[1]) + AROUND
    ]
    return Verdict(
        gold.document.name, text[slice(*left)], relation, text[slice(*right)], passage
    )
