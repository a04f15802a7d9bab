"""Fitting: batches of windows of like length, a loss of four parts, and checkpoints to go on from."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from actorgraph.extraction.learned.encoding import REACH
from training.corpora import SCHEMES, TYPES
from training.examples import UNKNOWN, Example
from training.network import Network

#: Pieces of a batch, padding included.
BATCH_PIECES = 1536
#: Share of mentions whose type is hidden, so that relations are read from words as well.
HIDDEN_TYPES = 0.15
#: Share of windows with relations in which actors are hidden, and of the actors of such a window: who is related is to
#: be read from what stands between the names, not remembered from them.
HIDDEN_WINDOWS, HIDDEN_ACTORS = 0.4, 0.5
#: The piece that stands for a hidden word, [MASK].
HIDDEN = 103
#: Most pairs of mentions of a window that are learned from.
MOST_PAIRS = 1200


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn; ``shares`` is the part of each corpus that a pass sees, 1 where not named."""

    passes: int
    shares: dict[str, float]
    rate: float = 1e-4
    head_rate: float = 7e-4
    warm_up: float = 0.1
    seed: int = 7


def fit(
    network: Network,
    data: Sequence[Example],
    plan: Plan,
    checkpoint: Path,
    log: Callable[[str], None],
) -> None:
    """Learn; go on from the checkpoint if there is one, and write one after each pass."""
    steps = [
        sum(1 for _ in _batches(data, plan, number)) for number in range(plan.passes)
    ]
    total = sum(steps)
    optimizer, schedule = _optimizer(network, plan, total)
    first = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        first = state["passes"]
    for number in range(first, plan.passes):
        torch.manual_seed(plan.seed + number)
        started, sums = time.monotonic(), np.zeros(4)
        for count, batch in enumerate(_batches(data, plan, number), 1):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                losses = batch_losses(
                    network.train(), batch, _chance(plan, number, count)
                )
            loss = sum(losses)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            sums += [float(part.detach()) for part in losses]
            if count % 100 == 0:
                log(
                    f"  {count}/{steps[number]} {np.round(sums / count, 4)} {time.monotonic() - started:.0f} s"
                )
        log(
            f"pass {number + 1}/{plan.passes}: tags, parts, relations, coreference {np.round(sums / steps[number], 4)}"
        )
        state = {
            "network": network.state_dict(),
            "optimizer": optimizer.state_dict(),
            "schedule": schedule.state_dict(),
        }
        torch.save({**state, "passes": number + 1}, checkpoint.with_suffix(".new"))
        checkpoint.with_suffix(".new").replace(checkpoint)


def _chance(plan: Plan, *numbers: int) -> random.Random:
    return random.Random(" ".join(map(str, (plan.seed, *numbers))))


def _optimizer(
    network: Network, plan: Plan, total: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
    inner = [one for one in network.encoder.parameters() if one.requires_grad]
    known = {id(one) for one in inner}
    outer = [
        one
        for one in network.parameters()
        if one.requires_grad and id(one) not in known
    ]
    groups = [
        {"params": inner, "lr": plan.rate},
        {"params": outer, "lr": plan.head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    warm = max(1, int(plan.warm_up * total))
    return optimizer, torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min(
            (step + 1) / warm, max(0.0, (total - step) / max(1, total - warm))
        ),
    )


def _batches(
    data: Sequence[Example], plan: Plan, number: int
) -> Iterator[list[Example]]:
    """Windows of one pass, of like length together, in random order."""
    order = _chance(plan, number)
    articles = sorted({(one.dataset, one.article) for one in data})
    chosen = {key: order.random() < plan.shares.get(key[0], 1.0) for key in articles}
    waiting = [one for one in data if chosen[one.dataset, one.article]]
    order.shuffle(waiting)
    waiting.sort(key=lambda one: len(one.window.ids) // 8)
    batches: list[list[Example]] = []
    longest = 0
    for one in waiting:
        longest = max(longest, len(one.window.ids))
        if not batches or (len(batches[-1]) + 1) * longest > BATCH_PIECES:
            batches.append([])
            longest = len(one.window.ids)
        batches[-1].append(one)
    order.shuffle(batches)
    yield from batches


def batch_losses(
    network: Network, batch: Sequence[Example], order: random.Random
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Mean losses of a batch: of name tags, attribution tags, relations, and coreference."""
    longest = max(len(one.window.ids) for one in batch)
    ids, shapes, mask = (
        torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(3)
    )
    hidden_in = [
        one.targets is not None and order.random() < HIDDEN_WINDOWS for one in batch
    ]
    for row, one in enumerate(batch):
        size = len(one.window.ids)
        words = _with_hidden_actors(one, order) if hidden_in[row] else one.window.ids
        ids[row, :size], shapes[row, :size] = (
            torch.tensor(words),
            torch.tensor(one.window.shapes),
        )
        mask[row, :size] = 1
    hidden = network.drop(network.encode(ids, shapes, mask))
    sums: dict[str, list[tuple[Tensor, int]]] = {
        "tags": [],
        "parts": [],
        "relations": [],
        "coreference": [],
    }
    for row, one in enumerate(batch):
        vectors = hidden[row, : len(one.window.ids)]
        if one.tags is not None and not hidden_in[row]:
            logits = network.tags[SCHEMES[one.dataset]](vectors).float()
            sums["tags"].append((_cross_entropy(logits, one.tags), len(one.tags)))
        if one.parts is not None:
            logits = (
                network.parts(vectors).float().view(len(vectors), 3, -1).transpose(0, 1)
            )
            sums["parts"].append(
                (
                    sum(_cross_entropy(logits[i], one.parts[i]) for i in range(3)),
                    one.parts.shape[1],
                )
            )
        if len(one.spans) > 1 and (one.targets is not None or one.coreference):
            relations, coreference = _pair_losses(network, vectors, one, order)
            sums["relations"].append(relations)
            if not hidden_in[row]:
                sums["coreference"].append(coreference)
    return tuple(_mean(sums[name]) for name in sums)


def _with_hidden_actors(one: Example, order: random.Random) -> list[int]:
    """The pieces of a window, those of some of its actors hidden wherever they are mentioned."""
    words = list(one.window.ids)
    hidden = {
        int(actor)
        for actor in np.unique(one.entities)
        if order.random() < HIDDEN_ACTORS
    }
    for (start, end), actor in zip(
        one.spans.tolist(), one.entities.tolist(), strict=True
    ):
        if actor in hidden:
            words[start:end] = [HIDDEN] * (end - start)
    return words


def _cross_entropy(logits: Tensor, targets: np.ndarray) -> Tensor:
    return nn.functional.cross_entropy(
        logits, torch.from_numpy(targets), reduction="sum"
    )


def _mean(parts: list[tuple[Tensor, int]]) -> Tensor:
    count = sum(count for _, count in parts)
    return sum(part for part, _ in parts) / count if count else torch.zeros(())


def _pair_losses(
    network: Network, vectors: Tensor, one: Example, order: random.Random
) -> tuple[tuple[Tensor, int], tuple[Tensor, int]]:
    pairs = _pairs(one, order)
    nothing = vectors.sum() * 0.0, 0
    if not len(pairs):
        return nothing, nothing
    types = [
        len(TYPES) if order.random() < HIDDEN_TYPES else int(type_)
        for type_ in one.types
    ]
    logits = network.pairs(
        vectors,
        torch.from_numpy(one.spans),
        torch.tensor(types),
        torch.from_numpy(pairs),
    ).float()
    ends = one.entities[pairs]
    coreference = relations = nothing
    if one.coreference:
        same = torch.from_numpy((ends[:, 0] == ends[:, 1]).astype(np.float32))
        coreference = (
            nn.functional.binary_cross_entropy_with_logits(
                logits[:, -1], same, reduction="sum"
            ),
            len(pairs),
        )
    together = one.sentences[pairs[:, 0]] == one.sentences[pairs[:, 1]]
    if one.targets is not None and together.any():
        relations = _relation_loss(
            logits[torch.from_numpy(together), :-1], ends[together], one.targets
        )
    return relations, coreference


def _relation_loss(
    logits: Tensor, ends: np.ndarray, targets: np.ndarray
) -> tuple[Tensor, int]:
    """Two actors are related if any two of their mentions in one sentence are: log-sum-exp over such pairs."""
    size = targets.shape[0]
    keys, places = np.unique(ends[:, 0] * size + ends[:, 1], return_inverse=True)
    wanted = targets[keys // size, keys % size]
    kept = (wanted != UNKNOWN).any(1)
    if not kept.any():
        return logits.sum() * 0.0, 0
    index = torch.from_numpy(places)
    highest = torch.full((len(keys), logits.shape[1]), -1e4).scatter_reduce(
        0, index[:, None].expand_as(logits), logits.detach(), "amax"
    )
    summed = torch.zeros_like(highest).index_add(
        0, index, torch.exp(logits - highest[index])
    )
    pooled = (highest + torch.log(summed))[torch.from_numpy(kept)]
    goal = torch.from_numpy(wanted[kept].astype(np.float32))
    each = nn.functional.binary_cross_entropy_with_logits(
        pooled, goal.clamp(min=0), reduction="none"
    )
    return (each * (goal != UNKNOWN)).sum(), int(kept.sum())


def _pairs(one: Example, order: random.Random) -> np.ndarray:
    """Ordered pairs of near mentions to learn from: all, or in a crowded window those that are related and a sample."""
    count = len(one.spans)
    near = [
        (i, j)
        for i in range(count)
        for j in range(count)
        if i != j and abs(one.spans[i, 0] - one.spans[j, 0]) <= REACH
    ]
    pairs = np.array(near, dtype=np.int64).reshape(-1, 2)
    if len(pairs) <= MOST_PAIRS:
        return pairs
    ends = one.entities[pairs]
    wanted = ends[:, 0] == ends[:, 1]
    if one.targets is not None:
        wanted |= (one.targets[ends[:, 0], ends[:, 1]] == 1).any(1)
    rest = np.flatnonzero(~wanted)
    sample = order.sample(
        range(len(rest)), min(len(rest), max(0, MOST_PAIRS - int(wanted.sum())))
    )
    return pairs[np.sort(np.concatenate([np.flatnonzero(wanted), rest[sample]]))]
