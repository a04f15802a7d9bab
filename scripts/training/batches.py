"""Batches of windows of similar length, padded, some with their actors hidden."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch
from torch import Tensor

from actorgraph.extraction.learned.encoding import MASK
from training.corpora import SCHEMES, TYPES
from training.examples import PARTS, UNKNOWN, Example, Integers
from training.pair_targets import PairTargets, pair_targets

#: Windows whose lengths differ by less than this, in pieces, are equally long for a batch.
LENGTH_STEP = 8
#: Share of windows with relations in which actors are hidden, and of the actors of such a window
#: that are. A relation is to be read from the words between the names, not remembered by names.
HIDDEN_WINDOWS, HIDDEN_ACTORS = 0.4, 0.5
#: Share of mentions whose type is hidden, so that relations are read from words as well.
HIDDEN_TYPES = 0.15
#: A piece, a mention or a pair that teaches nothing.
IGNORED = -100
WAYS = tuple(sorted(set(SCHEMES.values())))


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded windows and what is to be learned from them.

    Attributes:
        ids, shapes, governors, mask: [windows, pieces]; the mask is 1 for a piece, 0 for padding.
        way: [windows], number of the way of annotating names, in ``WAYS``.
        tags: [windows, pieces] of name tags, or ``IGNORED``.
        parts: [windows, 3, pieces] of tags of attributions, or ``IGNORED``.
        spans: [windows, mentions, 2], in pieces; padding covers the first piece.
        types: [windows, mentions], index in ``TYPES`` or one more where it is hidden.
        pairs: [windows, pairs, 2], indices of mentions.
        is_same: [windows, pairs], 1 for two mentions of the same actor, 0, or ``IGNORED``.
        groups: [windows, pairs], number of the group in the batch; −1 for none.
        targets: [groups, relations], as ``Example.targets`` has them.
    """

    ids: Tensor
    shapes: Tensor
    governors: Tensor
    mask: Tensor
    way: Tensor
    tags: Tensor
    parts: Tensor
    spans: Tensor
    types: Tensor
    pairs: Tensor
    is_same: Tensor
    groups: Tensor
    targets: Tensor

    def to(self, device: torch.device) -> Batch:
        """Return the batch on a device."""
        values = (getattr(self, field.name) for field in fields(self))
        return Batch(*(value.to(device, non_blocking=True) for value in values))


def batches(
    data: Sequence[Example],
    shares: Mapping[str, float],
    most_pieces: int,
    order: random.Random,
) -> list[list[Example]]:
    """Return the batches of one pass, in random order.

    Args:
        data: All examples.
        shares: Set → share of its articles that the pass sees; 1 for a set that is not named.
        most_pieces: Pieces of a batch, padding included.
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
        if not made or (len(made[-1]) + 1) * longest > most_pieces:
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


def padded_batch(batch: Sequence[Example], order: random.Random) -> Batch:
    """Pad windows to one length, and hide some of their actors.

    A window whose actors are hidden teaches neither names nor coreference.
    """
    pairs = [pair_targets(example, order) for example in batch]
    arrays = _empty_arrays(batch, pairs)
    groups = 0
    for row, (example, of_pairs) in enumerate(zip(batch, pairs, strict=True)):
        hides_actors = example.targets is not None and order.random() < HIDDEN_WINDOWS
        pieces = _with_hidden_actors(example, order) if hides_actors else None
        _add_window(arrays, row, example, pieces)
        _add_mentions(arrays, row, example, order)
        _add_pairs(arrays, row, of_pairs, groups)
        if hides_actors:
            arrays["tags"][row] = IGNORED
        if hides_actors or not example.coreference:
            arrays["is_same"][row] = IGNORED
        groups += len(of_pairs.targets)
    tensors = {name: torch.from_numpy(array) for name, array in arrays.items()}
    return Batch(**tensors, targets=_joined_targets(pairs))


def _empty_arrays(
    batch: Sequence[Example], pairs: Sequence[PairTargets]
) -> dict[str, Integers]:
    windows = len(batch)
    pieces = max(len(example.window.ids) for example in batch)
    mentions = max(1, *(len(example.spans) for example in batch), 1)
    most_pairs = max(1, *(len(of_pairs.pairs) for of_pairs in pairs), 1)

    def filled(value: int, *shape: int) -> Integers:
        return np.full((windows, *shape), value, np.int64)

    spans = filled(0, mentions, 2)
    spans[..., 1] = 1
    return {
        "ids": filled(0, pieces),
        "shapes": filled(0, pieces),
        "governors": filled(0, pieces),
        "mask": filled(0, pieces),
        "way": filled(0),
        "tags": filled(IGNORED, pieces),
        "parts": filled(IGNORED, len(PARTS), pieces),
        "spans": spans,
        "types": filled(len(TYPES), mentions),
        "pairs": filled(0, most_pairs, 2),
        "is_same": filled(IGNORED, most_pairs),
        "groups": filled(-1, most_pairs),
    }


def _add_window(
    arrays: Mapping[str, Integers],
    row: int,
    example: Example,
    pieces: list[int] | None,
) -> None:
    size = len(example.window.ids)
    arrays["ids"][row, :size] = pieces or example.window.ids
    arrays["shapes"][row, :size] = example.window.shapes
    arrays["governors"][row, :size] = example.window.governors
    arrays["mask"][row, :size] = 1
    if example.tags is not None:
        arrays["way"][row] = WAYS.index(SCHEMES[example.dataset])
        arrays["tags"][row, :size] = example.tags
    if example.parts is not None:
        arrays["parts"][row, :, :size] = example.parts


def _add_mentions(
    arrays: Mapping[str, Integers], row: int, example: Example, order: random.Random
) -> None:
    count = len(example.spans)
    arrays["spans"][row, :count] = example.spans
    for number, type_ in enumerate(example.types.tolist()):
        if order.random() >= HIDDEN_TYPES:
            arrays["types"][row, number] = type_


def _add_pairs(
    arrays: Mapping[str, Integers], row: int, pairs: PairTargets, groups: int
) -> None:
    count = len(pairs.pairs)
    arrays["pairs"][row, :count] = pairs.pairs
    arrays["is_same"][row, :count] = pairs.is_same
    is_grouped = pairs.groups >= 0
    arrays["groups"][row, :count] = np.where(is_grouped, pairs.groups + groups, -1)


def _joined_targets(pairs: Sequence[PairTargets]) -> Tensor:
    """Return the targets of the groups of all windows."""
    targets = [of_pairs.targets for of_pairs in pairs if len(of_pairs.targets)]
    if not targets:
        return torch.full((0, 1), UNKNOWN, dtype=torch.int8)
    return torch.from_numpy(np.concatenate(targets))


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
