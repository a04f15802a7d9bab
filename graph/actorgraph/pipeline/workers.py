"""From documents to readings: recalled if known, else read, by one process or several.

A document that cannot be read is refused with the reason; the others go on.  Each document is parsed by itself and in
one thread, so that its reading depends on nothing else.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from actorgraph.dataset.checks import objection
from actorgraph.errors import ActorgraphError, DocumentError
from actorgraph.model import ActorType, Document, Reading, RefusedDocument
from actorgraph.pipeline.options import Settings
from actorgraph.pipeline.reading_cache import ReadingCache
from actorgraph.settings import ReaderMode
from actorgraph.turtle import file_digest
from actorgraph.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:
    from actorgraph.extraction import Reader

Outcome = Reading | RefusedDocument
#: Told how many documents are done, of how many.
Progress = Callable[[int, int], None]
#: Documents handed to a process at once: few, so that all finish together.
CHUNK = 4


def silent(done: int, total: int) -> None:
    """Show no progress."""


def read_each(
    documents: Sequence[Document],
    settings: Settings,
    cache: ReadingCache | None,
    progress: Progress = silent,
) -> Iterator[Outcome]:
    """Each document's reading or refusal, in their order.  Without a memory all are read; no reader starts for none.

    Raises:
        UsageError: if the pipeline cannot be used.
        DocumentError: if a reading process died.
    """
    cached = (
        {document.id: cache.get(document) for document in documents}
        if cache is not None
        else {}
    )
    unknown = [document for document in documents if cached.get(document.id) is None]
    fresh = _read(unknown, settings)
    for done, document in enumerate(documents):
        progress(done, len(documents))
        outcome = cached.get(document.id) or next(fresh)
        if (
            cache is not None
            and isinstance(outcome, Reading)
            and cached[document.id] is None
        ):
            cache.put(outcome)
        yield outcome
    progress(len(documents), len(documents))


def _read(documents: Sequence[Document], settings: Settings) -> Iterator[Outcome]:
    if not documents:
        return
    if settings.workers == 1 or len(documents) == 1:
        yield from map(partial(_read_one, settings), documents)
    else:
        yield from _read_by_many(documents, settings)


def _read_by_many(
    documents: Sequence[Document], settings: Settings
) -> Iterator[Outcome]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    workers = min(settings.workers, len(documents))
    pool = ProcessPoolExecutor(
        workers, get_context("spawn"), _leave_interrupts_to_the_parent
    )
    try:
        yield from pool.map(partial(_read_one, settings), documents, chunksize=CHUNK)
    except BrokenProcessPool as error:
        raise DocumentError(
            "a reading process died, perhaps for want of memory: try with fewer workers; "
            'a script that builds with several must do so below `if __name__ == "__main__":`'
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


#: The reader of this process, with what its readings are checked against; by what it is made with.
_READERS: dict[
    tuple[str, ReaderMode, float, tuple[tuple[Path, str], ...]],
    tuple[Reader, Vocabulary],
] = {}


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _reader(settings: Settings) -> tuple[Reader, Vocabulary]:
    extensions = tuple((path, file_digest(path)) for path in settings.extensions)
    key = settings.pipeline, settings.reader, settings.floor, extensions
    if key not in _READERS:
        for library in ("OPENBLAS", "OMP", "MKL"):
            os.environ.setdefault(
                f"{library}_NUM_THREADS", "1"
            )  # sums of floats depend on how threads share them
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


def _read_one(settings: Settings, document: Document) -> Outcome:
    reader, vocabulary = _reader(settings)
    try:
        (reading,) = reader.read([document])
    except ActorgraphError as error:
        return RefusedDocument(document.name, str(error))
    except Exception as error:
        return RefusedDocument(
            document.name,
            f"it cannot be read ({type(error).__name__}: {_one_line(error)})",
        )
    reason = objection(reading, vocabulary)
    return reading if reason is None else RefusedDocument(document.name, reason)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


def parted(outcomes: Iterable[Outcome]) -> tuple[list[Reading], list[RefusedDocument]]:
    """Readings, without the dates that nothing is claimed about, since a text is full of them; and what was refused."""
    readings: list[Reading] = []
    refused: list[RefusedDocument] = []
    for outcome in outcomes:
        if isinstance(outcome, Reading):
            readings.append(_without_idle_dates(outcome))
        else:
            refused.append(outcome)
    return readings, refused


def _without_idle_dates(reading: Reading) -> Reading:
    claimed = {end for claim in reading.claims for end in (claim.subject, claim.object)}
    kept = (
        actor
        for actor in reading.actors
        if actor.type is not ActorType.TIME or actor.id in claimed
    )
    return replace(reading, actors=tuple(kept))
