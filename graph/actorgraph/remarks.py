"""What qualifies a claim, in words: manner, speaker, dates, certainty, and whether it is a copy."""

from __future__ import annotations

from collections.abc import Mapping

from actorgraph.model import Claim, Document, DocumentId

#: Says that no passage proves a claim.
BACKGROUND = "background knowledge, not said by the text"
#: Length of a date that names a day; that of a month or a year is less.
_DAY = len("2031-03-12")


def remarks(claim: Claim, speaker: str | None) -> list[str]:
    """Return all that qualifies a claim, for a reader.

    >>> claim = Claim("c1", "a1", "leads", "a2", (), confidence=0.9, valid_until="2014")
    >>> remarks(claim, "Ann Roth")
    ['according to Ann Roth', 'until 2014', 'confidence 0.90']
    """
    stated = [*claim.reservations, attribution(speaker), period(claim)]
    return [word for word in (*stated, *reading_words(claim)) if word]


def period(claim: Claim) -> str:
    """Return the validity of a claim in words, "" if it has no dates.

    >>> period(Claim("c1", "a1", "metWith", "a2", (), valid_from="2031-03", valid_until="2031-03"))
    'in 2031-03'
    """
    first = claim.valid_from
    last = claim.valid_until
    if first and first == last:
        preposition = "on" if len(first) == _DAY else "in"
        return f"{preposition} {first}"
    words = (first and f"from {first}", last and f"until {last}")
    return " ".join(filter(None, words))


def attribution(speaker: str | None) -> str:
    """Return "according to …", or "" if the document itself says so."""
    return f"according to {speaker}" if speaker else ""


def reading_words(claim: Claim) -> list[str]:
    """Return how surely a claim was read, and by what method if that is known."""
    confidence = f"confidence {claim.confidence:.2f}"
    words = [confidence, claim.method]
    if claim.is_background:
        words.append(BACKGROUND)
    trigger = claim.trigger
    if trigger is not None:
        words.append(f"trigger “{trigger.quote}”")
    return [word for word in words if word]


def original_name(document: Document, documents: Mapping[DocumentId, Document]) -> str:
    """Return the name of the document that this one nearly copies, or "" for none.

    If the documents lack it, its id.
    """
    if not document.copy_of:
        return ""
    original = documents.get(document.copy_of)
    return original.name if original else document.copy_of
