"""The table of columns describes what the network holds."""

from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from actorgraph import export
from actorgraph.analysis import annotate
from actorgraph.columns import (
    ACTORS,
    CLAIMS,
    DRAWN_EDGES,
    DRAWN_NODES,
    EDGES,
    NODES,
    QUOTATIONS,
    TABLES,
    Column,
    Kind,
    attributes,
    column_names,
)
from actorgraph.export import Material

TYPES = {
    Kind.TEXT: str,
    Kind.TEXTS: list,
    Kind.INTEGER: int,
    Kind.NUMBER: float,
    Kind.FLAG: bool,
}


README = Path(export.__file__).with_name("README.md")


@pytest.mark.parametrize(
    "columns",
    [DRAWN_NODES, DRAWN_EDGES, QUOTATIONS, *TABLES.values()],
    ids=["nodes", "edges", "quotations", *TABLES],
)
def test_every_column_is_explained(columns: tuple[Column, ...]) -> None:
    rows = (
        f"| `{column.name}` | {column.kind} | {column.meaning} | {column.unit} |\n"
        for column in columns
    )
    assert "|---|---|---|---|\n" + "".join(rows) in README.read_text(encoding="utf-8")


@pytest.fixture
def network(told: Material) -> nx.MultiDiGraph:
    return told.network


def test_nodes_have_the_columns_of_actors_and_measures(
    network: nx.MultiDiGraph,
) -> None:
    for _, node in annotate(network).nodes(data=True):
        assert node.keys() == set(column_names(NODES))
        for column in NODES:
            assert type(node[column.name]) is TYPES[column.kind]


def test_edges_have_the_columns_of_edges(network: nx.MultiDiGraph) -> None:
    for _, _, edge in network.edges(data=True):
        assert edge.keys() == set(column_names(EDGES))
        for column in EDGES:
            assert type(edge[column.name]) is TYPES[column.kind]


@pytest.mark.parametrize("columns", [ACTORS, NODES, EDGES, CLAIMS])
def test_columns_have_different_names_and_a_sentence_each(
    columns: tuple[Any, ...],
) -> None:
    assert len(set(column_names(columns))) == len(columns)
    assert all(column.meaning.endswith((".", "…")) for column in columns)


def test_tables_of_gephi_have_headings_apart_and_technical_columns_last() -> None:
    names = column_names(attributes(EDGES))
    assert not {"label", "relation", "weight"} & set(names)
    assert names[-1] == "symmetric"
