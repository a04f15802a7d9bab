"""Which pairs of mentions of a window are learned from, and what is to be learned of each."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from actorgraph.extraction.learned.encoding import REACH
from training.examples import UNKNOWN, Example, Integers

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: The most pairs of mentions of a window that are learned from.
MOST_PAIRS = 1200


@dataclass(frozen=True, slots=True)
class PairTargets:
    """The pairs of a window.

    Two actors are related by a passage if any two of their mentions in it are: such pairs of
    mentions form a group. The passage is a sentence where the annotation says which sentences state
    a fact, else the window.

    Attributes:
        pairs: [pairs, 2], indices of mentions.
        is_same: [pairs], whether both mentions are of the same actor.
        groups: [pairs], number of the pair's group; −1 where its mentions share no sentence.
        targets: [groups, relations], as ``Example.targets`` has them.
    """

    pairs: Integers
    is_same: NDArray[np.bool_]
    groups: Integers
    targets: NDArray[np.int8]


def pair_targets(
    example: Example, order: random.Random, most: int = MOST_PAIRS
) -> PairTargets:
    """Return the pairs of close mentions that are learned from, ordered.

    In a crowded window these are the pairs that are related or corefer, and a sample of the others.
    """
    pairs = _close_pairs(example)
    if len(pairs) > most:
        pairs = _sample(pairs, example, order, most)
    ends = example.entities[pairs].reshape(-1, 2)
    is_same = np.equal(ends[:, 0], ends[:, 1])
    if example.targets is None:
        no_targets = np.zeros((0, 0), np.int8)
        return PairTargets(pairs, is_same, np.full(len(pairs), -1), no_targets)
    return PairTargets(pairs, is_same, *_groups(example, example.targets, pairs))


def _close_pairs(example: Example) -> Integers:
    starts = example.spans[:, 0]
    is_close = np.abs(starts[:, None] - starts[None, :]) <= REACH
    np.fill_diagonal(is_close, val=False)
    return np.argwhere(is_close)


def _sample(
    pairs: Integers, example: Example, order: random.Random, most: int
) -> Integers:
    ends = example.entities[pairs]
    is_needed = np.equal(ends[:, 0], ends[:, 1])
    if example.targets is not None:
        is_needed |= (example.targets[ends[:, 0], ends[:, 1]] > 0).any(1)
    needed, optional = np.flatnonzero(is_needed), np.flatnonzero(~is_needed)
    room = max(0, most - len(needed))
    sample = order.sample(range(len(optional)), min(len(optional), room))
    chosen = np.concatenate([needed, optional[sample]])
    return np.asarray(pairs[np.sort(chosen)])


def _groups(
    example: Example, targets: NDArray[np.int8], pairs: Integers
) -> tuple[Integers, NDArray[np.int8]]:
    """Return the group of each pair, and the targets of the groups that teach something."""
    sentences = example.sentences[pairs].reshape(-1, 2)
    ends = example.entities[pairs].reshape(-1, 2)
    passages = sentences[:, 0] if len(example.stated) else np.zeros(len(pairs), int)
    keys = np.column_stack([ends, passages])
    is_usable = np.equal(sentences[:, 0], sentences[:, 1])
    is_usable &= (targets[ends[:, 0], ends[:, 1]] != UNKNOWN).any(1)
    groups = np.full(len(pairs), -1)
    if not is_usable.any():
        return groups, np.zeros((0, targets.shape[2]), np.int8)
    kept, numbers = np.unique(keys[is_usable], axis=0, return_inverse=True)
    groups[is_usable] = numbers.reshape(-1)
    of_groups = targets[kept[:, 0], kept[:, 1]].copy()
    if len(example.stated):
        _leave_open_where_unstated(of_groups, kept, example.stated)
    return groups, of_groups


def _leave_open_where_unstated(
    targets: NDArray[np.int8], keys: Integers, stated: Integers
) -> None:
    """Make facts unknown in the sentences that do not state them: these may imply or repeat them.

    Args:
        targets: [groups, relations], changed.
        keys: [groups, 3], subject, object and sentence of each group.
        stated: As ``Example.stated`` has it.
    """
    stating = {tuple(row) for row in stated.tolist()}
    with_statement = {row[:3] for row in stating}
    for number, (subject, object_, sentence) in enumerate(keys.tolist()):
        for relation in np.flatnonzero(targets[number] > 0).tolist():
            fact = subject, object_, relation
            if fact in with_statement and (*fact, sentence) not in stating:
                targets[number, relation] = UNKNOWN
