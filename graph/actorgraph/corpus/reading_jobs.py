"""From documents to readings, batch by batch; what a batch has read stays read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from actorgraph.codec import from_row
from actorgraph.corpus.archive_folder import ArchiveFolder
from actorgraph.corpus.frames import Row, in_chunks, map_rows
from actorgraph.model import Document, Reading
from actorgraph.pipeline.options import Settings
from actorgraph.pipeline.reading_records import (
    DOCUMENT_COLUMNS,
    parquet_schema,
    reading_to_columns,
)
from actorgraph.pipeline.workers import read_each

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

#: Documents of a batch for each processor: at most this number is lost when a run is killed.
DOCUMENTS_PER_PROCESSOR = 200
#: Called with the number of documents done, and of all.
Progress = Callable[[int, int], None]


def reading_schema() -> pa.Schema:
    """Return the columns of ``readings``: a record, what it was read with, and why it was not."""
    import pyarrow as pa

    schema = parquet_schema()
    for name in ("fingerprint", "reason"):
        schema = schema.append(pa.field(name, pa.string()))
    return schema


@dataclass(frozen=True, slots=True)
class ReadingJobs:
    """Reads documents into an archive.

    Attributes:
        settings: How to read; the paths in it are those of every machine.
        fingerprint: Of the settings; what was read with others does not count.
    """

    session: SparkSession
    archive: ArchiveFolder
    settings: Settings
    fingerprint: str

    def readings(self) -> DataFrame:
        """Return what is read, each document once: what is read is not read again."""
        rows = self._rows()
        is_read = rows.reason.isNull()
        return rows.where(is_read)

    def failures(self) -> DataFrame:
        """Return name and reason of what could not be read."""
        rows = self._rows()
        failed = rows.where(rows.reason.isNotNull()).dropDuplicates(["id"])
        read = self.readings().select("id")
        return failed.join(read, "id", "left_anti").select("name", "reason")

    def read(self, documents: DataFrame, progress: Progress) -> None:
        """Read the documents that are not read yet.

        Args:
            documents: Each once.
            progress: Called after each batch.
        """
        read = self.readings().select("id")
        unread = documents.join(read, "id", "left_anti")
        pending = unread.persist()
        total = pending.count()
        size = DOCUMENTS_PER_PROCESSOR * self._processors
        batches = -(-total // size)
        for number in range(batches):
            done = min(number * size, total)
            progress(done, total)
            batch = _batch(pending, number, batches)
            self._append(batch)
        progress(total, total)
        pending.unpersist()

    @property
    def _processors(self) -> int:
        return self.session.sparkContext.defaultParallelism

    def _append(self, documents: DataFrame) -> None:
        shared = documents.select(*DOCUMENT_COLUMNS).repartition(self._processors)
        function = partial(_read_rows, self.settings, self.fingerprint)
        rows = map_rows(shared, function, reading_schema())
        rows.write.mode("append").parquet(str(self.archive.readings))

    def _rows(self) -> DataFrame:
        """Return the rows that were read with these settings, if any."""
        from pyspark.sql.pandas.types import from_arrow_schema

        folder = self.archive.readings
        schema = from_arrow_schema(reading_schema())
        if not folder.exists():
            return self.session.createDataFrame([], schema)
        rows = self.session.read.schema(schema).parquet(str(folder))
        return rows.where(rows.fingerprint == self.fingerprint)


def _batch(documents: DataFrame, number: int, batches: int) -> DataFrame:
    """Return one of several parts of documents, always the same one."""
    from pyspark.sql import functions as f

    return documents.where(f.pmod(f.xxhash64("id"), f.lit(batches)) == number)


def _read_rows(
    settings: Settings, fingerprint: str, rows: Iterator[Row]
) -> Iterator[Row]:
    """Read documents; the reader is loaded once in each of Spark's processes."""
    for chunk in in_chunks(rows):
        documents = [from_row(Document, row) for row in chunk]
        outcomes = read_each(documents, settings, None)
        for row, outcome in zip(chunk, outcomes, strict=True):
            if isinstance(outcome, Reading):
                record = reading_to_columns(outcome)
            else:
                record = row | {"reason": outcome.reason}
            yield record | {"fingerprint": fingerprint}
