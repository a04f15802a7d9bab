"""A person's decision about actors and claims, and the doubt that calls for one."""

from __future__ import annotations

from dataclasses import dataclass

from actorgraph.kinds import (
    ActorId,
    ClaimId,
    DocumentId,
    Modality,
    Polarity,
    Status,
    Verdict,
)

#: The second actor of a decision about a single one.
NOBODY = ActorId("")


@dataclass(frozen=True, slots=True)
class JudgedPassage:
    """The claim that is judged: its id, and where it was read, in case it is read otherwise."""

    id: ClaimId
    document: DocumentId
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Correction:
    """What a claim should have been; None where it was read correctly."""

    subject: ActorId | None = None
    relation: str | None = None
    object: ActorId | None = None
    polarity: Polarity | None = None
    modality: Modality | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision.  It survives rebuilds and outranks every score.

    Attributes:
        left: The actor that it is about, the first of a pair in order, or the subject of a claim.
        right: The second of the pair or the object of the claim; ``NOBODY`` if there is none.
        verdict: What was decided.
        by: Who decided.
        why: The reason, free text, may be empty.
        at: The moment, ``2031-05-03T09:15:00.000000Z``; the later of two decisions counts.
        relation: That of the claim or the edge, "" if it is about actors.
        claim: The claim; None if it is about the whole edge, or about actors.
        text: The new name, the new class, the note, the IRI of the same actor elsewhere, or the id
            of the decision that is undone.
        correction: What a corrected claim is instead.
    """

    left: ActorId
    right: ActorId
    verdict: Verdict
    by: str = ""
    why: str = ""
    at: str = ""
    relation: str = ""
    claim: JudgedPassage | None = None
    text: str = ""
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two actors that may be the same but are kept apart until a person decides.

    Attributes:
        score: How much speaks for their being the same, 0–1.
        reason: What speaks against it, as a sentence.
    """

    left: ActorId
    right: ActorId
    score: float
    reason: str
