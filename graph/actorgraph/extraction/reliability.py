"""How often each way of reading a claim was right on annotated articles.

``ontology/reliability.tsv`` counts, for each template, relation and trigger word, the claims that were right and wrong
on development articles.  The confidence of a claim is the share that was right, drawn towards that of the same
template and relation, then of the same template, then towards ``UNSEEN_CONFIDENCE``, the less there is to count:
(right + w·p) / (right + wrong + w).
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from actorgraph.resources import ontology_file
from actorgraph.settings import RELIABILITY_PRIOR_WEIGHT, UNSEEN_CONFIDENCE

FILE = "reliability.tsv"

Key = tuple[str, ...]


class Reliability:
    """Confidence of a claim, from counts of right and wrong ones.

    Args:
        counts: (template, relation, word) → (right, wrong).
    """

    def __init__(self, counts: dict[tuple[str, str, str], tuple[int, int]]) -> None:
        self.right: Counter[Key] = Counter()
        self.wrong: Counter[Key] = Counter()
        for (template, relation, word), (right, wrong) in counts.items():
            for key in ((template,), (template, relation), (template, relation, word)):
                self.right[key] += right
                self.wrong[key] += wrong

    def confidence(self, template: str, relation: str, word: str) -> float:
        """Share of right claims, 0–1, two decimals."""
        estimate = UNSEEN_CONFIDENCE
        for key in ((template,), (template, relation), (template, relation, word)):
            right, total = self.right[key], self.right[key] + self.wrong[key]
            estimate = (right + RELIABILITY_PRIOR_WEIGHT * estimate) / (total + RELIABILITY_PRIOR_WEIGHT)
        return round(estimate, 2)


@lru_cache(maxsize=1)
def load_reliability() -> Reliability:
    """The counts that ship with the product."""
    counts = {}
    for line in ontology_file(FILE).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "template\t")):
            template, relation, word, right, wrong = line.split("\t")
            counts[template, relation, word] = (int(right), int(wrong))
    return Reliability(counts)
