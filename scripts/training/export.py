"""From a trained network to what the product ships: two ONNX graphs, the tokenizer, and a list of what they mean."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.corpora import TYPES, Relations
from training.examples import Example
from training.network import Network

#: The way of annotating names that the product follows.
SCHEME = "dwie"
OPSET = 17
#: A relation is read between two types of actors of which so many related pairs were seen, and as many unrelated ones:
#: what is hardly ever seen not to hold is found everywhere.
LEAST_RELATED = 8


class _Encoder(nn.Module):
    """Pieces of one window → vectors, name tags, attribution tags."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        hidden = self.network.encode(ids[None], shapes[None])[0]
        return hidden, self.network.tags[SCHEME](hidden), self.network.parts(hidden)


class _Pairs(nn.Module):
    """Pairs of mentions → log-odds of each relation, and of being the same actor."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.head = network.pairs

    def forward(
        self, hidden: Tensor, spans: Tensor, types: Tensor, pairs: Tensor
    ) -> Tensor:
        return self.head(hidden, spans, types, pairs)


def export(
    network: Network,
    tokenizer: Path,
    relations: Relations,
    data: Iterable[Example],
    folder: Path,
) -> None:
    """Write ``encoder.onnx`` (8-bit), ``pairs.onnx``, ``tokenizer.json`` and ``manifest.json`` with their SHA-256."""
    folder.mkdir(parents=True, exist_ok=True)
    network = network.eval().float()
    network.encoder.set_attn_implementation("eager")
    ids = torch.tensor([101, 2003, 3000, 4000, 5000, 102])
    spans, pairs = torch.tensor([[1, 2], [3, 5]]), torch.tensor([[0, 1], [1, 0]])
    with tempfile.TemporaryDirectory() as temporary:
        whole = Path(temporary) / "encoder.onnx"
        _write(
            _Encoder(network),
            (ids, ids * 0),
            whole,
            ("ids", "shapes"),
            ("hidden", "tags", "parts"),
            {0: "pieces"},
        )
        quantize_dynamic(
            whole,
            folder / "encoder.onnx",
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
    hidden = torch.zeros(len(ids), network.encoder.config.hidden_size)
    arguments = (hidden, spans, spans[:, 0] * 0, pairs)
    _write(
        _Pairs(network),
        arguments,
        folder / "pairs.onnx",
        ("hidden", "spans", "types", "pairs"),
        ("scores",),
        None,
    )
    slim = json.loads(tokenizer.read_text(encoding="utf-8")) | {
        "truncation": None,
        "padding": None,
    }
    (folder / "tokenizer.json").write_text(
        json.dumps(slim, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )
    files = {
        name: _digest(folder / name)
        for name in ("encoder.onnx", "pairs.onnx", "tokenizer.json")
    }
    manifest = {
        "files": files,
        "types": TYPES,
        "relations": relations.terms,
        "between": _between(data, relations),
    }
    (folder / "manifest.json").write_text(
        json.dumps(manifest, indent=1) + "\n", encoding="utf-8"
    )


def _between(
    data: Iterable[Example], relations: Relations
) -> dict[str, list[tuple[str, str]]]:
    """The types of actors between which each relation was seen to hold and not to hold."""
    seen: Counter[tuple[int, int, int, int]] = Counter()
    for one in data:
        if one.targets is not None:
            type_of = dict(zip(one.entities.tolist(), one.types.tolist(), strict=True))
            for known in (0, 1):
                for left, right, term in zip(
                    *(one.targets == known).nonzero(), strict=True
                ):
                    seen[int(term), type_of[int(left)], type_of[int(right)], known] += 1
    found: dict[str, list[tuple[str, str]]] = {}
    for term, left, right, known in sorted(seen):
        often = (
            LEAST_RELATED <= seen[term, left, right, 1] <= seen[term, left, right, 0]
        )
        if known and often:
            found.setdefault(relations.terms[term], []).append(
                (TYPES[left], TYPES[right])
            )
    return found


def _write(
    module: nn.Module,
    arguments: tuple[Tensor, ...],
    path: Path,
    inputs: tuple[str, ...],
    outputs: tuple[str, ...],
    axes: dict[int, str] | None,
) -> None:
    free = {
        "hidden": {0: "pieces"},
        "spans": {0: "mentions"},
        "types": {0: "mentions"},
        "pairs": {0: "pairs"},
        "scores": {0: "pairs"},
    }
    dynamic = {name: axes or free[name] for name in (*inputs, *outputs)}
    torch.onnx.export(
        module,
        arguments,
        str(path),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes=dynamic,
        opset_version=OPSET,
        dynamo=False,
    )
    onnx.checker.check_model(str(path))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
