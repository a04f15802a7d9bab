"""Trees of sentences: their roots, and repairs of what the parser gets wrong, in place."""

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
        distance = (head.i - word.i) % VALUES
        number = doc.vocab.strings.add(label)
        tree[word.i] = distance, number
    doc.from_array(["HEAD", "DEP"], tree)


def root_of(doc: Doc, start: int, end: int) -> int:
    """Return the token of a span that governs the others: its head is outside the span.

    Of several the last; one that looks like an adverb, such as the surname of "Dana *Orly*", comes
    after all others.
    """
    outer = []
    for i in range(start, end):
        head = doc[i].head.i
        if head == i or not start <= head < end:
            outer.append((doc[i].dep_ != "advmod", i))
    _, root = max(outer, default=(True, end - 1))
    return root
