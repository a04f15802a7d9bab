"""What the rules read, beside which the learned reader proposes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from actorgraph.extraction.mentions.entities import number_of
from actorgraph.model import Claim

#: Two actors, as numbers of their entities, and the relation between them.
Fact = tuple[int, str, int]


class RuleFacts:
    """What the rules read, indexed by what is asked of it."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.facts = set(map(_fact, claims))
        self.between: dict[frozenset[int], set[str]] = defaultdict(set)
        self.objects: dict[tuple[int, str], set[int]] = defaultdict(set)
        self.subjects: dict[tuple[str, int], set[int]] = defaultdict(set)
        for subject, relation, object_ in self.facts:
            self.between[frozenset((subject, object_))].add(relation)
            self.objects[subject, relation].add(object_)
            self.subjects[relation, object_].add(subject)


def _fact(claim: Claim) -> Fact:
    subject = number_of(claim.subject)
    object_ = number_of(claim.object)
    return subject, claim.relation, object_
