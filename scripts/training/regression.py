"""Counting how often each way of reading a claim was right, and fitting what else bears on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from actorgraph.extraction.knowledge.reliability import (
    DESCRIBED,
    INTERCEPT,
    PROBABILITY,
    RULE,
    RULE_ALONE,
    Reliability,
    Signals,
    kind_of,
    logit,
    signals_of_rule,
)
from actorgraph.model import LEARNED
from training.corpora import FOLDS, NEWS
from training.judging import JudgedClaim

#: A kind of the learned reader's claims is a signal of its own if this many of these were judged;
#: else they are rated by the family of the relation.
MINIMUM_CLAIMS = 10
#: The ridge penalty, which draws all weights but the intercept towards 0.
RIDGE = 2.0
#: Keeps the equations of the intercept solvable.
INTERCEPT_RIDGE = 1e-6
#: News articles count this many times as much as others: the product reads news.
NEWS_WEIGHT = 3.0
#: Steps of Newton's method, many more than it takes.
STEPS = 50

#: Template, relation, trigger word.
Way = tuple[str, str, str]
#: (``rule``, ``rule alone`` or ``learned reader``, signal) → weight.
Weights = dict[tuple[str, str], float]


class Observation(NamedTuple):
    """What a confidence is fitted to: the signals of a claim, and the claim."""

    signals: Mapping[str, float]
    claim: JudgedClaim


def count(claims: Iterable[JudgedClaim]) -> dict[Way, tuple[int, int]]:
    """Count the right and the wrong claims of each rule."""
    verdicts: dict[Way, Counter[bool]] = {}
    for claim in claims:
        if claim.template != LEARNED:
            way = claim.template, claim.relation, claim.word
            verdicts.setdefault(way, Counter())[claim.right] += 1
    return {way: (counter[True], counter[False]) for way, counter in verdicts.items()}


def fit(claims: Sequence[JudgedClaim]) -> Weights:
    """Fit the weights of the signals to claims about articles that the learned reader had not seen.

    Returns:
        No weights for a way of reading without such claims.
    """
    unseen = [claim for claim in claims if claim.unseen]
    rated = [claim for claim in unseen if PROBABILITY in claim.signals]
    without_opinions = [replace(claim, signals=_own(claim.signals)) for claim in rated]
    weights: Weights = {}
    for way, observations in (
        (RULE, _rule_observations(rated, claims)),
        (RULE_ALONE, _rule_observations(without_opinions, claims)),
        (LEARNED, _learned_observations(rated)),
    ):
        for name, weight in regress(observations).items():
            weights[way, name] = weight
    return weights


def _own(signals: Signals) -> Signals:
    """Return the signals of a claim without those of the learned reader."""
    return {name: value for name, value in signals.items() if name == DESCRIBED}


def _rule_observations(
    usable: Iterable[JudgedClaim], claims: Iterable[JudgedClaim]
) -> list[Observation]:
    """Return the claims of rules, each with its rule's reliability in the other folds."""
    reliabilities = []
    for fold in range(FOLDS):
        counts = count(claim for claim in claims if claim.fold != fold)
        reliabilities.append(Reliability(counts))
    observations = []
    for claim in usable:
        if claim.template != LEARNED:
            reliability = reliabilities[claim.fold]
            share = reliability.of_rule(claim.template, claim.relation, claim.word)
            signals = signals_of_rule(logit(share), claim.signals)
            observations.append(Observation(signals, claim))
    return observations


def _learned_observations(usable: Iterable[JudgedClaim]) -> list[Observation]:
    """Return the claims of the learned reader alone."""
    learned = [claim for claim in usable if claim.template == LEARNED]
    judged = Counter(map(kind_of_claim, learned))
    observations = []
    for claim in learned:
        signals = {INTERCEPT: 1.0, **claim.signals}
        kind = kind_of_claim(claim)
        if judged[kind] >= MINIMUM_CLAIMS:
            signals[kind] = 1.0
        observations.append(Observation(signals, claim))
    return observations


def kind_of_claim(claim: JudgedClaim) -> str:
    """Return the kind that a claim of the learned reader is counted with."""
    return kind_of(claim.relation, claim.signals)


def regress(observations: Sequence[Observation]) -> dict[str, float]:
    """Fit a logistic regression with a ridge penalty, by Newton's method.

    Returns:
        Signal → weight; empty without observations.
    """
    if not observations:
        return {}
    names = [INTERCEPT, *sorted(_signals_of(observations) - {INTERCEPT})]
    x = np.array([_row(observation.signals, names) for observation in observations])
    y = np.array([float(observation.claim.right) for observation in observations])
    importance = np.array(list(map(_importance, observations)))
    weights = np.zeros(len(names))
    penalty = np.diag([INTERCEPT_RIDGE, *[RIDGE] * (len(names) - 1)])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (importance * (y - p)) - penalty @ weights
        curvature = (x * (importance * p * (1 - p))[:, None]).T @ x + penalty
        weights += np.linalg.solve(curvature, gradient)
    return dict(zip(names, weights.tolist(), strict=True))


def _signals_of(observations: Iterable[Observation]) -> set[str]:
    return set().union(*(observation.signals for observation in observations))


def _row(signals: Mapping[str, float], names: Iterable[str]) -> list[float]:
    return [signals.get(name, 0.0) for name in names]


def _importance(observation: Observation) -> float:
    is_news = observation.claim.dataset in NEWS
    return NEWS_WEIGHT if is_news else 1.0
