"""Claims and edges in words, with the names and the passages of their corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actorgraph.analysis.answers import ClaimAnswer, Quote, relation_sentence
from actorgraph.analysis.lookup import actors_by_id, documents_by_id
from actorgraph.model import (
    ActorId,
    Claim,
    ClaimId,
    Corpus,
    Document,
    Evidence,
)
from actorgraph.remarks import original_name, remarks
from actorgraph.vocabulary import Vocabulary

#: Claims that an answer quotes for each relation, or for each side of a conflict.
QUOTED = 3


def passage(document: Document, start: int, end: int, copy_of: str = "") -> Quote:
    """Return the passage ``document.text[start:end]`` as a quote.

    Args:
        copy_of: Name of the document that this one nearly copies, see ``original_name``.
    """
    return Quote(
        document=document.id,
        source=document.name,
        date=document.date or "",
        start=start,
        end=end,
        text=document.text[start:end],
        copy_of=copy_of,
    )


class Wording:
    """Looks up names, documents and claims, to put them in words.

    Attributes:
        claims: All claims of the corpus by id, sorted.
        documents: All documents by id.
    """

    def __init__(self, corpus: Corpus, vocabulary: Vocabulary) -> None:
        self.claims = {claim.id: claim for claim in corpus.claims}
        self.documents = documents_by_id(corpus)
        self._actors = actors_by_id(corpus)
        self._vocabulary = vocabulary

    def name(self, actor: ActorId) -> str:
        """Return the name of an actor, or its id if the corpus lacks it."""
        if actor not in self._actors:
            return actor
        return self._actors[actor].name

    def edge(
        self,
        subject: ActorId,
        relation: str,
        object_: ActorId,
        reservations: Iterable[str] = (),
    ) -> str:
        """Return a relation as ``Yuri Ushakov – aide to → Vladimir Putin``.

        Raises:
            UnknownTerm: if the relation is not in the vocabulary.
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
        said_by = self.name(claim.attributed_to) if claim.attributed_to else ""
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
            said_by=said_by,
            confidence=claim.confidence,
            method=claim.method,
            remarks=tuple(remarks(claim, said_by)),
            quotes=self.quotes(claim),
        )

    def best_proof(self, claims: Iterable[ClaimId]) -> Claim:
        """Return the claim that proves an edge best, see ``Claim.proof_order``."""
        return min(self.claims_of(claims), key=lambda claim: claim.proof_order)

    def best_claims(self, claims: Iterable[Claim]) -> tuple[ClaimAnswer, ...]:
        """Return the claims that prove something best, at most ``QUOTED``, the best first."""
        best = sorted(claims, key=lambda claim: claim.proof_order)[:QUOTED]
        return tuple(map(self.claim, best))

    def claims_of(self, ids: Iterable[ClaimId]) -> Iterator[Claim]:
        """Yield the claims with these ids."""
        for id_ in ids:
            yield self.claims[id_]

    def claims_between(self, left: ActorId, right: ActorId) -> Iterator[Claim]:
        """Yield the claims that relate two actors, in either direction, sorted by id."""
        for claim in self.claims.values():
            ends = {claim.subject, claim.object}
            if ends == {left, right}:
                yield claim

    def quotes(self, claim: Claim) -> tuple[Quote, ...]:
        """Return the passages that prove a claim, in the order of its evidence."""
        quotes = map(self._quote, claim.evidence)
        return tuple(quotes)

    def _quote(self, evidence: Evidence) -> Quote:
        document = self.documents[evidence.document]
        original = original_name(document, self.documents)
        return passage(document, evidence.start, evidence.end, original)

    def _reservations(self, claim: Claim) -> Iterator[str]:
        yield from claim.reservations
        if claim.attributed_to:
            yield f"according to {self.name(claim.attributed_to)}"
