"""Clusters: union-find that respects what must stay apart.

People's judgements come first, then the highest scores.  A pair judged different keeps apart whole
clusters, not only the two: if A is B, and B is not C, then A is not C either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import attrgetter

from actorgraph.model import ActorId, Judgement, Verdict
from actorgraph.resolution.comparison import ComparedPair

#: The ids of one set, sorted.
Group = tuple[ActorId, ...]


class Clusters:
    """Disjoint sets of ids with barriers between them; every id starts alone.

    >>> clusters = Clusters(["a", "b", "c"])
    >>> clusters.join("a", "b")
    >>> clusters.keep_apart("b", "c")
    >>> clusters.join("a", "c")
    >>> clusters.groups()
    [('a', 'b'), ('c',)]
    """

    def __init__(self, ids: Iterable[ActorId]) -> None:
        alone = list(ids)
        self._parent = dict(zip(alone, alone, strict=True))
        self._barriers: dict[ActorId, set[ActorId]] = defaultdict(set)

    def find(self, id_: ActorId) -> ActorId:
        """Return the representative of an id's set."""
        while self._parent[id_] != id_:
            # Halving the path keeps later searches short.
            parent = self._parent[id_]
            self._parent[id_] = self._parent[parent]
            id_ = self._parent[id_]
        return id_

    def keep_apart(self, left: ActorId, right: ActorId) -> None:
        """Put a barrier between two sets; nothing happens if they are joined already."""
        first, second = self.find(left), self.find(right)
        if first != second:
            self._barriers[first].add(second)
            self._barriers[second].add(first)

    def join(self, left: ActorId, right: ActorId) -> None:
        """Join two sets, unless there is a barrier between them."""
        kept, absorbed = sorted((self.find(left), self.find(right)))
        barriers = self._barriers[kept]
        if kept == absorbed or absorbed in barriers:
            return
        self._parent[absorbed] = kept
        for neighbour in self._barriers.pop(absorbed, set()):
            barriers.add(neighbour)
            opposite = self._barriers[neighbour]
            opposite.discard(absorbed)
            opposite.add(kept)

    def groups(self) -> list[Group]:
        """Return the sets, each sorted, in sorted order."""
        groups: dict[ActorId, list[ActorId]] = defaultdict(list)
        for id_ in sorted(self._parent):
            groups[self.find(id_)].append(id_)
        return sorted(map(tuple, groups.values()))

    def by_member(self) -> dict[ActorId, Group]:
        """Return each id → the set that it is in."""
        by_member: dict[ActorId, Group] = {}
        for group in self.groups():
            by_member.update(dict.fromkeys(group, group))
        return by_member


def cluster(
    ids: Iterable[ActorId],
    pairs: Sequence[ComparedPair],
    judgements: Sequence[Judgement],
) -> Clusters:
    """Cluster ids by what people decided, then by what the names say.

    Args:
        ids: All ids, also those that nothing joins.
        pairs: In order of decreasing score: the strongest are joined first.
        judgements: Both ids of each are among ``ids``.  Where two people's judgements contradict,
            "different" wins.
    """
    clusters = Clusters(ids)
    _apply(clusters, judgements)
    judged = set(map(_ids, judgements))
    undecided = [pair for pair in pairs if _ids(pair) not in judged]
    _apply(clusters, undecided)
    return clusters


_ids = attrgetter("left", "right")


def _apply(
    clusters: Clusters, decisions: Sequence[ComparedPair] | Sequence[Judgement]
) -> None:
    """Put up all barriers, then join what they allow, in order."""
    for decision in decisions:
        if decision.verdict is Verdict.DIFFERENT:
            clusters.keep_apart(decision.left, decision.right)
    for decision in decisions:
        if decision.verdict is Verdict.SAME:
            clusters.join(decision.left, decision.right)
