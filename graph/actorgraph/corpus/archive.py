"""Makes an archive, or brings it up to date: from inputs to a result in force."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actorgraph.corpus.actor_jobs import (
    collect_outlines,
    decisions_of,
    write_actor_lines,
    write_actors,
    write_members,
)
from actorgraph.corpus.archive_folder import (
    ARCHIVE_FORMAT,
    ArchiveFolder,
    ArchiveManifest,
)
from actorgraph.corpus.archive_intake import find_pieces, read_pieces
from actorgraph.corpus.output_jobs import apply, write_lines, write_tables
from actorgraph.corpus.reading_jobs import Progress, ReadingJobs
from actorgraph.corpus.spark_session import THIS_MACHINE, spark_session
from actorgraph.errors import DocumentError
from actorgraph.files import Inputs, each_path
from actorgraph.model import DocumentId, RefusedDocument
from actorgraph.pipeline.options import DEFAULTS, Options, settle
from actorgraph.pipeline.reading_fingerprint import fingerprint
from actorgraph.pipeline.reading_records import DOCUMENT_COLUMNS
from actorgraph.pipeline.report import nothing_read
from actorgraph.pipeline.workers import silent
from actorgraph.resolution import read_judgements, resolve_actors
from actorgraph.resolution.outlines import copies_among
from actorgraph.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

#: How many refused documents a report names.
NAMED = 20
#: Name of the folder of N-Quads in a result.
QUADS = "quads"
#: Columns of what was refused.
REFUSED = "name string, reason string"
#: Tables whose rows the manifest counts.
COUNTED = ("documents", "actors", "claims", "refused")


@dataclass(frozen=True, slots=True)
class ArchiveReport:
    """What is in an archive after a run.

    Attributes:
        folder: That of the archive.
        contents: Its figures.
        quads: The folder of its N-Quads.
        refused: The first of the documents that could not be read, sorted by name.
    """

    folder: Path
    contents: ArchiveManifest
    quads: Path
    refused: tuple[RefusedDocument, ...]


def run(
    inputs: Inputs,
    folder: str | Path,
    options: Options = DEFAULTS,
    progress: Progress = silent,
    *,
    master: str = THIS_MACHINE,
) -> ArchiveReport:
    """Read documents into an archive, and make one graph of all that it has.

    What an earlier run has read is not read again, even if that run was killed.  The graph is the
    one that ``build`` makes of the documents.

    Args:
        inputs: Files and folders, or one, which every machine of the cluster sees.
        folder: The archive, which every machine sees too; it is created if it does not exist.
        options: As for ``build``; Spark decides how many processes work.
        progress: Called with the number of documents that are read, and of all to be read.
        master: Where Spark runs: ``local[2]``, ``local[*]``, ``spark://host:7077``, ``yarn``.

    Raises:
        DocumentError: if no document could be read.
        InvalidData: if a judgement is damaged.
        StoreError: if another process changes the archive, it cannot be written, or Spark fails.
        UsageError: if Spark or Java is missing, or an option cannot be used.
    """
    archive = ArchiveFolder(Path(folder).absolute())
    settings = settle(options, archive.path)
    pieces, unopened = find_pieces(each_path(inputs))
    with archive.changing(), spark_session(master) as session:
        jobs = ReadingJobs(session, archive, settings, fingerprint(settings))
        documents = read_pieces(session, pieces)
        documents.write.parquet(str(archive.work / "documents"))
        documents = session.read.parquet(str(archive.work / "documents"))
        jobs.read(_distinct(documents), progress)
        rows = [(item.name, item.reason) for item in unopened]
        refused = session.createDataFrame(rows, REFUSED)
        unread = documents.where(documents.id.isNull()).select("name", "reason")
        result = _Result(jobs, refused.union(unread), archive.next_result())
        return result.write()


def _distinct(documents: DataFrame) -> DataFrame:
    """Return each document once: of copies, the one with the smallest name."""
    from pyspark.sql import functions as f

    columns = f.struct(*DOCUMENT_COLUMNS)
    kept = documents.where(documents.id.isNotNull()).groupBy("id")
    first = kept.agg(f.min_by(columns, "name").alias("document"))
    return first.select("document.*")


@dataclass(frozen=True, slots=True)
class _Result:
    """Makes a result of all readings of an archive.

    Attributes:
        jobs: Has the readings.
        refused: Name and reason of what was no document.
        folder: Of the new result.
        misfits: Documents that contradict the others.
    """

    jobs: ReadingJobs
    refused: DataFrame
    folder: Path
    misfits: dict[DocumentId, RefusedDocument] = field(default_factory=dict)

    def write(self) -> ArchiveReport:
        """Write the result and put it in force.

        Raises:
            DocumentError: if there are no readings.
        """
        while self._find_misfits():
            pass
        applied = self._table(self._attempt / "applied")
        write_tables(applied, self.folder)
        lines = self._table(self._attempt / "actor-lines")
        write_lines(applied, lines, self.folder / QUADS)
        self._all_refused().write.parquet(str(self.folder / "refused"))
        self.jobs.archive.put_in_force(self._manifest())
        return self._report()

    @property
    def _attempt(self) -> Path:
        return self.jobs.archive.work / "attempt"

    def _find_misfits(self) -> bool:
        """Resolve and apply; return whether documents turned out to contradict the others."""
        _empty(self.folder)
        _empty(self._attempt)
        self._resolve()
        applied = self._table(self._attempt / "applied")
        refused = applied.where(applied.reason.isNotNull())
        rows = refused.collect()
        for row in rows:
            misfit = RefusedDocument(row.name, row.reason)
            self.misfits[row.document] = misfit
        return bool(rows)

    def _resolve(self) -> None:
        settings = self.jobs.settings
        vocabulary = load_vocabulary(*settings.extensions)
        judgements = read_judgements(settings.judgements)
        readings = self.jobs.readings()
        readings = readings.where(~readings.id.isin(list(self.misfits)))
        outlines = collect_outlines(readings, settings.extensions)
        if not outlines:
            refused = self._all_refused().take(NAMED)
            raise DocumentError(nothing_read(_refused_documents(refused)))
        originals = copies_among(outlines)
        resolution = resolve_actors(outlines, judgements, vocabulary)
        write_members(resolution, originals, self._attempt / "members")
        write_actors(resolution, self.folder)
        lines = self._attempt / "actor-lines"
        write_actor_lines(resolution, vocabulary, settings.base, lines)
        decisions = decisions_of(resolution)
        del outlines, resolution  # which is most of the memory that the driver takes
        members = self._table(self._attempt / "members")
        applied = apply(readings, members, decisions, settings)
        applied.write.parquet(str(self._attempt / "applied"))

    def _all_refused(self) -> DataFrame:
        """Return name and reason of all that could not be read or stored."""
        session = self.jobs.session
        misfits = [(item.name, item.reason) for item in self.misfits.values()]
        frame = session.createDataFrame(misfits, REFUSED)
        return self.refused.union(self.jobs.failures()).union(frame).sort("name")

    def _manifest(self) -> ArchiveManifest:
        settings = self.jobs.settings
        counts = {name: _count(self.folder / name) for name in COUNTED}
        lines = self.jobs.session.read.text(str(self.folder / QUADS))
        return ArchiveManifest(
            format=ARCHIVE_FORMAT,
            result=self.folder.name,
            fingerprint=self.jobs.fingerprint,
            base=settings.base,
            threshold=settings.threshold,
            quads=lines.count(),
            **counts,
        )

    def _report(self) -> ArchiveReport:
        archive = self.jobs.archive
        refused = self._table(self.folder / "refused").sort("name").take(NAMED)
        return ArchiveReport(
            archive.path,
            archive.manifest(),
            self.folder / QUADS,
            _refused_documents(refused),
        )

    def _table(self, folder: Path) -> DataFrame:
        return self.jobs.session.read.parquet(str(folder))


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _count(folder: Path) -> int:
    """Return how many rows a table has, which its files say."""
    from pyarrow import dataset

    rows: int = dataset.dataset(folder, format="parquet").count_rows()
    return rows


def _refused_documents(rows: Iterable[Any]) -> tuple[RefusedDocument, ...]:
    return tuple(RefusedDocument(row.name, row.reason) for row in rows)
