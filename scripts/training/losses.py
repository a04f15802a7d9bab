"""What the network gets wrong in a batch, in four parts."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.batches import IGNORED, WAYS, Batch
from training.examples import CHOICE, PARTS, UNKNOWN
from training.neural_network import LOWEST, ReadingNetwork

#: The least share of a choice that is true that is told from none, against a logarithm of zero.
SMALLEST = 1e-4


def batch_losses(
    network: ReadingNetwork, batch: Batch
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return the mean losses of a batch, 0 of nothing.

    They are of name tags, attribution tags, relations, and coreference.
    """
    hidden = network.drop(network.encode(batch.ids, batch.shapes, batch.mask))
    mentions = batch.spans, batch.types, batch.pairs
    logits = network.pairs(hidden, batch.mask, batch.governors, *mentions).float()
    return (
        _tag_loss(network, hidden, batch),
        _part_loss(network.parts(hidden), batch.parts),
        relation_loss(logits[..., :-1], batch.groups, batch.targets),
        _coreference_loss(logits[..., -1], batch.is_same),
    )


def _tag_loss(network: ReadingNetwork, hidden: Tensor, batch: Batch) -> Tensor:
    """Return the loss of name tags; each window by the head of its way of annotating."""
    ways = torch.stack([network.tags[name](hidden) for name in WAYS], 1)
    logits = ways[torch.arange(len(hidden), device=hidden.device), batch.way]
    return _cross_entropy(logits, batch.tags)


def _part_loss(logits: Tensor, targets: Tensor) -> Tensor:
    """Return the loss of the tags of all parts; each piece counts once."""
    by_part = logits.unflatten(-1, (len(PARTS), -1)).transpose(1, 2)
    return _cross_entropy(by_part, targets) * len(PARTS)


def _cross_entropy(logits: Tensor, targets: Tensor) -> Tensor:
    function = nn.functional.cross_entropy
    flat = logits.float().flatten(0, -2), targets.flatten()
    total = function(*flat, ignore_index=IGNORED, reduction="sum")
    return total / (targets != IGNORED).sum().clamp(min=1)


def _coreference_loss(logits: Tensor, is_same: Tensor) -> Tensor:
    is_learned = is_same != IGNORED
    goal = is_same.clamp(min=0).to(logits.dtype)
    function = nn.functional.binary_cross_entropy_with_logits
    losses = function(logits, goal, reduction="none") * is_learned
    return losses.sum() / is_learned.sum().clamp(min=1)


def relation_loss(logits: Tensor, groups: Tensor, targets: Tensor) -> Tensor:
    """Return the mean loss of the relations of groups of pairs of mentions.

    The logits of a group are pooled by log-sum-exp.

    Args:
        logits: [… pairs, relations].
        groups, targets: Of the pairs, as ``Batch`` has them.
    """
    if not len(targets):
        return logits.sum() * 0.0
    is_grouped = groups >= 0
    pooled = _log_sum_exp(logits[is_grouped], groups[is_grouped], len(targets))
    goal = (targets == 1).to(pooled.dtype)
    function = nn.functional.binary_cross_entropy_with_logits
    is_decided = (targets != UNKNOWN) & (targets != CHOICE)
    losses = function(pooled, goal, reduction="none") * is_decided
    return (losses.sum() + _choice_loss(pooled, targets == CHOICE)) / len(targets)


def _choice_loss(logits: Tensor, is_choice: Tensor) -> Tensor:
    """Return −log(1 − Π (1 − p)) over the relations of each choice, summed over the groups."""
    none_holds = (nn.functional.softplus(logits) * is_choice).sum(-1)
    some_holds = -torch.expm1(-none_holds)
    losses = -torch.log(some_holds.clamp(min=SMALLEST))
    return (losses * is_choice.any(-1)).sum()


def _log_sum_exp(logits: Tensor, index: Tensor, groups: int) -> Tensor:
    """Return the log of the sum of exponentials of the rows of each group, [groups, relations]."""
    lowest = torch.full((groups, logits.shape[1]), LOWEST, device=logits.device)
    places = index[:, None].expand_as(logits)
    highest = lowest.scatter_reduce(0, places, logits.detach(), "amax")
    exponentials = torch.exp(logits - highest[index])
    summed = torch.zeros_like(highest).index_add(0, index, exponentials)
    return highest + torch.log(summed)
