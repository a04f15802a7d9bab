"""The tables as Arrow has them; pyarrow comes with the extra ``tables``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from actorgraph.columns import TABLES, Kind
from actorgraph.errors import UsageError
from actorgraph.export.table_rows import Row, table_rows

if TYPE_CHECKING:
    import pyarrow as pa

    from actorgraph.export.registry import Material


def arrow_tables(material: Material) -> dict[str, pa.Table]:
    """Return all tables by name.

    Raises:
        UsageError: if pyarrow is not installed.
    """
    tables: dict[str, pa.Table] = {}
    for name, rows in table_rows(material.corpus, material.network).items():
        tables[name] = arrow_table(name, rows)
    return tables


def arrow_table(name: str, rows: Sequence[Row]) -> pa.Table:
    """Return rows of one of ``columns.TABLES`` as an Arrow table."""
    schema = arrow_schema(name)
    return arrow_library().Table.from_pylist(list(rows), schema=schema)


def arrow_schema(name: str) -> pa.Schema:
    """Return the columns of one of ``columns.TABLES``, each with its meaning."""
    library = arrow_library()
    fields = []
    for column in TABLES[name]:
        meaning = {"meaning": column.meaning}
        type_ = _type(column.kind, library)
        fields.append(library.field(column.name, type_, metadata=meaning))
    return library.schema(fields)


def arrow_library() -> Any:  # noqa: ANN401  pyarrow has no types
    """Import pyarrow.

    Raises:
        UsageError: if it is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise UsageError(
            "pyarrow is not installed: pip install 'actorgraph[tables]'"
        ) from error
    return pa


def _type(kind: Kind, library: Any) -> pa.DataType:  # noqa: ANN401
    types = {
        Kind.TEXT: library.string(),
        Kind.TEXTS: library.list_(library.string()),
        Kind.INTEGER: library.int64(),
        Kind.NUMBER: library.float64(),
        Kind.FLAG: library.bool_(),
    }
    return types[kind]
