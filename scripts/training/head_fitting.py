"""Fitting the last layers of the pair head to relations again, the encoder being what it will be.

Sets of happenings mark chosen pairs only, and sets of biographies no happening at all. Left open,
what they do not mark would never be learned as false, so that the network would find anything in a
short text. Here it is false, which is hardly ever wrong: a sentence that says what two actors did
rarely says several things, and a biography rarely says any of them. The inputs of the layers are
computed once, so that this takes seconds on a GPU and minutes on a CPU. Coreference keeps the
layers as they were.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor, nn

from training.annotated_facts import HAPPENINGS
from training.corpora import NEWS
from training.examples import CHOICE, UNKNOWN, Example
from training.losses import relation_loss
from training.neural_network import ReadingNetwork
from training.pair_targets import pair_targets
from training.relation_table import RelationTable

#: Sets without happenings, and those of them that mark kinship.
WITHOUT_HAPPENINGS = (
    "knowledgenet",
    "conll04",
    "redocred",
    "crossre-news",
    "crossre-politics",
)
WITH_KINSHIP = ("knowledgenet", "redocred")
KINSHIP = frozenset({"relativeOf", "parentOf", "childOf", "siblingOf", "spouseOf"})
#: Share of the windows of each set that is learned from, besides all news.
SHARES: Mapping[str, float] = {
    "knowledgenet": 0.25,
    "conll04": 0.35,
    "redocred": 0.15,
    "crossre-news": 0.12,
    "crossre-politics": 0.4,
    "gum": 0.15,
    "events-cameo": 0.6,
    "events-dse": 0.18,
    "events-gsr": 1.0,
    "events-rams": 0.5,
    "events-re3d": 1.0,
    "events-wikievents": 0.3,
    "closereading3": 1.0,
}
PASSES, RATE, WINDOWS, DROPOUT = 12, 6e-4, 16, 0.15
#: The most pairs of mentions of a window.
MOST_PAIRS = 450


@dataclass(frozen=True, slots=True)
class PairsOfWindow:
    """What the last layers see of the pairs of a window, and what they are to say of them.

    Attributes:
        inputs: [pairs, 2 · HIDDEN].
        groups: [pairs], as ``PairTargets`` has them.
        targets: [groups, relations].
    """

    inputs: Tensor
    groups: Tensor
    targets: Tensor


def fit_head(
    network: ReadingNetwork,
    data: Iterable[Example],
    relations: RelationTable,
    log: Callable[[str], None],
) -> None:
    """Fit ``middle`` and ``out`` of the pair head to examples."""
    chance = random.Random(3)
    inputs = _Inputs(network, relations)
    windows = [inputs.of(example, chance) for example in _sample(data, chance)]
    inputs.close()
    windows = [window for window in windows if len(window.targets)]
    network.pairs.keep_coreference()
    layers = nn.ModuleList([network.pairs.middle, network.pairs.out])
    optimizer = torch.optim.AdamW(layers.parameters(), lr=RATE, weight_decay=0.01)
    steps = PASSES * -(-len(windows) // WINDOWS)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: max(0.02, 1 - step / steps)
    )
    for number in range(PASSES):
        chance.shuffle(windows)
        total = 0.0
        for start in range(0, len(windows), WINDOWS):
            loss = _loss(network, windows[start : start + WINDOWS])
            loss.backward()
            nn.utils.clip_grad_norm_(layers.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            total += float(loss.detach())
        log(f"head, pass {number + 1}/{PASSES}: {total * WINDOWS / len(windows):.4f}")


def _sample(data: Iterable[Example], chance: random.Random) -> Iterator[Example]:
    for example in data:
        share = 1.0 if example.dataset in NEWS else SHARES.get(example.dataset, 0.0)
        if chance.random() < share and len(example.spans) > 1:
            yield example


class _Inputs:
    """Computes what the last layers of the pair head see."""

    def __init__(self, network: ReadingNetwork, relations: RelationTable) -> None:
        self.network = network.eval()
        self.relations = relations
        self.device = next(network.parameters()).device
        self._seen = torch.empty(0)
        self._hook = network.pairs.middle.register_forward_pre_hook(self._keep)

    def _keep(self, _: nn.Module, arguments: tuple[Tensor, ...]) -> None:
        self._seen = arguments[0]

    def close(self) -> None:
        """Stop listening to the network."""
        self._hook.remove()

    def of(self, example: Example, chance: random.Random) -> PairsOfWindow:
        """Return the window of an example."""
        with torch.no_grad():
            return self._window(example, chance)

    def _window(self, example: Example, chance: random.Random) -> PairsOfWindow:
        decided = with_decided_facts(example, self.relations)
        pairs = pair_targets(decided, chance, MOST_PAIRS)
        window = example.window
        ids, shapes, governors = map(
            self._row, (window.ids, window.shapes, window.governors)
        )
        hidden = self.network.encode(ids, shapes)
        arrays = (example.spans, example.types, pairs.pairs)
        mask = torch.ones_like(governors)
        self.network.pairs(hidden, mask, governors, *map(self._row, arrays))
        groups = torch.from_numpy(pairs.groups).to(self.device)
        targets = torch.from_numpy(pairs.targets).to(self.device)
        is_used = groups >= 0
        return PairsOfWindow(self._seen[0].half()[is_used], groups[is_used], targets)

    def _row(self, values: Sequence[int] | np.ndarray) -> Tensor:
        """Return values of a window as a batch of one."""
        return torch.as_tensor(values, device=self.device)[None]


def with_decided_facts(example: Example, relations: RelationTable) -> Example:
    """Return an example in which what its set leaves out is false."""
    if example.targets is None:
        return example
    targets = example.targets.copy()
    columns = np.array([term in relations.happenings for term in relations.terms])
    if example.dataset in WITH_KINSHIP:
        columns |= np.array([term in KINSHIP for term in relations.terms])
    if example.dataset in WITHOUT_HAPPENINGS:
        targets[(targets == UNKNOWN) & columns] = 0
    elif example.dataset in HAPPENINGS:
        _decide_pairs(targets, columns, relations)
    return replace(example, targets=targets)


def _decide_pairs(
    targets: np.ndarray, columns: np.ndarray, relations: RelationTable
) -> None:
    """Make all happenings false between two actors of whom others are annotated."""
    is_true = (targets == 1) | (targets == CHOICE)
    for subject, object_ in np.argwhere(is_true.any(-1)):
        implied = _implied(is_true[subject, object_], relations)
        there, back = targets[subject, object_], targets[object_, subject]
        there[(there == UNKNOWN) & columns & ~implied] = 0
        if not is_true[object_, subject].any():
            back[(back == UNKNOWN) & columns & ~implied] = 0


def _implied(is_true: np.ndarray, relations: RelationTable) -> np.ndarray:
    """Return which relations some relations imply."""
    terms = [relations.terms[number] for number in np.flatnonzero(is_true)]
    above = frozenset[str]().union(*(relations.above[term] for term in terms))
    return np.array([term in above for term in relations.terms])


def _loss(network: ReadingNetwork, windows: Sequence[PairsOfWindow]) -> Tensor:
    """Return the loss of the relations of some windows."""
    head, drop = network.pairs, nn.Dropout(DROPOUT)
    inputs = torch.cat([window.inputs for window in windows]).float()
    logits = head.out(drop(nn.functional.gelu(head.middle(drop(inputs)))))
    groups, count = [], 0
    for window in windows:
        groups.append(window.groups + count)
        count += len(window.targets)
    targets = torch.cat([window.targets for window in windows])
    return relation_loss(logits[..., :-1], torch.cat(groups), targets)
