"""Distances on the page that follow distances in the network, for small pictures.

Stress majorisation (Gansner, Koren, North 2004: Graph Drawing by Stress Majorization): each node
moves to where its wished distances from all others, weighed by their inverse square, would put it.
Neighbours end up about equally far apart and the leaves of a star fan out, so that their names
find room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from actorgraph.export.page.layout.packing import Point

if TYPE_CHECKING:
    import numpy as np
    from rustworkx import PyGraph

    Array = np.ndarray[Any, np.dtype[np.float64]]

#: Rounds, and fewer for a handful of nodes; the picture hardly moves after these.
ROUNDS, ROUNDS_PER_NODE = 120, 8
#: Least distance that is divided by, in pixels.
TINY = 1e-6


def by_distance(
    start: list[Point], graph: PyGraph[None, None], spacing: float
) -> list[Point]:
    """Return points whose distances follow the number of steps between the nodes.

    Args:
        start: A first point for each node, no two the same.
        graph: Connected, with as many nodes as ``start``.
        spacing: Pixels between neighbours.

    Returns:
        Points as nearly ``spacing`` times the steps apart as a plane allows.
    """
    import numpy as np
    import rustworkx as rx

    wished = rx.distance_matrix(graph) * spacing
    np.fill_diagonal(wished, 1.0)
    weights = 1.0 / wished**2
    np.fill_diagonal(weights, 0.0)
    x, y = np.array(start).T
    rounds = min(ROUNDS, ROUNDS_PER_NODE * len(start))
    for _ in range(rounds):
        x, y = _majorise(x, y, wished, weights)
    points = zip(x.tolist(), y.tolist(), strict=True)
    return list(points)


def _majorise(x: Array, y: Array, wished: Array, weights: Array) -> tuple[Array, Array]:
    """Move every node to where the others want it."""
    import numpy as np

    across, up = x[:, None] - x[None, :], y[:, None] - y[None, :]
    distances = np.sqrt(across**2 + up**2)
    pull = weights * wished / np.maximum(distances, TINY)
    total = weights.sum(axis=1)
    moved_x = (weights * x[None, :]).sum(axis=1) + (pull * across).sum(axis=1)
    moved_y = (weights * y[None, :]).sum(axis=1) + (pull * up).sum(axis=1)
    return moved_x / total, moved_y / total
