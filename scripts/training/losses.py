"""What the network gets wrong in a batch, in four parts."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn

from actorgraph.extraction.learned.encoding import REACH
from training.batches import Integers, inputs_of
from training.corpora import SCHEMES, TYPES
from training.examples import PARTS, UNKNOWN, Example
from training.neural_network import ReadingNetwork

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Share of mentions whose type is hidden, so that relations are read from words as well.
HIDDEN_TYPES = 0.15
#: The most pairs of mentions of a window that are learned from.
MOST_PAIRS = 1200
#: Less than any logit.
LOWEST = -1e4


@dataclass(frozen=True, slots=True)
class Loss:
    """A sum of losses, and how many there are."""

    total: Tensor
    count: int


@dataclass
class Losses:
    """The losses of a batch: of name tags, attribution tags, relations, and coreference."""

    tags: list[Loss] = field(default_factory=list)
    parts: list[Loss] = field(default_factory=list)
    relations: list[Loss] = field(default_factory=list)
    coreference: list[Loss] = field(default_factory=list)

    def means(self) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return the mean of each part, 0 of none."""
        return (
            _mean(self.tags),
            _mean(self.parts),
            _mean(self.relations),
            _mean(self.coreference),
        )


def batch_losses(
    network: ReadingNetwork, batch: Sequence[Example], order: random.Random
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return the mean losses of a batch.

    They are of name tags, attribution tags, relations, and coreference. A window whose actors are
    hidden teaches neither names nor coreference.
    """
    inputs = inputs_of(batch, order)
    arrays = (inputs.ids, inputs.shapes, inputs.mask)
    hidden = network.drop(network.encode(*map(torch.from_numpy, arrays)))
    losses = Losses()
    for row, example in enumerate(batch):
        vectors = hidden[row, : len(example.window.ids)]
        hides_actors = inputs.hides_actors[row]
        if example.tags is not None and not hides_actors:
            logits = network.tags[SCHEMES[example.dataset]](vectors)
            losses.tags.append(_cross_entropy(logits.float(), example.tags))
        if example.parts is not None:
            losses.parts.append(_part_loss(network.parts(vectors), example.parts))
        has_pairs = example.targets is not None or example.coreference
        if len(example.spans) > 1 and has_pairs:
            relations, coreference = _pair_losses(network, vectors, example, order)
            losses.relations.append(relations)
            if not hides_actors:
                losses.coreference.append(coreference)
    return losses.means()


def _cross_entropy(logits: Tensor, targets: Integers) -> Loss:
    function = nn.functional.cross_entropy
    total = function(logits, torch.from_numpy(targets), reduction="sum")
    return Loss(total, len(targets))


def _part_loss(logits: Tensor, targets: Integers) -> Loss:
    """Return the loss of the tags of all parts; each piece counts once."""
    by_part = logits.float().view(len(logits), len(PARTS), -1).transpose(0, 1)
    rows = zip(by_part, targets, strict=True)
    total = sum(_cross_entropy(part, row).total for part, row in rows)
    return Loss(total, targets.shape[1])


def _mean(losses: Sequence[Loss]) -> Tensor:
    count = sum(loss.count for loss in losses)
    if not count:
        return torch.zeros(())
    return sum(loss.total for loss in losses) / count


def _pair_losses(
    network: ReadingNetwork, vectors: Tensor, example: Example, order: random.Random
) -> tuple[Loss, Loss]:
    """Return the losses of relations and of coreference in a window."""
    coreference = relations = Loss(vectors.sum() * 0.0, 0)
    pairs = _pairs(example, order)
    if not len(pairs):
        return relations, coreference
    logits = network.pairs(
        vectors,
        torch.from_numpy(example.spans),
        _types(example, order),
        torch.from_numpy(pairs),
    ).float()
    ends = example.entities[pairs]
    if example.coreference:
        coreference = _coreference_loss(logits[:, -1], ends)
    in_sentence = _are_in_one_sentence(example, pairs)
    if example.targets is not None and in_sentence.any():
        of_relations = logits[torch.from_numpy(in_sentence), :-1]
        relations = _relation_loss(of_relations, ends[in_sentence], example.targets)
    return relations, coreference


def _types(example: Example, order: random.Random) -> Tensor:
    """Return the types of the mentions, some of them hidden."""
    hidden = len(TYPES)
    types = example.types.tolist()
    return torch.tensor(
        [hidden if order.random() < HIDDEN_TYPES else type_ for type_ in types]
    )


def _are_in_one_sentence(example: Example, pairs: Integers) -> NDArray[np.bool_]:
    sentences = example.sentences[pairs]
    return np.equal(sentences[:, 0], sentences[:, 1])


def _coreference_loss(logits: Tensor, ends: Integers) -> Loss:
    is_same = (ends[:, 0] == ends[:, 1]).astype(np.float32)
    function = nn.functional.binary_cross_entropy_with_logits
    total = function(logits, torch.from_numpy(is_same), reduction="sum")
    return Loss(total, len(ends))


def _relation_loss(logits: Tensor, ends: Integers, targets: NDArray[np.int8]) -> Loss:
    """Return the loss of the relations of actors.

    Two actors are related if any two of their mentions in one sentence are: the logits of such
    pairs are pooled by log-sum-exp.
    """
    size = targets.shape[0]
    keys, places = np.unique(ends[:, 0] * size + ends[:, 1], return_inverse=True)
    expected = targets[keys // size, keys % size]
    is_usable = (expected != UNKNOWN).any(1)
    if not is_usable.any():
        return Loss(logits.sum() * 0.0, 0)
    pooled = _log_sum_exp(logits, torch.from_numpy(places), len(keys))
    goal = torch.from_numpy(expected[is_usable].astype(np.float32))
    losses = nn.functional.binary_cross_entropy_with_logits(
        pooled[torch.from_numpy(is_usable)], goal.clamp(min=0), reduction="none"
    )
    return Loss((losses * (goal != UNKNOWN)).sum(), int(is_usable.sum()))


def _log_sum_exp(logits: Tensor, index: Tensor, groups: int) -> Tensor:
    """Return the log of the sum of exponentials of the rows of each group, [groups, relations]."""
    highest = torch.full((groups, logits.shape[1]), LOWEST).scatter_reduce(
        0, index[:, None].expand_as(logits), logits.detach(), "amax"
    )
    exponentials = torch.exp(logits - highest[index])
    summed = torch.zeros_like(highest).index_add(0, index, exponentials)
    return highest + torch.log(summed)


def _pairs(example: Example, order: random.Random) -> Integers:
    """Return the ordered pairs of close mentions that are learned from, [pairs, 2].

    In a crowded window these are the pairs that are related or corefer, and a sample of the others.
    """
    starts = example.spans[:, 0]
    is_close = np.abs(starts[:, None] - starts[None, :]) <= REACH
    np.fill_diagonal(is_close, val=False)
    pairs = np.argwhere(is_close)
    if len(pairs) <= MOST_PAIRS:
        return pairs
    is_needed = _are_related_or_same(example, pairs)
    needed, optional = np.flatnonzero(is_needed), np.flatnonzero(~is_needed)
    room = max(0, MOST_PAIRS - len(needed))
    sample = order.sample(range(len(optional)), min(len(optional), room))
    chosen = np.concatenate([needed, optional[sample]])
    return np.asarray(pairs[np.sort(chosen)])


def _are_related_or_same(example: Example, pairs: Integers) -> NDArray[np.bool_]:
    ends = example.entities[pairs]
    is_needed = np.equal(ends[:, 0], ends[:, 1])
    if example.targets is not None:
        is_needed |= (example.targets[ends[:, 0], ends[:, 1]] == 1).any(1)
    return is_needed
