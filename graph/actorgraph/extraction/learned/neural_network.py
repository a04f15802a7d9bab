"""The network that ships with the product: an 8-bit encoder and a head for pairs.

Both are run by onnxruntime on the CPU. Each window is encoded separately, without padding, in one
thread: its output depends on nothing else.
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
ADVICE = "reinstall actorgraph, or read without them: --reader rules"

#: onnxruntime's level of messages from which on they are printed: errors, no warnings.
ERRORS_ONLY = 3


@dataclass(frozen=True, slots=True, eq=False)
class WindowOutput:
    """What the encoder returns for a window of n pieces; first and last row are of the marks.

    Attributes:
        window: The window.
        hidden: [n + 2, size] vectors.
        name_tags: [n + 2, 1 + 2 · types] log-odds: outside, then begin and inside of each type.
        speech_tags: [n + 2, 9] log-odds: outside, begin, inside of source, cue and content of an
            attribution.
    """

    window: Window
    hidden: Array
    name_tags: Array
    speech_tags: Array


class Encoder:
    """The 8-bit encoder.

    Args:
        graph: The content of ``encoder.onnx``.
    """

    def __init__(self, graph: bytes) -> None:
        self._session = _session(graph)

    def encode(self, window: Window) -> WindowOutput:
        """Run the encoder on a window."""
        import numpy as np

        inputs = {
            "ids": np.array(window.ids, np.int64),
            "shapes": np.array(window.shapes, np.int64),
        }
        hidden, name_tags, speech_tags = self._session.run(
            ("hidden", "tags", "parts"), inputs
        )
        return WindowOutput(window, hidden, name_tags, speech_tags)


class Network:
    """The weights of a folder.

    Args:
        folder: Contains ``manifest.json`` and the files that it lists.

    Attributes:
        relations: Names of the relations that pairs are scored for; one more score is for being
            the same actor.
        between: Types of subject and object between which each relation was learned.
        types: Names of the types that tags and pairs have; the number after the last means "no
            type".
        tokenizer: Cuts text into the pieces that the encoder was trained on.

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
        self._encoder = Encoder(files["encoder.onnx"])
        self._pairs = _session(files["pairs.onnx"])

    def encode(self, window: Window) -> WindowOutput:
        """Run the encoder on a window."""
        return self._encoder.encode(window)

    def score(
        self, output: WindowOutput, spans: Array, types: Array, pairs: Array
    ) -> Array:
        """Score pairs of mentions in a window.

        Args:
            output: What the encoder returned for the window.
            spans: [mentions, 2] pieces of the window, counted with the mark before them, end
                exclusive.
            types: [mentions] indices of :attr:`types`.
            pairs: [pairs, 2] indices of mentions, subject first; at least one pair.

        Returns:
            [pairs, relations + 1] log-odds; the last column says whether both mentions are of the
            same actor.
        """
        import numpy as np

        inputs = {
            "hidden": output.hidden,
            "governors": np.array(output.window.governors, np.int64),
            "spans": spans,
            "types": types,
            "pairs": pairs,
        }
        (scores,) = self._pairs.run(("scores",), inputs)
        return scores  # type: ignore[no-any-return]  # onnxruntime has no types


@lru_cache(maxsize=1)
def load_network(folder: Path | None = None) -> Network:
    """Return the network of a folder, or the one that ships with the product.

    The last network loaded is kept in memory.

    Raises:
        UsageError: naming the file that is missing or damaged.
    """
    return Network(folder or weights_folder())


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        listed = {key: manifest[key] for key in ("files", "relations", "types")}
        listed["between"] = {
            relation: set(map(_pair, ends))
            for relation, ends in manifest["between"].items()
        }
    except OSError as error:
        raise UsageError(
            f"no weights of the learned reader in {folder}; {ADVICE}"
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"the list of weights {path} is damaged; {ADVICE}") from error
    return listed


def _pair(types: list[str]) -> tuple[str, str]:
    subject, object_ = types
    return subject, object_


def _checked(path: Path, digest: str) -> bytes:
    """Return the content of a file.

    Raises:
        UsageError: unless it is the file that the manifest lists.
    """
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


def _session(graph: bytes) -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = ERRORS_ONLY
    return onnxruntime.InferenceSession(
        graph, options, providers=["CPUExecutionProvider"]
    )


def _tokenizer(description: bytes) -> Tokenizer:
    from tokenizers import Tokenizer

    return Tokenizer.from_buffer(description)
