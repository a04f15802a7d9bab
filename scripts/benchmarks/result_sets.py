"""Results of SPARQL as graphs, which are the same or not whatever their blank nodes are called."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path

import pyoxigraph as ox

_RESULT = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_XSD = "http://www.w3.org/2001/XMLSchema#"
#: Ending of a file → the format of RDF in it.
GRAPHS = {
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".ttl": ox.RdfFormat.TURTLE,
}
_TABLES = {
    ".srj": ox.QueryResultsFormat.JSON,
    ".srx": ox.QueryResultsFormat.XML,
    ".tsv": ox.QueryResultsFormat.TSV,
}
#: Name of a datatype whose values are written in several ways → one way to write each.
_SPELLINGS: Mapping[str, Callable[[str], str]] = {
    "boolean": lambda text: str(text in ("1", "true")).lower(),
    "decimal": lambda text: str(Fraction(text)),
    "double": lambda text: repr(float(text)),
    "float": lambda text: repr(float(text)),
    "integer": lambda text: str(Fraction(text)),
}
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def read_graph(path: Path) -> Iterator[ox.Triple]:
    """Yield the triples of a file; its relative IRIs are files beside it."""
    quads = ox.parse(path=path, format=GRAPHS[path.suffix], base_iri=path.as_uri())
    for quad in quads:
        yield quad.triple


def described(answer: bytes, form: str, *, is_ordered: bool) -> Iterator[ox.Triple]:
    """Yield what an answer says: its triples, or the description of a table or of ASK.

    Args:
        answer: What was read from a file or written for one.
        form: Ending of such a file.
        is_ordered: Whether the place of a row in a table counts.
    """
    if form in GRAPHS:
        for quad in ox.parse(answer, format=GRAPHS[form]):
            yield quad.triple
        return
    if form == ".csv":
        names, *rows = csv.reader(answer.decode().splitlines())
        yield from _table(
            names, (map(_cell, row) for row in rows), is_ordered=is_ordered
        )
        return
    results = ox.parse_query_results(answer, format=_TABLES[form])
    if isinstance(results, ox.QueryBoolean):
        yield _triple(ox.BlankNode(), "boolean", ox.Literal(bool(results)))
    else:
        names = [variable.value for variable in results.variables]
        yield from _table(names, results, is_ordered=is_ordered)


def same(some: Iterable[ox.Triple], others: Iterable[ox.Triple]) -> bool:
    """Whether triples are the same; numbers are if their values and datatypes are."""
    return _canonical(some) == _canonical(others)


def _table(
    names: list[str], rows: Iterable[Iterable[Term | None]], *, is_ordered: bool
) -> Iterator[ox.Triple]:
    table = ox.BlankNode()
    yield ox.Triple(table, _TYPE, ox.NamedNode(f"{_RESULT}ResultSet"))
    for name in names:
        yield _triple(table, "resultVariable", ox.Literal(name))
    for number, row in enumerate(rows):
        solution = ox.BlankNode()
        yield _triple(table, "solution", solution)
        if is_ordered:
            yield _triple(solution, "index", ox.Literal(number))
        for name, term in zip(names, row, strict=True):
            if term is not None:
                yield from _binding(solution, name, term)


def _binding(solution: ox.BlankNode, name: str, term: Term) -> Iterator[ox.Triple]:
    binding = ox.BlankNode()
    yield _triple(solution, "binding", binding)
    yield _triple(binding, "variable", ox.Literal(name))
    yield _triple(binding, "value", term)


def _triple(subject: ox.BlankNode, name: str, term: Term) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(_RESULT + name), term)


def _cell(text: str) -> Term:
    """Return what a cell of CSV says, which has no datatype."""
    return ox.BlankNode(text[2:]) if text.startswith("_:") else ox.Literal(text)


def _canonical(triples: Iterable[ox.Triple]) -> ox.Dataset:
    quads = (
        ox.Quad(each.subject, each.predicate, _value(each.object)) for each in triples
    )
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return dataset


def _value(term: Term) -> Term:
    """Return a value in one way of writing it: a store keeps values, not how they were written."""
    if not isinstance(term, ox.Literal):
        return term
    spelling = _SPELLINGS.get(term.datatype.value.removeprefix(_XSD))
    if spelling is None:
        return term
    return ox.Literal(spelling(term.value), datatype=term.datatype)
