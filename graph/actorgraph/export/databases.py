"""Databases in a file: DuckDB and SQLite, with the tables of ``columns.TABLES``."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from actorgraph.columns import TABLES, Column, Kind, column_names
from actorgraph.errors import UsageError
from actorgraph.export.arrow_tables import arrow_tables
from actorgraph.export.registry import TABULAR, Exporter, Material
from actorgraph.export.table_rows import Row, table_rows

_SQLITE_TYPES = {
    Kind.TEXT: "TEXT",
    Kind.TEXTS: "TEXT",
    Kind.INTEGER: "INTEGER",
    Kind.NUMBER: "REAL",
    Kind.FLAG: "INTEGER",
}


def _write_duckdb(material: Material, path: Path) -> None:
    try:
        import duckdb
    except ImportError as error:
        raise UsageError(
            "DuckDB is not installed: pip install 'actorgraph[tables]'"
        ) from error
    with duckdb.connect(str(path)) as database:
        for name, table in arrow_tables(material).items():
            database.register("rows", table)
            database.execute(f"CREATE TABLE {name} AS SELECT * FROM rows")  # noqa: S608  of TABLES
            database.unregister("rows")


def _write_sqlite(material: Material, path: Path) -> None:
    """Write an SQLite database, in which a list is a JSON array."""
    database = sqlite3.connect(path)
    try:
        with database:
            for name, rows in table_rows(material.corpus, material.network).items():
                _fill(database, name, rows)
    finally:
        database.close()


def _fill(database: sqlite3.Connection, name: str, rows: list[Row]) -> None:
    columns = TABLES[name]
    definitions = ", ".join(map(_definition, columns))
    database.execute(f"CREATE TABLE {name} ({definitions})")
    marks = ", ".join("?" * len(columns))
    names = column_names(columns)
    values = [[_cell(row[column]) for column in names] for row in rows]
    database.executemany(f"INSERT INTO {name} VALUES ({marks})", values)  # noqa: S608  of TABLES


def _definition(column: Column) -> str:
    return f'"{column.name}" {_SQLITE_TYPES[column.kind]}'


def _cell(value: object) -> object:
    if isinstance(value, list):
        return json.dumps(value)
    return value


def _copied(
    write_file: Callable[[Material, Path], None],
) -> Callable[[Material, BinaryIO], None]:
    """Return a writer into a stream, given one that needs a file."""

    def write(material: Material, target: BinaryIO) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "tables")
            write_file(material, path)
            target.write(path.read_bytes())

    return write


EXPORTERS = (
    Exporter(
        "duckdb",
        "DuckDB database of everything",
        "graph.duckdb",
        _copied(_write_duckdb),
        opens="DuckDB, DBeaver, R and Python",
        keeps=TABULAR,
    ),
    Exporter(
        "sqlite",
        "SQLite database of everything",
        "graph.sqlite",
        _copied(_write_sqlite),
        opens="SQLite, Datasette, DB Browser",
        keeps=TABULAR,
    ),
)
