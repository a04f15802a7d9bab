"""The records that all answers are made of: a quote, and a claim in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from actorgraph.model import ClaimId, DocumentId


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim passage of a document.

    Attributes:
        document: Id of the document.
        source: Name of the document.
        date: Day of its publication, ``YYYY-MM-DD``, or "".
        start: First code point of the passage in the document's text.
        end: Code point after its last.
        text: The passage.
        copy_of: Name of the older document that this one nearly copies, or "".
    """

    document: DocumentId
    source: str
    date: str
    start: int
    end: int
    text: str
    copy_of: str = ""


@dataclass(frozen=True, slots=True)
class ClaimAnswer:
    """A claim in words, with its quotes.

    Attributes:
        sentence: Such as ``Yuri Ushakov – aide to → Vladimir Putin (denied, according to the
            Kremlin)``.
        subject: Name of the subject.
        object: Name of the object.
        status: ``current``, ``former``, ``acting``, ``designate``, or "" for an event.
        valid_from: ISO date (``2010``, ``2010-03``, ``2010-03-05``), or "" if unknown.
        valid_until: The same for the end.
        said_by: Name of the actor that the claim is attributed to, or "".
        confidence: 0–1.
        remarks: All that qualifies the claim, in words: how it is stated, who says so, when, how it
            was read.
        quotes: At least one.
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
    remarks: tuple[str, ...]
    quotes: tuple[Quote, ...]


def relation_sentence(
    subject: str,
    label: str,
    object_: str,
    *,
    symmetric: bool = False,
    reservations: Iterable[str] = (),
) -> str:
    """Return a relation in words; a symmetric relation has no arrow.

    >>> relation_sentence("Dana Roth", "adviser to", "Peter Marsh", reservations=["former"])
    'Dana Roth – adviser to → Peter Marsh (former)'
    >>> relation_sentence("Dana Roth", "met with", "Peter Marsh", symmetric=True)
    'Dana Roth – met with – Peter Marsh'
    """
    arrow = "–" if symmetric else "→"
    sentence = f"{subject} – {label} {arrow} {object_}"
    notes = ", ".join(reservations)
    if not notes:
        return sentence
    return f"{sentence} ({notes})"
