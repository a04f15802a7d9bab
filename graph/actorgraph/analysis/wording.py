"""Claims and edges in words, with the names and the passages of their corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actorgraph.analysis.answers import ClaimAnswer, Quote, relation_sentence
from actorgraph.model import ActorId, Claim, Corpus, Document
from actorgraph.vocabulary import Vocabulary


def passage(document: Document, start: int, end: int) -> Quote:
    """Return the passage ``document.text[start:end]`` as a quote."""
    return Quote(
        document=document.id,
        source=document.name,
        date=document.date or "",
        start=start,
        end=end,
        text=document.text[start:end],
    )


def best_proof(claims: Iterable[Claim]) -> Claim:
    """Return the claim that proves an edge best, see ``Claim.proof_order``."""
    return min(claims, key=lambda claim: claim.proof_order)


class Wording:
    """Looks up names, documents and claims, to put them in words.

    Attributes:
        claims: All claims of the corpus by id, sorted.
    """

    def __init__(self, corpus: Corpus, vocabulary: Vocabulary) -> None:
        documents = (reading.document for reading in corpus.readings)
        self.claims = {claim.id: claim for claim in corpus.claims}
        self._names = {actor.id: actor.name for actor in corpus.actors}
        self._documents = {document.id: document for document in documents}
        self._vocabulary = vocabulary

    def name(self, actor: ActorId) -> str:
        """Return the name of an actor, or its id if the corpus lacks it."""
        return self._names.get(actor, actor)

    def edge(
        self,
        subject: ActorId,
        relation: str,
        object_: ActorId,
        reservations: Iterable[str] = (),
    ) -> str:
        """Return a relation as ``Yuri Ushakov – aide to → Vladimir Putin``.

        Raises:
            UnknownTerm: If the relation is not in the vocabulary.
        """
        term = self._vocabulary.relation(relation)
        return relation_sentence(
            self.name(subject),
            term.label,
            self.name(object_),
            symmetric=term.symmetric,
            reservations=reservations,
        )

    def step(
        self, left: ActorId, relation: str, right: ActorId, *, forward: bool
    ) -> str:
        """Return a step of a path, read from left to right.

        Args:
            forward: False if the relation runs from right to left, as in
                ``Vladimir Putin ← aide to – Yuri Ushakov``.
        """
        term = self._vocabulary.relation(relation)
        if forward or term.symmetric:
            return self.edge(left, relation, right)
        return f"{self.name(left)} ← {term.label} – {self.name(right)}"

    def claim(self, claim: Claim) -> ClaimAnswer:
        """Return a claim with its sentence and its quotes."""
        reservations = self._reservations(claim)
        return ClaimAnswer(
            id=claim.id,
            sentence=self.edge(
                claim.subject, claim.relation, claim.object, reservations
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
        """Return the passages that prove a claim, in the order of its evidence."""
        return tuple(
            passage(self._documents[evidence.document], evidence.start, evidence.end)
            for evidence in claim.evidence
        )

    def _reservations(self, claim: Claim) -> Iterator[str]:
        yield from claim.reservations
        if claim.attributed_to:
            yield f"according to {self.name(claim.attributed_to)}"
