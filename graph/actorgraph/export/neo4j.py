"""Tables for ``neo4j-admin database import``, the fastest way of a large graph into Neo4j.

The archive has a table for each kind of node and relationship and a script with the command.
Items of a list are separated by ``;``, which the tool lets nothing escape: within an item it is
written as the fullwidth ``；``, and line breaks, which it refuses, as spaces.

Format: https://neo4j.com/docs/operations-manual/current/import/
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any, BinaryIO

from actorgraph.columns import DRAWN_EDGES, NODES, QUOTATIONS, Column, Kind
from actorgraph.export.characters import printable
from actorgraph.export.cypher import upper
from actorgraph.export.drawing import drawing
from actorgraph.export.registry import STATEMENTS, Exporter, Material, edge_id
from actorgraph.export.spreadsheet import archive_entry, csv_text
from actorgraph.export.utterances import attributed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in tables.items():
            archive.writestr(archive_entry(name), csv_text(rows).encode())
        archive.writestr(archive_entry("import.sh"), _SCRIPT)


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
        yield [*map(_cell, (actor, labels, node["label"])), *_cells(node, NODES)]


def _relations(network: nx.MultiDiGraph) -> Iterator[list[str]]:
    yield [*_ends("Actor"), "id:string", *_header(DRAWN_EDGES)]
    for subject, object_, edge in network.edges(data=True):
        relation = edge["relation"]
        id_ = edge_id(subject, relation, object_)
        places = (subject, object_, upper(relation), id_)
        yield [*map(_cell, places), *_cells(edge, DRAWN_EDGES)]


def _quotations(corpus: Corpus) -> Iterator[list[str]]:
    yield ["id:ID(Quotation)", ":LABEL", *_header(QUOTATIONS)]
    for quotation in attributed(corpus):
        yield [_cell(quotation.id), "Quotation", *_cells(quotation.row, QUOTATIONS)]


def _said(corpus: Corpus) -> Iterator[list[str]]:
    yield _ends("Quotation")
    for quotation in attributed(corpus):
        yield [_cell(quotation.speaker), _cell(quotation.id), "SAID"]


def _ends(end: str) -> list[str]:
    return [":START_ID(Actor)", f":END_ID({end})", ":TYPE"]


def _header(columns: Iterable[Column]) -> list[str]:
    return [f"{column.name}:{TYPES[column.kind]}" for column in columns]


def _cells(attributes: Mapping[str, Any], columns: Iterable[Column]) -> list[str]:
    return [_cell(attributes[column.name]) for column in columns]


def _cell(value: str | float | list[str]) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list):
        return ";".join(_one_line(item).replace(";", "；") for item in value)
    return _one_line(value)


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())
