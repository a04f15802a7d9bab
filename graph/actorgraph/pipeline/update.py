"""One change of a graph folder, from documents to everything that is in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from actorgraph.analysis import annotate, build_network
from actorgraph.dataset.graph_writer import Lines, write_graph
from actorgraph.dataset.store import StoredGraph, open_graph
from actorgraph.errors import ActorgraphError, DocumentError, StoreError
from actorgraph.export import Material
from actorgraph.identifiers import digest
from actorgraph.model import (
    Corpus,
    Document,
    Judgement,
    Omission,
    Reading,
    RefusedDocument,
)
from actorgraph.pipeline.graph import Graph
from actorgraph.pipeline.options import Settings
from actorgraph.pipeline.outputs import Outputs
from actorgraph.pipeline.reading_cache import ReadingCache, code, fingerprint
from actorgraph.pipeline.report import (
    Changes,
    Report,
    Summary,
    compare,
    nothing_read,
    summarise,
)
from actorgraph.pipeline.sound_readings import resolve_sound
from actorgraph.pipeline.workers import Progress, partition, read_each
from actorgraph.resolution import effects, judgement_id, read_judgements, remaining
from actorgraph.version import VERSION
from actorgraph.vocabulary import Vocabulary, load_vocabulary

#: Name of the folder of cached readings.
READINGS = "readings"


@dataclass(frozen=True, slots=True)
class DocumentSet:
    """The documents of a graph, each once, sorted by id, and what was not read."""

    documents: tuple[Document, ...]
    refused: tuple[RefusedDocument, ...] = ()
    copies: tuple[RefusedDocument, ...] = ()
    omissions: tuple[Omission, ...] = ()


@dataclass(frozen=True, slots=True)
class Update:
    """Makes a set of documents the graph of a folder."""

    folder: Path
    settings: Settings
    progress: Progress

    def write(
        self, selection: DocumentSet, before: StoredGraph | None = None
    ) -> Report:
        """Make the graph of these documents the current one.

        Args:
            selection: The documents.
            before: The graph to compare with; None to report no changes.

        Raises:
            DocumentError, InvalidData, StoreError, UsageError: as ``changes.build``.
        """
        cache = ReadingCache(self.folder / READINGS, fingerprint(self.settings))
        judgements = read_judgements(self.settings.judgements)
        state = self._state(cache, judgements, selection.documents)
        summary = self._unchanged(state)
        if summary is not None:
            changes = None if before is None else self._changes(Corpus(), Corpus())
            report = self._report(selection, summary, changes)
            return replace(report, unchanged=True)
        outcomes = read_each(selection.documents, self.settings, cache, self.progress)
        readings, unread = partition(outcomes)
        corpus, misfits = resolve_sound(readings, judgements, self._vocabulary)
        unread += misfits
        if selection.documents and not corpus.readings:
            raise DocumentError(nothing_read(unread))
        unused = self._count_unused(readings, corpus, judgements)
        summary = self._store(corpus, unused, "" if unread else state)
        cache.retain(reading.document.id for reading in corpus.readings)
        changes = (
            None if before is None else self._changes(Graph(before).corpus, corpus)
        )
        report = self._report(selection, summary, changes)
        return replace(report, refused=(*report.refused, *unread))

    def _report(
        self, selection: DocumentSet, summary: Summary, changes: Changes | None
    ) -> Report:
        return Report(
            self.folder,
            summary,
            selection.refused,
            selection.copies,
            selection.omissions,
            changes,
        )

    @property
    def _vocabulary(self) -> Vocabulary:
        return load_vocabulary(*self.settings.extensions)

    def _changes(self, before: Corpus, after: Corpus) -> Changes:
        return compare(before, after, self._vocabulary)

    def _state(
        self,
        cache: ReadingCache,
        judgements: Sequence[Judgement],
        documents: Sequence[Document],
    ) -> str:
        """Return a digest of all that the graph depends on."""
        parts: list[str | None] = [cache.fingerprint, code()]
        parts += [self.settings.base, repr(self.settings.threshold)]
        parts += map(judgement_id, remaining(judgements))
        parts.append(None)
        for document in documents:
            parts += [document.id, document.name]
        return digest(*parts)

    def _unchanged(self, state: str) -> Summary | None:
        """Return the summary of the current graph if it and its outputs are of this state."""
        # Whatever is wrong with them, they are written again.
        with suppress(ActorgraphError, OSError, ValueError, TypeError, KeyError):
            info = open_graph(self.folder).manifest.info
            if state == info["state"] and Outputs(self.folder).are_current():
                return Summary.from_text(info["summary"])
        return None

    def _count_unused(
        self,
        readings: Sequence[Reading],
        corpus: Corpus,
        judgements: Sequence[Judgement],
    ) -> int:
        """Return how many judgements are about an actor or claim that no stored document has."""
        if not judgements:
            return 0
        stored = {reading.document.id for reading in corpus.readings}
        sound = (reading for reading in readings if reading.document.id in stored)
        concerned = effects(sound, judgements, self._vocabulary).concerned
        current = set(map(judgement_id, remaining(judgements)))
        return len(current - concerned)

    def _store(self, corpus: Corpus, unused: int, state: str) -> Summary:
        """Write the graph, and then its outputs."""
        settings, vocabulary = self.settings, self._vocabulary
        network = build_network(corpus, vocabulary, threshold=settings.threshold)
        network = annotate(network)
        summary = summarise(corpus, network, unused)
        outputs = Outputs(self.folder)

        def accompany(draft: Path, lines: Lines) -> None:
            material = Material(corpus, network, vocabulary, lines, settings.base)
            outputs.write(material, draft)
            outputs.withdraw()

        with _published(outputs):
            write_graph(
                self.folder,
                corpus,
                vocabulary,
                base=settings.base,
                threshold=settings.threshold,
                extensions=settings.extensions,
                info={
                    "version": VERSION,
                    "state": state,
                    "summary": summary.to_text(),
                    **settings.reading_choices(),
                },
                accompany=accompany,
            )
        return summary


@contextmanager
def _published(outputs: Outputs) -> Iterator[None]:
    """Publish the outputs of the graph that is in force when the block ends, the old or the new."""
    try:
        yield
    except BaseException:
        with suppress(StoreError):  # the first error says what is wrong
            outputs.publish()
        raise
    outputs.publish()
