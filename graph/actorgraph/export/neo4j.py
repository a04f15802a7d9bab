"""Tables for ``neo4j-admin database import``, the fastest way of a large graph into Neo4j.

The archive has a table for each kind of node and relationship and a script with the command.
Items of a list are separated by ``;``, which the tool lets nothing escape: within an item it is
written as the fullwidth ``；``, and line breaks, which it refuses, as spaces.

Format: https://neo4j.com/docs/operations-manual/current/import/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from actorgraph.columns import DRAWN_EDGES, NODES, QUOTATIONS, Column, Kind
from actorgraph.export.characters import printable
from actorgraph.export.csv_tables import CellForm, csv_text
from actorgraph.export.cypher import upper
from actorgraph.export.drawing import drawing
from actorgraph.export.registry import STATEMENTS, Exporter, Material, edge_id
from actorgraph.export.utterances import attributed
from actorgraph.export.zipped import write_zip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import networkx as nx

    from actorgraph.model import Corpus

#: Kind of a column → its type in a header.
TYPES = {
    Kind.TEXT: "string",
    Kind.TEXTS: "string[]",
    Kind.INTEGER: "long",
    Kind.NUMBER: "double",
    Kind.FLAG: "boolean",
}
_SCRIPT = """\
#!/bin/sh
# Run in this folder, with the database stopped; it must not exist yet.
neo4j-admin database import full --array-delimiter=';' \\
    --nodes=actors.csv --nodes=quotations.csv \\
    --relationships=relations.csv --relationships=said.csv "${1:-neo4j}"
"""


def write(material: Material, target: BinaryIO) -> None:
    """Write a zip archive of UTF-8 tables; what has no value is an empty cell, which is null."""
    network = drawing(material)
    tables = {
        "actors.csv": _actors(network),
        "relations.csv": _relations(network),
        "quotations.csv": _quotations(material.corpus),
        "said.csv": _said(material.corpus),
    }
    files = [(name, csv_text(rows).encode()) for name, rows in tables.items()]
    write_zip([*files, ("import.sh", _SCRIPT.encode())], target)


EXPORTER = Exporter(
    "neo4j",
    "CSV tables for neo4j-admin import, zipped",
    "graph-neo4j.zip",
    write,
    opens="`neo4j-admin database import`",
    keeps=STATEMENTS,
)


def _actors(network: nx.MultiDiGraph) -> Iterator[list[str]]:
    yield ["id:ID(Actor)", ":LABEL", "name:string", *_header(NODES)]
    for actor, node in network.nodes(data=True):
        labels = ["Actor", node["type"]]
        yield [*_FORM.cells(actor, labels, node["label"]), *_FORM.row(node, NODES)]


def _relations(network: nx.MultiDiGraph) -> Iterator[list[str]]:
    yield [*_ends("Actor"), "id:string", *_header(DRAWN_EDGES)]
    for subject, object_, edge in network.edges(data=True):
        relation = edge["relation"]
        id_ = edge_id(subject, relation, object_)
        places = _FORM.cells(subject, object_, upper(relation), id_)
        yield [*places, *_FORM.row(edge, DRAWN_EDGES)]


def _quotations(corpus: Corpus) -> Iterator[list[str]]:
    yield ["id:ID(Quotation)", ":LABEL", *_header(QUOTATIONS)]
    for quotation in attributed(corpus):
        named = _FORM.cells(quotation.id, "Quotation")
        yield [*named, *_FORM.row(quotation.row, QUOTATIONS)]


def _said(corpus: Corpus) -> Iterator[list[str]]:
    yield _ends("Quotation")
    for quotation in attributed(corpus):
        yield _FORM.cells(quotation.speaker, quotation.id, "SAID")


def _ends(end: str) -> list[str]:
    return [":START_ID(Actor)", f":END_ID({end})", ":TYPE"]


def _header(columns: Iterable[Column]) -> list[str]:
    return [f"{column.name}:{TYPES[column.kind]}" for column in columns]


def _text(text: str) -> str:
    words = printable(text).split()
    return " ".join(words)


def _texts(texts: list[str]) -> str:
    return ";".join(_text(text).replace(";", "；") for text in texts)


_FORM = CellForm(_text, _texts)
