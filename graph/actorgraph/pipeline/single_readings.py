"""One document at a time: a text becomes a reading, and readings become a graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from actorgraph.dataset.checks import objection
from actorgraph.dataset.manifest import refuse_newer
from actorgraph.errors import DocumentError
from actorgraph.model import Document, Reading, RefusedDocument
from actorgraph.pipeline.changes import changeable
from actorgraph.pipeline.document_selection import select_documents
from actorgraph.pipeline.options import DEFAULTS, Options, Settings, settle
from actorgraph.pipeline.reading_cache import ReadingCache
from actorgraph.pipeline.report import Report, nothing_read
from actorgraph.pipeline.sound_readings import without_idle_dates
from actorgraph.pipeline.update import Update
from actorgraph.pipeline.workers import Progress, read_each, silent
from actorgraph.vocabulary import load_vocabulary

#: Name of a text that has none.
UNNAMED = "text"


def read(
    document: Document | str,
    options: Options = DEFAULTS,
    *,
    name: str = UNNAMED,
    title: str | None = None,
    date: str | None = None,
    url: str | None = None,
) -> Reading:
    """Read one document, which may be a text in memory.

    Args:
        document: A document, or its text.
        options: How to read.
        name: Of the text; a document has its own, as it has what follows.
        title: Of the text.
        date: When the text was published, in any usual form.
        url: Where the text was published.

    Raises:
        DocumentError: if it cannot be read.
        UsageError: if an option cannot be used.

    Example:
        >>> import actorgraph
        >>> reading = actorgraph.read("Ada Lind leads Mill House.")  # doctest: +SKIP
        >>> reading.claims[0].relation  # doctest: +SKIP
        'leads'
    """
    if isinstance(document, str):
        document = _document(document, name, title, date, url)
    settings = settle(options)
    outcomes = read_each([document], settings, None)
    (outcome,) = outcomes
    if isinstance(outcome, RefusedDocument):
        raise DocumentError(f"{outcome.name}: {outcome.reason}")
    return outcome


def build_from_readings(
    readings: Iterable[Reading],
    folder: str | Path,
    options: Options = DEFAULTS,
    progress: Progress = silent,
    *,
    judgements: str | Path | None = None,
) -> Report:
    """Make a graph of readings, the same as ``build`` makes of their documents.

    The readings are kept in the graph folder: a later change does not read these documents again.

    Args:
        readings: As ``read`` returns them; of two with one document, the first counts.
        folder: The graph folder; what is in it is replaced.
        options: What to draw, and how documents that are added later are read.
        progress: Called with the number of documents done, and of all.
        judgements: File of judgements; the default is that of ``build``.

    Raises:
        DocumentError: if there are no readings, or none that fits the ontology.
        InvalidData, StoreError, UsageError: as ``build``.
    """
    folder = Path(folder)
    refuse_newer(folder)
    if judgements is not None:
        options = replace(options, judgements=Path(judgements))
    settings = settle(options, folder)
    with changeable(folder):
        cache = ReadingCache.of(folder, settings)
        items = list(_kept(readings, cache, settings))
        if not items:
            raise DocumentError(nothing_read(()))
        selection = select_documents(items)
        return Update(folder, settings, progress).write(selection)


def _document(
    text: str, name: str, title: str | None, date: str | None, url: str | None
) -> Document:
    from actorgraph.documents.raw_document import RawDocument, finish

    document = finish(RawDocument(name, text, title, date, url))
    if isinstance(document, RefusedDocument):
        raise DocumentError(f"{document.name}: {document.reason}")
    return document


def _kept(
    readings: Iterable[Reading], cache: ReadingCache, settings: Settings
) -> Iterator[Document | RefusedDocument]:
    """Put readings into the cache and yield their documents; a reading may be refused."""
    vocabulary = load_vocabulary(*settings.extensions)
    for reading in readings:
        reason = objection(reading, vocabulary)
        if reason is None:
            cache.put(without_idle_dates(reading))
            yield reading.document
        else:
            yield RefusedDocument(reading.document.name, reason)
