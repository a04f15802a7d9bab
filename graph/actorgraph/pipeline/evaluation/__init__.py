"""How well a user's own annotated articles are read."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from pathlib import Path

from actorgraph.errors import DocumentError
from actorgraph.model import Reading
from actorgraph.pipeline.evaluation.gold import GoldArticle, read_gold
from actorgraph.pipeline.evaluation.scoring import (
    ArticleScores,
    ScoredFact,
    score_article,
)
from actorgraph.pipeline.options import DEFAULTS, Options, settle
from actorgraph.pipeline.workers import Outcome, Progress, read_each, silent
from actorgraph.vocabulary import Vocabulary, load_vocabulary

__all__ = ["Evaluation", "RelationScores", "ScoredFact", "evaluate"]

#: Number of bootstrap samples of articles (Efron 1979).
SAMPLES = 1000
#: Share of the samples that an interval spans.
SPAN = 0.95
#: All relations together.
ALL = "all"

Interval = tuple[float, float]
#: Numbers of gold, recalled, judged and right facts or claims in an article.
Counts = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class RelationScores:
    """How well one relation was read.

    Attributes:
        relation: Local name, or ``all``.
        gold: Number of annotated facts.
        recalled: How many of them our claims contain.
        judged: Number of our claims that the annotation decides.
        right: How many of them it confirms.
        precision: right / judged, 0–1; 0 if there are none.
        recall: recalled / gold, 0–1; 0 if there are none.
        f1: Harmonic mean of the two.
        intervals: 95 % bootstrap intervals of these three, over articles.
    """

    relation: str
    gold: int
    recalled: int
    judged: int
    right: int
    precision: float
    recall: float
    f1: float
    intervals: tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What ``evaluate`` returns.

    Attributes:
        articles: Number of articles.
        relations: Scores of all relations together, then of each, most frequent first.
        wrong: Claims that the annotation contradicts.
        missed: Facts that were not read.
        misstated: Right claims whose modality or status is not the annotated one.
    """

    articles: int
    relations: tuple[RelationScores, ...]
    wrong: tuple[ScoredFact, ...]
    missed: tuple[ScoredFact, ...]
    misstated: tuple[ScoredFact, ...]


def evaluate(
    path: Path, options: Options = DEFAULTS, progress: Progress = silent
) -> Evaluation:
    """Read annotated articles and compare the result with the annotation.

    A relation is judged in an article that ``covers`` it.  An article that does not say what it
    covers is taken to cover every relation that the file uses.

    Args:
        path: JSON lines, see ``evaluation.gold``.
        options: How to read.
        progress: Called with the number of articles done, and of all.

    Raises:
        DocumentError: if the file cannot be used, names a relation that the ontology lacks, or an
            article cannot be read.
    """
    settings = settle(options)
    vocabulary = load_vocabulary(*settings.extensions)
    articles = read_gold(path, vocabulary)
    documents = list(map(attrgetter("document"), articles))
    outcomes = read_each(documents, settings, None, progress)
    scores, total = _score(articles, outcomes, vocabulary), ArticleScores()
    for article in scores:
        total.extend(article)
    return Evaluation(
        len(articles),
        tuple(_summed(name, scores) for name in (ALL, *_relations(total))),
        tuple(total.wrong),
        tuple(total.missed),
        tuple(total.misstated),
    )


def _score(
    articles: Sequence[GoldArticle],
    outcomes: Iterable[Outcome],
    vocabulary: Vocabulary,
) -> list[ArticleScores]:
    facts = chain.from_iterable(article.facts for article in articles)
    used = frozenset(relation for _, relation, _ in facts)
    scores: list[ArticleScores] = []
    for article, outcome in zip(articles, outcomes, strict=True):
        if not isinstance(outcome, Reading):
            raise DocumentError(f"{outcome.name}: {outcome.reason}")
        covers = used if article.covers is None else article.covers
        scores.append(score_article(article, outcome, covers, vocabulary))
    return scores


def _relations(scores: ArticleScores) -> list[str]:
    """Return the relations of facts and claims, those with most facts first."""
    relation = attrgetter("relation")
    facts = Counter(map(relation, scores.recalled + scores.missed))
    for claim in scores.right + scores.wrong:
        facts[claim.relation] += 0
    return sorted(facts, key=lambda relation: (-facts[relation], relation))


def _summed(relation: str, scores: Sequence[ArticleScores]) -> RelationScores:
    counts = [_counts(relation, article) for article in scores]
    chance = random.Random(relation)  # noqa: S311  repeatable samples, no secrets
    samples = [_ratios(chance.choices(counts, k=len(counts))) for _ in range(SAMPLES)]
    intervals = map(_interval, zip(*samples, strict=True))
    return RelationScores(
        relation, *_totals(counts), *_ratios(counts), tuple(intervals)
    )


def _counts(relation: str, scores: ArticleScores) -> Counts:
    def count(facts: Iterable[ScoredFact]) -> int:
        return sum(relation in (ALL, scored.relation) for scored in facts)

    recalled, right = count(scores.recalled), count(scores.right)
    return (
        recalled + count(scores.missed),
        recalled,
        right + count(scores.wrong),
        right,
    )


def _totals(counts: Iterable[Counts]) -> Counts:
    gold, recalled, judged, right = map(sum, zip(*counts, strict=True))
    return gold, recalled, judged, right


def _ratios(counts: Iterable[Counts]) -> tuple[float, float, float]:
    gold, recalled, judged, right = _totals(counts)
    precision = right / judged if judged else 0.0
    recall = recalled / gold if gold else 0.0
    both = precision + recall
    if not both:
        return precision, recall, 0.0
    return precision, recall, 2 * precision * recall / both


def _interval(values: Iterable[float]) -> Interval:
    """Return the interval that ``SPAN`` of the values lie in, with equal shares outside."""
    ordered = sorted(values)
    number = len(ordered)
    outside = (1 - SPAN) / 2
    low = int(outside * number)
    high = int((1 - outside) * number)
    last = number - 1
    return ordered[low], ordered[min(last, high)]
