"""The records of a corpus by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actorgraph.model import (
    Actor,
    Claim,
    ClaimId,
    Corpus,
    Document,
    DocumentId,
)


class Lookup:
    """Finds claims, documents and actors by id.

    Attributes:
        claims: Every claim by its id, sorted.
        documents: Every document by its id.
        actors: Every actor by its id.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.claims: dict[ClaimId, Claim] = {}
        self.documents: dict[DocumentId, Document] = {}
        self.actors: dict[str, Actor] = {}
        for claim in corpus.claims:
            self.claims[claim.id] = claim
        for reading in corpus.readings:
            self.documents[reading.document.id] = reading.document
        for actor in corpus.actors:
            self.actors[actor.id] = actor

    def existing(self, ids: Iterable[ClaimId]) -> Iterator[Claim]:
        """Yield the claims with these ids; an id that the corpus lacks is skipped."""
        for id_ in ids:
            if id_ in self.claims:
                yield self.claims[id_]

    def name(self, actor: str) -> str:
        """Return the name of an actor, or its id if the corpus lacks it."""
        if actor not in self.actors:
            return actor
        return self.actors[actor].name

    def speaker(self, claim: Claim) -> str | None:
        """Return the name of who says so; None if that is the document itself."""
        speaker = claim.attributed_to
        if not speaker:
            return None
        return self.name(speaker)

    def sources(self, claim: Claim) -> list[Document]:
        """Return the documents that a claim quotes, sorted by id."""
        ids = {evidence.document for evidence in claim.evidence}
        return list(map(self.documents.__getitem__, sorted(ids)))


def document_title(document: Document) -> str:
    """Return what an article is called: by its title, or else by the name of its file."""
    return document.title or document.name
