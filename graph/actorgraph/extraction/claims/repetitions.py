"""One passage makes a claim once, however many templates read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from actorgraph.extraction.claims.claim_set import ClaimSet
from actorgraph.model import Claim, Evidence
from actorgraph.vocabulary import Vocabulary

#: Two actors and the relation between them.
Fact = tuple[frozenset[str] | tuple[str, str], str]


def drop_repetitions(claims: ClaimSet, vocabulary: Vocabulary) -> None:
    """Remove all but the best of the claims of one fact whose passages overlap.

    Background knowledge that the text says itself is removed too.
    """
    by_fact: dict[Fact, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_fact[_fact(claim, vocabulary)].append(claim)
    for repeated in by_fact.values():
        for claim in list(_repetitions(repeated)):
            claims.remove(claim)


def _fact(claim: Claim, vocabulary: Vocabulary) -> Fact:
    ends = claim.subject, claim.object
    is_symmetric = vocabulary.relation(claim.relation).symmetric
    return (frozenset(ends) if is_symmetric else ends), claim.relation


def _repetitions(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims of a fact that a better one makes superfluous."""
    accepted: list[Claim] = []
    for claim in sorted(claims, key=lambda claim: claim.proof_order):
        if any(_repeats(claim, better) for better in accepted):
            yield claim
        else:
            accepted.append(claim)


def _repeats(claim: Claim, better: Claim) -> bool:
    if claim.is_background:
        return True
    # a passage that says it with a reservation says something else
    is_alike = claim.reservations == better.reservations
    return is_alike and _overlap(claim.evidence, better.evidence)


def _overlap(left: tuple[Evidence, ...], right: tuple[Evidence, ...]) -> bool:
    for passage in left:
        for other_passage in right:
            if passage.start < other_passage.end and other_passage.start < passage.end:
                return True
    return False
