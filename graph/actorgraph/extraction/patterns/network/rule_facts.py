"""What the rules read, beside which the learned reader proposes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import filterfalse

from actorgraph.extraction.mentions.entities import number_of
from actorgraph.model import Claim, Status

#: Two actors, as numbers of their entities, and the relation between them.
Fact = tuple[int, str, int]


class RuleFacts:
    """What the rules read, indexed by what is asked of it."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        claims = list(claims)
        self.facts = set(map(_fact, claims))
        #: Those of whom one left the other: "Roth *quit* the party".
        self.parted = set(map(_ends, filter(_is_over, claims)))
        self.parted -= set(map(_ends, filterfalse(_is_over, claims)))
        self.between: dict[frozenset[int], set[str]] = defaultdict(set)
        self.objects: dict[tuple[int, str], set[int]] = defaultdict(set)
        self.subjects: dict[tuple[str, int], set[int]] = defaultdict(set)
        for subject, relation, object_ in self.facts:
            self.between[frozenset((subject, object_))].add(relation)
            self.objects[subject, relation].add(object_)
            self.subjects[relation, object_].add(subject)


def _fact(claim: Claim) -> Fact:
    subject, object_ = _ends(claim)
    return subject, claim.relation, object_


def _ends(claim: Claim) -> tuple[int, int]:
    return number_of(claim.subject), number_of(claim.object)


def _is_over(claim: Claim) -> bool:
    return claim.status is Status.FORMER
