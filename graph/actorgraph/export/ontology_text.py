"""The ontology that goes with the data, for whoever opens the data without this program."""

from __future__ import annotations

from typing import BinaryIO

from actorgraph.export.registry import Exporter, Material
from actorgraph.resources import ontology_file

#: What the data are described with: classes and relations, their links to other vocabularies, and
#: the shapes that the data keep.
FILES = ("actors.ttl", "alignments.ttl", "shapes.ttl")


def write(material: Material, target: BinaryIO) -> None:
    """Write the files of the ontology and those of the user one after the other, as Turtle.

    Raises:
        OntologyError: if a file of the ontology is missing.
    """
    paths = [*map(ontology_file, FILES), *material.extensions]
    target.writelines(path.read_bytes().rstrip() + b"\n\n" for path in paths)


EXPORTER = Exporter(
    "ontology",
    "Turtle: classes, relations and shapes of the data",
    "ontology.ttl",
    write,
    opens="RDF tools; what the data are described with",
    keeps=frozenset(),
    from_quads=True,
)
