"""RDF: the stored data in the syntaxes of the W3C."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, BinaryIO

import pyoxigraph as ox

from actorgraph.export.registry import Exporter, Material
from actorgraph.identifiers import prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def write_nquads(material: Material, target: BinaryIO) -> None:
    """Write the data as stored: one statement a line, sorted."""
    target.writelines(f"{line.rstrip()}\n".encode() for line in material.quads())


def write_dataset(format_: ox.RdfFormat, material: Material, target: BinaryIO) -> None:
    """Write everything: the current picture, and a named graph of claims and evidence for each document.

    JSON-LD is written in its expanded form: with full IRIs, so that it needs no context.
    """
    ox.serialize(_quads(material.quads()), target, format_, prefixes=prefixes(material.base))


def write_current(format_: ox.RdfFormat, material: Material, target: BinaryIO) -> None:
    """Write the current picture only: the default graph, for formats or programs without named graphs."""
    current = (quad.triple for quad in _quads(material.quads()) if isinstance(quad.graph_name, ox.DefaultGraph))
    ox.serialize(current, target, format_, prefixes=prefixes(material.base))


EXPORTERS = (
    Exporter("turtle", "Turtle: the current picture", "graph.ttl", partial(write_current, ox.RdfFormat.TURTLE)),
    Exporter("trig", "TriG: the picture and every claim", "graph.trig", partial(write_dataset, ox.RdfFormat.TRIG)),
    Exporter("nquads", "N-Quads: the same, sorted lines", "graph.nq", write_nquads),
    Exporter("jsonld", "JSON-LD 1.1, expanded: the same", "graph.jsonld", partial(write_dataset, ox.RdfFormat.JSON_LD)),
)


def _quads(lines: Iterable[str]) -> Iterator[ox.Quad]:
    for line in lines:
        yield from ox.parse(line, format=ox.RdfFormat.N_QUADS)
