"""What the questions are answered with: frozen records of plain values, ready to print or to dump as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actorgraph.model import ActorId, ClaimId, DocumentId


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage, word for word.

    Attributes:
        document: Id of the document; ``source`` is its name and ``date`` its day of publication, or "".
        start, end: Code points of the document's text.
    """

    document: DocumentId
    source: str
    date: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ClaimAnswer:
    """A claim in words, with its quotes.

    Attributes:
        sentence: Such as ``Yuri Ushakov – aide to → Vladimir Putin (denied, according to the Kremlin)``.
        subject, object: Names of the actors.
        status, said_by: "" where the claim has none.
        valid_from, valid_until: ISO dates, "" where the text does not tell.
    """

    id: ClaimId
    sentence: str
    subject: str
    relation: str
    object: str
    polarity: str
    modality: str
    status: str
    valid_from: str
    valid_until: str
    said_by: str
    confidence: float
    method: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """A claim with the claims that it follows from, down to those that were read; ``premises`` is empty for these."""

    claim: ClaimAnswer
    premises: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationAnswer:
    """One edge of an actor.

    Attributes:
        sentence: As in ``ClaimAnswer``, without the claims' reservations.
        outgoing: Whether the actor asked about is its subject.
        other, other_name: The actor at the other end.
        weight: Number of documents that say it.
        claims: Sorted by id, at least one.
    """

    sentence: str
    relation: str
    outgoing: bool
    other: ActorId
    other_name: str
    weight: int
    accepted: bool
    claims: tuple[ClaimAnswer, ...]


@dataclass(frozen=True, slots=True)
class RelationGroup:
    """The relations of an actor that belong to one family, the best supported first."""

    family: str
    relations: tuple[RelationAnswer, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known about an actor; ``groups`` is empty for one that no claim relates."""

    id: ActorId
    name: str
    type: str
    subtype: str
    aliases: tuple[str, ...]
    wikidata: str
    mentions: int
    documents: int
    groups: tuple[RelationGroup, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path.

    Attributes:
        sentence: Read in the direction of the path: ``A – aide to → B``, or ``A ← aide to – B``.
        forward: Whether the relation runs in the direction of the path; true for a symmetric one.
        quote: A passage that says so: of the claim read with the highest confidence.
        other_relations: Names of further accepted relations between the two actors.
    """

    start: ActorId
    end: ActorId
    sentence: str
    relation: str
    forward: bool
    quote: Quote
    other_relations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """A place in a ranking, counted from 1."""

    place: int
    id: ActorId
    name: str
    type: str
    value: float


@dataclass(frozen=True, slots=True)
class Community:
    """A group of closely linked actors, the most central first."""

    number: int
    members: tuple[Ranked, ...]


@dataclass(frozen=True, slots=True)
class RefusalAnswer:
    """A relation that was not claimed, the reason, and the passage where it was looked for."""

    sentence: str
    reason: str
    quote: Quote


def say(
    subject: str,
    relation: str,
    object_: str,
    *,
    symmetric: bool = False,
    reservations: Iterable[str] = (),
) -> str:
    """Put a relation in words: ``A – aide to → B (former)``; a symmetric one has no arrow: ``A – met with – B``."""
    notes = ", ".join(reservations)
    return f"{subject} – {relation} {'–' if symmetric else '→'} {object_}" + (
        f" ({notes})" if notes else ""
    )
