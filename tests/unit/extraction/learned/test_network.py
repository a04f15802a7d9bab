"""The weights are what their manifest says, or nothing is read with them."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import numpy as np
import pytest

from actorgraph.errors import UsageError
from actorgraph.extraction import Reader
from actorgraph.extraction.learned.encoding import Window, windows
from actorgraph.extraction.learned.neural_network import MANIFEST, Network
from actorgraph.extraction.learned.token_tree import TokenTree
from actorgraph.model import Document, DocumentId
from actorgraph.resources import weights_folder
from actorgraph.settings import ReaderMode

TEXT = "Norwegian President Dana Roth met Ada Quint, the mayor of Lisbon."
MEETING = "Roth met Lind ."
NO_TREE = TokenTree(starts=[], governors=[])
FILES = ("encoder.onnx", "pairs.onnx", "tokenizer.json")


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    """A copy of the weights, to be spoilt."""
    return shutil.copytree(weights_folder(), tmp_path / "weights")


def _digest_of(name: str) -> str:
    return json.loads((weights_folder() / MANIFEST).read_text())["files"][name]


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named_with_the_digest_that_it_should_have(
    weights: Path, name: str
) -> None:
    (weights / name).unlink()

    with pytest.raises(UsageError, match=_digest_of(name)) as raised:
        Network(weights)

    assert str(weights / name) in str(raised.value)
    assert "--reader rules" in str(raised.value)


@pytest.mark.parametrize("name", FILES)
def test_a_file_with_one_byte_changed_is_not_used(weights: Path, name: str) -> None:
    data = bytearray((weights / name).read_bytes())
    data[len(data) // 2] ^= 1
    (weights / name).write_bytes(bytes(data))

    with pytest.raises(UsageError, match=f"{name} are damaged.*{_digest_of(name)}"):
        Network(weights)


@pytest.mark.parametrize("text", ["", "{}", "[1]", "no JSON"])
def test_a_damaged_manifest_is_said(weights: Path, text: str) -> None:
    (weights / MANIFEST).write_text(text)

    with pytest.raises(UsageError, match=r"manifest\.json is damaged"):
        Network(weights)


def test_no_weights_at_all_are_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no weights of the learned reader"):
        Network(tmp_path)


def test_rules_read_without_weights(tmp_path: Path) -> None:
    reader = Reader(mode=ReaderMode.RULES, weights=tmp_path)

    (reading,) = reader.read([Document(DocumentId("d"), "d", TEXT)])

    assert "mayorOf" in {claim.relation for claim in reading.claims}


def test_weights_are_small() -> None:
    assert sum(path.stat().st_size for path in weights_folder().iterdir()) <= 60_000_000


def _window(network: Network, text: str, tree: TokenTree = NO_TREE) -> Window:
    (window,) = windows(text, [(0, len(text))], tree, network.tokenizer)
    return window


def test_a_window_is_encoded_alike_whatever_was_encoded_before() -> None:
    network = Network(weights_folder())
    window = _window(network, TEXT)
    other = _window(network, "Another sentence, of other words.")

    first = network.encode(window)
    network.encode(other)
    again = network.encode(window)

    assert (first.hidden == again.hidden).all()
    assert (first.name_tags == again.name_tags).all()


def test_pairs_are_scored_by_what_lies_between_them_in_the_tree() -> None:
    network = Network(weights_folder())
    starts = [place.start() for place in re.finditer(r"\S+", MEETING)]
    tree = TokenTree(starts, governors=[1, 1, 1, 1])

    def score(tree: TokenTree) -> float:
        window = _window(network, MEETING, tree)
        spans = np.array([window.pieces(0, 4), window.pieces(9, 13)])
        types, pairs = np.zeros(2, np.int64), np.array([[0, 1]])
        scores = network.score(network.encode(window), spans, types, pairs)
        return float(scores[0, network.relations.index("metWith")])

    assert score(tree) > score(NO_TREE) + 1
