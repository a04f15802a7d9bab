"""Build a graph, add to it, take from it, judge it: whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path

from actorgraph.dataset.generations import current_generation, locked
from actorgraph.dataset.store import StoredGraph, open_graph
from actorgraph.errors import DocumentError, NotFound, StoreError
from actorgraph.model import Document, DocumentId, Judgement, RefusedDocument
from actorgraph.pipeline.options import DEFAULTS, Options, judgements_beside, settle
from actorgraph.pipeline.report import NAMED, Report, nothing_read
from actorgraph.pipeline.update import Gathered, Update
from actorgraph.pipeline.workers import Progress, silent
from actorgraph.resolution import append_judgement

#: Held from the first look at a graph until its successor is in force.
CHANGE_LOCK = ".change"


def build(
    inputs: Sequence[str | Path],
    folder: Path,
    options: Options = DEFAULTS,
    progress: Progress = silent,
) -> Report:
    """Read documents and make a graph of them, in place of the one that the folder holds.

    What was read before, with the same version and ontology, is not read again.

    Args:
        inputs: Files, folders, or ``-`` for standard input.
        folder: The graph folder; it is made if need be.

    Raises:
        DocumentError: if no document could be read; the graph in force stays.
        InvalidData: if the graph breaks a shape; the graph in force stays.
        StoreError: if another process changes the folder, or the disk refuses.
        UsageError: if an option cannot be used.
    """
    settings, gathered = settle(options, folder), _gather(inputs)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"cannot make the graph folder {folder}: {error.strerror or error}"
        ) from error
    with locked(folder / CHANGE_LOCK):
        return Update(folder, settings, progress).write(gathered)


def add(
    inputs: Sequence[str | Path],
    folder: Path,
    options: Options = DEFAULTS,
    progress: Progress = silent,
) -> Report:
    """Read more documents into a graph; the result is that of building it from all.

    A document that is there already is kept once.

    Raises:
        As ``build``; StoreError also if there is no graph.
    """
    with _changing(folder) as before:
        return Update(folder, settle(options, folder, before), progress).write(
            _gather(inputs, before.documents()), before
        )


def remove(
    wanted: Sequence[str],
    folder: Path,
    options: Options = DEFAULTS,
    progress: Progress = silent,
) -> Report:
    """Take documents back, by id or name, with all that only they said.

    Raises:
        NotFound: if there is no such document, or several have the name.
        StoreError: if there is no graph.
    """
    with _changing(folder) as before:
        documents = before.documents()
        gone = {find_document(documents, one).id for one in wanted}
        rest = tuple(document for document in documents if document.id not in gone)
        return Update(folder, settle(options, folder, before), progress).write(
            Gathered(rest), before
        )


def rebuild(
    folder: Path, options: Options = DEFAULTS, progress: Progress = silent
) -> Report:
    """Make the graph anew from its own documents, such as after a judgement.

    Raises:
        As ``add``.
    """
    return add((), folder, options, progress)


def judge(
    judgement: Judgement,
    folder: Path,
    options: Options = DEFAULTS,
    progress: Progress = silent,
) -> Report:
    """Keep a person's judgement and make the graph anew with it.

    Raises:
        InvalidData: if the judgement names one actor twice.
        StoreError: if there is no graph.
    """
    settle(
        options, folder, open_graph(folder)
    )  # what cannot be used is refused before the judgement is kept
    append_judgement(options.judgements or judgements_beside(folder), judgement)
    return rebuild(folder, options, progress)


def find_document(documents: Sequence[Document], wanted: str) -> Document:
    """The document of an id or a name.

    Raises:
        NotFound: if there is none, or several have the name, with what there is.
    """
    found = [one for one in documents if wanted == one.id] or [
        one for one in documents if wanted == one.name
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFound(
            f"{len(found)} documents are named {wanted!r}: {', '.join(one.id for one in found)}; give the id"
        )
    from difflib import get_close_matches  # only for the message

    names = sorted({one.name for one in documents})
    near = get_close_matches(wanted, names, n=NAMED) or names[:NAMED]
    raise NotFound(
        f"no document {wanted!r} in the graph; there are {', '.join(near) or 'none'}"
    )


@contextmanager
def _changing(folder: Path) -> Iterator[StoredGraph]:
    """The graph in force; until its successor is, no other process may change the folder."""
    current_generation(folder)
    with locked(folder / CHANGE_LOCK):
        yield open_graph(folder)


def _gather(inputs: Sequence[str | Path], present: Sequence[Document] = ()) -> Gathered:
    """Read the inputs beside what is there; of the same document, the smallest name is kept, in whatever order."""
    from actorgraph.documents import read_documents

    documents = {document.id: document for document in present}
    given: set[DocumentId] = set()
    refused: list[RefusedDocument] = []
    copies: list[RefusedDocument] = []
    for item in read_documents(inputs, keep_copies=True):
        if isinstance(item, RefusedDocument):
            refused.append(item)
            continue
        kept, copy = sorted(
            (documents.get(item.id, item), item), key=attrgetter("name")
        )
        if (
            item.id in given or kept.name != copy.name
        ):  # the file that the graph was made from is no copy of itself
            copies.append(
                RefusedDocument(copy.name, f"the same document as {kept.name}")
            )
        documents[item.id] = kept
        given.add(item.id)
    if inputs and not given:
        raise DocumentError(nothing_read(refused))
    return Gathered(
        tuple(documents[id_] for id_ in sorted(documents)),
        tuple(refused),
        tuple(copies),
    )
