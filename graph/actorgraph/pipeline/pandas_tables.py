"""The graph as pandas tables, for notebooks; pandas comes with the extra ``pandas``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from actorgraph.columns import CLAIMS, EDGES, NODES, column_names
from actorgraph.errors import UsageError
from actorgraph.model import Claim, Corpus, Document

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

Row = dict[str, Any]

#: Columns of the tables; ``actorgraph.columns`` says what they mean.
ACTORS = column_names(NODES)
RELATIONS = ("subject", "object", *column_names(EDGES))
_CLAIM_COLUMNS = tuple(column for column in CLAIMS if column.in_tables)
CLAIM_NAMES = column_names(_CLAIM_COLUMNS)


class Tables(NamedTuple):
    """Three tables that refer to each other by id.  ``actorgraph.columns`` describes their columns.

    Attributes:
        actors: One row for each actor of the network, indexed by ``id``.
        relations: One row for each subject, relation and object.
        claims: One row for each claim, also those of relations that are not accepted, indexed
            by ``id``.
    """

    actors: pd.DataFrame
    relations: pd.DataFrame
    claims: pd.DataFrame


def tables(corpus: Corpus, measured: nx.MultiDiGraph) -> Tables:
    """Return the tables of a corpus and its measured network.

    An empty graph gives empty tables with all their columns.

    Raises:
        UsageError: if pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise UsageError(
            "pandas is not installed: pip install 'actorgraph[pandas]'"
        ) from error

    return Tables(
        _indexed(dict(measured.nodes(data=True)), ACTORS),
        pd.DataFrame(_relation_rows(measured), columns=RELATIONS),
        _indexed(_claim_rows(corpus), CLAIM_NAMES),
    )


def _indexed(rows: dict[str, Row], columns: tuple[str, ...]) -> pd.DataFrame:
    """Return a table of rows by their id."""
    import pandas as pd

    index = pd.Index(rows, name="id", dtype=object)
    return pd.DataFrame(rows.values(), index=index, columns=columns)


def _relation_rows(measured: nx.MultiDiGraph) -> list[Row]:
    return [
        {"subject": subject, "object": object_, **attributes}
        for subject, object_, attributes in measured.edges(data=True)
    ]


def _claim_rows(corpus: Corpus) -> dict[str, Row]:
    names: dict[str, str] = {actor.id: actor.name for actor in corpus.actors}
    rows: dict[str, Row] = {}
    for reading in corpus.readings:
        for claim in reading.claims:
            rows[claim.id] = _claim_row(claim, reading.document, names)
    return rows


def _claim_row(claim: Claim, document: Document, names: dict[str, str]) -> Row:
    row = {column.name: column.value_of(claim) for column in _CLAIM_COLUMNS}
    return row | {
        "said_by": names.get(claim.attributed_to or "", ""),
        "document": document.name,
    }
