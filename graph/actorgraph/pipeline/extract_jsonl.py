"""Readings as JSON lines, for programs: one object a document, offsets in code points of its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from actorgraph.errors import DocumentError
from actorgraph.model import Actor, Attribution, Claim, Reading, RefusedDocument
from actorgraph.pipeline.options import Options, settle
from actorgraph.pipeline.update import nothing_read
from actorgraph.pipeline.workers import Progress, read_each, silent

Row = dict[str, Any]


def extract(
    inputs: Sequence[str | Path],
    options: Options = Options(),
    *,
    refuse: Callable[[RefusedDocument], None],
    progress: Progress = silent,
) -> Iterator[Row]:
    """Read documents without a store, copies too.

    Args:
        refuse: Called with each document that cannot be read, and the reason.

    Yields:
        ``{"id", "entities", "statements", "attributions"}`` for each document, in the order of the names.

    Raises:
        DocumentError: if the input holds no documents.
        UsageError: if the pipeline or an extension cannot be used.
    """
    from actorgraph.documents import read_documents

    settings, items = settle(options), list(read_documents(inputs, keep_copies=True))
    if not items:
        raise DocumentError(nothing_read(()))
    documents = []
    for item in items:
        refuse(item) if isinstance(item, RefusedDocument) else documents.append(item)
    for outcome in read_each(documents, settings, None, progress):
        if isinstance(outcome, Reading):
            yield contract_row(outcome)
        else:
            refuse(outcome)


def contract_row(reading: Reading) -> Row:
    """A reading as a plain object; ids of entities are local to it (``a0``, ``a1``, …)."""
    return {
        "id": reading.document.name,
        "entities": [_entity(actor) for actor in reading.actors],
        "statements": [_statement(claim) for claim in reading.claims],
        "attributions": [_attribution(said) for said in reading.attributions],
    }


def _entity(actor: Actor) -> Row:
    return {
        "id": actor.id,
        "type": actor.type.value,
        "name": actor.name,
        "mentions": [
            [mention.start, mention.end, mention.kind.value]
            for mention in actor.mentions
        ],
    }


def _statement(claim: Claim) -> Row:
    said_by = (
        {} if claim.attributed_to is None else {"attributedTo": claim.attributed_to}
    )
    return {
        "subject": claim.subject,
        "relation": claim.relation,
        "object": claim.object,
        "confidence": claim.confidence,
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "status": claim.status.value if claim.status else None,
        **said_by,
        "evidence": [[proof.start, proof.end] for proof in claim.evidence],
        "method": claim.method,
    }


def _attribution(said: Attribution) -> Row:
    return {
        "source": said.source and list(said.source),
        "cue": said.cue and list(said.cue),
        "content": [list(span) for span in said.content],
        "direct": said.direct,
    }
