"""What people decided about claims: each claim as they want it, or the reason to refuse it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from actorgraph.kinds import CLAIM_VERDICTS
from actorgraph.model import (
    Actor,
    ActorId,
    Claim,
    Correction,
    DocumentId,
    Judgement,
    Verdict,
)
from actorgraph.resolution.judgements import judgement_id
from actorgraph.vocabulary import Vocabulary

#: Returns the global actor that an id in a judgement means, or None.
Locate = Callable[[ActorId], Actor | None]

_LOST_RELATION = "it was corrected to a relation that the ontology lacks"
_LOST_END = "it was corrected to an actor that is no longer in the graph"


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A claim as it is after all decisions, and why it is refused, if so.

    Attributes:
        is_changed: Whether it says something else than was read, so that nothing follows from it.
    """

    claim: Claim
    reason: str | None = None
    is_changed: bool = False


@dataclass(slots=True)
class Ledger:
    """Which decisions were about something that exists, and which of them count, by their ids.

    Attributes:
        documents: The documents whose claims a decision was about.
    """

    concerned: set[str] = field(default_factory=set)
    deciding: set[str] = field(default_factory=set)
    documents: dict[str, set[DocumentId]] = field(default_factory=dict)


class ClaimJudgements:
    """Applies the decisions about claims.

    Args:
        judgements: Those that were not undone, the earliest first; others than ``CLAIM_VERDICTS``
            are passed over.
        actors: All actors by their ids.
        locate: Returns the actor that an id in a judgement means.
        hidden: Ids of the actors that are hidden, with the reason.
        vocabulary: Says which relations have no direction.
    """

    def __init__(
        self,
        judgements: Sequence[Judgement],
        actors: Mapping[ActorId, Actor],
        locate: Locate,
        hidden: Mapping[ActorId, str],
        vocabulary: Vocabulary,
    ) -> None:
        self.actors = actors
        self.ledger = Ledger()
        self._locate = locate
        self.hidden = hidden
        self._vocabulary = vocabulary
        #: The decisions that count, by their ids, with the present ids of their actors.
        self.decisions: list[tuple[str, Judgement]] = []
        for judgement in judgements:
            if judgement.verdict in CLAIM_VERDICTS:
                pair = judgement_id(judgement), self._located(judgement)
                self.decisions.append(pair)

    def applied(self, read: Claim) -> JudgedClaim:
        """Return a claim, with global ids, as people decided about it."""
        judged = JudgedClaim(read)
        deciding: set[str] = set()
        for id_, decision in self.decisions:
            if not (
                self._concerns(decision, read) or self._concerns(decision, judged.claim)
            ):
                continue
            self.ledger.concerned.add(id_)
            documents = self.ledger.documents.setdefault(id_, set())
            documents.update(proof.document for proof in read.evidence)
            if decision.verdict is Verdict.REJECTED:
                deciding.clear()
            deciding.add(id_)
            judged = self._decided(decision, judged)
        self.ledger.deciding |= deciding
        return self._without_hidden(judged)

    def _decided(self, decision: Judgement, judged: JudgedClaim) -> JudgedClaim:
        if decision.verdict is Verdict.REJECTED:
            return replace(judged, reason=rejection(decision))
        correction = decision.correction
        read = judged.claim
        if correction is None:
            claim = _approved(read, "confirmed")
            return replace(judged, claim=claim, reason=None)
        corrected = _corrected(read, correction)
        claim = _approved(corrected, "corrected")
        if claim.relation not in self._vocabulary.relations:
            return replace(judged, reason=_LOST_RELATION)
        ends = {claim.subject, claim.object}
        if ends <= self.actors.keys():
            return JudgedClaim(claim, is_changed=True)
        return replace(judged, reason=_LOST_END)

    def _without_hidden(self, judged: JudgedClaim) -> JudgedClaim:
        claim = judged.claim
        actors = (claim.subject, claim.object, claim.attributed_to)
        reasons = [
            self.hidden[actor] for actor in filter(None, actors) if actor in self.hidden
        ]
        if reasons and judged.reason is None:
            return replace(judged, reason=reasons[0])
        return judged

    def _located(self, judgement: Judgement) -> Judgement:
        """Return a decision with the present ids of its actors."""
        correction = judgement.correction
        if correction is not None:
            correction = replace(
                correction,
                subject=correction.subject and self._present(correction.subject),
                object=correction.object and self._present(correction.object),
            )
        return replace(
            judgement,
            left=self._present(judgement.left),
            right=self._present(judgement.right),
            correction=correction,
        )

    def _present(self, id_: ActorId) -> ActorId:
        actor = self._locate(id_)
        if actor is None:
            return id_
        return actor.id

    def _concerns(self, decision: Judgement, claim: Claim) -> bool:
        """Whether a decision is about a claim: by its id, by its passage, or by its edge."""
        place = decision.claim
        if place is not None and place.id == claim.id:
            return True
        if decision.relation != claim.relation or not self._joins(decision, claim):
            return False
        if place is None:
            return True
        return any(
            passage.document == place.document
            and passage.start < place.end
            and place.start < passage.end
            for passage in claim.evidence
        )

    def _joins(self, decision: Judgement, claim: Claim) -> bool:
        ends = claim.subject, claim.object
        if (decision.left, decision.right) == ends:
            return True
        relation = self._vocabulary.relation(claim.relation)
        if not relation.symmetric:
            return False
        return (decision.right, decision.left) == ends


def rejection(decision: Judgement) -> str:
    """Return why a rejected claim, or one of a hidden actor, is refused.

    >>> nobody = ActorId("")
    >>> rejection(Judgement(nobody, nobody, Verdict.REJECTED, "Ada", "a namesake"))
    'rejected by Ada: a namesake'
    """
    judge = decision.by or "you"
    reason = f"{decision.verdict} by {judge}"
    if not decision.why:
        return reason
    return f"{reason}: {decision.why}"


def _approved(claim: Claim, how: str) -> Claim:
    """Return a claim that a person vouches for; its method says so."""
    method = how
    if claim.method:
        method = f"{claim.method}; {how}"
    return replace(claim, confidence=1.0, method=method)


def _corrected(claim: Claim, correction: Correction) -> Claim:
    return replace(
        claim,
        subject=correction.subject or claim.subject,
        relation=correction.relation or claim.relation,
        object=correction.object or claim.object,
        polarity=correction.polarity or claim.polarity,
        modality=correction.modality or claim.modality,
        status=correction.status or claim.status,
        premises=(),
    )
