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


#: What a claim of RDF 1.1 tells of its triple, in three statements and a type, and RDF 1.2 in one.
PARTS = (RDF + "subject", RDF + "predicate", RDF + "object")
STATEMENT, REIFIES = ox.NamedNode(RDF + "Statement"), ox.NamedNode(RDF + "reifies")


def write_nquads(material: Material, target: BinaryIO) -> None:
    """Write the data as stored: one statement a line, sorted."""
    target.writelines(f"{line.rstrip()}\n".encode() for line in material.quads())


def write_dataset(format_: ox.RdfFormat, material: Material, target: BinaryIO) -> None:
    """Write everything: the current picture, and a named graph of claims and evidence for each document."""
    ox.serialize(
        _quads(material.quads()), target, format_, prefixes=prefixes(material.base)
    )


def write_current(format_: ox.RdfFormat, material: Material, target: BinaryIO) -> None:
    """Write the current picture only: the default graph, for formats or programs without named graphs."""
    current = (
        quad.triple
        for quad in _quads(material.quads())
        if isinstance(quad.graph_name, ox.DefaultGraph)
    )
    ox.serialize(current, target, format_, prefixes=prefixes(material.base))


def dataset(lines: Iterable[str]) -> rdflib.Dataset:
    """Lines of N-Quads as a dataset of rdflib, in memory."""
    import rdflib

    found = rdflib.Dataset()
    with _without_rdflibs_warnings():
        found.parse(data="\n".join(lines), format="nquads")
    return found


@contextmanager
def _without_rdflibs_warnings() -> Iterator[None]:
    """Rdflib warns of names of its own that it uses itself."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield


def write_jsonld(material: Material, target: BinaryIO) -> None:
    """Write everything as JSON-LD 1.1 whose context has the short names of ``identifiers.prefixes``."""
    whole = dataset(material.quads())
    with _without_rdflibs_warnings():
        document = json.loads(
            whole.serialize(format="json-ld", context=prefixes(material.base))
        )
    graphs = document.get("@graph", [])
    # rdflib writes the default graph as a graph without a name, which to a reader of JSON-LD is one with a blank name
    document["@graph"] = [
        node
        for one in graphs
        for node in (one["@graph"] if one.keys() == {"@graph"} else [one])
    ]
    target.write(json.dumps(document, ensure_ascii=False, sort_keys=True).encode())


def write_reifiers(material: Material, target: BinaryIO) -> None:
    """Write everything in one graph as RDF 1.2: each claim reifies a triple term, ``<<( subject relation object )>>``.

    Which document a claim comes from is told by its evidence.  Candidate Recommendation of the W3C, 2025.
    """
    quads = list(_quads(material.quads()))
    parts: dict[str, dict[Any, Any]] = {part: {} for part in PARTS}
    for quad in quads:
        if quad.predicate.value in parts:
            parts[quad.predicate.value][quad.subject] = quad.object
    terms = (
        ox.Triple(claim, REIFIES, ox.Triple(*(parts[part][claim] for part in PARTS)))
        for claim in parts[PARTS[0]]
    )
    rest = (
        quad.triple
        for quad in quads
        if quad.predicate.value not in parts and quad.object != STATEMENT
    )
    ox.serialize(
        chain(rest, terms),
        target,
        ox.RdfFormat.TURTLE,
        prefixes=prefixes(material.base),
    )


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
