"""Whether a graph is what it must be: against the SHACL shapes, and against what it was made from.

``violations`` asks pySHACL, which is thorough and slow (about 0.6 ms a claim), so a stored graph is
taken in portions, in flat memory.  ``verify`` needs no shapes: it reads everything back and writes
it again.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from actorgraph.dataset.corpus import load_corpus
from actorgraph.dataset.quads import corpus_lines
from actorgraph.dataset.store import StoredGraph, file_hash
from actorgraph.dataset.terms import XSD
from actorgraph.errors import ActorgraphError, OntologyError
from actorgraph.resources import ontology_file
from actorgraph.turtle import file_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from rdflib import Graph

SHACL = "http://www.w3.org/ns/shacl#"
#: Quads that are validated at once: some 60 MB in rdflib, and the 0.2 s that each call costs are
#: spread over many.
PORTION = 20_000
#: How many findings of one kind ``verify`` spells out; the rest are counted.
SPELLED_OUT = 5
_NARROWER = f"^^<{XSD}nonNegativeInteger>"


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
        """All in one line."""
        value = f" (found {self.value})" if self.value else ""
        return " ".join(f"{self.focus} {self.path}: {self.message}{value}".split())


def violations(
    lines: Iterable[str], vocabulary_extensions: Sequence[Path] = ()
) -> list[Violation]:
    """What breaks the shapes in some N-Quads lines, all graphs taken as one.

    Sorted, empty when nothing does.

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
    data = (
        _merged(lines) + ontology
    )  # pySHACL's own ont_graph leaves out what is neither RDFS nor OWL
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

    Some documents are checked at a time, each with the actors and terms that it names.

    What several portions find is reported once; the order is the same every time.

    Raises:
        OntologyError: if the shapes or an ontology file cannot be read.
    """
    seen: set[Violation] = set()
    for portion in _portions(_with_context(stored.store)):
        fresh = set(violations(portion, stored.extensions)) - seen
        seen |= fresh
        yield from sorted(fresh)


def verify(stored: StoredGraph) -> list[str]:
    """Re-check every invariant on what is stored.

    One sentence a finding, none when the graph is whole.

    The files must have the manifest's hashes, the store must hold what ``graph.nq`` says and no
    blank node, and the graph must be the one that its own claims, actors and documents give when
    they are written again: so every quote is verbatim in its text, every claim fits its relation's
    types, and every direct triple follows from accepted claims.
    """
    manifest = stored.manifest
    findings = [
        f"{name} is not the file that was written"
        for name, expected in manifest.sha256.items()
        if not (path := stored.folder / name).is_file() or file_hash(path) != expected
    ]
    if len(stored.store) != manifest.quads:
        findings.append(
            f"the store holds {len(stored.store)} statements, {manifest.quads} were written"
        )
    try:
        return findings + _rewritten(stored)
    except (ActorgraphError, OSError, UnicodeDecodeError, RuntimeError) as error:
        return [*findings, str(error)]


def _rewritten(stored: StoredGraph) -> list[str]:
    held = {f"{quad} .": _has_blank(quad) for quad in stored.store}
    manifest, corpus = stored.manifest, load_corpus(stored)
    findings = _shortened(
        [f"a blank node is stored: {line}" for line in sorted(held) if held[line]]
    )
    findings += _differences(
        "graph.nq", {_as_stored(line) for line in stored.lines()}, held.keys()
    )
    counts = {
        "actors": len(corpus.actors),
        "claims": len(corpus.claims),
        "documents": len(corpus.readings),
    }
    for noun, found in counts.items():
        if found != (written := getattr(manifest, noun)):
            findings.append(f"the graph has {found} {noun}, {written} were written")
    lines = set(
        map(
            _as_stored,
            corpus_lines(corpus, stored.vocabulary, manifest.base, manifest.threshold),
        )
    )
    return findings + _differences("what the claims give", lines, held.keys())


def _has_blank(quad: ox.Quad) -> bool:
    return any(
        isinstance(term, ox.BlankNode)
        for term in (quad.subject, quad.object, quad.graph_name)
    )


def _differences(
    source: str, expected: AbstractSet[str], held: AbstractSet[str]
) -> list[str]:
    missing = [
        f"missing in the store, though in {source}: {line}"
        for line in sorted(expected - held)
    ]
    surplus = [
        f"in the store, though not in {source}: {line}"
        for line in sorted(held - expected)
    ]
    return _shortened(missing) + _shortened(surplus)


def _shortened(findings: list[str]) -> list[str]:
    rest = len(findings) - SPELLED_OUT
    return (
        findings
        if rest <= 0
        else [*findings[:SPELLED_OUT], f"… and {rest} more of this kind"]
    )


def _as_stored(line: str) -> str:
    """A line as the engine gives it back: it keeps integers of all kinds as xsd:integer."""
    return line.replace(_NARROWER, f"^^<{XSD}integer>")


@lru_cache(maxsize=2)
def _knowledge(
    extensions: tuple[Path, ...], _digests: tuple[str, ...]
) -> tuple[Graph, Graph]:
    from rdflib import Graph

    shapes, ontology = Graph(), Graph()
    for graph, path in (
        (shapes, ontology_file("shapes.ttl")),
        (ontology, ontology_file("actors.ttl")),
    ):
        graph.parse(path, format="turtle")
    for path in extensions:
        try:
            ontology.parse(path, format="turtle")
        except (OSError, SyntaxError) as error:
            raise OntologyError(
                f"{path.name} cannot be read as Turtle: {' '.join(str(error).split())}"
            ) from error
    return shapes, ontology


def _merged(lines: Iterable[str]) -> Graph:
    """Return the triples of all graphs.

    rdflib reads N-Triples without a word of complaint, but no graph names.
    """
    from rdflib import Graph

    quads = ox.parse(
        "".join(f"{line}\n" for line in lines), format=ox.RdfFormat.N_QUADS
    )
    return Graph().parse(
        data="".join(f"{quad.triple} .\n" for quad in quads), format="nt"
    )


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
    """The lines of each document with what the default graph says of all it names.

    At last what no document names.
    """
    described: set[ox.NamedNode | ox.BlankNode | ox.Triple] = set()
    for graph in sorted(store.named_graphs(), key=str):
        quads = list(store.quads_for_pattern(None, None, None, graph))
        named = {
            graph,
            *(quad.object for quad in quads if isinstance(quad.object, ox.NamedNode)),
        }
        quads += [
            quad
            for node in named
            for quad in store.quads_for_pattern(node, None, None, ox.DefaultGraph())
        ]
        described |= named
        yield [f"{quad} ." for quad in quads]
    subjects = {
        quad.subject
        for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    }
    for subject in sorted(
        subjects - described, key=str
    ):  # all of one node together, or it seems to lack the rest
        yield [
            f"{quad} ."
            for quad in store.quads_for_pattern(subject, None, None, ox.DefaultGraph())
        ]


def _reported(report: Graph) -> Iterator[Violation]:
    from rdflib import RDF, Namespace

    sh = Namespace(SHACL)
    for result in report.subjects(RDF.type, sh.ValidationResult):
        focus, path, message, value = (
            str(report.value(result, predicate) or "")
            for predicate in (sh.focusNode, sh.resultPath, sh.resultMessage, sh.value)
        )
        yield Violation(focus, path, message, value)
