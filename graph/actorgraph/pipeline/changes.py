"""Build a graph, add to it, remove from it, judge it: a change is complete or does not happen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from operator import attrgetter
from pathlib import Path

from actorgraph.dataset.engine import refuse_in_fork
from actorgraph.dataset.generations import POINTER, current_generation, locked
from actorgraph.dataset.manifest import refuse_newer
from actorgraph.dataset.store import StoredGraph, open_graph
from actorgraph.errors import NotFound, StoreError
from actorgraph.files import Inputs, make_folder
from actorgraph.model import Document, Judgement, Omission, RefusedDocument
from actorgraph.pipeline.document_selection import gather_documents, select_documents
from actorgraph.pipeline.options import DEFAULTS, Options, judgements_beside, settle
from actorgraph.pipeline.outputs import Outputs
from actorgraph.pipeline.report import NAMED, Report
from actorgraph.pipeline.update import Update
from actorgraph.pipeline.update_records import DocumentSet
from actorgraph.pipeline.workers import Progress, silent
from actorgraph.resolution import append_judgements, judgement_id, read_judgements

#: Name of the file that is locked from the first look at a graph until its successor is current.
CHANGE_LOCK = ".change"
#: How the moment of a judgement is written, in UTC.
MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"


def build(
    inputs: Inputs,
    folder: str | Path,
    options: Options = DEFAULTS,
    progress: Progress = silent,
) -> Report:
    """Read documents and make a graph of them, which replaces the graph in the folder.

    A document that was read before with the same version, settings and ontology is not read again.

    Args:
        inputs: Files, folders, or ``-`` for standard input; several, or one.
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
    return _made(lambda: gather_documents(inputs), Path(folder), options, progress)


def _made(
    select: Callable[[], DocumentSet],
    folder: Path,
    options: Options,
    progress: Progress,
) -> Report:
    """Make the first or another graph of a folder."""
    refuse_newer(folder)
    settings = settle(options, folder)
    selection = select()
    with changeable(folder):
        return Update(folder, settings, progress).write(selection)


def add(
    inputs: Inputs,
    folder: str | Path,
    options: Options = DEFAULTS,
    progress: Progress = silent,
) -> Report:
    """Read more documents into a graph; the result is that of a build of all its documents.

    A document that is in the graph already is kept once.  The arguments are those of ``build``;
    options that are None keep what the graph was built with.

    Raises:
        DocumentError, InvalidData, StoreError, UsageError: as ``build``; ``StoreError`` also if
            there is no graph.
    """
    folder = Path(folder)
    with _changing(folder) as before:
        settings = settle(options, folder, before)
        documents = before.documents()
        selection = gather_documents(inputs, documents)
        update = Update(folder, settings, progress)
        return update.write(selection, before)


def take(
    items: Sequence[Document | RefusedDocument | Omission],
    folder: str | Path,
    options: Options = DEFAULTS,
    progress: Progress = silent,
) -> Report:
    """Add documents that were read already; each replaces what had its name before.

    Args:
        items: Documents, and what could not be read.
        folder: The graph folder; without a graph, one is made.
        options: As for ``build``.
        progress: As for ``build``.

    Raises:
        DocumentError, InvalidData, StoreError, UsageError: as ``build``.
    """
    folder = Path(folder)
    if not (folder / POINTER).exists():
        return _made(lambda: select_documents(items), folder, options, progress)
    with _changing(folder) as before:
        settings = settle(options, folder, before)
        selection = select_documents(items, before.documents(), replaces=True)
        return Update(folder, settings, progress).write(selection, before)


def remove(
    names: str | Sequence[str],
    folder: str | Path,
    options: Options = DEFAULTS,
    progress: Progress = silent,
) -> Report:
    """Remove documents, with everything that only they say.

    Args:
        names: Names or ids of documents, or one of them.
        folder: The graph folder.
        options: As for ``build``.
        progress: As for ``build``.

    Raises:
        NotFound: if there is no such document, or several have the name.
        StoreError: if there is no graph.
    """
    folder = Path(folder)
    names = [names] if isinstance(names, str) else names
    with _changing(folder) as before:
        documents = before.documents()
        gone = {find_document(documents, name).id for name in names}
        kept = [document for document in documents if document.id not in gone]
        selection = DocumentSet(tuple(kept))
        settings = settle(options, folder, before)
        return Update(folder, settings, progress).write(selection, before)


def rebuild(
    folder: str | Path, options: Options = DEFAULTS, progress: Progress = silent
) -> Report:
    """Build a graph again from its own documents, for instance after a judgement.

    The arguments are those of ``build``; options that are None keep what the graph was built with.

    Raises:
        DocumentError, InvalidData, StoreError, UsageError: as ``add``.
    """
    return add((), folder, options, progress)


def judge(
    judgement: Judgement | Sequence[Judgement],
    folder: str | Path,
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
    folder = Path(folder)
    wanted = [judgement] if isinstance(judgement, Judgement) else judgement
    with _changing(folder) as before:
        # What cannot be used or changed is refused before the judgement is recorded.
        settings = settle(options, folder, before)
        ledger = settings.judgements or judgements_beside(folder)
        _record(wanted, ledger)
        documents = before.documents()
        selection = gather_documents((), documents)
        update = Update(folder, settings, progress)
        return update.write(selection, before)


def _record(judgements: Sequence[Judgement], path: Path) -> None:
    """Add those judgements to a file that it does not have yet."""
    recorded = read_judgements(path)
    dated = [item if item.at else _made_now(item, recorded) for item in judgements]
    ids = set(map(judgement_id, recorded))
    new = [item for item in dated if judgement_id(item) not in ids]
    append_judgements(path, new)


def _made_now(judgement: Judgement, recorded: Sequence[Judgement]) -> Judgement:
    """Date a judgement after all that are recorded, even if the clock was set back."""
    moments = map(attrgetter("at"), recorded)
    last = max(moments, default="")
    present = datetime.now(UTC)
    now = present.strftime(MOMENT)
    if now <= last:
        now = _after(last)
    return replace(judgement, at=now)


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
    matches = [document for document in documents if document.id == name]
    if not matches:
        matches = [document for document in documents if document.name == name]
    if len(matches) > 1:
        ids = map(attrgetter("id"), matches)
        listed = ", ".join(ids)
        raise NotFound(
            f"{len(matches)} documents are named {name!r}: {listed}; give the id"
        )
    if not matches:
        names = _similar_names(documents, name)
        similar = ", ".join(names) or "none"
        raise NotFound(f"no document {name!r} in the graph; there are {similar}")
    return matches[0]


def _similar_names(documents: Sequence[Document], name: str) -> list[str]:
    from difflib import get_close_matches  # only for the message

    names = sorted(set(map(attrgetter("name"), documents)))
    return get_close_matches(name, names, n=NAMED) or names[:NAMED]


@contextmanager
def changeable(folder: Path) -> Iterator[None]:
    """Make a graph folder if there is none; no other process may change it within the block.

    Raises:
        StoreError: if it cannot be made, or another process changes it.
    """
    refuse_in_fork()
    try:
        make_folder(folder)
    except FileExistsError as error:
        raise StoreError(f"{folder} is a file, not a graph folder") from error
    except OSError as error:
        reason = error.strerror or error
        raise StoreError(f"cannot make the graph folder {folder}: {reason}") from error
    with locked(folder / CHANGE_LOCK):
        yield


@contextmanager
def _changing(folder: Path) -> Iterator[StoredGraph]:
    """Open the current graph; no other process may change the folder within the block."""
    refuse_in_fork()
    current_generation(folder)
    with locked(folder / CHANGE_LOCK):
        before = open_graph(folder)
        Outputs(folder).publish()  # if a change was killed before it could
        yield before
