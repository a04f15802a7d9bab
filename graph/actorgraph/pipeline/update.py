"""One change of a graph folder, from documents to everything that is in it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from actorgraph.analysis import annotate, build_network
from actorgraph.dataset.store import StoredGraph, open_graph, write_graph
from actorgraph.errors import ActorgraphError, DocumentError
from actorgraph.export import EXPORTERS, Material
from actorgraph.files import replacing
from actorgraph.identifiers import digest
from actorgraph.model import Corpus, Document, Judgement, Reading, RefusedDocument
from actorgraph.pipeline.graph import Graph
from actorgraph.pipeline.options import Settings
from actorgraph.pipeline.reading_cache import ReadingCache, code, fingerprint
from actorgraph.pipeline.report import Report, Summary, compare, summarise
from actorgraph.pipeline.workers import Progress, parted, read_each
from actorgraph.resolution import read_judgements, resolve, unused_judgements
from actorgraph.version import VERSION
from actorgraph.vocabulary import Vocabulary, load_vocabulary

#: Formats that every build writes into the graph folder.
OUTPUTS = ("html", "gexf", "trig")
READINGS = "readings"
#: Holds the state that the outputs were written for, and their sizes.
OUTPUT_STATE = ".outputs"
#: How many documents an error message names.
NAMED = 3


@dataclass(frozen=True, slots=True)
class Gathered:
    """Documents that belong into a graph, each once, sorted by id, and what was left out."""

    documents: tuple[Document, ...]
    refused: tuple[RefusedDocument, ...] = ()
    copies: tuple[RefusedDocument, ...] = ()


def nothing_read(refused: Sequence[RefusedDocument]) -> str:
    """Why there is no graph, in one line."""
    if not refused:
        return "the input holds no documents; give text, HTML, Markdown or JSON lines"
    listed = "; ".join(f"{one.name}: {one.reason}" for one in refused[:NAMED])
    more = f"; and {len(refused) - NAMED} more" if len(refused) > NAMED else ""
    return f"no document could be read, so no graph was written ({listed}{more})"


@dataclass(frozen=True, slots=True)
class Update:
    """Makes some documents the graph of a folder."""

    folder: Path
    settings: Settings
    progress: Progress

    def write(self, gathered: Gathered, before: StoredGraph | None = None) -> Report:
        """Make the graph of these documents the one in force.

        Args:
            before: The graph to compare with; None to tell no changes.

        Raises:
            As ``building.build``.
        """
        cache = ReadingCache(self.folder / READINGS, fingerprint(self.settings))
        judgements = read_judgements(self.settings.judgements)
        state = self._state(cache, judgements, gathered.documents)
        if (summary := self._unchanged(state)) is not None:
            changes = (
                None
                if before is None
                else compare(Corpus(), Corpus(), before.vocabulary)
            )
            return Report(
                self.folder,
                summary,
                gathered.refused,
                gathered.copies,
                changes,
                unchanged=True,
            )
        readings, unread = parted(
            read_each(gathered.documents, self.settings, cache, self.progress)
        )
        if gathered.documents and not readings:
            raise DocumentError(nothing_read(unread))
        corpus = self._resolved(readings, judgements)
        summary = self._stored(
            corpus, self._unused(readings, judgements), "" if unread else state
        )
        cache.retain(reading.document.id for reading in readings)
        changes = (
            None
            if before is None
            else compare(Graph(before).corpus, corpus, self._vocabulary)
        )
        return Report(
            self.folder, summary, (*gathered.refused, *unread), gathered.copies, changes
        )

    @property
    def _vocabulary(self) -> Vocabulary:
        return load_vocabulary(*self.settings.extensions)

    def _state(
        self,
        cache: ReadingCache,
        judgements: Sequence[Judgement],
        documents: Sequence[Document],
    ) -> str:
        """All that the graph depends on, as one digest."""
        decided = (
            part for one in judgements for part in (one.left, one.right, one.verdict)
        )
        read = (part for document in documents for part in (document.id, document.name))
        settings = self.settings
        return digest(
            cache.fingerprint,
            code(),
            settings.base,
            repr(settings.threshold),
            *decided,
            None,
            *read,
        )

    def _unchanged(self, state: str) -> Summary | None:
        """What the graph in force holds, if it and its outputs are whole and were made from the same; else None."""
        with suppress(ActorgraphError, OSError, ValueError, TypeError, KeyError):
            info = open_graph(self.folder).manifest.info
            written = (self.folder / OUTPUT_STATE).read_text(encoding="utf-8")
            if state == info["state"] and written == self._outputs(state):
                return Summary.from_written(info["summary"])
        return None

    def _resolved(
        self, readings: Sequence[Reading], judgements: Sequence[Judgement]
    ) -> Corpus:
        return resolve(readings, judgements, self._vocabulary)

    def _unused(
        self, readings: Sequence[Reading], judgements: Sequence[Judgement]
    ) -> int:
        return (
            len(unused_judgements(readings, judgements, self._vocabulary))
            if judgements
            else 0
        )

    def _stored(self, corpus: Corpus, unused: int, state: str) -> Summary:
        """Write the graph, and then the outputs that everybody wants."""
        settings, vocabulary = self.settings, self._vocabulary
        network = annotate(
            build_network(corpus, vocabulary, threshold=settings.threshold)
        )
        summary = summarise(corpus, network, unused)
        write_graph(
            self.folder,
            corpus,
            vocabulary,
            base=settings.base,
            threshold=settings.threshold,
            extensions=settings.extensions,
            info={
                "version": VERSION,
                "pipeline": settings.pipeline,
                "reader": settings.reader.value,
                "floor": repr(settings.floor),
                "state": state,
                "summary": summary.written(),
            },
        )
        stored = open_graph(self.folder)
        self._write_outputs(
            Material(corpus, network, vocabulary, stored.lines, settings.base), state
        )
        return summary

    def _write_outputs(self, material: Material, state: str) -> None:
        for exporter in (EXPORTERS[name] for name in OUTPUTS):
            with replacing(self.folder / exporter.file_name) as stream:
                exporter.write(material, stream)
        with replacing(self.folder / OUTPUT_STATE) as stream:
            stream.write(self._outputs(state).encode())

    def _outputs(self, state: str) -> str:
        """What the outputs were made from, and how long they are.

        Raises:
            OSError: if one is missing.
        """
        files = [self.folder / EXPORTERS[name].file_name for name in OUTPUTS]
        return "\n".join(
            [state, *(f"{path.stat().st_size} {path.name}" for path in files), ""]
        )
