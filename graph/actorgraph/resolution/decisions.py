"""What the names alone decide.  The rule: one name without a conflict is one actor.

An ambiguous name joins nobody.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from actorgraph.model import ActorId, ActorType, Verdict
from actorgraph.resolution.blocking import MAX_BLOCK, Pair, candidate_pairs
from actorgraph.resolution.comparison import Comparison, compare
from actorgraph.settings import DOUBT_FLOOR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from actorgraph.resolution.profiles import Profile
    from actorgraph.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Link:
    """A compared pair, ids in sorted order."""

    left: ActorId
    right: ActorId
    comparison: Comparison


def decide(profiles: Sequence[Profile], vocabulary: Vocabulary) -> list[Link]:
    """Compare what may be one; sorted by score, highest first, then by ids.

    A pair that shares an ambiguous name is left unsure, however equal the name.
    """
    by_id = {profile.id: profile for profile in profiles}
    ambiguous: set[Pair] = set()
    pairs = candidate_pairs(profiles)
    for holders in _holders(profiles):
        shared = list(combinations(sorted(holders)[:MAX_BLOCK], 2))
        pairs.update(shared)
        if _is_ambiguous(holders, by_id, vocabulary):
            ambiguous.update(shared)
    links = (_link(pair, by_id, vocabulary, ambiguous) for pair in pairs)
    kept = (
        link
        for link in links
        if link.comparison.verdict is Verdict.DIFFERENT
        or link.comparison.score >= DOUBT_FLOOR
    )
    return sorted(
        kept, key=lambda link: (-link.comparison.score, link.left, link.right)
    )


def _holders(profiles: Sequence[Profile]) -> Iterator[dict[ActorId, bool]]:
    """Yield the holders of each name that several profiles could join by.

    A holder is mapped to whether the name is its own (True) or an alias.
    """
    holders: dict[tuple[ActorType, str], dict[ActorId, bool]] = defaultdict(dict)
    for profile in profiles:
        if profile.home is None:
            for form in profile.forms | profile.alias_forms:
                holders[profile.type, form][profile.id] = form in profile.forms
    return (found for found in holders.values() if len(found) > 1)


def _is_ambiguous(
    holders: dict[ActorId, bool], by_id: dict[ActorId, Profile], vocabulary: Vocabulary
) -> bool:
    """Whether a name is ambiguous.

    Two actors have it as an alias, or any two of its holders rule each other out.
    """
    if list(holders.values()).count(False) > 1 or len(holders) > MAX_BLOCK:
        return True
    pairs = combinations(sorted(holders), 2)
    return any(
        compare(by_id[a], by_id[b], vocabulary).verdict is Verdict.DIFFERENT
        for a, b in pairs
    )


def _link(
    pair: Pair,
    by_id: dict[ActorId, Profile],
    vocabulary: Vocabulary,
    ambiguous: set[Pair],
) -> Link:
    comparison = compare(by_id[pair[0]], by_id[pair[1]], vocabulary)
    if comparison.verdict is Verdict.SAME and pair in ambiguous:
        reason = f"{comparison.reason}, but others have that name too"
        comparison = replace(comparison, reason=reason, verdict=Verdict.UNSURE)
    return Link(*pair, comparison)
