"""What a reader hands over, and the checks that every text passes before it is a document."""

from __future__ import annotations

from dataclasses import dataclass

from actorgraph.documents.dates import date_in_name, date_in_text, iso_date
from actorgraph.documents.language import objection_to
from actorgraph.identifiers import document_id
from actorgraph.model import Document, RefusedDocument

#: Characters.  A long book has about this many; longer inputs are joined files, which are better given one by one.
MAX_CHARACTERS = 1_000_000


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A text as its reader found it; ``date`` as written there, in any form."""

    name: str
    text: str
    title: str | None = None
    date: str | None = None
    url: str | None = None


def finish(draft: RawDocument) -> Document | RefusedDocument:
    """Check a text and give it its id.  The text itself is never altered.

    Without a given date, one is taken where it is explicit: in the first lines, else in the name.
    """
    reason = _objection(draft)
    if reason is not None:
        return RefusedDocument(draft.name, reason)
    date = (
        iso_date(draft.date or "")
        or date_in_text(draft.text)
        or date_in_name(draft.name)
    )
    title, url = (_one_line(value) for value in (draft.title, draft.url))
    identity = document_id(draft.text, title, date, url)
    return Document(identity, draft.name, draft.text, title, date, url)


def _objection(draft: RawDocument) -> str | None:
    if not draft.text.strip():
        return "the text is empty"
    if len(draft.text) > MAX_CHARACTERS:
        return f"the text has {len(draft.text):,} characters; at most {MAX_CHARACTERS:,} are read: split it"
    surrogate = _half_character((draft.text, draft.title, draft.url))
    if surrogate is not None:
        return f"{surrogate} is half of a character (a lone surrogate): write the file as UTF-8 again"
    return objection_to(draft.text)


def _half_character(values: tuple[str | None, ...]) -> str | None:
    for value in values:
        try:
            (value or "").encode()
        except UnicodeEncodeError as error:
            return f"U+{ord(error.object[error.start]):04X}"
    return None


def _one_line(value: str | None) -> str | None:
    return " ".join((value or "").split()) or None
