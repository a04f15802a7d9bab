"""A Cypher script that makes the graph in Neo4j, Memgraph or any other property graph that takes Cypher.

The script may be run again: it merges by id and sets properties anew.
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

#: Rows of one statement: each statement is a transaction of its own.
BATCH = 500

_HEAD = """\
// Actors and what relates them.  Run: cypher-shell -f graph.cypher
CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (actor:Actor) REQUIRE actor.id IS UNIQUE;
"""


def write(material: Material, target: BinaryIO) -> None:
    """Write the network: a node ``:Actor:Person`` for each actor, a relationship ``:ADVISER_TO`` for each edge.

    Control characters are left out, for Cypher's readers differ in what they take.
    """
    nodes = sorted(
        material.network.nodes(data=True), key=lambda node: (node[1]["type"], node[0])
    )
    edges = sorted(
        material.network.edges(data=True),
        key=lambda edge: (edge[2]["relation"], edge[0], edge[1]),
    )
    target.write(_HEAD.encode())
    for type_, group in groupby(nodes, key=lambda node: str(node[1]["type"])):
        rows = (_node(actor, node) for actor, node in group)
        target.writelines(
            _statements(
                rows,
                f"MERGE (a:Actor {{id: row.id}}) SET a:{_name(type_)}, a += row.properties",
            )
        )
    for relation, found in groupby(edges, key=lambda edge: str(edge[2]["relation"])):
        rows = (_relationship(*edge) for edge in found)
        ends = "MATCH (s:Actor {id: row.source}) MATCH (o:Actor {id: row.target})"
        merge = f"MERGE (s)-[r:{_name(_upper(relation))} {{id: row.id}}]->(o) SET r += row.properties"
        target.writelines(_statements(rows, f"{ends} {merge}"))


EXPORTER = Exporter(
    "cypher", "Cypher script, for Neo4j and Memgraph", "graph.cypher", write
)


def _node(actor: str, node: Mapping[str, Any]) -> str:
    return (
        f"{{id: {_value(actor)}, properties: {_map({'name': node['label'], **node})}}}"
    )


def _relationship(subject: str, object_: str, data: Mapping[str, Any]) -> str:
    id_ = edge_id(subject, data["relation"], object_)
    ends = f"id: {_value(id_)}, source: {_value(subject)}, target: {_value(object_)}"
    return f"{{{ends}, properties: {_map(data)}}}"


def _statements(rows: Iterator[str], clause: str) -> Iterator[bytes]:
    while batch := list(islice(rows, BATCH)):
        listed = ",\n".join(batch)
        yield f"UNWIND [\n{listed}\n] AS row\n{clause};\n".encode()


def _upper(relation: str) -> str:
    """As Cypher's guide wants it: ``adviserTo`` becomes ``ADVISER_TO``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", relation).upper()


def _name(name: str) -> str:
    """A label or relationship type, quoted, for relations of a user's own may be called anything."""
    return f"`{printable(name).replace('`', '``')}`"


def _map(values: Mapping[str, Any]) -> str:
    return f"{{{', '.join(f'{_name(name)}: {_value(value)}' for name, value in values.items())}}}"


def _value(value: str | float | Iterable[str]) -> str:
    """A literal.  Its strings are escaped as in JSON, which Cypher reads alike."""
    if isinstance(value, str):
        return json.dumps(printable(value), ensure_ascii=False)
    if isinstance(value, int | float):
        return json.dumps(value)
    return f"[{', '.join(map(_value, value))}]"
