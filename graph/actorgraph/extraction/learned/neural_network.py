"""The network that ships with the product: an 8-bit encoder and a head for pairs, run by onnxruntime on the CPU.

Each window is run by itself, without padding, in one thread, so that what is read in it depends on nothing else.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actorgraph.errors import UsageError
from actorgraph.extraction.learned.encoding import Window
from actorgraph.resources import weights_folder

if TYPE_CHECKING:
    import numpy as np
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    Array = np.ndarray[Any, Any]

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True, eq=False)
class WindowOutput:
    """What the encoder sees in a window of n pieces.

    Attributes:
        hidden: [n, size] vectors.
        tags: [n, 1 + 2 · types] log-odds: outside, then begin and inside of each type.
        parts: [n, 9] log-odds: outside, begin, inside of source, cue and content of what somebody says.
    """

    window: Window
    hidden: Array
    tags: Array
    parts: Array


class Network:
    """The weights of a folder.

    Args:
        folder: Holds ``manifest.json`` and the files that it lists.

    Attributes:
        relations: Names of the relations that pairs are scored for; one more score is for being the same actor.
        between: Types of subject and object between which each relation was learned.
        types: Names of the types that tags and pairs know; the number after the last stands for none.

    Raises:
        UsageError: naming the file that is missing or damaged, and the SHA-256 that it should have.
    """

    def __init__(self, folder: Path) -> None:
        manifest = _manifest(folder)
        files = {
            name: _checked(folder / name, digest)
            for name, digest in manifest["files"].items()
        }
        self.relations: tuple[str, ...] = tuple(manifest["relations"])
        self.types: tuple[str, ...] = tuple(manifest["types"])
        self.between: dict[str, set[tuple[str, str]]] = manifest["between"]
        self.tokenizer = _tokenizer(files["tokenizer.json"])
        self._encoder = _session(files["encoder.onnx"])
        self._pairs = _session(files["pairs.onnx"])

    def look(self, window: Window) -> WindowOutput:
        """Encode a window."""
        import numpy as np

        given = {
            "ids": np.array(window.ids, np.int64),
            "shapes": np.array(window.shapes, np.int64),
        }
        hidden, tags, parts = self._encoder.run(("hidden", "tags", "parts"), given)
        return WindowOutput(window, hidden, tags, parts)

    def score(
        self, output: WindowOutput, spans: Array, types: Array, pairs: Array
    ) -> Array:
        """Log-odds [pairs, relations + 1].

        Args:
            spans: [mentions, 2] pieces of the window, end exclusive.
            types: [mentions] indices of ``types``.
            pairs: [pairs, 2] indices of mentions, subject first.
        """
        given = {
            "hidden": output.hidden,
            "spans": spans,
            "types": types,
            "pairs": pairs,
        }
        scores: Array = self._pairs.run(("scores",), given)[0]
        return scores


@lru_cache(maxsize=1)
def load_network(folder: Path | None = None) -> Network:
    """The network in use; None stands for the one that ships with the product."""
    return Network(folder or weights_folder())


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        between = {
            relation: {(left, right) for left, right in ends}
            for relation, ends in found["between"].items()
        }
        return {
            **{key: found[key] for key in ("files", "relations", "types")},
            "between": between,
        }
    except OSError as error:
        raise UsageError(
            f"no weights of the learned reader in {folder}; {ADVICE}"
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"the list of weights {folder / MANIFEST} is damaged; {ADVICE}"
        ) from error


def _checked(path: Path, digest: str) -> bytes:
    """Raises UsageError unless the file is the one that the manifest lists."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"the weights {path} are missing (SHA-256 {digest}); {ADVICE}"
        ) from error
    if hashlib.sha256(data).hexdigest() != digest:
        raise UsageError(
            f"the weights {path} are damaged: their SHA-256 should be {digest}; {ADVICE}"
        )
    return data


ADVICE = "reinstall actorgraph, or read without them: --reader rules"


def _session(graph: bytes) -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        graph, options, providers=["CPUExecutionProvider"]
    )


def _tokenizer(description: bytes) -> Tokenizer:
    from tokenizers import Tokenizer

    return Tokenizer.from_buffer(description)
