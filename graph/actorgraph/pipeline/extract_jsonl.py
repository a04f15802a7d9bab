"""Readings as JSON lines, for programs: an object for each document, without a store.

Offsets are in code points of the document's text.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence

from actorgraph.codec import Row, to_row
from actorgraph.errors import DocumentError, UsageError
from actorgraph.files import Inputs, each_path
from actorgraph.model import (
    Actor,
    Attribution,
    Claim,
    Document,
    Omission,
    Reading,
    RefusedDocument,
)
from actorgraph.pipeline.options import DEFAULTS, Options, settle
from actorgraph.pipeline.reading_records import reading_to_record
from actorgraph.pipeline.report import nothing_read
from actorgraph.pipeline.workers import Progress, read_each, silent

#: Receives what is refused, and what is left out of a document that is read.
Refuse = Callable[[RefusedDocument], None]
Omit = Callable[[Omission], None]

#: Keys of a statement, in order → fields of a claim.
STATEMENT = {
    "id": "id",
    "subject": "subject",
    "relation": "relation",
    "object": "object",
    "confidence": "confidence",
    "polarity": "polarity",
    "modality": "modality",
    "status": "status",
    "validFrom": "valid_from",
    "validUntil": "valid_until",
    "attributedTo": "attributed_to",
    "premises": "premises",
    "evidence": "evidence",
    "method": "method",
    "trigger": "trigger",
}
#: Keys of a statement that are left out when they are empty.
OPTIONAL = frozenset({"validFrom", "validUntil", "attributedTo", "premises", "trigger"})
#: Keys of an entity and of an attribution; their fields have the same names.
ENTITY = ("id", "type", "subtype", "name", "aliases", "wikidata", "mentions")
ATTRIBUTION = ("source", "cue", "content", "direct")
#: Positions of a mention and of a piece of evidence.
MENTION = ("start", "end", "kind")
EVIDENCE = ("start", "end")


def warn(document: RefusedDocument) -> None:
    """Warn of a document that cannot be read."""
    warnings.warn(f"{document.name} is refused: {document.reason}", stacklevel=3)


def extract(
    inputs: Inputs,
    options: Options = DEFAULTS,
    *,
    refuse: Refuse = warn,
    omit: Omit | None = None,
    progress: Progress = silent,
    form: str = "jsonl",
) -> Iterator[Row]:
    """Read documents without a store.  A copy of a document gets a row of its own.

    Args:
        inputs: Files, folders, or ``-`` for standard input; several, or one.
        options: How to read.
        refuse: Called with each document that cannot be read, and the reason; the default warns.
        omit: Called with what is left out of a document, such as hidden text.
        progress: Called with the number of documents done, and of all.
        form: One of ``FORMS``.

    Yields:
        A row for each document, sorted by name: ``{"id", "entities", "statements",
        "attributions"}``, or the record of ``reading_records``.

    Raises:
        DocumentError: if the input contains no documents.
        UsageError: if there is no such form, or the pipeline or an extension cannot be used.
    """
    if form not in FORMS:
        raise UsageError(f"cannot write {form!r}; choose {' or '.join(FORMS)}")
    settings = settle(options)
    documents = _documents(inputs, refuse, omit)
    for outcome in read_each(documents, settings, None, progress):
        if isinstance(outcome, Reading):
            yield FORMS[form](outcome)
        else:
            refuse(outcome)


def contract_row(reading: Reading) -> Row:
    """Return a reading as plain values; ids of entities are local to it (``a0``, ``a1``, …)."""
    return {
        "id": reading.document.name,
        "entities": list(map(_entity, reading.actors)),
        "statements": list(map(_statement, reading.claims)),
        "attributions": list(map(_attribution, reading.attributions)),
    }


#: Name of a form of the rows → what makes them.
FORMS: dict[str, Callable[[Reading], Row]] = {
    "jsonl": contract_row,
    "record": reading_to_record,
}


def _documents(inputs: Inputs, refuse: Refuse, omit: Omit | None) -> list[Document]:
    from actorgraph.documents import read_documents

    documents: list[Document] = []
    items = list(read_documents(each_path(inputs), keep_copies=True))
    if not items:
        raise DocumentError(nothing_read(()))
    for item in items:
        if isinstance(item, Document):
            documents.append(item)
        elif isinstance(item, RefusedDocument):
            refuse(item)
        elif omit is not None:
            omit(item)
    return documents


def _entity(actor: Actor) -> Row:
    row = to_row(actor)
    row["mentions"] = _positions(row["mentions"], MENTION)
    return {key: row[key] for key in ENTITY}


def _statement(claim: Claim) -> Row:
    row = to_row(claim)
    places = _positions(row["evidence"], EVIDENCE)
    row["evidence"] = places
    trigger = row["trigger"]
    if trigger is not None:
        (row["trigger"],) = _positions([trigger], EVIDENCE)
    statement = {key: row[field] for key, field in STATEMENT.items()}
    for key in OPTIONAL:
        if not statement[key]:
            del statement[key]
    return statement


def _attribution(attribution: Attribution) -> Row:
    row = to_row(attribution)
    return {key: row[key] for key in ATTRIBUTION}


def _positions(rows: list[Row], fields: Sequence[str]) -> list[list[object]]:
    """Return only some fields of each row, without their names."""
    return [list(map(row.__getitem__, fields)) for row in rows]
