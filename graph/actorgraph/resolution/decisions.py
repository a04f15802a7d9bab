"""What the names alone decide.  The rule: one name without a conflict is one actor.

An ambiguous name joins nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from actorgraph.model import ActorId, ActorType, Verdict
from actorgraph.resolution.blocking import MAX_BLOCK, Pair, candidate_pairs
from actorgraph.resolution.comparison import ComparedPair, compare
from actorgraph.resolution.context import PairContext, joined_by_post
from actorgraph.resolution.gathering import Gathering
from actorgraph.resolution.profiles import Profile
from actorgraph.vocabulary import Vocabulary

#: The profiles that share a name → whether it is a name of theirs, not only an alias.
_Namesakes = Mapping[ActorId, bool]


def decide(gathering: Gathering, vocabulary: Vocabulary) -> list[ComparedPair]:
    """Compare the profiles that may be the same actor.

    A pair that shares an ambiguous name is left unsure, however equal the name.

    Args:
        gathering: The profiles of all documents, with different ids.
        vocabulary: The ontology, which says what kinds of actors can be the same.

    Returns:
        What keeps profiles apart and what scores at least ``DOUBT_FLOOR``, sorted by score,
        highest first, then by ids.
    """
    compared = _compared_by_name(gathering.profiles, vocabulary)
    context = PairContext.of(gathering.profiles, gathering.companies)
    decided = joined_by_post(compared, context)
    return sorted(map(context.weighed, decided), key=_strength)


def _compared_by_name(
    profiles: Sequence[Profile], vocabulary: Vocabulary
) -> list[ComparedPair]:
    """Return what matters of what the names say."""
    by_id = {profile.id: profile for profile in profiles}
    pairs = candidate_pairs(profiles)
    ambiguous: set[Pair] = set()
    for namesakes in _namesakes(profiles):
        # Of a name that very many share, a few pairs are enough to show the doubt.
        first = sorted(namesakes)[:MAX_BLOCK]
        sharing = set(combinations(first, 2))
        pairs |= sharing
        if _is_ambiguous(namesakes, by_id, vocabulary):
            ambiguous |= sharing
    compared: list[ComparedPair] = []
    for ids in sorted(pairs):
        pair = _compared(ids, by_id, vocabulary, ambiguous)
        if pair.matters:
            compared.append(pair)
    return compared


def _strength(pair: ComparedPair) -> tuple[float, ActorId, ActorId]:
    score = pair.comparison.score
    return -score, pair.left, pair.right


def _namesakes(profiles: Iterable[Profile]) -> Iterator[_Namesakes]:
    """Yield the namesakes of each name that several profiles could join by."""
    namesakes: dict[tuple[ActorType, str], dict[ActorId, bool]] = defaultdict(dict)
    for profile in profiles:
        if profile.home is not None:
            continue
        forms = profile.forms | profile.alias_forms
        for form in forms:
            name = profile.type, form
            sharing = namesakes[name]
            is_full_form = form in profile.forms
            sharing[profile.id] = is_full_form
    for sharing in namesakes.values():
        if len(sharing) > 1:
            yield sharing


def _is_ambiguous(
    namesakes: _Namesakes, by_id: Mapping[ActorId, Profile], vocabulary: Vocabulary
) -> bool:
    """Whether a name is an alias of two profiles, or any two of its namesakes conflict."""
    aliases = list(namesakes.values()).count(False)
    if aliases > 1 or len(namesakes) > MAX_BLOCK:
        return True

    for left, right in combinations(sorted(namesakes), 2):
        comparison = compare(by_id[left], by_id[right], vocabulary)
        if comparison.verdict is Verdict.DIFFERENT:
            return True
    return False


def _compared(
    pair: Pair,
    by_id: Mapping[ActorId, Profile],
    vocabulary: Vocabulary,
    ambiguous: Collection[Pair],
) -> ComparedPair:
    left, right = pair
    comparison = compare(by_id[left], by_id[right], vocabulary)
    would_join = comparison.verdict is Verdict.SAME
    if would_join and pair in ambiguous:
        reason = f"{comparison.reason}, but others have that name too"
        comparison = replace(comparison, reason=reason, verdict=Verdict.UNSURE)
    return ComparedPair(left, right, comparison)
