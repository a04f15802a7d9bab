"""A Cypher script that makes the graph in Neo4j, Memgraph, FalkorDB or another such database.

The script may be run again, also after the graph has changed: it merges by id, sets all properties
again, and at its end deletes what an earlier script made and this one lacks, by the property
``build``.  It has no constraint or index, whose syntax differs by database; its first
lines say how each makes one.
"""

from __future__ import annotations

import hashlib
import json
import re
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, BinaryIO

from actorgraph.columns import DRAWN_EDGES, NODES, column_names, stated
from actorgraph.export.characters import printable
from actorgraph.export.drawing import drawing
from actorgraph.export.registry import STATEMENTS, Exporter, Material, edge_id
from actorgraph.export.utterances import Utterance, attributed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

    from actorgraph.model import Corpus

Node = tuple[str, dict[str, Any]]
Edge = tuple[str, str, dict[str, Any]]

#: Rows of one statement; each statement is a transaction of its own.
BATCH = 500

_NODE_NAMES, _EDGE_NAMES = column_names(NODES), column_names(DRAWN_EDGES)
_HEAD = """\
// Actors, what relates them, and what they said.  Run: cypher-shell -f graph.cypher
// Run it again after the graph has changed: what is gone is deleted.
// For more than a few thousand actors, make an index before the first run:
//   Neo4j     CREATE INDEX actor_id IF NOT EXISTS FOR (a:Actor) ON (a.id);
//   FalkorDB  CREATE INDEX FOR (a:Actor) ON (a.id)
//   Memgraph  CREATE INDEX ON :Actor(id);
"""
_ENDS = "MATCH (s:Actor {id: row.source}) MATCH (o:Actor {id: row.target})"
_QUOTATION = (
    "MERGE (q:Quotation {id: row.id}) SET q = row.properties "
    "WITH row, q MATCH (s:Actor {id: row.speaker}) MERGE (s)-[r:SAID {id: row.id}]->(q) "
    "SET r.build = row.properties.build"
)
_FORGET = """\
MATCH (:Actor)-[r]->() WHERE r.build <> '{build}' DELETE r;
MATCH (q:Quotation) WHERE q.build <> '{build}' DETACH DELETE q;
MATCH (a:Actor) WHERE a.build <> '{build}' DETACH DELETE a;
"""


def write(material: Material, target: BinaryIO) -> None:
    """Write the network, for example ``:Actor:Person`` nodes and ``:ADVISER_TO`` relationships.

    A ``:Quotation`` is a node that its speaker ``:SAID``.  What has no value is no property.
    Control characters are left out, since readers of Cypher differ in which they accept.
    """
    script = _Script(drawing(material), material.corpus)
    target.write(_HEAD.encode())
    target.writelines(map(str.encode, script.statements()))
    target.write(_FORGET.format(build=script.build).encode())


EXPORTER = Exporter(
    "cypher",
    "Cypher script, for Neo4j, Memgraph and FalkorDB",
    "graph.cypher",
    write,
    opens="Neo4j, Memgraph, FalkorDB; may be run again",
    keeps=STATEMENTS,
)


class _Script:
    """The statements for a graph.

    Attributes:
        build: Digest of all they say, which marks what they make.
    """

    def __init__(self, network: nx.MultiDiGraph, corpus: Corpus) -> None:
        self._network = network
        self._corpus = corpus
        self.build = ""
        digest = hashlib.sha256()
        for statement in self.statements():
            digest.update(statement.encode())
        self.build = digest.hexdigest()[:16]

    def statements(self) -> Iterator[str]:
        """Yield the statements for nodes, relationships and quotations."""
        yield from self._nodes()
        yield from self._relationships()
        spoken = map(self._quotation, attributed(self._corpus))
        yield from _statements(spoken, _QUOTATION)

    def _nodes(self) -> Iterator[str]:
        nodes = self._network.nodes(data=True)
        for type_, group in groupby(sorted(nodes, key=_by_type), key=_type):
            merge = f"MERGE (a:Actor {{id: row.id}}) SET a:{_name(type_)}"
            rows = map(self._node, group)
            yield from _statements(rows, f"{merge} SET a = row.properties")

    def _relationships(self) -> Iterator[str]:
        edges = self._network.edges(data=True)
        for relation, group in groupby(sorted(edges, key=_by_relation), key=_relation):
            name = _name(upper(relation))
            merge = f"MERGE (s)-[r:{name} {{id: row.id}}]->(o) SET r = row.properties"
            yield from _statements(map(self._relationship, group), f"{_ENDS} {merge}")

    def _node(self, node: Node) -> str:
        actor, attributes = node
        values = {name: attributes[name] for name in _NODE_NAMES}
        properties = self._properties(actor, {"name": attributes["label"], **values})
        return f"{{id: {_value(actor)}, properties: {properties}}}"

    def _relationship(self, edge: Edge) -> str:
        subject, object_, attributes = edge
        id_ = edge_id(subject, _relation(edge), object_)
        ends = f"source: {_value(subject)}, target: {_value(object_)}"
        values = {name: attributes[name] for name in _EDGE_NAMES}
        properties = self._properties(id_, values)
        return f"{{id: {_value(id_)}, {ends}, properties: {properties}}}"

    def _quotation(self, quotation: Utterance) -> str:
        properties = self._properties(quotation.id, quotation.row)
        speaker = f"speaker: {_value(quotation.speaker)}"
        return f"{{id: {_value(quotation.id)}, {speaker}, properties: {properties}}}"

    def _properties(self, id_: str, values: Mapping[str, Any]) -> str:
        return _map({**stated(values), "id": id_, "build": self.build})


def _type(node: Node) -> str:
    _, attributes = node
    return str(attributes["type"])


def _by_type(node: Node) -> tuple[str, str]:
    actor, _ = node
    return _type(node), actor


def _relation(edge: Edge) -> str:
    _, _, attributes = edge
    return str(attributes["relation"])


def _by_relation(edge: Edge) -> tuple[str, str, str]:
    return _relation(edge), edge[0], edge[1]


def _statements(rows: Iterator[str], clause: str) -> Iterator[str]:
    while batch := list(islice(rows, BATCH)):
        listed = ",\n".join(batch)
        yield f"UNWIND [\n{listed}\n] AS row\n{clause};\n"


def upper(relation: str) -> str:
    """Return a relation's name in the style of Cypher.

    >>> upper("adviserTo")
    'ADVISER_TO'
    """
    separated = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", relation)
    return separated.upper()


def _name(name: str) -> str:
    """Quote a label or relationship type: a user's own relations may have any name."""
    escaped = printable(name).replace("`", "``")
    return f"`{escaped}`"


def _map(values: Mapping[str, Any]) -> str:
    pairs = [f"{_name(name)}: {_value(value)}" for name, value in values.items()]
    return f"{{{', '.join(pairs)}}}"


def _value(value: str | float | Iterable[str]) -> str:
    """Return a literal.  Cypher reads its strings escaped as in JSON."""
    if isinstance(value, str):
        return json.dumps(printable(value), ensure_ascii=False)
    if isinstance(value, int | float):
        return json.dumps(value)
    literals = map(_value, value)
    listed = ", ".join(literals)
    return f"[{listed}]"
