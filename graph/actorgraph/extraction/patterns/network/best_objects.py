"""The two most probable objects of each relation that the learned reader scores."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from actorgraph.extraction.learned.pair_scores import PairScores


class BestObjects:
    """The two most probable objects of a relation, so that the best rival of each is at hand."""

    def __init__(self) -> None:
        self.actor = -1
        self.first = 0.0
        self.second = 0.0

    def add(self, actor: int, probability: float) -> None:
        """Take one more object into account."""
        if probability > self.first:
            self.second = self.first
            self.first, self.actor = probability, actor
        else:
            self.second = max(self.second, probability)

    def without(self, actor: int) -> float:
        """Return the highest probability of all objects but one, 0 if there is none."""
        if actor == self.actor:
            return self.second
        return self.first


def best_objects(pair_scores: PairScores) -> Mapping[tuple[int, str], BestObjects]:
    """Map each subject and relation to its most probable objects."""
    best: dict[tuple[int, str], BestObjects] = defaultdict(BestObjects)
    for (subject, object_), scores in pair_scores.items():
        for relation, score in scores.items():
            best[subject, relation].add(object_, score.probability)
    return best
