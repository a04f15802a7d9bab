"""How often each way of reading a claim was right on annotated articles.

``ontology/reliability.tsv`` counts, for each template, relation and trigger word, the claims that were right and wrong
on development articles.  The reliability of a rule is the share that was right, drawn towards that of the same
template and relation, then of the same template, then towards ``UNSEEN_CONFIDENCE``, the less there is to count:
(right + w·p) / (right + wrong + w).

``ontology/calibration.tsv`` says what else bears on it, as a logistic regression on articles that the learned reader
had not seen (Platt 1999): confidence = σ(Σ weight · signal).  Beside a rule, the signals are the log-odds of its
reliability and of the learned reader's probability; where the learned reader alone proposes a claim, those that
``learned.candidates`` names, and the relation itself, with or without a word for it in the passage.  It may propose
those alone of which enough claims were judged: where nobody knows how often it is right, it is not heard.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from actorgraph.model import LEARNED
from actorgraph.resources import ontology_file
from actorgraph.settings import RELIABILITY_PRIOR_WEIGHT, UNSEEN_CONFIDENCE

FILE = "reliability.tsv"
CALIBRATION = "calibration.tsv"
#: The way of reading that a weight is for, beside ``LEARNED``.
RULE = "rule"
#: Signals that every claim has, and the learned reader's probability, as log-odds.
INTERCEPT, RELIABILITY, PROBABILITY = "intercept", "reliability", "probability"
#: Signal of a claim of which no word in the passage tells.
UNWORDED = "unworded"
#: Probabilities are kept this far from 0 and 1, where their log-odds would be infinite.
EDGE = 1e-3

Key = tuple[str, ...]


#: What is known of a claim besides its rule: name of a signal → its value.
Signals = Mapping[str, float]


@dataclass
class Reliability:
    """Confidence of a claim, from counts of right and wrong ones and the calibration of the learned reader.

    Args:
        counts: (template, relation, word) → (right, wrong).
        weights: (``rule`` or ``learned reader``, signal) → weight; empty where nothing was calibrated.
    """

    counts: Mapping[tuple[str, str, str], tuple[int, int]]
    weights: Mapping[tuple[str, str], float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.right: Counter[Key] = Counter()
        self.wrong: Counter[Key] = Counter()
        for (template, relation, word), (right, wrong) in self.counts.items():
            for key in ((template,), (template, relation), (template, relation, word)):
                self.right[key] += right
                self.wrong[key] += wrong

    def confidence(
        self, template: str, relation: str, word: str, signals: Signals | None = None
    ) -> float:
        """How likely a claim is to be right, 0–1, two decimals.

        Args:
            signals: What the learned reader thinks; None or empty where it has no opinion.
        """
        alone = template == LEARNED
        rule = 0.0 if alone else logit(self.of_rule(template, relation, word))
        if not signals:
            return round(expit(rule), 2)
        if not self.weights:
            return round(expit(signals[PROBABILITY] if alone else rule), 2)
        way = LEARNED if alone else RULE
        whole = {
            INTERCEPT: 1.0,
            RELIABILITY: rule,
            kind_of(relation, signals): 1.0,
            **signals,
        }
        return round(
            expit(
                sum(
                    self.weights.get((way, name), 0.0) * value
                    for name, value in whole.items()
                )
            ),
            2,
        )

    def knows(self, relation: str, signals: Signals) -> bool:
        """Whether enough such claims of the learned reader alone were judged to say how often it is right."""
        return not self.weights or (LEARNED, kind_of(relation, signals)) in self.weights

    def of_rule(self, template: str, relation: str, word: str) -> float:
        """Share of right claims among those that a rule reads, 0–1."""
        estimate = UNSEEN_CONFIDENCE
        for key in ((template,), (template, relation), (template, relation, word)):
            right, total = self.right[key], self.right[key] + self.wrong[key]
            estimate = (right + RELIABILITY_PRIOR_WEIGHT * estimate) / (
                total + RELIABILITY_PRIOR_WEIGHT
            )
        return estimate


def kind_of(relation: str, signals: Signals) -> str:
    """What a claim of the learned reader alone is counted with: its relation, and whether no word tells it."""
    return f"{relation}, {UNWORDED}" if signals.get(UNWORDED) else relation


def logit(probability: float) -> float:
    """Log-odds, of a probability kept away from 0 and 1."""
    inner = min(max(probability, EDGE), 1 - EDGE)
    return math.log(inner / (1 - inner))


def expit(odds: float) -> float:
    """Probability of log-odds."""
    return 1 / (1 + math.exp(-odds))


@lru_cache(maxsize=1)
def load_reliability() -> Reliability:
    """The counts and the calibration that ship with the product."""
    counts = {
        (template, relation, word): (int(right), int(wrong))
        for template, relation, word, right, wrong in _rows(FILE)
    }
    return Reliability(
        counts,
        {(way, signal): float(weight) for way, signal, weight in _rows(CALIBRATION)},
    )


def _rows(name: str) -> list[list[str]]:
    """The rows of a table, without its comments and its heading."""
    lines = [
        line
        for line in ontology_file(name).read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    return [line.split("\t") for line in lines[1:] if line]
