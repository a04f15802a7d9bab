"""A description of the data: what there is (VoID) and what it was made from, by what (PROV).

There is no time of day in it, so equal graphs have equal descriptions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import pyoxigraph as ox

from actorgraph.export.registry import Exporter, Material
from actorgraph.identifiers import NAMESPACES, ONTOLOGY, digest, document_iri, prefixes
from actorgraph.turtle import RDF, RDFS, quads_in

VOID = "http://rdfs.org/ns/void#"
DCTERMS, PROV, XSD = NAMESPACES["dcterms"], NAMESPACES["prov"], NAMESPACES["xsd"]
SHAPES = "https://w3id.org/actorgraph/shapes"
PROGRAM = "https://w3id.org/actorgraph/program"
#: What of a run decides what is read, under the names of the manifest.
SETTINGS = ("version", "pipeline", "reader", "floor", "threshold")

Facts = Iterator[ox.Triple]


def write(material: Material, target: BinaryIO) -> None:
    """Write the description as Turtle."""
    namespaces = {**prefixes(material.base), "void": VOID}
    ox.serialize(_dataset(material), target, ox.RdfFormat.TURTLE, prefixes=namespaces)


EXPORTER = Exporter(
    "void",
    "Turtle: what the data are and what they were made from (VoID, PROV)",
    "graph-void.ttl",
    write,
    opens="RDF tools; what the data were made from",
    keeps=frozenset(),
)


def _dataset(material: Material) -> Facts:
    node = ox.NamedNode(f"{material.base}dataset")
    run = ox.NamedNode(f"{material.base}run/{_run_id(material)}")
    classes, properties, quads = _counts(material)
    yield _fact(node, RDF + "type", _iri(VOID + "Dataset"))
    yield _fact(node, RDF + "type", _iri(PROV + "Entity"))
    yield _fact(node, DCTERMS + "title", ox.Literal("Claims about actors in the news"))
    yield _fact(node, DCTERMS + "conformsTo", _iri(SHAPES))
    yield _fact(node, VOID + "vocabulary", _iri(ONTOLOGY))
    yield _fact(node, VOID + "uriSpace", ox.Literal(material.base))
    yield _fact(node, VOID + "triples", _number(quads))
    yield _fact(node, VOID + "entities", _number(len(material.corpus.actors)))
    yield _fact(node, VOID + "documents", _number(len(material.corpus.readings)))
    yield _fact(node, PROV + "wasGeneratedBy", run)
    yield from _partitions(node, "class", classes, "entities")
    yield from _partitions(node, "property", properties, "triples")
    yield from _run(run, node, material)


def _partitions(
    node: ox.NamedNode, kind: str, counts: Mapping[str, int], unit: str
) -> Facts:
    """Yield how often each class or property is used."""
    for iri, number in sorted(counts.items()):
        part = ox.NamedNode(f"{node.value}/{kind}/{digest(iri)}")
        yield _fact(node, f"{VOID}{kind}Partition", part)
        yield _fact(part, VOID + kind, _iri(iri))
        yield _fact(part, VOID + unit, _number(number))


def _run(run: ox.NamedNode, node: ox.NamedNode, material: Material) -> Facts:
    """Yield by which program and from which documents the data were made."""
    program = ox.NamedNode(f"{PROGRAM}/{material.run.get('version', '')}")
    yield _fact(run, RDF + "type", _iri(PROV + "Activity"))
    yield _fact(run, PROV + "wasAssociatedWith", program)
    settings = [f"{name} {material.run.get(name, '')}" for name in SETTINGS]
    yield _fact(run, RDFS + "comment", ox.Literal(", ".join(settings)))
    yield _fact(program, RDF + "type", _iri(PROV + "SoftwareAgent"))
    label = f"actorgraph {material.run.get('version', '')}".strip()
    yield _fact(program, RDFS + "label", ox.Literal(label))
    for reading in material.corpus.readings:
        document = _iri(document_iri(reading.document.id, material.base))
        yield _fact(run, PROV + "used", document)
        yield _fact(node, PROV + "wasDerivedFrom", document)


def _run_id(material: Material) -> str:
    """Return an id that is the same for equal documents and settings."""
    documents = [reading.document.id for reading in material.corpus.readings]
    settings = [material.run.get(name, "") for name in SETTINGS]
    return digest(*settings, *sorted(documents))


def _counts(material: Material) -> tuple[Counter[str], Counter[str], int]:
    """Return how often each class and each property is used, and the number of statements."""
    classes: Counter[str] = Counter()
    properties: Counter[str] = Counter()
    for quad in quads_in(material.quads()):
        properties[quad.predicate.value] += 1
        if quad.predicate.value == RDF + "type":
            classes[str(getattr(quad.object, "value", ""))] += 1
    return classes, properties, properties.total()


def _fact(
    subject: ox.NamedNode, predicate: str, object_: ox.NamedNode | ox.Literal
) -> ox.Triple:
    return ox.Triple(subject, _iri(predicate), object_)


def _iri(text: str) -> ox.NamedNode:
    return ox.NamedNode(text)


def _number(number: int) -> ox.Literal:
    return ox.Literal(str(number), datatype=_iri(XSD + "integer"))
