"""From inputs to documents: files are found by the driver, and parsed where they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from actorgraph.codec import to_row
from actorgraph.corpus.frames import Row, map_rows, texts_schema
from actorgraph.documents.formats import Item, read_sources, read_stream
from actorgraph.documents.inputs import Source, find_sources
from actorgraph.documents.jsonl import read_jsonl
from actorgraph.errors import DocumentError
from actorgraph.model import Document, RefusedDocument
from actorgraph.pipeline.reading_records import DOCUMENT_COLUMNS

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

#: Endings of files of JSON lines, which are parsed in pieces.
_LINES = (".jsonl", ".ndjson")
#: Bytes of a piece, but for its last line.
PIECE_SIZE = 1 << 20
#: Pieces for each processor, so that none waits long for another.
PIECES_PER_PROCESSOR = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A file, or some lines of one.

    Attributes:
        size: Bytes of the lines; 0 for a file as a whole.
        first: Number of the first line.
    """

    name: str
    path: str
    start: int = 0
    size: int = 0
    first: int = 1


def document_schema() -> pa.Schema:
    """Return the columns of documents; one that was refused has a name and a reason only."""
    return texts_schema(*DOCUMENT_COLUMNS, "reason")


def find_pieces(
    inputs: Iterable[str | Path],
) -> tuple[list[Piece], list[RefusedDocument]]:
    """Return the pieces of all inputs, and what cannot be opened.

    Args:
        inputs: Files and folders that every machine sees.

    Raises:
        DocumentError: if there is no file.
    """
    sources, refused = find_sources(map(_absolute, inputs))
    pieces: list[Piece] = []
    for source in sources:
        pieces += _pieces(source)
    if not pieces:
        raise DocumentError("the inputs contain no file; give files or folders")
    return pieces, refused


def read_pieces(session: SparkSession, pieces: Sequence[Piece]) -> DataFrame:
    """Return the documents of pieces, and what is refused, with the columns of documents."""
    processors = session.sparkContext.defaultParallelism
    parts = min(len(pieces), PIECES_PER_PROCESSOR * processors)
    rows = session.sparkContext.parallelize(list(map(to_row, pieces)), parts)
    frame = session.createDataFrame(
        rows, "name string, path string, start long, size long, first long"
    )
    return map_rows(frame, _document_rows, document_schema())


def _absolute(path: str | Path) -> Path:
    """Return a path as Spark's processes must have it: they run in other folders."""
    return Path(path).absolute()


def _pieces(source: Source) -> Iterator[Piece]:
    path = str(source.path)
    if source.path.suffix.lower() not in _LINES:
        yield Piece(source.name, path)
        return
    start, size, first, number = 0, 0, 1, 0
    with source.path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            size += len(line)
            if size >= PIECE_SIZE:
                yield Piece(source.name, path, start, size, first)
                start, size, first = start + size, 0, number + 1
    if size or not number:
        yield Piece(source.name, path, start, size, first)


def _document_rows(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        for item in _documents(Piece(**row)):
            if isinstance(item, Document | RefusedDocument):
                yield to_row(item)


def _documents(piece: Piece) -> Iterator[Item]:
    if not piece.size:
        return read_sources([Source(piece.name, Path(piece.path))])
    with Path(piece.path).open("rb") as stream:
        stream.seek(piece.start)
        lines = stream.read(piece.size)
    reader = partial(read_jsonl, first=piece.first)
    return read_stream(reader, BytesIO(lines), piece.name)
