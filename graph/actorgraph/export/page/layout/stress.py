"""Distances on the page that follow distances in the network, for small pictures.

Stress majorisation (Gansner, Koren, North 2004: Graph Drawing by Stress Majorization): each node moves to where its
wished distances from all others, weighed by their inverse square, would put it.  Neighbours end up about equally far
apart and the leaves of a star fan out, so that their names find room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rustworkx import PyGraph

Point = tuple[float, float]

#: Rounds, and fewer for a handful of nodes; the picture hardly moves after these.
ROUNDS, ROUNDS_PER_NODE = 120, 8


def by_distance(
    start: list[Point], graph: PyGraph[None, None], spacing: float
) -> list[Point]:
    """Points whose distances are ``spacing`` times the steps between the nodes, as nearly as a plane allows.

    Args:
        start: A first point for each node, no two the same.
        graph: Connected, with as many nodes as ``start``.
        spacing: Pixels between neighbours.
    """
    import numpy as np
    import rustworkx as rx

    wished = rx.distance_matrix(graph) * spacing
    np.fill_diagonal(wished, 1.0)
    weights = 1.0 / wished**2
    np.fill_diagonal(weights, 0.0)
    total = weights.sum(axis=1)
    axes = [np.array([point[axis] for point in start]) for axis in (0, 1)]
    for _ in range(min(ROUNDS, ROUNDS_PER_NODE * len(start))):
        steps = [axis[:, None] - axis[None, :] for axis in axes]
        pull = (
            weights * wished / np.maximum(np.sqrt(steps[0] ** 2 + steps[1] ** 2), 1e-6)
        )
        axes = [
            ((weights * axis[None, :]).sum(axis=1) + (pull * step).sum(axis=1)) / total
            for axis, step in zip(axes, steps, strict=True)
        ]
    return [(float(x), float(y)) for x, y in zip(*axes, strict=True)]
