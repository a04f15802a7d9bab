"""How people judged each way of reading: what they rejected, corrected and confirmed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from pathlib import Path
from statistics import fmean

import pyoxigraph as ox

from actorgraph.dataset.store import open_graph
from actorgraph.extraction.knowledge.reliability import (
    Reliability,
    load_reliability,
)
from actorgraph.files import replacing
from actorgraph.kinds import CLAIM_VERDICTS
from actorgraph.model import LEARNED, Claim, Reading
from actorgraph.pipeline.judged_readings import JudgedReadings, judged_readings
from actorgraph.resolution import remaining, resolved
from actorgraph.resolution.claim_judgements import JudgedClaim
from actorgraph.vocabulary import Vocabulary

#: Probability of a claim about which the learned reader is in two minds.
EVEN = 0.5


class Outcome(StrEnum):
    """What people made of a claim."""

    REJECTED = "rejected"
    CORRECTED = "corrected"
    CONFIRMED = "confirmed"
    UNJUDGED = "unjudged"


@dataclass(frozen=True, slots=True, order=True)
class Way:
    """A way of reading: a template of grammar, a relation, and the trigger word, "" if none."""

    template: str
    relation: str
    word: str

    @property
    def method(self) -> str:
        """Template and word, as claims show them."""
        if not self.word:
            return self.template
        return f"{self.template}: {self.word}"


@dataclass(frozen=True, slots=True)
class JudgedWay:
    """How people judged the claims that one way of reading made.

    Attributes:
        rejected: Number of claims that were rejected.
        corrected: Those that were corrected in an end or the relation; a claim that was corrected
            only in its status or the like counts as confirmed.
        confirmed: Those that were confirmed.
        claims: Number of all its claims, judged or not.
        stated: Mean confidence of the judged ones when they were read.
    """

    way: Way
    rejected: int
    corrected: int
    confirmed: int
    claims: int
    stated: float

    @property
    def wrong(self) -> int:
        """Number of claims that were wrong."""
        return self.rejected + self.corrected

    @property
    def judged(self) -> int:
        """Number of claims that were judged."""
        return self.wrong + self.confirmed


def judged_ways(folder: Path) -> tuple[JudgedWay, ...]:
    """Return how people judged each way of reading, the most often wrong first.

    Claims that follow from others, or that no text says, are left out.

    Raises:
        InvalidData: if the file of judgements is damaged.
        StoreError: if there is no graph.
    """
    outcomes: dict[Way, list[tuple[Outcome, float]]] = defaultdict(list)
    for way, outcome, confidence in _judged_claims(judged_readings(folder)):
        outcomes[way].append((outcome, confidence))
    ways = [_judged_way(way, claims) for way, claims in outcomes.items()]
    judged = [way for way in ways if way.judged]
    return tuple(sorted(judged, key=lambda way: (-way.wrong, -way.judged, way.way)))


def _judged_way(way: Way, claims: list[tuple[Outcome, float]]) -> JudgedWay:
    counts = dict.fromkeys(Outcome, 0)
    stated = []
    for outcome, confidence in claims:
        counts[outcome] += 1
        if outcome is not Outcome.UNJUDGED:
            stated.append(confidence)
    return JudgedWay(
        way,
        counts[Outcome.REJECTED],
        counts[Outcome.CORRECTED],
        counts[Outcome.CONFIRMED],
        len(claims),
        fmean(stated) if stated else 0.0,
    )


def _judged_claims(judged: JudgedReadings) -> Iterator[tuple[Way, Outcome, float]]:
    """Yield the way, the outcome and the confidence of each claim as it was read."""
    readings, vocabulary = judged.readings, judged.vocabulary
    decisions = remaining(judged.judgements)
    resolution, _ = resolved(readings, decisions, vocabulary)
    about_actors = [
        decision for decision in decisions if decision.verdict not in CLAIM_VERDICTS
    ]
    _, corpus = resolved(readings, about_actors, vocabulary)
    ways = {id_: way for reading in readings for id_, way in _ways(reading)}
    for claim in corpus.claims:
        if claim.id in ways:
            outcome = _outcome(claim, resolution.about_claims.applied(claim))
            yield ways[claim.id], outcome, claim.confidence


def _outcome(read: Claim, judged: JudgedClaim) -> Outcome:
    if judged.reason is not None:
        return Outcome.REJECTED
    if judged.claim == read:
        return Outcome.UNJUDGED
    before, after = (
        (claim.subject, claim.relation, claim.object) for claim in (read, judged.claim)
    )
    return Outcome.CONFIRMED if before == after else Outcome.CORRECTED


def _ways(reading: Reading) -> Iterator[tuple[str, Way]]:
    """Yield the id of each claim that a text says, with the way in which it was read."""
    for claim in reading.claims:
        if claim.premises or claim.is_background:
            continue
        template, word = _template_and_word(claim.method)
        way = Way(template, claim.relation, word)
        yield claim.id, way


def _template_and_word(method: str) -> tuple[str, str]:
    """Return the template and the trigger word of a method.

    >>> _template_and_word("verb: accuse; learned reader 0.74")
    ('verb', 'accuse')
    >>> _template_and_word("learned reader 0.51")
    ('learned reader', '')
    """
    rule = method.partition(";")[0]
    if rule.startswith(LEARNED):
        return LEARNED, ""
    template, _, word = rule.partition(": ")
    return template, word


HEADER = """\
# How often each way of reading was right and wrong, as people judged it; made by
# "actorgraph calibrate", and read by "actorgraph build ... --ontology FILE".
@prefix ag: <https://w3id.org/actorgraph/ontology#> .

"""


@dataclass(frozen=True, slots=True)
class Recalibrated:
    """A way of reading, with the share of right claims expected of it before and after.

    Of what only the learned reader proposes, it is the share where the reader is in two minds.
    """

    judged: JudgedWay
    before: float
    after: float


def recalibrate(folder: Path, target: Path) -> tuple[Recalibrated, ...]:
    """Write what people judged as Turtle that ``--ontology`` reads.

    Args:
        folder: The graph folder.
        target: The file, which is replaced.

    Returns:
        What changes, in the order of ``judged_ways``; if nothing was judged it is empty, and
        nothing is written.

    Raises:
        As ``judged_ways``.
    """
    ways = judged_ways(folder)
    if not ways:
        return ()
    stored = open_graph(folder)
    others = [path for path in stored.extensions if path.resolve() != target.resolve()]
    text = experience(ways, stored.vocabulary)
    with replacing(target) as stream:
        stream.write(text.encode())
    shipped = load_reliability(*others)
    learned = load_reliability(*others, target)
    changes = []
    for judged in ways:
        before = _share(shipped, judged.way)
        after = _share(learned, judged.way)
        change = Recalibrated(judged, before, after)
        changes.append(change)
    return tuple(changes)


def _share(reliability: Reliability, way: Way) -> float:
    """Return the share of right claims expected of a way of reading."""
    if way.template == LEARNED:
        return reliability.of_proposal(way.relation, EVEN)
    return reliability.of_rule(way.template, way.relation, way.word)


def experience(ways: Iterable[JudgedWay], vocabulary: Vocabulary) -> str:
    """Return what people judged as Turtle, which ``--ontology`` reads.

    Args:
        ways: Those of ``judged_ways``.
        vocabulary: Has the relations.
    """
    lines = [HEADER]
    for judged in sorted(ways, key=attrgetter("way")):
        way = judged.way
        facts = [
            "a ag:Experience",
            f"ag:template {ox.Literal(way.template)}",
            f"ag:relation <{vocabulary.relation(way.relation).iri}>",
            f"ag:word {ox.Literal(way.word)}" if way.word else "",
            f'ag:right "{judged.confirmed}"',
            f'ag:wrong "{judged.wrong}"',
        ]
        lines.append(f"[] {' ; '.join(filter(None, facts))} .\n")
    return "".join(lines)
