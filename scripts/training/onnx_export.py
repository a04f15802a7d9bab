"""From a trained network to what the product ships.

That is two ONNX graphs, the tokenizer, and a manifest of their meaning.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.corpora import TYPES
from training.examples import Example
from training.neural_network import ReadingNetwork
from training.relation_table import RelationTable

#: The way of annotating names that the product follows.
SCHEME = "dwie"
OPSET = 17
#: A relation is read between two types of actors of which at least this many related pairs were
#: seen, and at least as many unrelated ones: a network that hardly ever saw a relation not hold
#: finds it everywhere.
MINIMUM_RELATED = 4
#: A relation is read at all if at least this many windows state it.
MINIMUM_WINDOWS = 40
#: Relations that most sets annotate only where they hold, so that the network finds them anywhere.
RARELY_DENIED = frozenset({"alliedWith", "parentOf"})
#: The dimension of each input and output that varies.
VARYING = {
    "hidden": "pieces",
    "ids": "pieces",
    "shapes": "pieces",
    "governors": "pieces",
    "tags": "pieces",
    "parts": "pieces",
    "spans": "mentions",
    "types": "mentions",
    "pairs": "pairs",
    "scores": "pairs",
}


class _Encoder(nn.Module):
    """Pieces of one window → vectors, name tags, attribution tags."""

    inputs = ("ids", "shapes")
    outputs = ("hidden", "tags", "parts")

    def __init__(self, network: ReadingNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        hidden = self.network.encode(ids[None], shapes[None])[0]
        return hidden, self.network.tags[SCHEME](hidden), self.network.parts(hidden)


class _Pairs(nn.Module):
    """Pairs of mentions → log-odds of each relation, and of coreference."""

    inputs = ("hidden", "governors", "spans", "types", "pairs")
    outputs = ("scores",)

    def __init__(self, network: ReadingNetwork) -> None:
        super().__init__()
        self.head = network.pairs

    def forward(
        self,
        hidden: Tensor,
        governors: Tensor,
        spans: Tensor,
        types: Tensor,
        pairs: Tensor,
    ) -> Tensor:
        mask = torch.ones_like(governors)
        of_window = hidden, mask, governors, spans, types, pairs
        return self.head(*(tensor[None] for tensor in of_window))[0]


def export(
    network: ReadingNetwork,
    tokenizer: Mapping[str, Any],
    relations: RelationTable,
    data: Iterable[Example],
    folder: Path,
) -> None:
    """Write what the product reads into a folder.

    That is ``encoder.onnx``, with weights of 8 bits, ``pairs.onnx``, ``tokenizer.json``, and
    ``manifest.json``, which has the SHA-256 of the others.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network = network.cpu().eval().float()
    network.encoder.set_attn_implementation("eager")
    _export_encoder(network, folder / "encoder.onnx")
    _export_pairs(network, folder / "pairs.onnx")
    content = json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))
    (folder / "tokenizer.json").write_text(content, encoding="utf-8")
    names = ("encoder.onnx", "pairs.onnx", "tokenizer.json")
    manifest = {
        "files": {name: _digest(folder / name) for name in names},
        "types": TYPES,
        "relations": relations.terms,
        "between": _ends_of_relations(data, relations),
    }
    content = json.dumps(manifest, indent=1) + "\n"
    (folder / "manifest.json").write_text(content, encoding="utf-8")


def _export_encoder(network: ReadingNetwork, path: Path) -> None:
    ids = torch.tensor([101, 2003, 3000, 4000, 5000, 102])
    with tempfile.TemporaryDirectory() as temporary:
        full = Path(temporary) / "encoder.onnx"
        _write(_Encoder(network), (ids, ids * 0), full)
        quantize_dynamic(
            full,
            path,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )


def _export_pairs(network: ReadingNetwork, path: Path) -> None:
    hidden = torch.zeros(6, network.encoder.config.hidden_size)
    spans, pairs = torch.tensor([[1, 2], [3, 5]]), torch.tensor([[0, 1], [1, 0]])
    governors = torch.tensor([0, 2, 2, 2, 3, 5])
    mentions = spans, spans[:, 0] * 0, pairs
    _write(_Pairs(network), (hidden, governors, *mentions), path)


class _Ends(NamedTuple):
    """A relation, and the types of its subject and object, by their numbers."""

    relation: int
    subject: int
    object: int


def _ends_of_relations(
    data: Iterable[Example], relations: RelationTable
) -> dict[str, list[tuple[str, str]]]:
    """Return the pairs of types between which each relation was seen to hold and not to hold."""
    windows: Counter[int] = Counter()
    related: Counter[_Ends] = Counter()
    unrelated: Counter[_Ends] = Counter()
    for example in data:
        windows.update({ends.relation for ends in _ends_with_target(1, example)})
        related.update(_ends_with_target(1, example))
        unrelated.update(_ends_with_target(0, example))
    between: dict[str, list[tuple[str, str]]] = {}
    for ends in sorted(related):
        term = relations.terms[ends.relation]
        is_denied = MINIMUM_RELATED <= related[ends] <= unrelated[ends]
        is_frequent = windows[ends.relation] >= MINIMUM_WINDOWS
        if is_frequent and is_denied and term not in RARELY_DENIED:
            types = TYPES[ends.subject], TYPES[ends.object]
            between.setdefault(term, []).append(types)
    return between


def _ends_with_target(target: int, example: Example) -> Iterator[_Ends]:
    """Yield the ends of each fact of an example that has a target."""
    if example.targets is not None:
        type_of = _types_of_entities(example)
        facts = (example.targets == target).nonzero()
        for subject, object_, relation in zip(*facts, strict=True):
            yield _Ends(int(relation), type_of[int(subject)], type_of[int(object_)])


def _types_of_entities(example: Example) -> Mapping[int, int]:
    return dict(zip(example.entities.tolist(), example.types.tolist(), strict=True))


def _write(
    module: _Encoder | _Pairs, arguments: tuple[Tensor, ...], path: Path
) -> None:
    names = (*module.inputs, *module.outputs)
    torch.onnx.export(
        module,
        arguments,
        str(path),
        input_names=list(module.inputs),
        output_names=list(module.outputs),
        dynamic_axes={name: {0: VARYING[name]} for name in names},
        opset_version=OPSET,
        dynamo=False,
    )
    onnx.checker.check_model(str(path))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
