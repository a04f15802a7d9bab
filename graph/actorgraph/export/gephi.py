"""GEXF 1.3, as Gephi, Gephi Lite, networkx and graphology read it.

Gephi keeps parallel edges apart by their ``kind`` and merges those of one kind, so there is one
edge for each source, target and relation, and its ``kind`` is the relation; networkx does not read
``kind``, so the relation is a column too.  Nodes are where the page draws them.  All edges are
directed, since networkx refuses a file that mixes both sorts; the column ``symmetric`` marks
relations whose direction means nothing.  Links are written as ``string``, since Gephi drops
columns of type ``anyURI``.  No date of writing: equal graphs give equal files.

Where a text dates a relation, the graph is dynamic: such an edge has a spell for each interval,
and Gephi's timeline shows it then.  Intervals that overlap are one spell, since Gephi drops all
but the first of those.  All other edges are always shown.  For programs without
spells, such as Gephi Lite, there are the columns ``valid_from`` and ``valid_until``;
``first_date`` and ``last_date`` give the days of publication.

Format: https://gexf.net, version 1.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from actorgraph.columns import (
    DRAWN_EDGES,
    DRAWN_NODES,
    RELATION,
    Column,
    Kind,
    attributes,
)
from actorgraph.export import looks
from actorgraph.export.characters import XmlWriter
from actorgraph.export.corpus_lookup import Lookup
from actorgraph.export.drawing import drawing
from actorgraph.export.intervals import Interval, intervals
from actorgraph.export.registry import DRAWN, Exporter, Material, edge_id
from actorgraph.process_limits import collector_at_rest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import networkx as nx

    from actorgraph.model import Claim, ClaimId

#: Columns of nodes and edges, in the order of Gephi's tables.
NODE_COLUMNS = attributes(DRAWN_NODES)
EDGE_COLUMNS = (RELATION, *attributes(DRAWN_EDGES))
#: Kind of a column → its type in GEXF.
TYPES = {
    Kind.TEXT: "string",
    Kind.TEXTS: "liststring",
    Kind.INTEGER: "integer",
    Kind.NUMBER: "double",
    Kind.FLAG: "boolean",
}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>actorgraph</creator><description>Actors and what relates them, \
with the number of documents that say so as weight</description></meta>
<graph defaultedgetype="directed" idtype="string"{mode}>
"""
_DYNAMIC = ' mode="dynamic" timeformat="date" timerepresentation="interval"'


def write(material: Material, target: BinaryIO) -> None:
    """Write the network as GEXF 1.3, piece by piece, with little memory.

    Characters that XML forbids are left out; a comment at the end of the file says how many.
    """
    with collector_at_rest():
        document = _Gexf(drawing(material), Lookup(material.corpus).claims)
        target.writelines(map(str.encode, document.pieces()))


EXPORTER = Exporter(
    "gexf",
    "GEXF 1.3, for Gephi and Gephi Lite",
    "graph.gexf",
    write,
    opens="Gephi, Gephi Lite, networkx",
    keeps=DRAWN,
)


class _Gexf:
    """A GEXF document, written in pieces."""

    def __init__(
        self, network: nx.MultiDiGraph, claims: Mapping[ClaimId, Claim]
    ) -> None:
        self._network = network
        self._claims = claims
        self._text = XmlWriter()
        self._quoted = self._text.quoted
        self._most = looks.most_important(network)

    def pieces(self) -> Iterator[str]:
        """Yield the document from its first line to its last."""
        nodes = self._network.nodes(data=True)
        edges = list(self._network.edges(data=True))
        spells = [intervals(edge.get("claims", ()), self._claims) for *_, edge in edges]
        yield _HEAD.format(mode=_DYNAMIC if any(spells) else "")
        yield _declarations("node", NODE_COLUMNS)
        yield _declarations("edge", EDGE_COLUMNS)
        yield f'<nodes count="{len(nodes)}">\n'
        for actor, node in nodes:
            yield self._node(actor, node)
        yield f'</nodes>\n<edges count="{len(edges)}">\n'
        for (subject, object_, edge), dates in zip(edges, spells, strict=True):
            yield self._edge(subject, object_, edge, dates)
        yield "</edges>\n</graph>\n"
        if self._text.removed:
            yield f"<!-- characters that XML cannot hold, left out: {self._text.removed} -->\n"
        yield "</gexf>\n"

    def _node(self, actor: str, node: Mapping[str, Any]) -> str:
        head = f"<node id={self._quoted(actor)} label={self._quoted(node['label'])}>"
        values = self._values(node, NODE_COLUMNS)
        return f"{head}{values}{_looks(node, self._most)}</node>\n"

    def _edge(
        self,
        subject: str,
        object_: str,
        edge: Mapping[str, Any],
        dates: list[Interval],
    ) -> str:
        relation = edge["relation"]
        id_ = self._quoted(edge_id(subject, relation, object_))
        ends = f"source={self._quoted(subject)} target={self._quoted(object_)}"
        kind = f"kind={self._quoted(relation)} label={self._quoted(edge['label'])}"
        weight = float(edge["weight"])
        head = f'<edge id={id_} {ends} type="directed" {kind} weight="{weight}">'
        return f"{head}{self._values(edge, EDGE_COLUMNS)}{_spells(dates)}</edge>\n"

    def _values(self, attributes: Mapping[str, Any], columns: Sequence[Column]) -> str:
        values = [
            f'<attvalue for="{column.name}" value={self._quoted(text)}/>'
            for column in columns
            if (text := _text(attributes[column.name]))
        ]
        return f"<attvalues>{''.join(values)}</attvalues>"


def _declarations(class_: str, columns: Sequence[Column]) -> str:
    lines = []
    for column in columns:
        names = f'id="{column.name}" title="{column.name}"'
        type_ = TYPES[column.kind]
        line = f'<attribute {names} type="{type_}"/>\n'
        lines.append(line)
    attributes = "".join(lines)
    return f'<attributes class="{class_}">\n{attributes}</attributes>\n'


def _spells(dates: list[Interval]) -> str:
    if not dates:
        return ""
    spells = []
    for start, end in dates:
        first = f' start="{start}"' if start else ""
        last = f' end="{end}"' if end else ""
        spells.append(f"<spell{first}{last}/>")
    return f"<spells>{''.join(spells)}</spells>"


def _text(value: str | float | list[str]) -> str:
    """Return a value as Gephi reads it; "" means none, also for an empty list."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_item, value))}]" if value else ""
    return repr(value)


def _item(text: str) -> str:
    """Return a list item: Gephi and graphology read a backslash as an escape."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _looks(node: Mapping[str, Any], most: float) -> str:
    """Return colour by community, area by importance, and the position."""
    red, green, blue = bytes.fromhex(looks.colour(node)[1:])
    colour = f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
    size = f'<viz:size value="{looks.size(node, most)}"/>'
    position = (
        f'<viz:position x="{node["x"]}" y="{-node["y"]}"/>'  # Gephi's y points up
    )
    return f"{colour}{position}{size}"
