"""The actors of a document while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from actorgraph.extraction.gazetteer import Gazetteer
from actorgraph.extraction.page import Chunk, Page
from actorgraph.model import ActorId, ActorType, Status


@dataclass(slots=True, eq=False)
class Draft:
    """An actor while it is being read.

    Attributes:
        key: What the name normalises to.
        genders: Genders that its names and titles allow; empty when nothing is known.
        roles: Words for the roles that it has; ``offices``: the relations that these words express.
        owners: Numbers of those whom it has the roles for.
    """

    type: ActorType
    key: str
    subtype: str | None = None
    wikidata: str | None = None
    label: str | None = None
    chunks: list[Chunk] = field(default_factory=list)
    genders: frozenset[str] = frozenset()
    roles: set[tuple[str, Status]] = field(default_factory=set)
    offices: set[tuple[str, Status]] = field(default_factory=set)
    owners: set[int] = field(default_factory=set)


class Cast:
    """The actors of a document."""

    def __init__(self, page: Page, gazetteer: Gazetteer) -> None:
        self.page, self.gazetteer = page, gazetteer
        self.drafts: list[Draft] = []
        self.doubts: list[tuple[Chunk, str]] = []

    def new(self, chunk: Chunk, key: str, *, label: str | None = None, wikidata: str | None = None) -> Draft:
        """Add an actor with its first mention."""
        draft = Draft(chunk.type, key, chunk.subtype, wikidata, label)
        self.drafts.append(draft)
        return self.join(chunk, draft)

    def join(self, chunk: Chunk, draft: Draft) -> Draft:
        """Say that a chunk refers to an actor."""
        chunk.actor = self.drafts.index(draft)
        draft.chunks.append(chunk)
        draft.subtype = draft.subtype or (chunk.subtype if chunk.type is draft.type else None)
        return draft

    def of(self, chunk: Chunk) -> Draft | None:
        """The actor that a chunk refers to, if that is known."""
        return self.drafts[chunk.actor] if chunk.actor >= 0 else None


def local_id(actor: int) -> ActorId:
    """Id of an actor inside one document."""
    return ActorId(f"a{actor}")


def number_of(actor: ActorId) -> int:
    """Which draft an id inside one document stands for."""
    return int(actor[1:])
