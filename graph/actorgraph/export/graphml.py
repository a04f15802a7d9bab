"""GraphML, as networkx, igraph, yEd, Cytoscape and Gephi read it.

GraphML has no lists, so the items of a list are joined by `` | ``.  Parallel edges differ in their
ids.  Nodes are where the page draws them: igraph and Gephi take ``x`` and ``y`` for places.

Format: http://graphml.graphdrawing.org
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from actorgraph.columns import DRAWN_EDGES, DRAWN_NODES, Column, Kind
from actorgraph.export.characters import XmlWriter
from actorgraph.export.drawing import drawing
from actorgraph.export.registry import DRAWN, Exporter, Material, edge_id
from actorgraph.export.spreadsheet import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import networkx as nx

PLACE = (
    Column("x", Kind.NUMBER, "Where the page draws it, to the right."),
    Column("y", Kind.NUMBER, "Where the page draws it, upwards."),
)
NODE_COLUMNS = (*DRAWN_NODES, *PLACE)
#: Kind of a column → its type in GraphML.
TYPES = {
    Kind.TEXT: "string",
    Kind.TEXTS: "string",
    Kind.INTEGER: "long",
    Kind.NUMBER: "double",
    Kind.FLAG: "boolean",
}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
_GRAPH = '<graph edgedefault="directed">\n'
_END = "</graph>\n</graphml>\n"


def write(material: Material, target: BinaryIO) -> None:
    """Write the network as GraphML.

    All edges are directed; the attribute ``symmetric`` marks relations whose direction means
    nothing.  What has no value is left out, and so are characters that XML forbids.
    """
    target.writelines(map(str.encode, _pieces(drawing(material))))


EXPORTER = Exporter(
    "graphml",
    "GraphML, for networkx, igraph, yEd and Cytoscape",
    "graph.graphml",
    write,
    opens="igraph, networkx, yEd, Cytoscape, Gephi",
    keeps=DRAWN,
)


def _pieces(network: nx.MultiDiGraph) -> Iterator[str]:
    """Yield the document from its first line to its last."""
    text = XmlWriter()
    yield _HEAD
    yield _keys("node", NODE_COLUMNS)
    yield _keys("edge", DRAWN_EDGES)
    yield _GRAPH
    for actor, node in network.nodes(data=True):
        upwards = {**node, "y": -node["y"]}
        values = _values("node", upwards, NODE_COLUMNS, text)
        yield f"<node id={text.quoted(actor)}>{values}</node>\n"
    for subject, object_, edge in network.edges(data=True):
        id_ = text.quoted(edge_id(subject, edge["relation"], object_))
        ends = f"source={text.quoted(subject)} target={text.quoted(object_)}"
        values = _values("edge", edge, DRAWN_EDGES, text)
        yield f"<edge id={id_} {ends}>{values}</edge>\n"
    yield _END


def _keys(element: str, columns: Sequence[Column]) -> str:
    keys = []
    for column in columns:
        name = f'id="{element}-{column.name}" for="{element}" attr.name="{column.name}"'
        keys.append(f'<key {name} attr.type="{TYPES[column.kind]}"/>\n')
    return "".join(keys)


def _values(
    element: str,
    attributes: Mapping[str, Any],
    columns: Sequence[Column],
    text: XmlWriter,
) -> str:
    values = []
    for column in columns:
        value = _plain(attributes[column.name])
        if value:
            key = f"{element}-{column.name}"
            values.append(f'<data key="{key}">{text.element(value)}</data>')
    return "".join(values)


def _plain(value: str | float | list[str]) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return SEPARATOR.join(value)
    if isinstance(value, float):
        return repr(value)
    return str(value)
