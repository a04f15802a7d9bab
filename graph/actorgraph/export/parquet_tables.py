"""Parquet files, one for each table, zipped."""

from __future__ import annotations

import io
import zipfile
from typing import BinaryIO

from actorgraph.export.arrow_tables import arrow_tables
from actorgraph.export.csv_tables import archive_entry
from actorgraph.export.registry import TABULAR, Exporter, Material


def write(material: Material, target: BinaryIO) -> None:
    """Write a zip archive of ``actors.parquet``, ``claims.parquet`` and the other tables."""
    tables = arrow_tables(material)
    from pyarrow import parquet

    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, table in tables.items():
            buffer = io.BytesIO()
            parquet.write_table(table, buffer, compression="zstd")
            archive.writestr(archive_entry(f"{name}.parquet"), buffer.getvalue())


EXPORTER = Exporter(
    "parquet",
    "Parquet tables of everything, zipped",
    "graph-parquet.zip",
    write,
    opens="pandas, Polars, DuckDB, Spark",
    keeps=TABULAR,
)
