"""Two tables for spreadsheets, databases and Gephi's import wizard: ``nodes.csv`` and ``edges.csv`` in one archive."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING, Any, BinaryIO

from actorgraph.export.characters import printable
from actorgraph.export.registry import Exporter, Material

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import networkx as nx

#: What stands between the items of a list.
SEPARATOR = " | "
#: A cell that begins so is a formula to Excel and LibreOffice, and a formula can run programs (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: The first day that a zip archive can hold; a real one would make equal graphs differ.
_NO_DATE = (1980, 1, 1, 0, 0, 0)

_NODE_FIELDS = (
    "type", "subtype", "aliases", "mentions", "documents", "degree", "betweenness", "pagerank", "community", "wikidata",
)  # fmt: skip
_EDGE_FIELDS = (
    "family", "count", "polarity", "modality", "status", "confidence", "first_date", "last_date", "valid_from",
    "valid_until", "sources", "said_by", "claims", "quotes", "accepted", "derived", "symmetric",
)  # fmt: skip


def write(material: Material, target: BinaryIO) -> None:
    """Write a zip archive of two UTF-8 tables, with the column names that Gephi looks for.

    A text that a spreadsheet would take for a formula gets an apostrophe in front.  Control characters are left out.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(entry("nodes.csv"), _table(_nodes(material.network)))
        archive.writestr(entry("edges.csv"), _table(_edges(material.network)))


EXPORTER = Exporter(
    "csv", "CSV tables of nodes and edges, zipped", "graph-csv.zip", write
)


def _nodes(network: nx.MultiDiGraph) -> Iterator[list[str]]:
    yield ["Id", "Label", *_titles(_NODE_FIELDS)]
    for actor, node in network.nodes(data=True):
        yield [
            _cell(value)
            for value in (
                actor,
                node["label"],
                *(node[field] for field in _NODE_FIELDS),
            )
        ]


def _edges(network: nx.MultiDiGraph) -> Iterator[list[str]]:
    yield [
        "Source",
        "Target",
        "Type",
        "Kind",
        "Label",
        "Weight",
        *_titles(_EDGE_FIELDS),
    ]
    for subject, object_, data in network.edges(data=True):
        type_ = "Undirected" if data["symmetric"] else "Directed"
        fixed = (
            subject,
            object_,
            type_,
            data["relation"],
            data["label"],
            data["weight"],
        )
        yield [
            _cell(value) for value in (*fixed, *(data[field] for field in _EDGE_FIELDS))
        ]


def _titles(fields: Iterable[str]) -> list[str]:
    return [field.replace("_", " ").capitalize() for field in fields]


def _cell(value: Any) -> str:  # the values of a networkx attribute
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    text = printable(SEPARATOR.join(value) if isinstance(value, list) else value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _table(rows: Iterable[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def entry(name: str) -> zipfile.ZipInfo:
    """A file of an archive, without the day of its making."""
    made = zipfile.ZipInfo(name, _NO_DATE)
    made.compress_type = zipfile.ZIP_DEFLATED
    made.create_system = 3  # as on Unix, whatever the machine
    made.external_attr = 0o644 << 16
    return made
