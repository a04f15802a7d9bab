"""JSON-LD 1.1: everything, with the short names of ``identifiers.prefixes`` as its context.

The nodes of the default graph and a graph for each document are in one list.  All lists are sorted,
so that equal graphs give equal files.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import Any, BinaryIO

import pyoxigraph as ox

from actorgraph.export.registry import STATEMENTS, Exporter, Material
from actorgraph.identifiers import prefixes
from actorgraph.turtle import RDF, quads_in

Record = dict[str, Any]
#: Graph → node → its JSON; the default graph is "".  Objects would take many times the memory.
Graphs = dict[str, dict[str, str]]

_STRING = "xsd:string"


def write(material: Material, target: BinaryIO) -> None:
    """Write the default graph and all named graphs as one document."""
    names = Names(prefixes(material.base))
    graphs = _graphs(material.quads(), names)
    head = _json({"@context": names.context, "@graph": []})
    opening = head.removesuffix("]}")
    target.write(opening.encode())
    separator = ""
    for item in _items(graphs):
        entry = f"{separator}{item}"
        target.write(entry.encode())
        separator = ", "
    target.write(b"]}")


EXPORTER = Exporter(
    "jsonld",
    "JSON-LD 1.1 with a context: the same",
    "graph.jsonld",
    write,
    opens="JSON-LD tools",
    keeps=STATEMENTS,
    from_quads=True,
)


class Names:
    """Shortens IRIs.

    Attributes:
        context: Short name → namespace.
    """

    def __init__(self, context: Mapping[str, str]) -> None:
        self.context = context
        self._longest_first = sorted(context.items(), key=lambda item: -len(item[1]))
        self._known: dict[str, str] = {}

    def short(self, iri: str) -> str:
        """Return ``prefix:name``, or the IRI if no namespace begins it.

        >>> Names({"ag": "https://example.org/ag#"}).short("https://example.org/ag#leads")
        'ag:leads'
        """
        if iri not in self._known:
            self._known[iri] = self._shortened(iri)
        return self._known[iri]

    def _shortened(self, iri: str) -> str:
        for prefix, namespace in self._longest_first:
            if iri.startswith(namespace) and len(iri) > len(namespace):
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri


def _graphs(lines: Iterable[str], names: Names) -> Graphs:
    """Return what each graph says; the lines are sorted, and so in order of their subjects."""
    graphs: Graphs = defaultdict(dict)
    for subject, about in groupby(quads_in(lines), attrgetter("subject")):
        nodes: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for quad in about:
            facts = nodes[_name(quad.graph_name, names)]
            if quad.predicate.value == RDF + "type":
                facts["@type"].append(_name(quad.object, names))
            else:
                facts[names.short(quad.predicate.value)].append(
                    _value(quad.object, names)
                )
        id_ = _name(subject, names)
        for graph, facts in nodes.items():
            graphs[graph][id_] = _json(_record(id_, facts))
    return graphs


def _items(graphs: Graphs) -> Iterator[str]:
    """Yield the nodes of the default graph and the other graphs, sorted by their names."""
    default = graphs.pop("", {})
    for name in sorted(default.keys() | graphs.keys()):
        if name in default:
            yield default[name]
        if name in graphs:
            nodes = ", ".join(node for _, node in sorted(graphs[name].items()))
            yield f'{{"@graph": [{nodes}], "@id": {_json(name)}}}'


def _name(term: object, names: Names) -> str:
    if not isinstance(term, ox.NamedNode):
        return ""
    return names.short(term.value)


def _value(term: object, names: Names) -> str | Record:
    if not isinstance(term, ox.Literal):
        return {"@id": _name(term, names)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = names.short(term.datatype.value)
    if datatype == _STRING:
        return term.value
    return {"@value": term.value, "@type": datatype}


def _record(id_: str, facts: Mapping[str, list[Any]]) -> Record:
    record: Record = {"@id": id_}
    for name, values in facts.items():
        if len(values) == 1:
            record[name] = values[0]
        else:
            record[name] = sorted(values, key=_sort_key)
    return record


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _sort_key(value: object) -> str:
    return json.dumps(value, sort_keys=True)
