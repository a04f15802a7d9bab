"""Turtle files of the ontology, as plain strings, and lines of N-Quads."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from actorgraph.errors import OntologyError
from actorgraph.identifiers import NAMESPACES

RDF = NAMESPACES["rdf"]
RDFS = NAMESPACES["rdfs"]
OWL = NAMESPACES["owl"]
SKOS = NAMESPACES["skos"]

#: Predicate → objects of one subject, IRIs and literals as plain strings, in file order.
Facts = Mapping[str, list[str]]
#: Subject → its facts, in file order.
Descriptions = Mapping[str, Facts]


def local_name(iri: str) -> str:
    """Return the part of an IRI after its last ``#``, ``/`` or ``:``.

    >>> local_name("https://example.org/terms#envoyOf")
    'envoyOf'
    """
    for separator in "#/:":
        _, _, iri = iri.rpartition(separator)
    return iri


def file_digest(path: Path) -> str:
    """Return the SHA-256 of an ontology file, hexadecimal.

    What was computed from the file is kept under it.

    Raises:
        OntologyError: if the file cannot be read.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    return hashlib.sha256(content).hexdigest()


def read_turtle(paths: Iterable[Path]) -> Descriptions:
    """Describe every subject of some Turtle files.

    Raises:
        OntologyError: if a file is missing or is not Turtle, with the line.
    """
    descriptions: dict[str, dict[str, list[str]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for path in paths:
        try:
            for subject, predicate, object_ in _triples(path):
                descriptions[subject][predicate].append(object_)
        except OSError as error:
            raise _unreadable(path, error) from error
        except (SyntaxError, ValueError) as error:
            raise OntologyError(f"{path.name} is not valid Turtle: {error}") from error
    return descriptions


def quads_in(lines: Iterable[str]) -> Iterator[ox.Quad]:
    """Yield the statements of lines of N-Quads, without reading all lines first."""
    for line in lines:
        yield from ox.parse(line, format=ox.RdfFormat.N_QUADS)


def _triples(path: Path) -> Iterator[tuple[str, str, str]]:
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        subject, object_ = quad.subject, quad.object
        # Statements about statements are not read.
        if isinstance(subject, ox.Triple) or isinstance(object_, ox.Triple):
            continue
        yield subject.value, quad.predicate.value, object_.value


def _unreadable(path: Path, error: OSError) -> OntologyError:
    return OntologyError(
        f"cannot read the ontology file {path}: {error.strerror or error}"
    )
