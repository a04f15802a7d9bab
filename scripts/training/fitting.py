"""Fitting the network to examples, with checkpoints from which training continues."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, Dataset

from training.batches import Batch, batches, padded_batch
from training.examples import Example
from training.losses import batch_losses
from training.neural_network import ReadingNetwork

#: Progress is logged after each of these many batches.
LOG_INTERVAL = 100
WEIGHT_DECAY = 0.01
#: Gradients are scaled down to this norm.
MAX_NORM = 1.0
#: Processes that pad batches while a GPU learns.
PADDING_WORKERS = 3


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn.

    Attributes:
        passes: How often the data is seen.
        shares: Set → share of its articles that a pass sees; 1 for a set that is not named.
        rate: Learning rate of the encoder.
        head_rate: Learning rate of the heads.
        warm_up: Share of all steps in which the rates rise.
        most_pieces: Pieces of a batch, padding included.
    """

    passes: int
    shares: Mapping[str, float]
    rate: float = 1e-4
    head_rate: float = 7e-4
    warm_up: float = 0.1
    most_pieces: int = 4096
    seed: int = 7

    def chance(self, *numbers: int) -> random.Random:
        """Return the random numbers of a pass, or of a batch of a pass."""
        return random.Random(" ".join(map(str, (self.seed, *numbers))))

    def batches(self, data: Sequence[Example], number: int) -> list[list[Example]]:
        """Return the batches of a pass."""
        return batches(data, self.shares, self.most_pieces, self.chance(number))


class Trainer:
    """A network with what changes its weights."""

    def __init__(self, network: ReadingNetwork, plan: Plan, steps: int) -> None:
        self.network = network
        self.plan = plan
        self.device = next(network.parameters()).device
        self.optimizer = torch.optim.AdamW(
            _parameter_groups(network, plan), weight_decay=WEIGHT_DECAY
        )
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, _rate_schedule(plan, steps)
        )

    def resume(self, checkpoint: Path) -> int:
        """Return how many passes are done, after loading them from a checkpoint if it exists."""
        if not checkpoint.exists():
            return 0
        state = torch.load(checkpoint, map_location=self.device, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        return int(state["passes"])

    def save(self, checkpoint: Path, passes: int) -> None:
        """Replace a checkpoint, or leave the old one whole."""
        state = {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "passes": passes,
        }
        new = checkpoint.with_suffix(".new")
        torch.save(state, new)
        new.replace(checkpoint)

    def learn(self, batch: Batch) -> Tensor:
        """Change the weights by one batch and return its four mean losses."""
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            losses = batch_losses(self.network.train(), batch.to(self.device))
        total: Tensor = sum(losses)
        total.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), MAX_NORM)
        self.optimizer.step()
        self.schedule.step()
        self.optimizer.zero_grad(set_to_none=True)
        return torch.stack([part.detach() for part in losses])


class _PaddedBatches(Dataset[Batch]):
    """The batches of a pass, padded when they are asked for."""

    def __init__(self, plan: Plan, number: int, data: Sequence[Example]) -> None:
        self.plan, self.number = plan, number
        self.batches = plan.batches(data, number)

    def __len__(self) -> int:
        return len(self.batches)

    def __getitem__(self, index: int) -> Batch:
        order = self.plan.chance(self.number, index + 1)
        return padded_batch(self.batches[index], order)


def fit(
    network: ReadingNetwork,
    data: Sequence[Example],
    plan: Plan,
    checkpoint: Path,
    log: Callable[[str], None],
) -> None:
    """Fit a network; continue from the checkpoint if there is one, and write it after each pass."""
    steps = [len(plan.batches(data, number)) for number in range(plan.passes)]
    trainer = Trainer(network, plan, sum(steps))
    for number in range(trainer.resume(checkpoint), plan.passes):
        torch.manual_seed(plan.seed + number)
        means = _run_pass(trainer, _PaddedBatches(plan, number, data), log)
        parts = "tags, parts, relations, coreference"
        log(f"pass {number + 1}/{plan.passes}: {parts} {means}")
        trainer.save(checkpoint, number + 1)


def _run_pass(
    trainer: Trainer, padded: _PaddedBatches, log: Callable[[str], None]
) -> list[float]:
    """Learn from all batches of a pass and return their mean losses."""
    start = time.monotonic()
    sums = torch.zeros(4, device=trainer.device)
    workers = 0 if trainer.device.type == "cpu" else PADDING_WORKERS
    loader = DataLoader(padded, batch_size=None, num_workers=workers)
    for count, batch in enumerate(loader, 1):
        sums += trainer.learn(batch)
        if count % LOG_INTERVAL == 0:
            seconds = time.monotonic() - start
            log(f"  {count}/{len(padded)} {_means(sums, count)} {seconds:.0f} s")
    return _means(sums, len(padded))


def _means(sums: Tensor, count: int) -> list[float]:
    return [round(value / count, 4) for value in sums.tolist()]


def _parameter_groups(network: ReadingNetwork, plan: Plan) -> list[dict[str, object]]:
    """Return the weights that are learned, those of the encoder and those of the heads."""
    inner: list[nn.Parameter] = []
    outer: list[nn.Parameter] = []
    of_encoder = set(map(id, network.encoder.parameters()))
    for parameter in network.parameters():
        if parameter.requires_grad:
            group = inner if id(parameter) in of_encoder else outer
            group.append(parameter)
    return [
        {"params": inner, "lr": plan.rate},
        {"params": outer, "lr": plan.head_rate},
    ]


def _rate_schedule(plan: Plan, steps: int) -> Callable[[int], float]:
    """Return the factor of the rates at each step: it rises to 1, then falls to 0."""
    warm = max(1, int(plan.warm_up * steps))
    cooling = max(1, steps - warm)
    return lambda step: min((step + 1) / warm, max(0.0, (steps - step) / cooling))
