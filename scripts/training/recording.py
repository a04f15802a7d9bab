"""Recording what the confidence of each claim is computed from, in place of computing it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from actorgraph.extraction.knowledge.reliability import Reliability, Signals
from actorgraph.model import Claim

#: The difference between two marks; small enough for 100 million of them between 0 and 1.
STEP = 1e-8


class Basis(NamedTuple):
    """What a confidence is computed from: how the claim was read, and the model's signals.

    ``signals`` is empty where the learned reader had no opinion.
    """

    template: str
    relation: str
    word: str
    signals: Signals


@dataclass
class ConfidenceRecorder(Reliability):
    """Records the basis of every claim, and returns a mark to find it by.

    A claim has no field for its basis. Its confidence is a free one here: whoever calibrates wants
    the basis and not a probability. So each claim gets a different number as its confidence, its
    mark. Marks fall from 1 in tiny steps. The rules ask first, so that their claims seem surer than
    those of the learned reader, and rules derive from them first, as in the product.
    """

    counts: dict[tuple[str, str, str], tuple[int, int]] = field(default_factory=dict)
    bases: dict[float, Basis] = field(default_factory=dict)

    def confidence(
        self,
        template: str,
        relation: str,
        word: str,
        signals: Signals | None = None,
        *,
        references: int = 0,  # noqa: ARG002  they are no part of what is fitted
    ) -> float:
        """Record a basis and return its mark, which is no probability."""
        mark = 1 - (len(self.bases) + 1) * STEP
        self.bases[mark] = Basis(template, relation, word, dict(signals or {}))
        return mark

    def basis_of(self, claim: Claim) -> Basis:
        """Return the basis of a claim; that of a derived claim is its rule alone."""
        if claim.premises:
            template, _, rule = claim.method.partition(": ")
            return Basis(template, claim.relation, rule, {})
        return self.bases[claim.confidence]
