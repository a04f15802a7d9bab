"""The tables of a graph as Polars frames; Polars comes with the extra ``tables``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from actorgraph.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

    from actorgraph.export import Material


class PolarsTables(NamedTuple):
    """Five tables that refer to each other by id; ``actorgraph.columns.TABLES`` describes them."""

    actors: pl.DataFrame
    claims: pl.DataFrame
    evidence: pl.DataFrame
    documents: pl.DataFrame
    quotations: pl.DataFrame


def polars_tables(material: Material) -> PolarsTables:
    """Return the tables of a graph.

    Raises:
        UsageError: if Polars or pyarrow is not installed.
    """
    try:
        import polars as pl
    except ImportError as error:
        raise UsageError(
            "Polars is not installed: pip install 'actorgraph[tables]'"
        ) from error
    from actorgraph.export.arrow_tables import arrow_tables

    frames: dict[str, pl.DataFrame] = {}
    for name, table in arrow_tables(material).items():
        frames[name] = pl.DataFrame(pl.from_arrow(table))
    return PolarsTables(**frames)
