"""Fitting the network to examples, with checkpoints from which training continues."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.batches import batches
from training.examples import Example
from training.losses import batch_losses
from training.neural_network import ReadingNetwork

#: Progress is logged after each of these many batches.
LOG_INTERVAL = 100
WEIGHT_DECAY = 0.01
#: Gradients are scaled down to this norm.
MAX_NORM = 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn.

    Attributes:
        passes: How often the data is seen.
        shares: Set → share of its articles that a pass sees; 1 for a set that is not named.
        rate: Learning rate of the encoder.
        head_rate: Learning rate of the heads.
        warm_up: Share of all steps in which the rates rise.
    """

    passes: int
    shares: Mapping[str, float]
    rate: float = 1e-4
    head_rate: float = 7e-4
    warm_up: float = 0.1
    seed: int = 7

    def chance(self, *numbers: int) -> random.Random:
        """Return the random numbers of a pass, or of a batch of a pass."""
        return random.Random(" ".join(map(str, (self.seed, *numbers))))

    def batches(self, data: Sequence[Example], number: int) -> list[list[Example]]:
        """Return the batches of a pass."""
        return batches(data, self.shares, self.chance(number))


class Trainer:
    """A network with what changes its weights."""

    def __init__(self, network: ReadingNetwork, plan: Plan, steps: int) -> None:
        self.network = network
        self.plan = plan
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
        state = torch.load(checkpoint, weights_only=True)
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

    def learn(self, batch: Sequence[Example], order: random.Random) -> list[float]:
        """Change the weights by one batch and return its four mean losses."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            losses = batch_losses(self.network.train(), batch, order)
        total: Tensor = sum(losses)
        total.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), MAX_NORM)
        self.optimizer.step()
        self.schedule.step()
        self.optimizer.zero_grad(set_to_none=True)
        return [float(part.detach()) for part in losses]


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
        sums = _run_pass(trainer, plan.batches(data, number), number, log)
        means = np.round(sums / steps[number], 4)
        parts = "tags, parts, relations, coreference"
        log(f"pass {number + 1}/{plan.passes}: {parts} {means}")
        trainer.save(checkpoint, number + 1)


def _run_pass(
    trainer: Trainer,
    todo: Sequence[Sequence[Example]],
    number: int,
    log: Callable[[str], None],
) -> np.ndarray:
    """Learn from all batches of a pass and return the sums of their losses."""
    start, sums = time.monotonic(), np.zeros(4)
    for count, batch in enumerate(todo, 1):
        sums += trainer.learn(batch, trainer.plan.chance(number, count))
        if count % LOG_INTERVAL == 0:
            means, seconds = np.round(sums / count, 4), time.monotonic() - start
            log(f"  {count}/{len(todo)} {means} {seconds:.0f} s")
    return sums


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
