"""How often each way of reading a claim was right on annotated articles.

``ontology/reliability.tsv`` counts, for each template, relation and trigger word, the claims that
were right and wrong on development articles.  The reliability of a rule is the share of right ones,
drawn towards that of the same template and relation, then of the same template, then towards
``UNSEEN_CONFIDENCE``, the less there is to count: (right + w·p) / (right + wrong + w).

``ontology/calibration.tsv`` adds what the learned reader thinks, as a logistic regression on
articles that it had not seen (Platt 1999): confidence = σ(Σ weight · signal).  For a claim that a
rule reads, the signals are the log-odds of the rule's reliability and of the learned reader's
probabilities of the relation and of what it implies.  For a claim that only the learned reader
proposes, they are those that ``patterns.learned_relations`` names, and the relation, with or
without a trigger word in the passage; what a user judged of that relation counts on top.  A
relation with few judged claims is rated as others of its family are.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from actorgraph.errors import OntologyError
from actorgraph.extraction.knowledge.entry import Entry, read_entries
from actorgraph.model import LEARNED
from actorgraph.settings import (
    REFERENCE_CERTAINTY,
    RELIABILITY_PRIOR_WEIGHT,
    UNSEEN_CONFIDENCE,
)
from actorgraph.tables import table_rows

FILE = "reliability.tsv"
CALIBRATION = "calibration.tsv"
#: The ways of reading that a weight is for, beside ``LEARNED``: a rule, with or without an opinion
#: of the learned reader.
RULE, RULE_ALONE = "rule", "rule alone"
#: Signals of every claim; the last two are log-odds.
INTERCEPT, RELIABILITY, PROBABILITY = "intercept", "reliability", "probability"
#: Signal of what a rule reads: log-odds of the most probable relation that it implies.
GENERAL = "general"
#: Signal of a claim without a trigger word in its passage.
UNWORDED = "unworded"
#: Signals of a claim about an actor without a name: 1, and the log-odds of the reliability.
DESCRIBED, DESCRIBED_RELIABILITY = "described", "described reliability"
#: Probabilities are kept this far from 0 and 1, where their log-odds would be infinite.
EDGE = 1e-3

#: A template, with a relation, with a trigger word.
Key = tuple[str, ...]

#: What is known about a claim besides its rule: name of a signal → value.
Signals = Mapping[str, float]


@dataclass
class Reliability:
    """Confidence of a claim, from counts of right and wrong ones and the calibration.

    Args:
        counts: (template, relation, word) → (right, wrong).
        weights: (``rule`` or ``learned reader``, signal) → weight; empty without calibration.
    """

    counts: Mapping[tuple[str, str, str], tuple[int, int]]
    weights: Mapping[tuple[str, str], float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.right: Counter[Key] = Counter()
        self.wrong: Counter[Key] = Counter()
        for rule, (right, wrong) in self.counts.items():
            for key in _keys(*rule):
                self.right[key] += right
                self.wrong[key] += wrong

    def confidence(
        self,
        template: str,
        relation: str,
        word: str,
        signals: Signals | None = None,
        *,
        references: int = 0,
    ) -> float:
        """Return how likely a claim is to be right, 0–1, to two decimals.

        Args:
            signals: What the learned reader thinks, and ``described`` if the text names one of the
                actors nowhere; None or empty where there is neither.
            references: How many pronouns, descriptions and headings it rests on that may be
                misread.
        """
        if template == LEARNED:
            odds = self._odds_of_proposal(relation, signals or {})
            share = self.of_proposal(relation, expit(odds))
        else:
            odds = logit(self.of_rule(template, relation, word))
            values = signals_of_rule(odds, signals or {})
            way = way_of(values)
            if (way, INTERCEPT) in self.weights:
                odds = self._weighted(way, values)
            share = expit(odds)
        return round(share * REFERENCE_CERTAINTY**references, 2)

    def _odds_of_proposal(self, relation: str, signals: Signals) -> float:
        """Return the log-odds of a claim that only the learned reader proposes."""
        if not signals:
            return 0.0
        if not self.weights:
            return signals[PROBABILITY]
        kind = kind_of(relation, signals)
        return self._weighted(LEARNED, {INTERCEPT: 1.0, kind: 1.0, **signals})

    def _weighted(self, way: str, signals: Signals) -> float:
        """Return the log-odds that the calibration gives."""
        return sum(
            self.weights.get((way, name), 0.0) * value
            for name, value in signals.items()
        )

    def knows(self, family: str) -> bool:
        """Whether enough of the learned reader's relations of a family were judged to rate them."""
        if not self.weights:
            return True
        return (LEARNED, family) in self.weights

    def of_rule(self, template: str, relation: str, word: str) -> float:
        """Return the share of right claims among those that a rule reads, 0–1."""
        estimate = UNSEEN_CONFIDENCE
        for key in _keys(template, relation, word):
            estimate = self._drawn(estimate, key)
        return estimate

    def of_proposal(self, relation: str, probability: float) -> float:
        """Return how likely a proposal of the learned reader is to be right, 0–1.

        Args:
            probability: What the calibration gives; the counts are a user's own, if any.
        """
        return self._drawn(probability, (LEARNED, relation))

    def _drawn(self, estimate: float, key: Key) -> float:
        """Return the share of right claims of a kind, drawn towards an estimate."""
        right = self.right[key]
        total = right + self.wrong[key]
        prior = RELIABILITY_PRIOR_WEIGHT * estimate
        return (right + prior) / (total + RELIABILITY_PRIOR_WEIGHT)


def _keys(template: str, relation: str, word: str) -> Iterator[Key]:
    """Yield what a rule is counted with, from the general to the particular."""
    yield (template,)
    yield template, relation
    yield template, relation, word


def signals_of_rule(reliability: float, signals: Signals) -> Signals:
    """Return all signals of a claim that a rule reads.

    Args:
        reliability: Log-odds of the reliability of the rule.
        signals: Those of the claim.

    >>> signals_of_rule(2.0, {})
    {'intercept': 1.0, 'reliability': 2.0}
    """
    values = {INTERCEPT: 1.0, RELIABILITY: reliability, **signals}
    if DESCRIBED in signals:
        values[DESCRIBED_RELIABILITY] = reliability
    return values


def way_of(signals: Signals) -> str:
    """Return by which weights a claim of a rule is rated.

    >>> way_of({"probability": 1.5}), way_of({"described": 1.0})
    ('rule', 'rule alone')
    """
    if PROBABILITY in signals:
        return RULE
    return RULE_ALONE


def kind_of(relation: str, signals: Signals) -> str:
    """Return what a proposal of the learned reader is counted with.

    >>> kind_of("leads", {"unworded": 1.0})
    'leads, unworded'
    """
    if signals.get(UNWORDED):
        return f"{relation}, {UNWORDED}"
    return relation


def logit(probability: float) -> float:
    """Return the log-odds of a probability, which is kept away from 0 and 1."""
    inner = min(probability, 1 - EDGE)
    inner = max(inner, EDGE)
    odds = inner / (1 - inner)
    return math.log(odds)


def expit(odds: float) -> float:
    """Return the probability of log-odds.

    >>> expit(0)
    0.5
    """
    against = math.exp(-odds)
    return 1 / (1 + against)


def load_reliability(*extensions: Path) -> Reliability:
    """Return the counts and the calibration that ship with the product, with a user's own counts.

    Args:
        extensions: Turtle files of the user; their entries of kind ``Experience`` count.

    Raises:
        OntologyError: if a table is missing, or an entry lacks a count.
    """
    shipped = _shipped()
    counts = dict(shipped.counts)
    for entry in read_entries(extensions, "Experience"):
        rule = (
            entry.text("template") or "",
            entry.name("relation") or "",
            entry.text("word") or "",
        )
        right, wrong = counts.get(rule, (0, 0))
        counts[rule] = right + _count(entry, "right"), wrong + _count(entry, "wrong")
    return Reliability(counts, shipped.weights)


def _count(entry: Entry, name: str) -> int:
    """Return a count of an entry."""
    text = entry.text(name) or ""
    if not text.isdecimal():
        raise OntologyError(
            f"an entry of kind ag:Experience has ag:{name} {text!r}; a whole number is allowed"
        )
    return int(text)


@cache
def _shipped() -> Reliability:
    counts = {}
    for template, relation, word, right, wrong in table_rows(FILE):
        counts[template, relation, word] = int(right), int(wrong)
    weights = {}
    for way, signal, weight in table_rows(CALIBRATION):
        weights[way, signal] = float(weight)
    return Reliability(counts, weights)
