"""The weights are what their manifest says, or nothing is read with them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from actorgraph.errors import UsageError
from actorgraph.extraction import Reader
from actorgraph.extraction.learned.encoding import windows
from actorgraph.extraction.learned.neural_network import MANIFEST, Network
from actorgraph.model import Document, DocumentId
from actorgraph.resources import weights_folder
from actorgraph.settings import ReaderMode

TEXT = "Norwegian President Dana Roth met Ada Quint, the mayor of Lisbon."
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


def test_a_window_is_encoded_alike_whatever_was_encoded_before() -> None:
    network = Network(weights_folder())
    (window,) = windows(TEXT, [(0, len(TEXT))], network.tokenizer)
    (other,) = windows(
        "Another sentence, of other words.", [(0, 33)], network.tokenizer
    )

    first = network.encode(window)
    network.encode(other)
    again = network.encode(window)

    assert (first.hidden == again.hidden).all()
    assert (first.name_tags == again.name_tags).all()
