"""Whether a graph keeps the rules of the SHACL shapes, by pySHACL.

It is thorough and slow (about 0.6 ms a claim), so a stored graph is taken in portions, and memory
does not grow with it.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

import pyoxigraph as ox

from actorgraph.dataset.matching_quads import matching_quads
from actorgraph.dataset.store import StoredGraph
from actorgraph.errors import OntologyError
from actorgraph.resources import ontology_file
from actorgraph.turtle import file_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from rdflib import Graph

SHACL = "http://www.w3.org/ns/shacl#"
#: Quads that are validated at once: some 60 MB in rdflib, and the 0.2 s that each call costs are
#: spread over many.
PORTION = 20_000


#: What a quad can be about.
_Node = ox.NamedNode | ox.BlankNode | ox.Triple


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A shape that a node breaks.

    Attributes:
        focus: The node, an IRI.
        path: The property that is wrong, an IRI; "" when the node itself is.
        message: What is wrong and what is allowed, as the shape puts it.
        value: The offending value, "" when something is missing.
    """

    focus: str
    path: str
    message: str
    value: str

    def __str__(self) -> str:
        """Return all in one line."""
        value = f" (found {self.value})" if self.value else ""
        text = f"{self.focus} {self.path}: {self.message}{value}"
        return " ".join(text.split())


def violations(
    lines: Iterable[str], vocabulary_extensions: Sequence[Path] = ()
) -> list[Violation]:
    """Return what breaks the shapes in some N-Quads lines, all graphs taken as one.

    Args:
        lines: Without line ends.
        vocabulary_extensions: The user's Turtle files.

    Returns:
        The violations, sorted; none if the lines keep all rules.

    Raises:
        OntologyError: if the shapes or an ontology file cannot be read.
        SyntaxError: if the lines are not N-Quads.
    """
    from pyshacl import validate

    extensions = tuple(vocabulary_extensions)
    shapes, ontology = _knowledge(extensions, tuple(map(file_digest, extensions)))
    logging.getLogger("pyshacl").setLevel(logging.CRITICAL)
    logger = logging.getLogger("actorgraph.pyshacl")
    logger.setLevel(logging.CRITICAL)
    # pySHACL's own ont_graph leaves out what is neither RDFS nor OWL.
    data = _merged(lines) + ontology
    _, report, _ = validate(
        data,
        shacl_graph=shapes,
        advanced=True,
        inference="none",
        inplace=True,
        logger=logger,
    )
    return sorted(_reported(report))


def document_violations(stored: StoredGraph) -> Iterator[Violation]:
    """Yield what breaks the shapes in a stored graph.

    Some documents are checked at a time, each with the actors and terms that it names.  What is
    wrong in several portions is reported once; the order is the same every time.

    Raises:
        OntologyError: if the shapes or an ontology file cannot be read.
    """
    reported: set[Violation] = set()
    portions = _portions(_with_context(stored.store))
    for portion in portions:
        in_portion = set(violations(portion, stored.extensions))
        fresh = in_portion - reported
        reported |= fresh
        yield from sorted(fresh)


@lru_cache(maxsize=2)
def _knowledge(
    extensions: tuple[Path, ...], _digests: tuple[str, ...]
) -> tuple[Graph, Graph]:
    from rdflib import Graph

    shapes, ontology = Graph(), Graph()
    shapes.parse(ontology_file("shapes.ttl"), format="turtle")
    ontology.parse(ontology_file("actors.ttl"), format="turtle")
    for path in extensions:
        try:
            ontology.parse(path, format="turtle")
        except (OSError, SyntaxError) as error:
            reason = " ".join(str(error).split())
            raise OntologyError(
                f"{path.name} cannot be read as Turtle: {reason}"
            ) from error
    return shapes, ontology


def _merged(lines: Iterable[str]) -> Graph:
    """Return the triples of all graphs, without the graph names, which rdflib does not read."""
    from rdflib import Graph

    text = "\n".join(lines)
    quads = ox.parse(text, format=ox.RdfFormat.N_QUADS)
    triples = "".join(f"{quad.triple} .\n" for quad in quads)
    return Graph().parse(data=triples, format="nt")


def _portions(groups: Iterable[list[str]]) -> Iterator[list[str]]:
    portion: list[str] = []
    for group in groups:
        portion += group
        if len(portion) >= PORTION:
            yield portion
            portion = []
    if portion:
        yield portion


def _with_context(store: ox.Store) -> Iterator[list[str]]:
    """Yield the lines of each document with what the default graph says about all it names.

    The last groups are what no document names.  All lines of a node are in one group: otherwise it
    would seem to lack the others.
    """
    described: set[_Node] = set()
    for graph in sorted(store.named_graphs(), key=str):
        stated = matching_quads(store, None, None, None, graph)
        quads = [*stated, *_default_quads(store, graph)]
        described |= _named_nodes(quads) | {graph}
        yield list(_group(store, quads))
    quads = list(matching_quads(store, None, None, None, ox.DefaultGraph()))
    subjects = set(map(attrgetter("subject"), quads))
    for subject in sorted(subjects - described, key=str):
        yield list(_group(store, _default_quads(store, subject)))


def _group(store: ox.Store, quads: list[ox.Quad]) -> Iterator[str]:
    """Yield quads as lines, and what the default graph says about the nodes that they name."""
    named = _named_nodes(quads)
    for quad in chain(quads, *(_default_quads(store, node) for node in named)):
        yield f"{quad} ."


def _named_nodes(quads: Iterable[ox.Quad]) -> set[_Node]:
    nodes: set[_Node] = set()
    for quad in quads:
        if isinstance(quad.object, ox.NamedNode):
            nodes.add(quad.object)
    return nodes


def _default_quads(store: ox.Store, node: _Node) -> list[ox.Quad]:
    """Return what the default graph says about a node."""
    return list(matching_quads(store, node, None, None, ox.DefaultGraph()))


def _reported(report: Graph) -> Iterator[Violation]:
    from rdflib import RDF, Namespace

    sh = Namespace(SHACL)
    predicates = sh.focusNode, sh.resultPath, sh.resultMessage, sh.value
    for result in report.subjects(RDF.type, sh.ValidationResult):
        values = [report.value(result, predicate) for predicate in predicates]
        texts = (str(value or "") for value in values)
        yield Violation(*texts)
