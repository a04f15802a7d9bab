"""The names of a text while they are being found: none overlaps another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.parse.trees import root_of
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Doc


class NameSlots:
    """Which name each token belongs to."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._names: list[TokenMention | None] = [None] * len(doc)

    def at(self, i: int) -> TokenMention | None:
        """Return the name that token ``i`` belongs to, if any."""
        return self._names[i]

    def names(self) -> list[TokenMention]:
        """Return the names in text order."""
        return list(dict.fromkeys(name for name in self._names if name is not None))

    def take(
        self, start: int, end: int, type_: ActorType, subtype: str | None = None
    ) -> TokenMention:
        """Add a name, and release those that overlap it."""
        for overlapping in self._names[start:end]:
            if overlapping is not None:
                self.release(overlapping)
        root = root_of(self._doc, start, end)
        name = TokenMention(start, end, root, type_, subtype=subtype)
        for i in range(start, end):
            self._names[i] = name
        return name

    def release(self, name: TokenMention) -> None:
        """Remove a name."""
        self._names[name.start : name.end] = [None] * name.length
