"""What the documents of a graph say, beside what people judged of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from actorgraph.dataset.store import open_graph
from actorgraph.model import Judgement, Reading
from actorgraph.pipeline.options import Options, settle
from actorgraph.pipeline.reading_cache import ReadingCache
from actorgraph.pipeline.workers import partition, read_each
from actorgraph.resolution import read_judgements
from actorgraph.vocabulary import Vocabulary, load_vocabulary


@dataclass(frozen=True, slots=True)
class JudgedReadings:
    """The readings of a graph, none if nothing was judged, and the judgements of its users."""

    readings: list[Reading]
    judgements: tuple[Judgement, ...]
    vocabulary: Vocabulary


def judged_readings(folder: Path, judgements: Path | None = None) -> JudgedReadings:
    """Return the readings of a graph with the judgements about it.

    Args:
        folder: The graph folder.
        judgements: File of judgements; None for that beside the folder.

    Raises:
        InvalidData: if the file of judgements is damaged.
        StoreError: if there is no graph.
    """
    stored = open_graph(folder)
    settings = settle(Options(judgements=judgements), folder, stored)
    judged = read_judgements(settings.judgements)
    documents = stored.documents() if judged else ()
    cache = ReadingCache.of(folder, settings)
    readings, _ = partition(read_each(documents, settings, cache))
    return JudgedReadings(readings, judged, load_vocabulary(*settings.extensions))
