"""Three tables for spreadsheets, databases and Gephi, zipped.

``nodes.csv`` has all actors, ``edges.csv`` what relates them, ``quotations.csv`` who said what.
"""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING, Any, BinaryIO

from actorgraph.columns import DRAWN_EDGES, NODES, QUOTATIONS, Column, attributes
from actorgraph.export.characters import printable
from actorgraph.export.drawing import drawing
from actorgraph.export.registry import STATEMENTS, Exporter, Material
from actorgraph.export.utterances import utterances

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

    from actorgraph.model import Corpus

#: What separates the items of a list.
SEPARATOR = " | "
#: Excel and LibreOffice take a cell that begins so for a formula, and a formula can run programs
#: (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: The first day that a zip archive can hold; the day of writing would make equal graphs differ.
_NO_DATE = (1980, 1, 1, 0, 0, 0)

#: Excel takes a file without it for one in the system's old encoding, and breaks every "ü".
_BYTE_ORDER_MARK = "\ufeff"

_NODE_COLUMNS, _EDGE_COLUMNS = attributes(NODES), attributes(DRAWN_EDGES)
_NODE_HEADINGS = ("Id", "Label")
_EDGE_HEADINGS = ("Source", "Target", "Type", "Kind", "Label", "Weight")
_QUOTATION_HEADINGS = ("Speaker id", "Speaker")


def write(material: Material, target: BinaryIO) -> None:
    """Write a zip archive of UTF-8 tables, with the column names that Gephi looks for.

    A text that a spreadsheet would take for a formula gets an apostrophe in front.  Control
    characters are left out.
    """
    network = drawing(material)
    tables = {
        "nodes.csv": _nodes(network),
        "edges.csv": _edges(network),
        "quotations.csv": _quotations(material.corpus),
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in tables.items():
            text = f"{_BYTE_ORDER_MARK}{csv_text(rows)}"
            archive.writestr(archive_entry(name), text.encode())


EXPORTER = Exporter(
    "csv",
    "CSV tables of nodes, edges and quotations, zipped",
    "graph-csv.zip",
    write,
    opens="spreadsheets, databases, Gephi's import",
    keeps=STATEMENTS,
)


def archive_entry(name: str) -> zipfile.ZipInfo:
    """Return the entry of a file in an archive, without the time of writing."""
    entry = zipfile.ZipInfo(name, _NO_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # as on Unix, whatever the machine
    entry.external_attr = 0o644 << 16
    return entry


def _nodes(network: nx.MultiDiGraph) -> Iterator[list[str]]:
    yield [*_NODE_HEADINGS, *_titles(_NODE_COLUMNS)]
    for actor, node in network.nodes(data=True):
        yield [_cell(actor), _cell(node["label"]), *_cells(node, _NODE_COLUMNS)]


def _edges(network: nx.MultiDiGraph) -> Iterator[list[str]]:
    yield [*_EDGE_HEADINGS, *_titles(_EDGE_COLUMNS)]
    for subject, object_, edge in network.edges(data=True):
        direction = "Undirected" if edge["symmetric"] else "Directed"
        ends = [_cell(subject), _cell(object_), direction]
        names = [_cell(edge["relation"]), _cell(edge["label"]), _cell(edge["weight"])]
        yield [*ends, *names, *_cells(edge, _EDGE_COLUMNS)]


def _quotations(corpus: Corpus) -> Iterator[list[str]]:
    yield [*_QUOTATION_HEADINGS, *_titles(QUOTATIONS)]
    names = {actor.id: actor.name for actor in corpus.actors}
    for quotation in utterances(corpus):
        speaker = quotation.speaker
        cells = [_cell(speaker), _cell(names.get(speaker, ""))]
        yield [*cells, *_cells(quotation.row, QUOTATIONS)]


def _titles(columns: Iterable[Column]) -> list[str]:
    return [column.name.replace("_", " ").capitalize() for column in columns]


def _cells(attributes: Mapping[str, Any], columns: Iterable[Column]) -> list[str]:
    return [_cell(attributes[column.name]) for column in columns]


def _cell(value: str | float | list[str]) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    joined = SEPARATOR.join(value) if isinstance(value, list) else value
    text = printable(joined)
    return f"'{text}" if text.startswith(_FORMULA) else text


def csv_text(rows: Iterable[list[str]]) -> str:
    """Return rows as CSV in the form of RFC 4180."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()
