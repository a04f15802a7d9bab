"""Readings as records: what one process read, another can make a graph of.

A record is a JSON object, a line of a ``.jsonl`` file or a row of a ``.parquet`` file::

    {"version": 1,
     "document":     {"id", "name", "text", "title", "date", "url", "language",
                       "author", "copy_of"},
     "actors":       [{"id", "type", "name", "subtype", "aliases", "wikidata", "notes", "matches",
                       "mentions": [{"start", "end", "kind", "text"}]}],
     "claims":       [{"id", "subject", "relation", "object", "polarity", "modality", "status",
                       "valid_from", "valid_until", "attributed_to", "confidence", "method",
                       "premises", "evidence": [{"start", "end", "quote"}],
                       "trigger": {"start", "end", "quote"}}],
     "attributions": [{"source", "speaker", "cue", "content", "direct"}],
     "refusals":     [{"subject", "relation", "object", "reason", "start", "end"}]}

Offsets are in code points of the text.  The ids of actors are those of the reading: documents are
not resolved yet.  What a later version adds has a default, so older records stay readable.

In Parquet, the columns of a row are ``version``, those of the document, and ``reading``, the JSON
text of everything else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actorgraph.codec import DAMAGED, Row, from_row, to_row
from actorgraph.errors import InvalidData, UsageError
from actorgraph.files import replacing
from actorgraph.model import Document, Reading

if TYPE_CHECKING:
    import pyarrow as pa

#: Version of the record; a newer one is refused, not guessed at.
RECORD_VERSION = 1
#: Columns of a document in Parquet.
DOCUMENT_COLUMNS = tuple(field.name for field in fields(Document))
#: The column of Parquet with all but the document.
READING_COLUMN = "reading"
#: How many rows of Parquet are in memory at a time.
ROWS_AT_ONCE = 256


def reading_to_record(reading: Reading) -> Row:
    """Return a reading as plain values, with its document."""
    document = to_row(reading.document)
    return {
        "version": RECORD_VERSION,
        "document": document,
        **to_row(reading, {"document"}),
    }


def reading_from_record(record: Row) -> Reading:
    """Return the reading of a record.

    Raises:
        InvalidData: if the record is damaged or of a newer version.
    """
    try:
        values = dict(record)
        version = int(values.pop("version"))
        document = from_row(Document, values.pop("document"))
        if version <= RECORD_VERSION:
            return from_row(Reading, values, document)
    except DAMAGED as error:
        raise InvalidData(
            f"this is not the record of a reading, as read() gives it ({error!r})"
        ) from error
    raise InvalidData(
        f"this record has version {version}, this program reads up to {RECORD_VERSION}; "
        "upgrade actorgraph"
    )


def save_readings(readings: Iterable[Reading], path: str | Path) -> None:
    """Write readings to a file, completely or not at all.

    Args:
        readings: In any order, which is kept.
        path: Ends in ``.jsonl`` or ``.parquet``; the latter needs the extra ``tables``.

    Raises:
        UsageError: if the ending is another, or the file cannot be written.
    """
    path = Path(path)
    writers: dict[str, Callable[[Iterable[Reading], Path], None]] = {
        ".jsonl": _save_lines,
        ".parquet": _save_parquet,
    }
    _of_ending(path, writers)(readings, path)


def load_readings(path: str | Path) -> Iterator[Reading]:
    """Yield the readings of a file that ``save_readings`` wrote, in its order.

    Raises:
        InvalidData: naming the first record that is damaged.
        UsageError: if the file cannot be read, or has another ending.
    """
    path = Path(path)
    readers: dict[str, Callable[[Path], Iterator[Row]]] = {
        ".jsonl": _lines,
        ".parquet": _parquet_records,
    }
    records = _of_ending(path, readers)(path)
    try:
        for number, record in enumerate(records, 1):
            yield _numbered(record, number, path)
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}") from error


def reading_to_columns(reading: Reading) -> Row:
    """Return the row of a reading in Parquet."""
    record = reading_to_record(reading)
    version = record.pop("version")
    document = record.pop("document")
    row: Row = {"version": version, **document}
    row[READING_COLUMN] = json.dumps(record, separators=(",", ":"))
    return row


def reading_from_columns(row: Row) -> Reading:
    """Return the reading of a row of Parquet.

    Raises:
        InvalidData: if the row is damaged or of a newer version.
    """
    return reading_from_record(_record(row))


def _record(row: Row) -> Row:
    document = {name: row[name] for name in DOCUMENT_COLUMNS if name in row}
    content: Row = json.loads(row[READING_COLUMN])
    return {"version": row["version"], "document": document, **content}


def _numbered(record: Row, number: int, path: Path) -> Reading:
    try:
        return reading_from_record(record)
    except InvalidData as error:
        raise InvalidData(f"record {number} of {path.name}: {error}") from error


def _of_ending(path: Path, choices: dict[str, Any]) -> Any:  # noqa: ANN401  what was chosen
    if path.suffix not in choices:
        allowed = " or ".join(choices)
        raise UsageError(
            f"readings are kept in files that end in {allowed}, not {path.name!r}"
        )
    return choices[path.suffix]


def _save_lines(readings: Iterable[Reading], path: Path) -> None:
    with replacing(path) as stream:
        for reading in readings:
            record = reading_to_record(reading)
            line = json.dumps(record)
            stream.write(f"{line}\n".encode())


def _lines(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            try:
                yield json.loads(line)
            except ValueError as error:
                raise InvalidData(
                    f"record {number} of {path.name} is damaged or cut: {error}"
                ) from error


def _save_parquet(readings: Iterable[Reading], path: Path) -> None:
    parquet = parquet_library()
    schema = parquet_schema()
    with (
        replacing(path) as stream,
        parquet.ParquetWriter(stream, schema, compression="zstd") as writer,
    ):
        for reading in readings:
            batch = [reading_to_columns(reading)]
            writer.write(_table(batch, schema))


def _table(rows: list[Row], schema: pa.Schema) -> pa.Table:
    import pyarrow as pa

    return pa.Table.from_pylist(rows, schema=schema)


def _parquet_records(path: Path) -> Iterator[Row]:
    import pyarrow as pa

    try:
        file = parquet_library().ParquetFile(path)
        for batch in file.iter_batches(batch_size=ROWS_AT_ONCE):
            yield from map(_record, batch.to_pylist())
    except (pa.ArrowException, KeyError) as error:
        raise InvalidData(
            f"{path.name} has no readings, or is damaged: {error}"
        ) from error


def parquet_schema() -> pa.Schema:
    """Return the columns of readings in Parquet."""
    import pyarrow as pa

    version = ("version", pa.int32())
    names = (*DOCUMENT_COLUMNS, READING_COLUMN)
    texts = [(name, pa.string()) for name in names]
    return pa.schema([version, *texts])


def parquet_library() -> Any:  # noqa: ANN401  pyarrow has no types
    """Import what writes and reads Parquet.

    Raises:
        UsageError: if it is not installed.
    """
    from actorgraph.export.arrow_tables import arrow_library

    arrow_library()
    from pyarrow import parquet

    return parquet
