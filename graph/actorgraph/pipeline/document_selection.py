"""Which documents a graph is to have: those that are read, and those that it had."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from actorgraph.errors import DocumentError
from actorgraph.files import Inputs, each_path
from actorgraph.model import Document, DocumentId, Omission, RefusedDocument
from actorgraph.pipeline.report import nothing_read
from actorgraph.pipeline.update_records import DocumentSet


def gather_documents(inputs: Inputs, present: Sequence[Document] = ()) -> DocumentSet:
    """Read the inputs and join them with the documents that are present.

    Raises:
        DocumentError: if there are inputs, but no document in them.
    """
    from actorgraph.documents import read_documents

    paths = each_path(inputs)
    items = list(read_documents(paths, keep_copies=True))
    if paths and not items:
        raise DocumentError(nothing_read(()))
    return select_documents(items, present)


def select_documents(
    items: Sequence[Document | RefusedDocument | Omission],
    present: Sequence[Document] = (),
    *,
    replaces: bool = False,
) -> DocumentSet:
    """Join documents with those that are present.

    Args:
        items: What was read, what was left out of it, and what could not be read.
        present: The documents of the graph.
        replaces: Whether a document takes the place of those present that have its name.

    Raises:
        DocumentError: if there are items, but no document among them.
    """
    intake = _Intake(dict(zip(map(attrgetter("id"), present), present, strict=True)))
    for item in items:
        intake.take(item)
    if items and not intake.taken:
        raise DocumentError(nothing_read(intake.refused))
    names = {intake.documents[id_].name for id_ in intake.taken} if replaces else set()
    kept = [
        document
        for document in intake.documents.values()
        if document.id in intake.taken or document.name not in names
    ]
    documents = sorted(kept, key=attrgetter("id"))
    return DocumentSet(
        tuple(documents),
        tuple(intake.refused),
        tuple(intake.copies),
        tuple(intake.omissions),
    )


@dataclass(slots=True)
class _Intake:
    """Collects documents; of copies, it keeps the one with the smallest name, in any order."""

    documents: dict[DocumentId, Document]
    taken: set[DocumentId] = field(default_factory=set)
    refused: list[RefusedDocument] = field(default_factory=list)
    copies: list[RefusedDocument] = field(default_factory=list)
    omissions: list[Omission] = field(default_factory=list)

    def take(self, item: Document | RefusedDocument | Omission) -> None:
        if isinstance(item, RefusedDocument):
            self.refused.append(item)
        elif isinstance(item, Omission):
            self.omissions.append(item)
        else:
            self._take_document(item)

    def _take_document(self, item: Document) -> None:
        pair = (self.documents.get(item.id, item), item)
        kept, copy = sorted(pair, key=attrgetter("name"))
        # The file that the graph was built from is no copy of itself.
        if item.id in self.taken or kept.name != copy.name:
            reason = f"the same document as {kept.name}"
            self.copies.append(RefusedDocument(copy.name, reason))
        self.documents[item.id] = kept
        self.taken.add(item.id)
