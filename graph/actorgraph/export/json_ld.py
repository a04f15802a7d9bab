"""JSON-LD 1.1: everything, with the short names of ``identifiers.prefixes`` as its context.

The nodes of the default graph and a graph for each document are in one list.  All lists are sorted,
so that equal graphs give equal files.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

import pyoxigraph as ox

from actorgraph.export.registry import STATEMENTS, Exporter, Material
from actorgraph.identifiers import prefixes
from actorgraph.turtle import RDF

Record = dict[str, Any]
#: Subject → predicate → values, all of them shortened.
Nodes = dict[str, dict[str, list[Any]]]

_STRING = "xsd:string"


def write(material: Material, target: BinaryIO) -> None:
    """Write the default graph and all named graphs as one document."""
    names = Names(prefixes(material.base))
    graphs = _graphs(material.quads(), names)
    default = graphs.pop("", {})
    items = _records(default)
    for name, nodes in sorted(graphs.items()):
        items.append({"@id": name, "@graph": _records(nodes)})
    items.sort(key=_id)
    document = {"@context": names.context, "@graph": items}
    target.write(json.dumps(document, ensure_ascii=False, sort_keys=True).encode())


EXPORTER = Exporter(
    "jsonld",
    "JSON-LD 1.1 with a context: the same",
    "graph.jsonld",
    write,
    opens="JSON-LD tools",
    keeps=STATEMENTS,
)


class Names:
    """Shortens IRIs.

    Attributes:
        context: Short name → namespace.
    """

    def __init__(self, context: Mapping[str, str]) -> None:
        self.context = context
        self._longest_first = sorted(context.items(), key=lambda item: -len(item[1]))

    def short(self, iri: str) -> str:
        """Return ``prefix:name``, or the IRI if no namespace begins it.

        >>> Names({"ag": "https://example.org/ag#"}).short("https://example.org/ag#leads")
        'ag:leads'
        """
        for prefix, namespace in self._longest_first:
            if iri.startswith(namespace) and len(iri) > len(namespace):
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri


def _graphs(lines: Iterable[str], names: Names) -> dict[str, Nodes]:
    """Return the nodes of each graph; that of the default graph has the name ""."""
    graphs: dict[str, Nodes] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for line in lines:
        for quad in ox.parse(line, format=ox.RdfFormat.N_QUADS):
            node = graphs[_name(quad.graph_name, names)][_name(quad.subject, names)]
            if quad.predicate.value == RDF + "type":
                node["@type"].append(_name(quad.object, names))
            else:
                node[names.short(quad.predicate.value)].append(
                    _value(quad.object, names)
                )
    return graphs


def _name(term: object, names: Names) -> str:
    return names.short(term.value) if isinstance(term, ox.NamedNode) else ""


def _value(term: object, names: Names) -> str | Record:
    if not isinstance(term, ox.Literal):
        return {"@id": _name(term, names)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = names.short(term.datatype.value)
    if datatype == _STRING:
        return term.value
    return {"@value": term.value, "@type": datatype}


def _records(nodes: Nodes) -> list[Record]:
    records = []
    for id_, facts in sorted(nodes.items()):
        record: Record = {"@id": id_}
        for name, values in facts.items():
            ordered = sorted(values, key=_sort_key)
            record[name] = ordered[0] if len(ordered) == 1 else ordered
        records.append(record)
    return records


def _id(record: Record) -> str:
    return str(record["@id"])


def _sort_key(value: object) -> str:
    return json.dumps(value, sort_keys=True)
