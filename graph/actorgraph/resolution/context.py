"""What beside the names speaks for two actors being one: posts, birth, country, company.

A name that fits without identifying anybody ("Marsh", "J. Marsh", another spelling) joins the only
actor with the same post; country and company are for the person who decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from actorgraph.model import ActorId, DocumentId, Verdict
from actorgraph.resolution.blocking import Pair
from actorgraph.resolution.company import Companies, Company
from actorgraph.resolution.comparison import ComparedPair, Comparison
from actorgraph.resolution.profiles import Profile
from actorgraph.resolution.traits import agreements
from actorgraph.settings import (
    COMPANY_BONUS,
    LEAST_AFFINITY,
    SAME_POST_SCORE,
    TRAIT_BONUS,
)

#: Actors that a reason names, of those that both documents do.
_NAMED = 3
#: Documents of a profile whose company is looked at; of one that is in more, it says little.
_DOCUMENTS = 50


@dataclass(frozen=True, slots=True)
class PairContext:
    """What the documents say around the names.

    Attributes:
        by_id: The profiles.
        companies: Which actors are named together.
        names: Text of a key → the name of its profile.
    """

    by_id: Mapping[ActorId, Profile]
    companies: Companies
    names: Mapping[str, str]

    @classmethod
    def of(cls, profiles: Iterable[Profile], companies: Companies) -> PairContext:
        """Return the context of some profiles."""
        by_id = {profile.id: profile for profile in profiles}
        names = {profile.key.text: profile.name for profile in by_id.values()}
        return cls(by_id, companies, names)

    def weighed(self, pair: ComparedPair) -> ComparedPair:
        """Return an undecided pair with all that speaks for it, in its score and its reason."""
        if pair.verdict is not Verdict.UNSURE:
            return pair
        left = self.by_id[pair.left]
        right = self.by_id[pair.right]
        traits = list(agreements(left.traits, right.traits))
        company = self._company(left, right)
        bonus = TRAIT_BONUS * bool(traits) + COMPANY_BONUS * bool(company)
        comparison = pair.comparison
        highest = SAME_POST_SCORE - COMPANY_BONUS
        weighed = round(min(comparison.score + bonus, highest), 3)
        score = max(weighed, comparison.score)
        words = "; ".join([comparison.reason, *traits[:_NAMED], *company])
        better = Comparison(score, words)
        return replace(pair, comparison=better)

    def share_post(self, pair: ComparedPair) -> bool:
        """Whether an undecided pair has one post."""
        if pair.verdict is not Verdict.UNSURE:
            return False
        left = self.by_id[pair.left].traits
        right = self.by_id[pair.right].traits
        return not left.posts.isdisjoint(right.posts)

    def _company(self, left: Profile, right: Profile) -> list[str]:
        """Return the rarest actors that both are named beside, in words, or nothing."""
        both = _documents(left) & _documents(right)
        # A name that several have, as these two may, says nothing.
        certain = self.names.keys() & self._around(left, both)
        shared = frozenset(certain & self._around(right, both))
        if self.companies.affinity(shared, shared) < LEAST_AFFINITY:
            return []
        counts = self.companies.counts
        rarest = sorted(shared, key=lambda key: (counts[key], key))[:_NAMED]
        names = ", ".join(self.names[key] for key in rarest)
        return [f"the documents of both name {names}"]

    def _around(self, profile: Profile, without: Collection[DocumentId]) -> Company:
        """Return the actors in the documents that mention only one of a pair."""
        documents = sorted(_documents(profile) - set(without))
        return self.companies.around(documents[:_DOCUMENTS], profile.key.text)


def _documents(profile: Profile) -> set[DocumentId]:
    return {document for document, _ in profile.members}


def joined_by_post(
    pairs: Sequence[ComparedPair], context: PairContext
) -> list[ComparedPair]:
    """Return the pairs; those with one post are joined, if nobody else of the name has it.

    Args:
        pairs: In any order.
        context: Of their profiles.
    """
    sharing = {pair.ids: pair for pair in pairs if context.share_post(pair)}
    named: dict[ActorId, set[ActorId]] = defaultdict(set)
    for left, right in sharing:
        for id_, partner in ((left, right), (right, left)):
            if context.by_id[partner].home is None:
                named[id_].add(partner)
    decided: list[ComparedPair] = []
    for pair in pairs:
        is_certain = pair.ids in sharing and _are_alone(*pair.ids, named, sharing)
        decided.append(_joined(pair) if is_certain else pair)
    return decided


def _are_alone(
    left: ActorId,
    right: ActorId,
    named: Mapping[ActorId, Collection[ActorId]],
    sharing: Collection[Pair],
) -> bool:
    """Whether all actors of full names that either may be could be the other one, too."""
    for id_, partner in ((left, right), (right, left)):
        for rival in named.get(id_, ()):
            pair = min(rival, partner), max(rival, partner)
            if rival != partner and pair not in sharing:
                return False
    return True


def _joined(pair: ComparedPair) -> ComparedPair:
    same = replace(pair.comparison, score=SAME_POST_SCORE, verdict=Verdict.SAME)
    return replace(pair, comparison=same)
