"""The W3C's tests of SPARQL 1.1: the grammar, the answers and the forms of results.

A query goes the way of every query: it is screened, run on a store and written in the form that the
test expects.  What asks other machines (SERVICE), updates and entailment are other suites.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.collection import Collection

from actorgraph.dataset.query_answers import Answer, Query
from actorgraph.dataset.query_process import answer_of, message_of
from actorgraph.dataset.screening import one_line_ends
from actorgraph.dataset.store import StoredGraph
from actorgraph.errors import ActorgraphError
from benchmarks.result_sets import GRAPHS, described, read_graph, same

if TYPE_CHECKING:
    from rdflib.term import Node

KNOWN = Path(__file__).resolve().parents[1] / "conformance.toml"
#: The lists of folders with tests of queries and of the forms of results.
SUITES = ("manifest-sparql11-query.ttl", "manifest-sparql11-results.ttl")
TESTS = "http://www.w3.org/2001/sw/DataAccess/tests/"
MF = Namespace(f"{TESTS}test-manifest#")
QT = Namespace(f"{TESTS}test-query#")
DAWG = Namespace(f"{TESTS}test-dawg#")
#: Ending of a file with an expected result → the form of our answer.
TABLES = {".csv": "csv", ".srj": "json", ".srx": "xml", ".tsv": "tsv"}
#: More rows than any answer of the suite has.
MAX_ROWS = 1_000
#: An ORDER BY of the whole query, not of a part in brackets.
ORDERED = re.compile(r"order\s+by[^{}]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Test:
    """A test of the suite.

    Attributes:
        name: Its folder and its name in there.
        kind: As the suite has it: ``QueryEvaluationTest``, ``PositiveSyntaxTest11`` …
        is_approved: Whether it is of those that the working group approved; others came later.
        query: The file with the query.
        data: Files of the default graph.
        named: Files of named graphs, which their addresses name.
        expected: The file with the result, or None if the grammar is tested.
    """

    name: str
    kind: str
    is_approved: bool
    query: Path
    data: tuple[Path, ...]
    named: tuple[Path, ...]
    expected: Path | None

    @property
    def is_syntax(self) -> bool:
        """Whether it is about the grammar alone."""
        return self.expected is None


def main() -> int:
    """Run all tests, name those that fail and print how many hold.

    Returns:
        1 if other tests fail than those that are known to, else 0.
    """
    parser = argparse.ArgumentParser(prog="scripts/conformance", description=__doc__)
    parser.add_argument(
        "folder", type=Path, help="sparql/sparql11 of the W3C's rdf-tests"
    )
    folder = parser.parse_args().folder.resolve()
    known = tomllib.loads(KNOWN.read_text(encoding="utf-8"))
    reasons = {name: why for names in known.values() for name, why in names.items()}
    total, held, failed = Counter[str](), Counter[str](), set[str]()
    for test in tests_of(folder):
        holds = passes(test)
        for group in groups_of(test):
            total[group] += 1
            held[group] += holds
        if not holds:
            failed.add(test.name)
            print(f"{test.name}: {reasons.get(test.name, 'NOT KNOWN')}", flush=True)
    for group, number in total.items():
        print(f"{group}: {held[group]} of {number}, {held[group] / number:.1%}")
    for name in reasons.keys() - failed:
        print(f"{name}: does not fail; take it out of {KNOWN.name}")
    return 1 if failed ^ reasons.keys() else 0


def groups_of(test: Test) -> Iterator[str]:
    """Yield what a test is counted under."""
    kind = "syntax" if test.is_syntax else "evaluation"
    yield from (kind, "all")
    if test.is_approved:
        yield from (f"{kind}, approved", "all, approved")


def tests_of(folder: Path) -> Iterator[Test]:
    """Yield the tests of queries in the order of the suite."""
    for suite in SUITES:
        listed = _parsed(folder / suite)
        for manifest in _entries(listed, MF.include):
            graph = _parsed(_path(manifest))
            for node in _entries(graph, MF.entries):
                yield _test(graph, node, _path(manifest).parent.name)


def _test(graph: Graph, node: Node, folder: str) -> Test:
    action = cast("Node", graph.value(node, MF.action))
    expected = graph.value(node, MF.result)
    return Test(
        name=f"{folder}/{str(node).rpartition('#')[2]}",
        kind=str(graph.value(node, RDF.type)).rpartition("#")[2],
        is_approved=graph.value(node, DAWG.approval) == DAWG.Approved,
        query=_path(graph.value(action, QT.query) or action),
        data=tuple(map(_path, graph.objects(action, QT.data))),
        named=tuple(map(_path, graph.objects(action, QT.graphData))),
        expected=None if expected is None else _path(expected),
    )


def _parsed(manifest: Path) -> Graph:
    return Graph().parse(manifest, format="turtle", publicID=manifest.as_uri())


def _entries(graph: Graph, predicate: URIRef) -> Iterator[Node]:
    for first in graph.objects(None, predicate):
        yield from Collection(graph, first)


def _path(address: Node) -> Path:
    return Path(str(address).removeprefix("file://"))


def passes(test: Test) -> bool:
    """Whether a query is answered, or refused, as the test wants it."""
    try:
        answer = answer_to(test)
    except ActorgraphError:
        return test.kind.startswith("Negative")
    if test.expected is None:
        return test.kind.startswith("Positive")
    suffix = test.expected.suffix
    if suffix in GRAPHS:
        form = ".nt" if answer.kind == "graph" else ".srj"
        ours = described(answer.payload, form, is_ordered=False)
        return same(ours, read_graph(test.expected))
    is_ordered = bool(ORDERED.search(_text(test.query)))
    ours = described(answer.payload, suffix, is_ordered=is_ordered)
    wanted = test.expected.read_bytes()
    return same(ours, described(wanted, suffix, is_ordered=is_ordered))


def answer_to(test: Test) -> Answer:
    """Put the query of a test to a store of its data.

    Raises:
        ActorgraphError: if it is refused.
    """
    suffix = "" if test.expected is None else test.expected.suffix
    table = TABLES.get(suffix, "json")
    query = Query(
        one_line_ends(_text(test.query)),
        {},
        max_rows=MAX_ROWS,
        base=test.query.as_uri(),
        forms={"select": table, "ask": table, "graph": "ntriples"},
    )
    stored = cast("StoredGraph", SimpleNamespace(store=_store_of(test)))
    return answer_of(message_of(stored, query, is_confined=True))


def _store_of(test: Test) -> ox.Store:
    store = ox.Store()
    graphs: list[tuple[Path, ox.NamedNode | None]] = [
        *((path, None) for path in test.data),
        *((path, ox.NamedNode(path.as_uri())) for path in test.named),
    ]
    for path, name in graphs:
        store.extend(
            ox.Quad(triple.subject, triple.predicate, triple.object, name)
            for triple in read_graph(path)
        )
    return store


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
