"""Three tables for spreadsheets, databases and Gephi, zipped.

``nodes.csv`` has all actors, ``edges.csv`` what relates them, ``quotations.csv`` who said what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from actorgraph.columns import DRAWN_EDGES, NODES, QUOTATIONS, Column, attributes
from actorgraph.export.characters import printable
from actorgraph.export.csv_tables import CellForm, csv_text
from actorgraph.export.drawing import drawing
from actorgraph.export.registry import STATEMENTS, Exporter, Material
from actorgraph.export.utterances import utterances
from actorgraph.export.zipped import write_zip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import networkx as nx

    from actorgraph.model import Corpus

#: What separates the items of a list.
SEPARATOR = " | "
#: Excel and LibreOffice take a cell that begins so for a formula, and a formula can run programs
#: (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
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
    files = ((name, _file(rows)) for name, rows in tables.items())
    write_zip(files, target)


EXPORTER = Exporter(
    "csv",
    "CSV tables of nodes, edges and quotations, zipped",
    "graph-csv.zip",
    write,
    opens="spreadsheets, databases, Gephi's import",
    keeps=STATEMENTS,
)


def _file(rows: Iterable[list[str]]) -> bytes:
    table = csv_text(rows)
    return f"{_BYTE_ORDER_MARK}{table}".encode()


def _nodes(network: nx.MultiDiGraph) -> Iterator[list[str]]:
    yield [*_NODE_HEADINGS, *_titles(_NODE_COLUMNS)]
    for actor, node in network.nodes(data=True):
        yield [*_FORM.cells(actor, node["label"]), *_FORM.row(node, _NODE_COLUMNS)]


def _edges(network: nx.MultiDiGraph) -> Iterator[list[str]]:
    yield [*_EDGE_HEADINGS, *_titles(_EDGE_COLUMNS)]
    for subject, object_, edge in network.edges(data=True):
        direction = "Undirected" if edge["symmetric"] else "Directed"
        ends = _FORM.cells(subject, object_, direction)
        names = _FORM.cells(edge["relation"], edge["label"], edge["weight"])
        yield [*ends, *names, *_FORM.row(edge, _EDGE_COLUMNS)]


def _quotations(corpus: Corpus) -> Iterator[list[str]]:
    yield [*_QUOTATION_HEADINGS, *_titles(QUOTATIONS)]
    names = {actor.id: actor.name for actor in corpus.actors}
    for quotation in utterances(corpus):
        speaker = quotation.speaker
        who = _FORM.cells(speaker, names.get(speaker, ""))
        yield [*who, *_FORM.row(quotation.row, QUOTATIONS)]


def _titles(columns: Iterable[Column]) -> list[str]:
    return [column.name.replace("_", " ").capitalize() for column in columns]


def _text(text: str) -> str:
    shown = printable(text)
    if shown.startswith(_FORMULA):
        return f"'{shown}"
    return shown


def _texts(texts: list[str]) -> str:
    joined = SEPARATOR.join(texts)
    return _text(joined)


_FORM = CellForm(_text, _texts)
