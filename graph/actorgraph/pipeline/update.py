"""One change of a graph folder, from documents to everything that is in it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter
from pathlib import Path

from actorgraph.analysis import annotate, build_network
from actorgraph.dataset.engine import readable_store
from actorgraph.dataset.graph_changer import change_graph
from actorgraph.dataset.graph_writer import Lines, write_graph
from actorgraph.dataset.manifest import Manifest
from actorgraph.dataset.store import StoredGraph, open_graph
from actorgraph.errors import ActorgraphError, DocumentError
from actorgraph.export import Material
from actorgraph.identifiers import digest
from actorgraph.model import (
    Corpus,
    Document,
    Judgement,
    RefusedDocument,
)
from actorgraph.pipeline.graph import Graph
from actorgraph.pipeline.increment import Increment, Incrementer
from actorgraph.pipeline.membership import Membership
from actorgraph.pipeline.options import Settings
from actorgraph.pipeline.outputs import Outputs, published
from actorgraph.pipeline.reading_cache import ReadingCache
from actorgraph.pipeline.reading_fingerprint import code
from actorgraph.pipeline.report import (
    NO_CHANGES,
    Report,
    Summary,
    compare,
    nothing_read,
)
from actorgraph.pipeline.sound_readings import resolve_sound
from actorgraph.pipeline.tally import Tally
from actorgraph.pipeline.update_records import (
    DocumentSet,
    GraphContent,
    TaskResult,
    UpdateTask,
)
from actorgraph.pipeline.workers import Progress, partition, read_each
from actorgraph.resolution import (
    judgement_id,
    read_judgements,
    remaining,
)
from actorgraph.settings import DOCUMENTS_WITH_OUTPUTS
from actorgraph.version import VERSION
from actorgraph.vocabulary import Vocabulary, load_vocabulary


@dataclass(frozen=True)
class Update:
    """Makes a set of documents the graph of a folder.

    Attributes:
        folder, settings: Where, and how.
        progress: Called with the number of documents done, and of all.
    """

    folder: Path
    settings: Settings
    progress: Progress

    def write(
        self, selection: DocumentSet, before: StoredGraph | None = None
    ) -> Report:
        """Make the graph of these documents the current one.

        Args:
            selection: The documents.
            before: The graph to change; None to build it in full and report no changes.

        Raises:
            DocumentError, InvalidData, StoreError, UsageError: as ``changes.build``.
        """
        judgements = read_judgements(self.settings.judgements)
        state = self._state(judgements, selection.documents)
        report = self._report(selection, before)
        summary = self._unchanged(state, report)
        if summary is not None:
            changes = None if before is None else NO_CHANGES
            return replace(report, summary=summary, changes=changes, unchanged=True)
        documents, unread = self._read(selection.documents)
        task = UpdateTask(
            documents, judgements, state, tuple(unread), report.has_outputs
        )
        increment = self._increment(task, before)
        if before is None or increment is None:
            result = self._write_anew(task, before)
        else:
            result = self._write_change(task, before, increment)
        self._cache.retain(result.documents)
        return replace(
            report,
            summary=result.summary,
            refused=(*selection.refused, *result.refused),
            changes=result.changes,
        )

    def _report(self, wanted: DocumentSet, before: StoredGraph | None) -> Report:
        """Return what can be reported before anything is done."""
        return Report(
            self.folder,
            refused=wanted.refused,
            copies=wanted.copies,
            omissions=wanted.omissions,
            has_outputs=self._writes_outputs(wanted, before),
        )

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        extensions = self.settings.extensions
        return load_vocabulary(*extensions)

    @cached_property
    def _cache(self) -> ReadingCache:
        return ReadingCache.of(self.folder, self.settings)

    @cached_property
    def _basis(self) -> str:
        """A digest of all that a graph depends on, but for documents and judgements."""
        settings = self.settings
        parts = self._cache.fingerprint, code(), settings.base, repr(settings.threshold)
        return digest(*parts)

    def _writes_outputs(self, wanted: DocumentSet, before: StoredGraph | None) -> bool:
        """Whether to write the page and the other files for people.

        Unless the settings say so, a change of a large graph leaves them out, since they would cost
        more than the change.
        """
        if self.settings.outputs is not None:
            return self.settings.outputs
        if before is None:
            return True
        return len(wanted.documents) <= DOCUMENTS_WITH_OUTPUTS

    def _state(
        self, judgements: Sequence[Judgement], documents: Sequence[Document]
    ) -> str:
        """Return a digest of all that the graph depends on."""
        parts: list[str | None] = [self._basis]
        lasting = remaining(judgements)
        parts += map(judgement_id, lasting)
        parts.append(None)
        for document in documents:
            identity = [document.id, document.name]
            parts += identity
        return digest(*parts)

    def _unchanged(self, state: str, report: Report) -> Summary | None:
        """Return the summary of the current graph if it and its outputs are of this state."""
        # Whatever is wrong with them, they are written again.
        with suppress(ActorgraphError, OSError, ValueError, TypeError, KeyError):
            stored = open_graph(self.folder)
            info = stored.manifest.info
            outputs = Outputs(self.folder)
            is_published = outputs.are_current(wanted=report.has_outputs)
            is_same = state == info["state"]
            if is_same and is_published:
                return Summary.from_text(info["summary"])
        return None

    def _read(
        self, documents: Sequence[Document]
    ) -> tuple[list[Document], list[RefusedDocument]]:
        """Read what is not in the cache; return what can be read, and what is refused."""
        ids = map(attrgetter("id"), documents)
        known = self._cache.known(ids)
        missing = [document for document in documents if document.id not in known]
        outcomes = read_each(missing, self.settings, self._cache, self.progress)
        fresh, unread = partition(outcomes)
        known.update(map(attrgetter("document.id"), fresh))
        readable = [document for document in documents if document.id in known]
        return readable, unread

    def _increment(
        self, task: UpdateTask, before: StoredGraph | None
    ) -> Increment | None:
        """Return what differs from the graph before; None if it needs a full build."""
        if before is None:
            return None
        info = before.manifest.info
        if info.get("basis") != self._basis:
            return None
        tally = Tally.from_text(info["tally"])
        judged_alone = bool(info["judges_alone"])
        incrementer = Incrementer(
            before, tally, judged_alone, self._cache, self._vocabulary
        )
        return incrementer.increment(task.documents, task.judgements)

    def _write_anew(self, task: UpdateTask, before: StoredGraph | None) -> TaskResult:
        settings, vocabulary = self.settings, self._vocabulary
        readings, refused = partition(read_each(task.documents, settings, self._cache))
        refused = [*task.unread, *refused]
        resolution, corpus, misfits = resolve_sound(
            readings, task.judgements, vocabulary
        )
        refused += misfits
        if not corpus.readings and (task.documents or refused):
            raise DocumentError(nothing_read(refused))
        content = GraphContent(
            resolution,
            Membership.of(resolution),
            Tally.of(corpus, vocabulary, settings.threshold),
            judges_alone=bool(remaining(task.judgements)),  # it may
        )
        summary = content.summary(len(corpus.readings), task.judgements)
        outputs = Outputs(self.folder)

        def accompany(draft: Path, lines: Lines) -> None:
            content.membership.write(draft)
            if task.with_outputs:
                outputs.write(self._material(corpus, lines), draft)
            outputs.withdraw()

        with published(outputs):
            write_graph(
                self.folder,
                corpus,
                vocabulary,
                base=settings.base,
                threshold=settings.threshold,
                extensions=settings.extensions,
                info=self._info(content, summary, "" if refused else task.state),
                accompany=accompany,
            )
        changes = None
        if before is not None:
            changes = compare(Graph(before).corpus, corpus, vocabulary)
        ids = [reading.document.id for reading in corpus.readings]
        return TaskResult(summary, ids, tuple(refused), changes)

    def _write_change(
        self, task: UpdateTask, before: StoredGraph, increment: Increment
    ) -> TaskResult:
        content = GraphContent(
            increment.resolution,
            increment.membership,
            increment.tally,
            increment.judges_alone,
        )
        summary = content.summary(len(task.documents), task.judgements)
        outputs = Outputs(self.folder)

        def accompany(draft: Path, manifest: Manifest) -> None:
            content.membership.write(draft)
            if task.with_outputs:
                store = readable_store(draft / "store")
                graph = Graph(StoredGraph(draft, manifest, store))
                outputs.write(graph.material(), draft)
            outputs.withdraw()

        with published(outputs):
            change_graph(
                self.folder,
                before,
                increment.patch,
                self._vocabulary,
                self._info(content, summary, "" if task.unread else task.state),
                accompany,
            )
        ids = list(map(attrgetter("id"), task.documents))
        return TaskResult(summary, ids, task.unread, increment.changes)

    def _material(self, corpus: Corpus, lines: Lines) -> Material:
        vocabulary, settings = self._vocabulary, self.settings
        network = build_network(corpus, vocabulary, threshold=settings.threshold)
        return Material(corpus, annotate(network), vocabulary, lines, settings.base)

    def _info(
        self, content: GraphContent, summary: Summary, state: str
    ) -> dict[str, str]:
        """Return what the manifest says besides what is in the graph."""
        return {
            "version": VERSION,
            "state": state,
            "basis": self._basis,
            "summary": summary.to_text(),
            "tally": content.tally.to_text(),
            "judges_alone": "yes" if content.judges_alone else "",
            **self.settings.reading_choices(),
        }
