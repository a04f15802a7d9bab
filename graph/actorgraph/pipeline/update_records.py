"""What an update of a graph takes, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actorgraph.model import Document, DocumentId, Judgement, Omission, RefusedDocument
from actorgraph.pipeline.membership import Membership
from actorgraph.pipeline.report import Changes, Summary, summarise
from actorgraph.pipeline.tally import Tally
from actorgraph.resolution import Resolution, judgement_id, remaining


@dataclass(frozen=True, slots=True)
class DocumentSet:
    """The documents of a graph, each once, sorted by id, and what was not read."""

    documents: tuple[Document, ...]
    refused: tuple[RefusedDocument, ...] = ()
    copies: tuple[RefusedDocument, ...] = ()
    omissions: tuple[Omission, ...] = ()


@dataclass(frozen=True, slots=True)
class UpdateTask:
    """What is to be the graph.

    Attributes:
        documents: All of them, which were read.
        judgements: All of them.
        state: A digest of what the graph depends on.
        unread: What could not be read.
        with_outputs: Whether the page and the other files for people are written.
    """

    documents: Sequence[Document]
    judgements: Sequence[Judgement]
    state: str
    unread: tuple[RefusedDocument, ...]
    with_outputs: bool


@dataclass(frozen=True, slots=True)
class TaskResult:
    """What became of it."""

    summary: Summary
    documents: Sequence[DocumentId]
    refused: tuple[RefusedDocument, ...]
    changes: Changes | None


@dataclass(frozen=True, slots=True)
class GraphContent:
    """What is in a graph; the attributes are those of ``Increment``."""

    resolution: Resolution
    membership: Membership
    tally: Tally
    judges_alone: bool

    def summary(self, documents: int, judgements: Sequence[Judgement]) -> Summary:
        """Return it in numbers."""
        return summarise(
            self.tally,
            documents=documents,
            actors=len(self.membership.shown()),
            doubts=len(self.resolution.doubts),
            unused_judgements=self._count_unused(judgements),
        )

    def _count_unused(self, judgements: Sequence[Judgement]) -> int:
        """Return how many judgements are about an actor or claim that no document has."""
        decisions = self.membership.decisions.values()
        about_claims = {row.id for row in decisions if row.documents}
        concerned = self.resolution.effects().concerned | about_claims
        current = set(map(judgement_id, remaining(judgements)))
        return len(current - concerned)
