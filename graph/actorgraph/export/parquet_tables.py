"""Parquet files, one for each table, zipped."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO

from actorgraph.export.arrow_tables import arrow_tables
from actorgraph.export.registry import TABULAR, Exporter, Material
from actorgraph.export.zipped import write_zip

if TYPE_CHECKING:
    import pyarrow as pa


def write(material: Material, target: BinaryIO) -> None:
    """Write a zip archive of ``actors.parquet``, ``claims.parquet`` and the other tables."""
    tables = arrow_tables(material)
    files = ((f"{name}.parquet", _parquet(table)) for name, table in tables.items())
    write_zip(files, target)


def _parquet(table: pa.Table) -> bytes:
    from pyarrow import parquet

    buffer = io.BytesIO()
    parquet.write_table(table, buffer, compression="zstd")
    return buffer.getvalue()


EXPORTER = Exporter(
    "parquet",
    "Parquet tables of everything, zipped",
    "graph-parquet.zip",
    write,
    opens="pandas, Polars, DuckDB, Spark",
    keeps=TABULAR,
)
