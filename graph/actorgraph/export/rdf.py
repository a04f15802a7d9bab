"""RDF: the stored data in the syntaxes of the W3C."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, BinaryIO

import pyoxigraph as ox

from actorgraph.export import json_ld
from actorgraph.export.registry import STATEMENTS, Content, Exporter, Material
from actorgraph.identifiers import prefixes
from actorgraph.turtle import RDF, quads_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import rdflib

#: RDF 1.1 states the triple of a claim in three statements and a type, RDF 1.2 in one.
PARTS = (RDF + "subject", RDF + "predicate", RDF + "object")
STATEMENT, REIFIES = ox.NamedNode(RDF + "Statement"), ox.NamedNode(RDF + "reifies")


def write_nquads(material: Material, target: BinaryIO) -> None:
    """Write the data as stored: one statement a line, sorted."""
    target.writelines(map(_line, material.quads()))


def _line(line: str) -> bytes:
    stripped = line.rstrip()
    return f"{stripped}\n".encode()


def write_dataset(format_: ox.RdfFormat, material: Material, target: BinaryIO) -> None:
    """Write everything: the current picture, and a named graph of claims for each document."""
    quads = quads_in(material.quads())
    ox.serialize(quads, target, format_, prefixes=prefixes(material.base))


def write_current(format_: ox.RdfFormat, material: Material, target: BinaryIO) -> None:
    """Write the current picture only: the default graph, for programs without named graphs."""
    current = (
        quad.triple
        for quad in quads_in(material.quads())
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


def write_reifiers(material: Material, target: BinaryIO) -> None:
    """Write everything in one graph as RDF 1.2.

    Each claim reifies a triple term, ``<<( subject relation object )>>``; its evidence names the
    document that it comes from.  Candidate Recommendation of the W3C, 2025.
    """
    quads = list(quads_in(material.quads()))
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
        opens="RDF tools; the current picture only",
        keeps=frozenset({Content.UNRELATED, Content.NAMES}),
        from_quads=True,
    ),
    Exporter(
        "trig",
        "TriG: the picture and every claim",
        "graph.trig",
        partial(write_dataset, ox.RdfFormat.TRIG),
        opens="RDF tools",
        keeps=STATEMENTS,
        from_quads=True,
    ),
    Exporter(
        "nquads",
        "N-Quads: the same, sorted lines",
        "graph.nq",
        write_nquads,
        opens="RDF tools, `sort`, `diff`",
        keeps=STATEMENTS,
        from_quads=True,
    ),
    json_ld.EXPORTER,
    Exporter(
        "rdf12",
        "Turtle of RDF 1.2, with reifiers: the same",
        "graph-rdf12.ttl",
        write_reifiers,
        opens="tools for RDF 1.2",
        keeps=STATEMENTS,
        from_quads=True,
    ),
)
