"""What a reader of a format returns, and the checks before it becomes a document."""

from __future__ import annotations

from dataclasses import dataclass

from actorgraph.documents.dates import date_in_name, date_in_text, iso_date
from actorgraph.documents.language import objection_to
from actorgraph.identifiers import document_id
from actorgraph.model import Document, RefusedDocument

#: Maximum number of characters.  A long book has about this many; a longer input is a collection,
#: which is better split.
MAX_CHARACTERS = 1_000_000
#: Between the name of a file and that of a document within it.
WITHIN = "!"


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A text as its reader extracted it.

    Attributes:
        date: Day of publication, in any form.
        file_date: Day on which the file was written; it counts if there is no other date.
    """

    name: str
    text: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    author: str | None = None
    file_date: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A file within a file: a member of an archive, an attachment, a page of a web archive.

    Attributes:
        name: The name of its document: ``archive.zip!talks.html``.
        file_name: A name whose ending says its format, or only that ending.
        url: Where it was published, whatever it says itself.
        file_date: When it was written or fetched.
    """

    name: str
    file_name: str
    data: bytes
    url: str | None = None
    file_date: str | None = None


def finish(raw: RawDocument) -> Document | RefusedDocument:
    """Check a text and give it its id.  The text itself is never altered.

    A missing date is taken from the top of the text, or else from the name, if explicit there.
    """
    reason = _objection(raw)
    if reason is not None:
        return RefusedDocument(raw.name, reason)
    date = _date(raw)
    title = _in_one_line(raw.title)
    url = _in_one_line(raw.url)
    author = _in_one_line(raw.author)
    id_ = document_id(raw.text, title, date, url)
    return Document(id_, raw.name, raw.text, title, date, url, author=author)


def _date(raw: RawDocument) -> str | None:
    explicit = iso_date(raw.date or "") or date_in_text(raw.text)
    if explicit:
        return explicit
    *_, inner_name = raw.name.split(WITHIN)
    return date_in_name(inner_name) or iso_date(raw.file_date or "")


def _objection(raw: RawDocument) -> str | None:
    if not raw.text.strip():
        return "the text is empty"
    if len(raw.text) > MAX_CHARACTERS:
        return f"the text has {len(raw.text):,} characters, more than {MAX_CHARACTERS:,}: split it"
    surrogate = _lone_surrogate(raw)
    if surrogate is not None:
        return f"{surrogate} is half of a character (a lone surrogate): save the file as UTF-8"
    return objection_to(raw.text)


def _lone_surrogate(raw: RawDocument) -> str | None:
    for value in (raw.text, raw.title, raw.url, raw.author):
        try:
            (value or "").encode()
        except UnicodeEncodeError as error:
            return f"U+{ord(error.object[error.start]):04X}"
    return None


def _in_one_line(value: str | None) -> str | None:
    words = (value or "").split()
    return " ".join(words) or None
