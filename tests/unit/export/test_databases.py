"""The tables for those who think in tables: everything is there, and refers to what is there."""

import io
import json
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest
from pyarrow import parquet

from actorgraph.columns import TABLES, column_names
from actorgraph.pipeline.graph import Graph, load

Tables = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def opened(built: Path) -> Graph:
    return load(built)


def of_parquet(path: Path) -> Tables:
    with zipfile.ZipFile(path) as archive:
        return {
            Path(name).stem: parquet.read_table(
                io.BytesIO(archive.read(name))
            ).to_pylist()
            for name in archive.namelist()
        }


def of_duckdb(path: Path) -> Tables:
    with duckdb.connect(str(path), read_only=True) as database:
        return {
            name: database.sql(f"FROM {name}").to_arrow_table().to_pylist()
            for name in TABLES
        }


def of_sqlite(path: Path) -> Tables:
    with sqlite3.connect(path) as database:
        database.row_factory = sqlite3.Row
        rows = {
            name: [dict(row) for row in database.execute(f"SELECT * FROM {name}")]  # noqa: S608
            for name in TABLES
        }
    database.close()
    for name, columns in TABLES.items():
        for column in columns:
            for row in rows[name]:
                row[column.name] = restored(row[column.name], column.kind)
    return rows


def restored(value: Any, kind: str) -> Any:
    if value is None:
        return None
    if kind == "texts":
        return json.loads(value)
    return bool(value) if kind == "flag" else value


READERS = {"parquet": of_parquet, "duckdb": of_duckdb, "sqlite": of_sqlite}


@pytest.mark.parametrize("name", READERS)
def test_every_format_gives_back_the_same_tables(
    opened: Graph, tmp_path: Path, name: str
) -> None:
    tables = READERS[name](opened.export(name, tmp_path / "out"))
    expected = {
        field: frame.to_dicts() for field, frame in opened.to_polars()._asdict().items()
    }
    assert tables == expected
    for table, columns in TABLES.items():
        assert tables[table]
        assert list(tables[table][0]) == list(column_names(columns))


def test_nothing_is_left_out(opened: Graph) -> None:
    tables, corpus = opened.to_polars(), opened.corpus
    assert set(tables.actors["id"]) == {actor.id for actor in corpus.actors}
    assert set(tables.claims["id"]) == set(opened.claims)
    assert len(tables.quotations) == sum(
        len(reading.attributions) for reading in corpus.readings
    )
    assert len(tables.evidence) == sum(len(claim.passages) for claim in corpus.claims)
    assert set(tables.documents["text"]) == {
        reading.document.text for reading in corpus.readings
    }


def test_rows_refer_to_rows(opened: Graph) -> None:
    tables = opened.to_polars()
    actors, documents = set(tables.actors["id"]), set(tables.documents["id"])
    for column in ("subject", "object", "said_by"):
        assert set(tables.claims[column].drop_nulls()) <= actors
    assert set(tables.quotations["speaker"].drop_nulls()) <= actors
    assert set(tables.claims["document"]) <= documents
    assert set(tables.evidence["claim"]) == set(tables.claims["id"])


def test_what_is_missing_is_null_and_quotes_are_in_their_texts(opened: Graph) -> None:
    tables = opened.to_polars()
    assert (tables.claims["status"] == "").sum() == 0
    assert tables.claims["status"].null_count() > 0
    joined = tables.evidence.join(tables.documents, left_on="document", right_on="id")
    assert joined.select(
        pl.struct("text", "start", "end", "quote")
        .map_elements(
            lambda row: row["text"][row["start"] : row["end"]] == row["quote"],
            return_dtype=pl.Boolean,
        )
        .all()
    ).item()
