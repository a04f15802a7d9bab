"""What lies between two mentions in the dependency tree: tensors over the pieces of windows."""

from __future__ import annotations

import torch
from torch import Tensor

#: Ancestors less than this power of two above a piece are found.
DOUBLINGS = 5


class MentionTree:
    """Where mentions are in the dependency trees of their windows.

    Args:
        governors: [windows, pieces], number of the piece that governs each.
        inside: [windows, mentions, pieces], whether a piece is within a mention.

    Attributes:
        roots: [windows, mentions], the highest piece of each mention.
    """

    def __init__(self, governors: Tensor, inside: Tensor) -> None:
        above = ancestors(governors)
        self._inside = inside
        self._depths = above.sum(-1)[:, None]
        beyond = self._depths.amax() + 1
        self.roots = torch.where(inside, self._depths, beyond).argmin(-1)
        self._above = rows_at(above, self.roots)

    def paths(self, pairs: Tensor) -> tuple[Tensor, Tensor]:
        """Return the path between the two mentions of each pair.

        Args:
            pairs: [windows, pairs, 2], indices of mentions.

        Returns:
            [windows, pairs, pieces], whether a piece is on the path and in neither mention; and
            [windows, pairs], the lowest piece above both mentions. Where they are in two trees,
            that is the mark before the window, and the path goes from either up to its root.
        """
        left, right = pairs[..., 0], pairs[..., 1]
        above_left, above_right = (
            rows_at(self._above, left),
            rows_at(self._above, right),
        )
        shared = above_left * above_right
        apexes = (shared * self._depths).argmax(-1)
        numbers = torch.arange(shared.shape[-1], device=shared.device)
        is_apex = (apexes[..., None] == numbers) & (shared > 0)
        is_mention = rows_at(self._inside, left) | rows_at(self._inside, right)
        return ((above_left != above_right) | is_apex) & ~is_mention, apexes


def ancestors(governors: Tensor) -> Tensor:
    """Return which pieces govern each piece, at any distance; each counts as its own ancestor.

    Args:
        governors: [windows, pieces], number of the piece that governs each; roots govern
            themselves.

    Returns:
        [windows, pieces, pieces] of 1 for an ancestor, in the last dimension, else 0.
    """
    numbers = torch.arange(governors.shape[-1], device=governors.device)
    is_itself = (numbers[:, None] == numbers).float()
    found, jump = is_itself.expand(len(governors), -1, -1), governors
    for _ in range(DOUBLINGS):
        found = torch.maximum(found, rows_at(found, jump))
        jump = rows_at(jump, jump)
    return found


def rows_at(rows: Tensor, places: Tensor) -> Tensor:
    """Return some rows of each window.

    Args:
        rows: [windows, rows, …].
        places: [windows, n], numbers of rows.

    Returns:
        [windows, n, …].
    """
    windows = torch.arange(rows.shape[0], device=rows.device)
    return rows[windows[:, None], places]
