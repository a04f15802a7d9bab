"""A Cypher script that makes the graph in Neo4j, Memgraph or another database that takes Cypher.

The script may be run again: it merges by id and sets the properties again.
"""

from __future__ import annotations

import json
import re
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, BinaryIO

from actorgraph.export.characters import printable
from actorgraph.export.registry import Exporter, Material, edge_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

Node = tuple[str, dict[str, Any]]
Edge = tuple[str, str, dict[str, Any]]

#: Rows of one statement; each statement is a transaction of its own.
BATCH = 500

_HEAD = """\
// Actors and what relates them.  Run: cypher-shell -f graph.cypher
CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (actor:Actor) REQUIRE actor.id IS UNIQUE;
"""
_ENDS = "MATCH (s:Actor {id: row.source}) MATCH (o:Actor {id: row.target})"


def write(material: Material, target: BinaryIO) -> None:
    """Write the network, for example ``:Actor:Person`` nodes and ``:ADVISER_TO`` relationships.

    Control characters are left out, since readers of Cypher differ in which they accept.
    """
    target.write(_HEAD.encode())
    target.writelines(_nodes(material.network))
    target.writelines(_relationships(material.network))


EXPORTER = Exporter(
    "cypher", "Cypher script, for Neo4j and Memgraph", "graph.cypher", write
)


def _nodes(network: nx.MultiDiGraph) -> Iterator[bytes]:
    nodes = sorted(network.nodes(data=True), key=lambda node: (_type(node), node[0]))
    for type_, group in groupby(nodes, key=_type):
        merge = f"MERGE (a:Actor {{id: row.id}}) SET a:{_name(type_)}"
        yield from _statements(map(_node, group), f"{merge}, a += row.properties")


def _relationships(network: nx.MultiDiGraph) -> Iterator[bytes]:
    edges = sorted(
        network.edges(data=True), key=lambda edge: (_relation(edge), *edge[:2])
    )
    for relation, group in groupby(edges, key=_relation):
        name = _name(_upper(relation))
        merge = f"MERGE (s)-[r:{name} {{id: row.id}}]->(o) SET r += row.properties"
        yield from _statements(map(_relationship, group), f"{_ENDS} {merge}")


def _type(node: Node) -> str:
    return str(node[1]["type"])


def _relation(edge: Edge) -> str:
    return str(edge[2]["relation"])


def _node(node: Node) -> str:
    actor, attributes = node
    properties = _map({"name": attributes["label"], **attributes})
    return f"{{id: {_value(actor)}, properties: {properties}}}"


def _relationship(edge: Edge) -> str:
    subject, object_, attributes = edge
    id_ = edge_id(subject, _relation(edge), object_)
    ends = f"source: {_value(subject)}, target: {_value(object_)}"
    return f"{{id: {_value(id_)}, {ends}, properties: {_map(attributes)}}}"


def _statements(rows: Iterator[str], clause: str) -> Iterator[bytes]:
    while batch := list(islice(rows, BATCH)):
        listed = ",\n".join(batch)
        yield f"UNWIND [\n{listed}\n] AS row\n{clause};\n".encode()


def _upper(relation: str) -> str:
    """Return a relation's name in the style of Cypher: ``adviserTo`` becomes ``ADVISER_TO``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", relation).upper()


def _name(name: str) -> str:
    """Quote a label or relationship type: a user's own relations may have any name."""
    return f"`{printable(name).replace('`', '``')}`"


def _map(values: Mapping[str, Any]) -> str:
    pairs = [f"{_name(name)}: {_value(value)}" for name, value in values.items()]
    return f"{{{', '.join(pairs)}}}"


def _value(value: str | float | Iterable[str]) -> str:
    """Return a literal.  Cypher reads its strings escaped as in JSON."""
    if isinstance(value, str):
        return json.dumps(printable(value), ensure_ascii=False)
    if isinstance(value, int | float):
        return json.dumps(value)
    return f"[{', '.join(map(_value, value))}]"
