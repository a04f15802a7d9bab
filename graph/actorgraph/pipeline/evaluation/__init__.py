"""How well the product reads a user's own annotated articles."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from actorgraph.errors import DocumentError
from actorgraph.model import Reading
from actorgraph.pipeline.evaluation.gold import read_gold
from actorgraph.pipeline.evaluation.scoring import Judged, Verdict, judge
from actorgraph.pipeline.options import DEFAULTS, Options, settle
from actorgraph.pipeline.workers import Progress, read_each, silent
from actorgraph.vocabulary import load_vocabulary

__all__ = ["Evaluation", "Measured", "Verdict", "evaluate"]

#: Samples of articles, with replacement, that an interval is made of, and how much of them it spans (Efron 1979).
SAMPLES, SPAN = 1000, 0.95
#: All relations together.
ALL = "all"

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Measured:
    """How well one relation was read.

    Attributes:
        gold, found: Facts annotated, and those of them that our claims say.
        judged, right: Our claims that the annotation decides, and those of them that it confirms.
        precision, recall, f1: 0–1; 0 where there is nothing to divide by.
        intervals: 95 % bootstrap intervals of the three, over articles.
    """

    relation: str
    gold: int
    found: int
    judged: int
    right: int
    precision: float
    recall: float
    f1: float
    intervals: tuple[Interval, Interval, Interval]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What ``evaluate`` found: all relations together, then each, most frequent first; what was wrong and missed.

    ``mistold`` are claims that are right but for how they are told, where the annotation says that.
    """

    articles: int
    relations: tuple[Measured, ...]
    wrong: tuple[Verdict, ...]
    missed: tuple[Verdict, ...]
    mistold: tuple[Verdict, ...]


def evaluate(
    path: Path,
    options: Options = DEFAULTS,
    progress: Progress = silent,
) -> Evaluation:
    """Read annotated articles and hold what was read against the annotation.

    Relations are judged where an article ``covers`` them; where no article says what it covers, all that the file uses
    count as covered.

    Args:
        path: JSON lines, see ``evaluation.gold``.

    Raises:
        DocumentError: if the file cannot be used or names a relation that the ontology lacks, or an article cannot be
            read.
    """
    settings = settle(options)
    vocabulary = load_vocabulary(*settings.extensions)
    articles = read_gold(path, vocabulary)
    used = frozenset(relation for one in articles for _, relation, _ in one.facts)
    judged = []
    outcomes = read_each([one.document for one in articles], settings, None, progress)
    for one, outcome in zip(articles, outcomes, strict=True):
        if not isinstance(outcome, Reading):
            raise DocumentError(f"{outcome.name}: {outcome.reason}")
        covers = used if one.covers is None else one.covers
        judged.append(judge(one, outcome, covers, vocabulary))
    frequent = Counter(
        fact.relation for one in judged for fact in (*one.found, *one.missed)
    )
    names = sorted(
        {verdict.relation for one in judged for verdict in (*one.right, *one.wrong)}
        | frequent.keys(),
        key=lambda name: (-frequent[name], name),
    )
    return Evaluation(
        len(articles),
        tuple(_measure(name, judged) for name in (ALL, *names)),
        tuple(verdict for one in judged for verdict in one.wrong),
        tuple(verdict for one in judged for verdict in one.missed),
        tuple(verdict for one in judged for verdict in one.mistold),
    )


Counts = tuple[int, int, int, int]


def _measure(relation: str, judged: Sequence[Judged]) -> Measured:
    each = [_counts(relation, one) for one in judged]
    chance = random.Random(relation)
    samples = [_ratios(chance.choices(each, k=len(each))) for _ in range(SAMPLES)]
    gold, found, claimed, right = (sum(column) for column in zip(*each, strict=True))
    precision, recall, f1 = _ratios(each)
    intervals = tuple(_interval([sample[i] for sample in samples]) for i in range(3))
    return Measured(
        relation,
        gold,
        found,
        claimed,
        right,
        precision,
        recall,
        f1,
        (intervals[0], intervals[1], intervals[2]),
    )


def _counts(relation: str, one: Judged) -> Counts:
    right, wrong, found, missed = (
        sum(relation in (ALL, verdict.relation) for verdict in verdicts)
        for verdicts in (one.right, one.wrong, one.found, one.missed)
    )
    return found + missed, found, right + wrong, right


def _ratios(each: Iterable[Counts]) -> tuple[float, float, float]:
    gold, found, judged, right = (sum(column) for column in zip(*each, strict=True))
    precision = right / judged if judged else 0.0
    recall = found / gold if gold else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def _interval(values: list[float]) -> Interval:
    ordered, outside = sorted(values), (1 - SPAN) / 2
    return ordered[int(outside * len(ordered))], ordered[
        min(len(ordered) - 1, int((1 - outside) * len(ordered)))
    ]
