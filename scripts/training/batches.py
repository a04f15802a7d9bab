"""Batches of windows of similar length, padded, some with their actors hidden."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.examples import Example

#: Pieces of a batch, padding included.
BATCH_PIECES = 1536
#: Windows whose lengths differ by less than this, in pieces, are equally long for a batch.
LENGTH_STEP = 8
#: Share of windows with relations in which actors are hidden, and of the actors of such a window
#: that are. A relation is to be read from the words between the names, not remembered by names.
HIDDEN_WINDOWS, HIDDEN_ACTORS = 0.4, 0.5
#: The id of the piece [MASK].
MASK = 103

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the encoder gets of a batch, [windows, pieces] each.

    Attributes:
        mask: 1 for a piece, 0 for padding.
        hides_actors: Whether actors are hidden, for each window.
    """

    ids: Integers
    shapes: Integers
    mask: Integers
    hides_actors: Sequence[bool]


def batches(
    data: Sequence[Example], shares: Mapping[str, float], order: random.Random
) -> list[list[Example]]:
    """Return the batches of one pass, in random order.

    Args:
        data: All examples.
        shares: Set → share of its articles that the pass sees; 1 for a set that is not named.
        order: Decides what is seen, and in which order.
    """
    waiting = list(_sample(data, shares, order))
    order.shuffle(waiting)
    waiting.sort(key=lambda example: len(example.window.ids) // LENGTH_STEP)
    made: list[list[Example]] = []
    longest = 0
    for example in waiting:
        size = len(example.window.ids)
        longest = max(longest, size)
        if not made or (len(made[-1]) + 1) * longest > BATCH_PIECES:
            made.append([])
            longest = size
        made[-1].append(example)
    order.shuffle(made)
    return made


def _sample(
    data: Sequence[Example], shares: Mapping[str, float], order: random.Random
) -> Iterator[Example]:
    """Yield the examples of a random sample of articles."""
    articles = sorted({(example.dataset, example.article) for example in data})
    chosen = set()
    for article in articles:
        if order.random() < shares.get(article[0], 1.0):
            chosen.add(article)
    for example in data:
        if (example.dataset, example.article) in chosen:
            yield example


def inputs_of(batch: Sequence[Example], order: random.Random) -> Inputs:
    """Pad the windows of a batch, and hide some of their actors."""
    hides_actors = [
        example.targets is not None and order.random() < HIDDEN_WINDOWS
        for example in batch
    ]
    longest = max(len(example.window.ids) for example in batch)
    shape = len(batch), longest
    ids, shapes = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    mask = np.zeros(shape, np.int64)
    for row, example in enumerate(batch):
        pieces = example.window.ids
        size = len(pieces)
        if hides_actors[row]:
            pieces = _with_hidden_actors(example, order)
        ids[row, :size], shapes[row, :size] = pieces, example.window.shapes
        mask[row, :size] = 1
    return Inputs(ids, shapes, mask, hides_actors)


def _with_hidden_actors(example: Example, order: random.Random) -> list[int]:
    """Return the pieces of a window with all mentions of some actors hidden."""
    hidden = set()
    for entity in np.unique(example.entities).tolist():
        if order.random() < HIDDEN_ACTORS:
            hidden.add(entity)
    pieces = list(example.window.ids)
    mentions = zip(example.spans.tolist(), example.entities.tolist(), strict=True)
    for (start, end), entity in mentions:
        if entity in hidden:
            pieces[start:end] = [MASK] * (end - start)
    return pieces
