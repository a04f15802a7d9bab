"""Build a graph, add to it, remove from it, judge it: a change is complete or does not happen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from operator import attrgetter
from pathlib import Path

from actorgraph.dataset.generations import current_generation, locked
from actorgraph.dataset.manifest import refuse_newer
from actorgraph.dataset.store import StoredGraph, open_graph
from actorgraph.errors import DocumentError, NotFound, StoreError
from actorgraph.model import Document, DocumentId, Judgement, RefusedDocument
from actorgraph.pipeline.options import DEFAULTS, Options, judgements_beside, settle
from actorgraph.pipeline.outputs import Outputs
from actorgraph.pipeline.report import NAMED, Report, nothing_read
from actorgraph.pipeline.update import Update
from actorgraph.pipeline.update_records import DocumentSet
from actorgraph.pipeline.workers import Progress, silent
from actorgraph.resolution import append_judgements, judgement_id, read_judgements

#: Name of the file that is locked from the first look at a graph until its successor is current.
CHANGE_LOCK = ".change"
#: How the moment of a judgement is written, in UTC.
MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"


def build(
    inputs: Sequence[str | Path],
    folder: Path,
    options: Options = DEFAULTS,
    progress: Progress = silent,
) -> Report:
    """Read documents and make a graph of them, which replaces the graph in the folder.

    A document that was read before with the same version, settings and ontology is not read again.

    Args:
        inputs: Files, folders, or ``-`` for standard input.
        folder: The graph folder; it is created if it does not exist.
        options: How to read and what to draw.
        progress: Called with the number of documents done, and of all.

    Returns:
        What is in the graph, and which documents were refused.

    Raises:
        DocumentError: if no document could be read.  As with the other errors, the graph in the
            folder stays as it was.
        InvalidData: if the graph breaks a rule of the ontology's shapes.
        StoreError: if another process changes the folder, or it cannot be written.
        UsageError: if an option cannot be used.
    """
    refuse_newer(folder)
    settings = settle(options, folder)
    selection = _gather(inputs)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        raise StoreError(f"cannot make the graph folder {folder}: {reason}") from error
    with locked(folder / CHANGE_LOCK):
        return Update(folder, settings, progress).write(selection)


def add(
    inputs: Sequence[str | Path],
    folder: Path,
    options: Options = DEFAULTS,
    progress: Progress = silent,
) -> Report:
    """Read more documents into a graph; the result is that of a build of all its documents.

    A document that is in the graph already is kept once.  The arguments are those of ``build``.

    Raises:
        DocumentError, InvalidData, StoreError, UsageError: as ``build``; ``StoreError`` also if
            there is no graph.
    """
    with _changing(folder) as before:
        settings = settle(options, folder, before)
        selection = _gather(inputs, before.documents())
        return Update(folder, settings, progress).write(selection, before)


def remove(
    names: Sequence[str],
    folder: Path,
    options: Options = DEFAULTS,
    progress: Progress = silent,
) -> Report:
    """Remove documents, with everything that only they say.

    Args:
        names: Names or ids of documents.
        folder: The graph folder.
        options: As for ``build``.
        progress: As for ``build``.

    Raises:
        NotFound: if there is no such document, or several have the name.
        StoreError: if there is no graph.
    """
    with _changing(folder) as before:
        documents = before.documents()
        gone = {find_document(documents, name).id for name in names}
        kept = [document for document in documents if document.id not in gone]
        selection = DocumentSet(tuple(kept))
        settings = settle(options, folder, before)
        return Update(folder, settings, progress).write(selection, before)


def rebuild(
    folder: Path, options: Options = DEFAULTS, progress: Progress = silent
) -> Report:
    """Build a graph again from its own documents, for instance after a judgement.

    Raises:
        DocumentError, InvalidData, StoreError, UsageError: as ``add``.
    """
    return add((), folder, options, progress)


def judge(
    judgement: Judgement | Sequence[Judgement],
    folder: Path,
    options: Options = DEFAULTS,
    progress: Progress = silent,
) -> Report:
    """Record a person's judgements and rebuild the graph with them.

    Args:
        judgement: One or several.  Without a moment, it is made now, and so outranks all that were
            made before; those that are recorded already are not recorded again.
        folder: The graph folder.
        options: As for ``build``.
        progress: As for ``build``.

    Raises:
        InvalidData: if a judgement lacks what its verdict needs.
        StoreError: if there is no graph.
    """
    # An option that cannot be used is refused before the judgement is recorded.
    settings = settle(options, folder, open_graph(folder))
    path = settings.judgements or judgements_beside(folder)
    recorded = read_judgements(path)
    wanted = [judgement] if isinstance(judgement, Judgement) else judgement
    dated = [item if item.at else _made_now(item, recorded) for item in wanted]
    ids = set(map(judgement_id, recorded))
    new = [item for item in dated if judgement_id(item) not in ids]
    append_judgements(path, new)
    return rebuild(folder, options, progress)


def _made_now(judgement: Judgement, recorded: Sequence[Judgement]) -> Judgement:
    """Date a judgement after all that are recorded, even if the clock was set back."""
    now = datetime.now(UTC).strftime(MOMENT)
    last = max(map(attrgetter("at"), recorded), default="")
    return replace(judgement, at=now if now > last else _after(last))


def _after(moment: str) -> str:
    """Return a moment that sorts after another, which a person may have written by hand.

    >>> _after("2031-05-03T09:15:00.000000Z")
    '2031-05-03T09:15:00.000001Z'
    """
    try:
        parsed = datetime.strptime(moment, MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return f"{moment}+"
    return (parsed + timedelta(microseconds=1)).strftime(MOMENT)


def find_document(documents: Sequence[Document], name: str) -> Document:
    """Return the document with an id or a name.

    Raises:
        NotFound: if there is none, or several have the name; the message lists alternatives.
    """
    matches: list[Document] = []
    for label in (attrgetter("id"), attrgetter("name")):
        matches = matches or [item for item in documents if label(item) == name]
    if len(matches) > 1:
        ids = ", ".join(map(attrgetter("id"), matches))
        raise NotFound(
            f"{len(matches)} documents are named {name!r}: {ids}; give the id"
        )
    if not matches:
        similar = ", ".join(_similar_names(documents, name)) or "none"
        raise NotFound(f"no document {name!r} in the graph; there are {similar}")
    return matches[0]


def _similar_names(documents: Sequence[Document], name: str) -> list[str]:
    from difflib import get_close_matches  # only for the message

    names = sorted(set(map(attrgetter("name"), documents)))
    return get_close_matches(name, names, n=NAMED) or names[:NAMED]


@contextmanager
def _changing(folder: Path) -> Iterator[StoredGraph]:
    """Open the current graph; no other process may change the folder within the block."""
    current_generation(folder)
    with locked(folder / CHANGE_LOCK):
        before = open_graph(folder)
        Outputs(folder).publish()  # if a change was killed before it could
        yield before


def _gather(
    inputs: Sequence[str | Path], present: Sequence[Document] = ()
) -> DocumentSet:
    """Read the inputs and join them with the documents that are present.

    Raises:
        DocumentError: if there are inputs, but no document in them.
    """
    from actorgraph.documents import read_documents

    intake = _Intake(dict(zip(map(attrgetter("id"), present), present, strict=True)))
    for item in read_documents(inputs, keep_copies=True):
        intake.take(item)
    if inputs and not intake.taken:
        raise DocumentError(nothing_read(intake.refused))
    documents = sorted(intake.documents.values(), key=attrgetter("id"))
    return DocumentSet(tuple(documents), tuple(intake.refused), tuple(intake.copies))


@dataclass(slots=True)
class _Intake:
    """Collects documents; of copies, it keeps the one with the smallest name, in any order."""

    documents: dict[DocumentId, Document]
    taken: set[DocumentId] = field(default_factory=set)
    refused: list[RefusedDocument] = field(default_factory=list)
    copies: list[RefusedDocument] = field(default_factory=list)

    def take(self, item: Document | RefusedDocument) -> None:
        if isinstance(item, RefusedDocument):
            self.refused.append(item)
            return
        pair = (self.documents.get(item.id, item), item)
        kept, copy = sorted(pair, key=attrgetter("name"))
        # The file that the graph was built from is no copy of itself.
        if item.id in self.taken or kept.name != copy.name:
            reason = f"the same document as {kept.name}"
            self.copies.append(RefusedDocument(copy.name, reason))
        self.documents[item.id] = kept
        self.taken.add(item.id)
