"""From documents to readings: from the cache, or else read, by one child process or by several.

A document that cannot be read is refused with the reason, and the others go on; so is one that
takes too much time or memory, or that kills its process.  Each document is parsed on its own, so
its reading depends on nothing else, and is checked before it is returned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from actorgraph.dataset.checks import objection
from actorgraph.errors import ActorgraphError
from actorgraph.limited_process import Work, map_limited
from actorgraph.model import Document, Reading, RefusedDocument
from actorgraph.pipeline.options import Settings
from actorgraph.pipeline.reading_cache import ReadingCache
from actorgraph.pipeline.sound_readings import without_idle_dates
from actorgraph.process_limits import CostLimit
from actorgraph.settings import (
    CHARACTERS_PER_CLAIM,
    CHARACTERS_PER_SECOND,
    CLAIMS_OF_DOCUMENT,
    DOCUMENT_MEMORY,
    DOCUMENT_SECONDS,
    MEMORY_PER_CHARACTER,
)
from actorgraph.turtle import file_digest
from actorgraph.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:
    from actorgraph.extraction import Reader

Outcome = Reading | RefusedDocument
#: Called with the number of documents that are done, and of all.
Progress = Callable[[int, int], None]

#: Maximum length of the message of an unexpected error, which may quote the document.
LONGEST_MESSAGE = 200


def silent(done: int, total: int) -> None:
    """Show no progress."""


def read_each(
    documents: Sequence[Document],
    settings: Settings,
    cache: ReadingCache | None,
    progress: Progress = silent,
) -> Iterator[Outcome]:
    """Yield the reading or the refusal of each document, in their order.

    Args:
        documents: What to read; if all are cached, or there are none, no reader is started.
        settings: How to read.
        cache: Where readings are kept; None to read everything.
        progress: Called after each document.

    Raises:
        UsageError: if the spaCy pipeline cannot be used.
    """
    cached: dict[str, Reading] = {}
    if cache is not None:
        cached = _cached(documents, settings, cache)
    missing = [document for document in documents if document.id not in cached]
    fresh = _read(missing, settings)
    total = len(documents)
    for done, document in enumerate(documents):
        progress(done, total)
        outcome: Outcome | None = cached.get(document.id)
        if outcome is None:
            outcome = next(fresh)
            _keep(outcome, cache)
        yield outcome
    progress(total, total)


def partition(
    outcomes: Iterable[Outcome],
) -> tuple[list[Reading], list[RefusedDocument]]:
    """Separate readings, without their idle dates, from refusals."""
    readings: list[Reading] = []
    refused: list[RefusedDocument] = []
    for outcome in outcomes:
        if isinstance(outcome, Reading):
            readings.append(without_idle_dates(outcome))
        else:
            refused.append(outcome)
    return readings, refused


def _cached(
    documents: Iterable[Document], settings: Settings, cache: ReadingCache
) -> dict[str, Reading]:
    """Return the cached readings by document; one that cannot be stored counts as missing."""
    vocabulary = load_vocabulary(*settings.extensions)
    readings: dict[str, Reading] = {}
    for document in documents:
        reading = cache.get(document)
        if reading is None:
            continue
        if objection(reading, vocabulary) is None:
            readings[document.id] = reading
    return readings


def _keep(outcome: Outcome, cache: ReadingCache | None) -> None:
    if cache is not None and isinstance(outcome, Reading):
        cache.put(without_idle_dates(outcome))


def _read(documents: Sequence[Document], settings: Settings) -> Iterator[Outcome]:
    if not documents:
        return
    _reader(settings)  # loaded before the children are forked, which then have it
    work = Work(partial(_read_document, settings), _refused, _limit)
    yield from map_limited(work, documents, settings.workers)


def _refused(document: Document, reason: str) -> RefusedDocument:
    return RefusedDocument(document.name, reason)


def _limit(document: Document) -> CostLimit:
    length = len(document.text)
    return CostLimit(
        seconds=DOCUMENT_SECONDS + length // CHARACTERS_PER_SECOND,
        memory=DOCUMENT_MEMORY + length * MEMORY_PER_CHARACTER,
    )


#: The reader of this process, with the vocabulary that its readings are checked against, by what
#: they depend on.
_READERS: dict[tuple[str, ...], tuple[Reader, Vocabulary]] = {}


def _reader(settings: Settings) -> tuple[Reader, Vocabulary]:
    extensions = map(file_digest, settings.extensions)
    key = (*settings.reading_choices().values(), *extensions)
    if key not in _READERS:
        from actorgraph.extraction import Reader

        _READERS.clear()
        reader = Reader(
            settings.extensions,
            settings.pipeline,
            floor=settings.floor,
            mode=settings.reader,
        )
        _READERS[key] = reader, load_vocabulary(*settings.extensions)
    return _READERS[key]


def _read_document(settings: Settings, document: Document) -> Outcome:
    reader, vocabulary = _reader(settings)
    try:
        (reading,) = reader.read([document])
        reason = _too_many_claims(reading) or objection(reading, vocabulary)
    except ActorgraphError as error:
        reason = str(error)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  a parser may fail in any way
        reason = f"it cannot be read ({type(error).__name__}: {_in_one_line(error)})"
    return reading if reason is None else RefusedDocument(document.name, reason)


def _too_many_claims(reading: Reading) -> str | None:
    length = len(reading.document.text)
    most = CLAIMS_OF_DOCUMENT + length // CHARACTERS_PER_CLAIM
    claims = len(reading.claims)
    if claims <= most:
        return None
    return f"it makes {claims:,} claims, more than the {most:,} that its length allows"


def _in_one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:LONGEST_MESSAGE]
