"""Betweenness of a large network, from the shortest paths that begin at a sample of its actors.

Most actors of a large network have a single neighbour.  Such a leaf lies on no path between others,
and its own paths are those of its neighbour.  So only paths between the remaining actors are
followed, and each of these counts for itself and its leaves.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np

    from actorgraph.model import ActorId

    Array = np.ndarray[Any, np.dtype[Any]]

#: Fixes which actors are drawn.
SEED = 1


def sampled_betweenness(projection: nx.Graph, pivots: int) -> dict[ActorId, float]:
    r"""Estimate ``centrality.betweenness`` without bias; the same network gives the same values.

    The standard error of a value *c* is at most :math:`\sqrt{c / k}` for *k* pivots.

    Args:
        projection: As ``simple_projection`` returns it, with at least three actors.
        pivots: Number of actors whose paths are followed.  From the number of actors with relations
            on, the result is exact.

    References:
        U. Brandes, C. Pich, Centrality estimation in large networks, Int. J. Bifurcation and Chaos
        17 (2007), 2303–2318.
    """
    network = _InnerNetwork.of(projection)
    linked = sorted(actor for actor, degree in projection.degree() if degree)
    size = min(pivots, len(linked))
    drawn = random.Random(SEED).sample(linked, size)  # noqa: S311  no secret
    starts = Counter(map(network.position, drawn))
    sums = network.on_paths_of_leaves()
    for start, times in sorted(starts.items()):
        weight = times * len(linked) / len(drawn)
        sums += network.dependencies(start) * weight
    others = len(projection) - 1
    pairs = others * (others - 1)
    values: dict[ActorId, float] = dict.fromkeys(projection, 0.0)
    for actor, place in network.positions.items():
        share = sums[place] / pairs
        values[actor] = float(share)
    return values


@dataclass(frozen=True, slots=True)
class _InnerNetwork:
    """The actors that may lie between others, each by a position.

    Attributes:
        positions: Position of each of them.
        centres: Each leaf → the only actor that it is linked with.
        weights: How many actors each counts for.
        reached: How many actors are in its component.
        degrees, ends, neighbours: The neighbours of a position are the ``degrees`` ones before its
            end in ``neighbours``.
    """

    positions: Mapping[ActorId, int]
    centres: Mapping[ActorId, ActorId]
    weights: Array
    reached: Array
    degrees: Array
    ends: Array
    neighbours: Array

    @classmethod
    def of(cls, projection: nx.Graph) -> _InnerNetwork:
        import networkx as nx
        import numpy as np

        centres = _centres(projection)
        inner = sorted(a for a in projection if projection[a] and a not in centres)
        positions = dict(zip(inner, count(), strict=False))
        size = len(inner)
        weights = np.ones(size)
        reached = np.zeros(size)
        for centre in centres.values():
            position = positions[centre]
            weights[position] += 1
        for component in nx.connected_components(projection):
            members = component & positions.keys()
            for actor in members:
                position = positions[actor]
                reached[position] = len(component)
        degrees, neighbours = _adjacency(projection, positions)
        ends = np.cumsum(degrees)
        return cls(positions, centres, weights, reached, degrees, ends, neighbours)

    def position(self, actor: ActorId) -> int:
        """Return the position of an actor, or that of the neighbour of a leaf."""
        return self.positions[self.centres.get(actor, actor)]

    def on_paths_of_leaves(self) -> Array:
        """Return on how many shortest paths each lies that begin or end at a leaf of its own."""
        leaves = self.weights - 1
        between_them = leaves * (leaves - 1)
        sums: Array = 2 * leaves * (self.reached - self.weights) + between_them
        return sums

    def dependencies(self, start: int) -> Array:
        """Return the share of the shortest paths from a start that lie on each, over all ends."""
        import numpy as np

        paths, steps = self._steps(start)
        shares = np.zeros(len(self.weights))
        for nearer, farther in reversed(steps):
            beyond = (self.weights[farther] + shares[farther]) / paths[farther]
            shares += np.bincount(nearer, paths[nearer] * beyond, len(shares))
        shares[start] = 0
        return shares

    def _steps(self, start: int) -> tuple[Array, list[tuple[Array, Array]]]:
        """Return the number of shortest paths to each, and the steps of these, by distance."""
        import numpy as np

        paths = np.zeros(len(self.weights))
        paths[start] = 1
        is_reached = paths > 0
        steps: list[tuple[Array, Array]] = []
        front = np.array([start])
        while front.size:
            nearer = np.repeat(front, self.degrees[front])
            farther = self._neighbours_of(front)
            is_step = ~is_reached[farther]
            nearer = nearer[is_step]
            farther = farther[is_step]
            longer = np.bincount(farther, paths[nearer], len(paths))
            paths += longer
            front = np.flatnonzero(longer)
            is_reached[front] = True
            steps.append((nearer, farther))
        return paths, steps

    def _neighbours_of(self, front: Array) -> Array:
        """Return the neighbours of some positions, one after another."""
        import numpy as np

        degrees = self.degrees[front]
        count = degrees.sum()
        shift = self.ends[front] - np.cumsum(degrees)
        places = np.arange(count) + np.repeat(shift, degrees)
        neighbours: Array = self.neighbours[places]
        return neighbours


def _centres(projection: nx.Graph) -> dict[ActorId, ActorId]:
    """Return each leaf with the actor that it is linked with; of a couple, neither is a leaf."""
    centres: dict[ActorId, ActorId] = {}
    for actor, degree in projection.degree():
        if degree == 1:
            (centre,) = projection[actor]
            if projection.degree(centre) > 1:
                centres[actor] = centre
    return centres


def _adjacency(
    projection: nx.Graph, positions: Mapping[ActorId, int]
) -> tuple[Array, Array]:
    """Return how many neighbours with a position each has, and these, one after another."""
    import numpy as np

    degrees, neighbours = [0] * len(positions), []
    for actor, position in positions.items():
        inner = sorted(positions[a] for a in projection[actor] if a in positions)
        degrees[position] = len(inner)
        neighbours += inner
    return np.array(degrees), np.array(neighbours, dtype=int)
