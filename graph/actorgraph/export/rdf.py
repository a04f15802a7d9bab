"""RDF: the stored data in the syntaxes of the W3C."""

from __future__ import annotations

import json
import warnings
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, BinaryIO

import pyoxigraph as ox

from actorgraph.export.registry import Exporter, Material
from actorgraph.identifiers import prefixes
from actorgraph.turtle import RDF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import rdflib

Record = dict[str, Any]

#: RDF 1.1 states the triple of a claim in three statements and a type, RDF 1.2 in one.
PARTS = (RDF + "subject", RDF + "predicate", RDF + "object")
STATEMENT, REIFIES = ox.NamedNode(RDF + "Statement"), ox.NamedNode(RDF + "reifies")


def write_nquads(material: Material, target: BinaryIO) -> None:
    """Write the data as stored: one statement a line, sorted."""
    target.writelines(map(_line, material.quads()))


def _line(line: str) -> bytes:
    return f"{line.rstrip()}\n".encode()


def write_dataset(format_: ox.RdfFormat, material: Material, target: BinaryIO) -> None:
    """Write everything: the current picture, and a named graph of claims for each document."""
    quads = _quads(material.quads())
    ox.serialize(quads, target, format_, prefixes=prefixes(material.base))


def write_current(format_: ox.RdfFormat, material: Material, target: BinaryIO) -> None:
    """Write the current picture only: the default graph, for programs without named graphs."""
    current = (
        quad.triple
        for quad in _quads(material.quads())
        if isinstance(quad.graph_name, ox.DefaultGraph)
    )
    ox.serialize(current, target, format_, prefixes=prefixes(material.base))


def dataset(lines: Iterable[str]) -> rdflib.Dataset:
    """Return lines of N-Quads as a dataset of rdflib, in memory."""
    import rdflib

    dataset = rdflib.Dataset()
    with _without_rdflibs_warnings():
        dataset.parse(data="\n".join(lines), format="nquads")
    return dataset


@contextmanager
def _without_rdflibs_warnings() -> Iterator[None]:
    """Rdflib warns of names of its own that it uses itself."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield


def write_jsonld(material: Material, target: BinaryIO) -> None:
    """Write everything as JSON-LD 1.1 whose context has the names of ``identifiers.prefixes``."""
    context = prefixes(material.base)
    with _without_rdflibs_warnings():
        text = dataset(material.quads()).serialize(format="json-ld", context=context)
    document = json.loads(text)
    document["@graph"] = _nodes(document.get("@graph", []))
    json_text = json.dumps(_ordered(document), ensure_ascii=False, sort_keys=True)
    target.write(json_text.encode())


def _nodes(graphs: list[Record]) -> list[Record]:
    """Return named graphs and the nodes of the default graph.

    Rdflib writes the default graph as a graph without a name, which to a reader of JSON-LD is one
    with a blank name.
    """
    nodes: list[Record] = []
    for graph in graphs:
        is_default = graph.keys() == {"@graph"}
        nodes.extend(graph["@graph"] if is_default else [graph])
    return nodes


def _ordered(value: object) -> object:
    """Sort all lists: they are sets in JSON-LD, and rdflib's order changes from run to run."""
    if isinstance(value, dict):
        return {key: _ordered(item) for key, item in value.items()}
    if isinstance(value, list):
        return sorted(map(_ordered, value), key=_sort_key)
    return value


def _sort_key(value: object) -> tuple[str, str]:
    name = value.get("@id", "") if isinstance(value, dict) else ""
    return name, json.dumps(value, sort_keys=True)


def write_reifiers(material: Material, target: BinaryIO) -> None:
    """Write everything in one graph as RDF 1.2.

    Each claim reifies a triple term, ``<<( subject relation object )>>``; its evidence names the
    document that it comes from.  Candidate Recommendation of the W3C, 2025.
    """
    quads = list(_quads(material.quads()))
    statements = chain(_other_triples(quads), _reifications(quads))
    namespaces = prefixes(material.base)
    ox.serialize(statements, target, ox.RdfFormat.TURTLE, prefixes=namespaces)


def _reifications(quads: Iterable[ox.Quad]) -> Iterator[ox.Triple]:
    """Yield for each claim the statement that it reifies its triple."""
    parts: dict[str, dict[Any, Any]] = {part: {} for part in PARTS}
    for quad in quads:
        if quad.predicate.value in parts:
            parts[quad.predicate.value][quad.subject] = quad.object
    subjects, predicates, objects = parts.values()
    for claim, subject in subjects.items():
        triple = ox.Triple(subject, predicates[claim], objects[claim])
        yield ox.Triple(claim, REIFIES, triple)


def _other_triples(quads: Iterable[ox.Quad]) -> Iterator[ox.Triple]:
    """Yield what RDF 1.2 states in the same way."""
    for quad in quads:
        if quad.predicate.value not in PARTS and quad.object != STATEMENT:
            yield quad.triple


EXPORTERS = (
    Exporter(
        "turtle",
        "Turtle: the current picture",
        "graph.ttl",
        partial(write_current, ox.RdfFormat.TURTLE),
    ),
    Exporter(
        "trig",
        "TriG: the picture and every claim",
        "graph.trig",
        partial(write_dataset, ox.RdfFormat.TRIG),
    ),
    Exporter("nquads", "N-Quads: the same, sorted lines", "graph.nq", write_nquads),
    Exporter(
        "jsonld", "JSON-LD 1.1 with a context: the same", "graph.jsonld", write_jsonld
    ),
    Exporter(
        "rdf12",
        "Turtle of RDF 1.2, with reifiers: the same",
        "graph-rdf12.ttl",
        write_reifiers,
    ),
)


def _quads(lines: Iterable[str]) -> Iterator[ox.Quad]:
    for line in lines:
        yield from ox.parse(line, format=ox.RdfFormat.N_QUADS)
