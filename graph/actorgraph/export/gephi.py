"""GEXF 1.3, as Gephi, Gephi Lite, networkx and graphology read it.

Gephi keeps parallel edges apart by their ``kind`` and merges those of one kind, so there is one edge for each source,
target and relation, and its ``kind`` is the relation.  All edges are directed, since networkx refuses a file that mixes
both sorts; the column ``symmetric`` tells for which relations the direction means nothing.  Links are written as
``string``, since Gephi drops columns of type ``anyURI``.  No date of writing: equal graphs give equal files.

Where a text says when something is so, the graph is dynamic: such an edge has a spell for each such interval, so that
Gephi's timeline shows it then.  All others are there at any time.  For programs that know no spells, such as Gephi
Lite, there are the columns ``valid_from`` and ``valid_until``; ``first_date`` and ``last_date`` say when it was
published.

Format: https://gexf.net, version 1.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from actorgraph.export import looks
from actorgraph.export.characters import AttributeWriter
from actorgraph.export.intervals import Interval, intervals
from actorgraph.export.registry import Exporter, Material, edge_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx

    from actorgraph.model import Claim, ClaimId

#: Columns of nodes and edges, in the order of Gephi's tables, with their GEXF types.
NODE_COLUMNS = {
    "type": "string",
    "subtype": "string",
    "aliases": "liststring",
    "mentions": "integer",
    "documents": "integer",
    "degree": "integer",
    "betweenness": "double",
    "pagerank": "double",
    "community": "integer",
    "wikidata": "string",
}
EDGE_COLUMNS = {
    "family": "string",
    "count": "integer",
    "polarity": "string",
    "modality": "string",
    "status": "string",
    "confidence": "double",
    "first_date": "string",
    "last_date": "string",
    "valid_from": "string",
    "valid_until": "string",
    "sources": "liststring",
    "said_by": "liststring",
    "claims": "liststring",
    "quotes": "liststring",
    "accepted": "boolean",
    "derived": "boolean",
    "symmetric": "boolean",
}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>actorgraph</creator><description>Actors and what relates them, with the number of documents \
that say so as weight</description></meta>
<graph defaultedgetype="directed" idtype="string"{mode}>
"""
_DYNAMIC = ' mode="dynamic" timeformat="date" timerepresentation="interval"'


def write(material: Material, target: BinaryIO) -> None:
    """Write the network as GEXF 1.3, piece by piece, with little memory.

    Characters that XML cannot hold are left out; a comment at the end of the file tells how many.  Nodes have a place
    when they have the attributes ``x`` and ``y``.
    """
    claims = {
        claim.id: claim
        for reading in material.corpus.readings
        for claim in reading.claims
    }
    target.writelines(piece.encode() for piece in _pieces(material.network, claims))


EXPORTER = Exporter("gexf", "GEXF 1.3, for Gephi and Gephi Lite", "graph.gexf", write)


def _pieces(network: nx.MultiDiGraph, claims: Mapping[ClaimId, Claim]) -> Iterator[str]:
    attributes = AttributeWriter()
    edges = [
        (*edge, intervals(edge[2].get("claims", ()), claims))
        for edge in network.edges(data=True)
    ]
    yield _HEAD.format(mode=_DYNAMIC if any(spells for *_, spells in edges) else "")
    yield _declarations("node", NODE_COLUMNS)
    yield _declarations("edge", EDGE_COLUMNS)
    yield f'<nodes count="{network.number_of_nodes()}">\n'
    most = max(
        (looks.importance(node) for _, node in network.nodes(data=True)), default=0
    )
    for actor, node in network.nodes(data=True):
        yield _node(attributes, actor, node, most)
    yield f'</nodes>\n<edges count="{network.number_of_edges()}">\n'
    for subject, object_, data, spells in edges:
        yield _edge(attributes, subject, object_, data, spells)
    yield "</edges>\n</graph>\n"
    if attributes.removed:
        yield f"<!-- characters that XML cannot hold, left out: {attributes.removed} -->\n"
    yield "</gexf>\n"


def _declarations(class_: str, columns: Mapping[str, str]) -> str:
    lines = (
        f'<attribute id="{name}" title="{name}" type="{type_}"/>\n'
        for name, type_ in columns.items()
    )
    return f'<attributes class="{class_}">\n{"".join(lines)}</attributes>\n'


def _node(
    attributes: AttributeWriter, actor: str, node: Mapping[str, Any], most: float
) -> str:
    return (
        f"<node id={attributes.quoted(actor)} label={attributes.quoted(node['label'])}>"
        f"{_values(attributes, node, NODE_COLUMNS)}{_looks(node, most)}</node>\n"
    )


def _edge(
    attributes: AttributeWriter,
    subject: str,
    object_: str,
    data: Mapping[str, Any],
    spells: list[Interval],
) -> str:
    quoted, relation = attributes.quoted, data["relation"]
    return (
        f"<edge id={quoted(edge_id(subject, relation, object_))} source={quoted(subject)} target={quoted(object_)}"
        f' type="directed" kind={quoted(relation)} label={quoted(data["label"])} weight="{float(data["weight"])}">'
        f"{_values(attributes, data, EDGE_COLUMNS)}{_spells(spells)}</edge>\n"
    )


def _spells(spells: list[Interval]) -> str:
    bounds = (zip(("start", "end"), spell, strict=True) for spell in spells)
    each = (
        "".join(f' {name}="{day}"' for name, day in spell if day) for spell in bounds
    )
    return (
        f"<spells>{''.join(f'<spell{one}/>' for one in each)}</spells>"
        if spells
        else ""
    )


def _values(
    attributes: AttributeWriter, data: Mapping[str, Any], columns: Mapping[str, str]
) -> str:
    pairs = ((name, _text(data[name])) for name in columns)
    values = (
        f'<attvalue for="{name}" value={attributes.quoted(text)}/>'
        for name, text in pairs
        if text
    )
    return f"<attvalues>{''.join(values)}</attvalues>"


def _text(value: Any) -> str:  # the values of a networkx attribute
    """A value as Gephi reads it; "" stands for none, also for an empty list."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(_item(item) for item in value)}]" if value else ""
    return repr(value) if isinstance(value, float) else str(value)


def _item(text: str) -> str:
    """A text within a list; Gephi and graphology take a backslash before a quote or another backslash."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _looks(node: Mapping[str, Any], most: float) -> str:
    """Colour by community, area by importance, place where there is one."""
    place = (
        f'<viz:position x="{float(node["x"])}" y="{float(node["y"])}"/>'
        if "x" in node and "y" in node
        else ""
    )
    red, green, blue = bytes.fromhex(looks.colour(node)[1:])
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>{place}<viz:size value="{looks.size(node, most)}"/>'
