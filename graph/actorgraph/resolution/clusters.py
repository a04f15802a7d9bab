"""Clusters: union-find that respects what must stay apart.

People's judgements come first, then the highest scores.  A pair judged different keeps apart whole
clusters, not only the two: if A is B, and B is not C, then A is not C either.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from actorgraph.model import ActorId, Judgement, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from actorgraph.resolution.decisions import Link


class Clusters:
    """Disjoint sets of ids with barriers between them; every id starts alone."""

    def __init__(self, ids: Iterable[ActorId]) -> None:
        self._parent = {id_: id_ for id_ in ids}
        self._barriers: dict[ActorId, set[ActorId]] = defaultdict(set)

    def find(self, id_: ActorId) -> ActorId:
        """The representative of an id's set."""
        while self._parent[id_] != id_:
            self._parent[id_] = self._parent[self._parent[id_]]
            id_ = self._parent[id_]
        return id_

    def keep_apart(self, left: ActorId, right: ActorId) -> None:
        """Put a barrier between two sets; nothing happens if they are one already."""
        a, b = self.find(left), self.find(right)
        if a != b:
            self._barriers[a].add(b)
            self._barriers[b].add(a)

    def join(self, left: ActorId, right: ActorId) -> None:
        """Make two sets one, unless a barrier stands between them."""
        a, b = sorted((self.find(left), self.find(right)))
        if a == b or b in self._barriers[a]:
            return
        self._parent[b] = a
        for other in self._barriers.pop(b, set()):
            self._barriers[other].discard(b)
            self._barriers[other].add(a)
            self._barriers[a].add(other)

    def groups(self) -> list[tuple[ActorId, ...]]:
        """The sets, each sorted, in sorted order."""
        found: dict[ActorId, list[ActorId]] = defaultdict(list)
        for id_ in sorted(self._parent):
            found[self.find(id_)].append(id_)
        return sorted(tuple(group) for group in found.values())


def cluster(
    ids: Iterable[ActorId], links: Sequence[Link], judgements: Sequence[Judgement]
) -> Clusters:
    """Cluster ids by what people decided, then by what the names say.

    The strongest links come first.

    Args:
        links: In order of decreasing score.
        judgements: One a pair, both ids known.  Where two people's judgements contradict,
            "different" wins.
    """
    clusters = Clusters(ids)
    _apply(clusters, [(j.left, j.right, j.verdict) for j in judgements])
    judged = {(j.left, j.right) for j in judgements}
    _apply(
        clusters,
        [
            (k.left, k.right, k.comparison.verdict)
            for k in links
            if (k.left, k.right) not in judged
        ],
    )
    return clusters


def _apply(
    clusters: Clusters, decided: Sequence[tuple[ActorId, ActorId, Verdict]]
) -> None:
    for left, right, verdict in decided:
        if verdict is Verdict.DIFFERENT:
            clusters.keep_apart(left, right)
    for left, right, verdict in decided:
        if verdict is Verdict.SAME:
            clusters.join(left, right)
