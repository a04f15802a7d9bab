"""Trees of sentences that the parser gets wrong, changed in place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Heads are stored as unsigned numbers of this many values, relative to their words.
VALUES = 2**64


def reattach(doc: Doc, changes: Mapping[Token, tuple[Token, str]]) -> None:
    """Give words new heads and dependency labels, all at once; a root is its own head."""
    tree: Any = doc.to_array(["HEAD", "DEP"])
    for word, (head, label) in changes.items():
        tree[word.i] = (head.i - word.i) % VALUES, doc.vocab.strings.add(label)
    doc.from_array(["HEAD", "DEP"], tree)
