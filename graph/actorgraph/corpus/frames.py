"""Tables of Spark, row by row.

The function that makes rows of rows runs in Spark's Python processes, which share nothing: what it
needs comes with it.  Rows travel as Arrow, a few at a time, so a process keeps only a few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from actorgraph.corpus.spark_session import ROWS_AT_ONCE

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

Row = dict[str, Any]
Item = TypeVar("Item")
#: Makes rows of rows.
RowFunction = Callable[[Iterator[Row]], Iterator[Row]]


def map_rows(frame: DataFrame, function: RowFunction, schema: pa.Schema) -> DataFrame:
    """Return what a function makes of the rows of each partition.

    Args:
        frame: The rows.
        function: Must be picklable.
        schema: Of the rows that it makes.
    """
    from pyspark.sql.pandas.types import from_arrow_schema

    def convert(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import pyarrow as pa

        for rows in in_chunks(function(_rows(batches))):
            yield pa.RecordBatch.from_pylist(rows, schema=schema)

    return frame.mapInArrow(convert, from_arrow_schema(schema))


def in_chunks(items: Iterable[Item], size: int = ROWS_AT_ONCE) -> Iterator[list[Item]]:
    """Yield items in lists of a size; the last may be shorter.

    >>> list(in_chunks("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk


def texts_schema(*names: str) -> pa.Schema:
    """Return a schema of columns of text."""
    import pyarrow as pa

    return pa.schema([(name, pa.string()) for name in names])


def _rows(batches: Iterable[pa.RecordBatch]) -> Iterator[Row]:
    for batch in batches:
        yield from batch.to_pylist()
