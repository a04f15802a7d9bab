"""How well confidence fits the share of right claims, as reliability diagrams."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import fmean
from typing import NamedTuple

from actorgraph.extraction.knowledge.reliability import Reliability
from training.corpora import FOLDS
from training.judging import JudgedClaim
from training.regression import count, fit

#: Bins of confidence, of equal width.
BINS = 10
HEAD = """\
| confidence | claims | mean | right |
| --- | ---: | ---: | ---: |"""


class Rated(NamedTuple):
    """A claim with the confidence that the other folds give it."""

    dataset: str
    confidence: float
    right: bool


def report(claims: Sequence[JudgedClaim]) -> None:
    """Print a diagram of all claims, then one of each set."""
    by_set: dict[str, list[Rated]] = {}
    rated: list[Rated] = []
    for fold in range(FOLDS):
        for rating in rate(claims, fold):
            rated.append(rating)
            by_set.setdefault(rating.dataset, []).append(rating)
    print_diagram("all", rated)
    for name in sorted(by_set):
        print_diagram(name, by_set[name])


def rate(claims: Sequence[JudgedClaim], fold: int) -> Iterator[Rated]:
    """Rate the unseen claims of one fold by what is fitted to the four others."""
    fitted = [claim for claim in claims if claim.fold != fold]
    has_unseen = any(claim.unseen for claim in fitted)
    reliability = Reliability(count(fitted), fit(fitted) if has_unseen else {})
    for claim in claims:
        if claim.fold == fold and claim.unseen:
            confidence = reliability.confidence(
                claim.template, claim.relation, claim.word, claim.signals
            )
            yield Rated(claim.dataset, confidence, claim.right)


def print_diagram(name: str, rated: Sequence[Rated]) -> None:
    """Print the claims of each bin, and the expected calibration error (Naeini et al. 2015)."""
    print(f"\n{name}\n\n{HEAD}")
    bins: dict[int, list[Rated]] = {}
    for rating in rated:
        bins.setdefault(bin_of(rating.confidence), []).append(rating)
    error = 0.0
    for number, inside in sorted(bins.items()):
        mean = fmean(rating.confidence for rating in inside)
        share = fmean(rating.right for rating in inside)
        error += len(inside) / len(rated) * abs(mean - share)
        bounds = f"{number / BINS:.1f}–{(number + 1) / BINS:.1f}"
        print(f"| {bounds} | {len(inside)} | {mean:.2f} | {share:.2f} |")
    claims = f"{len(rated)} claims, each fold by the other four"
    print(f"\nexpected calibration error {error:.3f} on {claims}")


def bin_of(confidence: float) -> int:
    """Return the number of the bin, 0 to 9; that of 1.0 is the last.

    >>> bin_of(0.0), bin_of(0.35), bin_of(1.0)
    (0, 3, 9)
    """
    return min(int(confidence * BINS), BINS - 1)
