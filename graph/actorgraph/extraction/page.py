"""A parsed document while it is being read: its tokens, and which of them refer to an actor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actorgraph.model import ActorType, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from actorgraph.extraction.language import Parser

#: Subjects and objects, for walking a dependency tree.
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(slots=True, eq=False)
class Chunk:
    """Tokens ``start`` to ``end`` (exclusive) that refer to an actor.  ``actor`` is the number of that actor, −1 until known."""

    start: int
    end: int
    root: int
    type: ActorType
    kind: MentionKind = MentionKind.NAME
    subtype: str | None = None
    actor: int = -1
    demonym: bool = False


class Page:
    """Tokens of a document, its chunks, and which chunk covers which token."""

    def __init__(self, doc: Doc, parser: Parser) -> None:
        self.doc = doc
        self.parser = parser
        self.chunks: list[Chunk] = []
        self._cover: list[Chunk | None] = [None] * len(doc)
        self._bearers: dict[int, Chunk] = {}
        self.lower = [token.lower_ for token in doc]
        self.tags = [token.tag_ for token in doc]

    def add(self, chunk: Chunk) -> Chunk:
        """Add a chunk; where chunks nest, a token belongs to the one that was added first."""
        self.chunks.append(chunk)
        for i in range(chunk.start, chunk.end):
            if self._cover[i] is None:
                self._cover[i] = chunk
        return chunk

    def give(self, i: int, chunk: Chunk) -> None:
        """Make token ``i`` belong to a chunk that covers it."""
        self._cover[i] = chunk

    def covering(self, i: int) -> Chunk | None:
        """The chunk that token ``i`` is in, if any."""
        return self._cover[i] if 0 <= i < len(self._cover) else None

    def let_stand_for(self, i: int, chunk: Chunk) -> None:
        """Say that the noun ``i`` ("an *area*, occupied by …") means the actor of a chunk elsewhere."""
        self._bearers[i] = chunk

    def actor_at(self, i: int) -> Chunk | None:
        """The chunk that the noun ``i`` heads or stands for, if any; not one that it only modifies or stands in."""
        chunk = self.covering(i)
        if chunk is not None and (chunk.root == i or chunk.end - 1 == i or self.doc[chunk.root].head.i == i):
            return chunk
        return self._bearers.get(i)

    def same_paragraph(self, i: int, j: int) -> bool:
        """Whether no line break stands between two tokens."""
        return not any("\n" in token.text for token in self.doc[min(i, j) : max(i, j)])

    def lemma(self, token: Token) -> str:
        """Dictionary form of a token."""
        return self.parser.lemma(token)

    def text(self, start: int, end: int) -> str:
        """Text of tokens ``start`` to ``end``, as it stands."""
        return str(self.doc[start:end].text)

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """Code-point offsets of tokens ``start`` to ``end``."""
        last = self.doc[end - 1]
        return int(self.doc[start].idx), int(last.idx + len(last))

    def in_order(self) -> list[Chunk]:
        """Chunks from first to last, longer ones before those that they contain."""
        return sorted(self.chunks, key=lambda chunk: (chunk.start, -chunk.end))

    def sentences(self) -> Iterator[Span]:
        """The sentences."""
        return iter(self.doc.sents)


def root_of(doc: Doc, start: int, end: int) -> int:
    """The token of a span that governs the others: the one whose head lies outside."""
    for i in range(end - 1, start - 1, -1):
        head = doc[i].head.i
        if head == i or not start <= head < end:
            return i
    return end - 1
