"""Claims and edges put in words, with the names and passages of their corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.analysis.answers import ClaimAnswer, Quote, say
from actorgraph.model import (
    ActorId,
    Claim,
    Corpus,
    Document,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from actorgraph.vocabulary import Vocabulary


def passage(document: Document, start: int, end: int) -> Quote:
    """A passage of a document."""
    return Quote(
        document.id,
        document.name,
        document.date or "",
        start,
        end,
        document.text[start:end],
    )


class Wording:
    """Looks up names, documents and claims, to put them in words.

    Attributes:
        claims: By id, sorted.
    """

    def __init__(self, corpus: Corpus, vocabulary: Vocabulary) -> None:
        self.claims = {claim.id: claim for claim in corpus.claims}
        self._names = {actor.id: actor.name for actor in corpus.actors}
        self._documents = {
            reading.document.id: reading.document for reading in corpus.readings
        }
        self._vocabulary = vocabulary

    def name(self, actor: ActorId) -> str:
        """Name of an actor, or its id where the corpus does not know it."""
        return self._names.get(actor, actor)

    def edge(
        self,
        subject: ActorId,
        relation: str,
        object_: ActorId,
        reservations: Iterable[str] = (),
    ) -> str:
        """``Yuri Ushakov – aide to → Vladimir Putin``."""
        term = self._vocabulary.relation(relation)
        names = self.name(subject), self.name(object_)
        return say(
            names[0],
            term.label,
            names[1],
            symmetric=term.symmetric,
            reservations=reservations,
        )

    def step(
        self, left: ActorId, relation: str, right: ActorId, *, forward: bool
    ) -> str:
        """As ``edge``, but a relation that runs from right to left turns its arrow: ``Putin ← aide to – Ushakov``."""
        term = self._vocabulary.relation(relation)
        if forward or term.symmetric:
            return self.edge(left, relation, right)
        return f"{self.name(left)} ← {term.label} – {self.name(right)}"

    def claim(self, claim: Claim) -> ClaimAnswer:
        """A claim with its sentence and quotes."""
        return ClaimAnswer(
            id=claim.id,
            sentence=self.edge(
                claim.subject, claim.relation, claim.object, self._reservations(claim)
            ),
            subject=self.name(claim.subject),
            relation=claim.relation,
            object=self.name(claim.object),
            polarity=claim.polarity.value,
            modality=claim.modality.value,
            status=claim.status.value if claim.status else "",
            valid_from=claim.valid_from or "",
            valid_until=claim.valid_until or "",
            said_by=self.name(claim.attributed_to) if claim.attributed_to else "",
            confidence=claim.confidence,
            method=claim.method,
            quotes=self.quotes(claim),
        )

    def quotes(self, claim: Claim) -> tuple[Quote, ...]:
        """The passages that prove a claim."""
        return tuple(
            passage(self._documents[one.document], one.start, one.end)
            for one in claim.evidence
        )

    def surest(self, claims: Iterable[Claim]) -> Claim:
        """The claim that says it most plainly: affirmed, asserted, of the highest confidence, with the smallest id."""
        return min(claims, key=lambda claim: claim.proof_order)

    def _reservations(self, claim: Claim) -> Iterator[str]:
        yield from claim.reservations
        if claim.attributed_to:
            yield f"according to {self.name(claim.attributed_to)}"
