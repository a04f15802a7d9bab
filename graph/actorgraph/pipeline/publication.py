"""A graph in a SPARQL store: written in parts, resumed where it was stopped, read back.

Each document is a named graph there, as it is here, so a changed document replaces its own graph
only.  What the store has is written in a graph of its own, the ledger: for each graph a digest of
its content, and how many of its parts have arrived.  So a push that was stopped goes on where it
was, whoever runs it, and a store that lost its data gets them again.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from actorgraph.dataset.returned_triples import parsed_triples
from actorgraph.dataset.terms import literal
from actorgraph.errors import StoreError, UsageError
from actorgraph.identifiers import NAMESPACES
from actorgraph.pipeline.workers import Progress, silent

if TYPE_CHECKING:
    from actorgraph.export.graph_store import GraphStore
    from actorgraph.pipeline.graph import Graph

#: Lines of a part.
PART_LINES = 20_000
#: After this many graphs the ledger is written.
GRAPHS_AT_ONCE = 25
#: End of the IRI of the ledger.
LEDGER = "push"
_ENTRY = f"<{NAMESPACES['dcterms']}identifier>"
#: The entry of the ledger itself while not all has arrived.
_UNFINISHED = "unfinished"


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did.

    Attributes:
        graphs: Number of graphs that the store has now.
        sent: Number of those that had to be sent.
        removed: Number of those that were removed.
        statements: Number of statements of all.
    """

    graphs: int
    sent: int
    removed: int
    statements: int


@dataclass(frozen=True, slots=True)
class _GraphContent:
    """The statements of a graph, as sorted lines of N-Triples."""

    lines: list[str]

    @property
    def digest(self) -> str:
        hasher = hashlib.sha256()
        for line in self.lines:
            hasher.update(f"{line}\n".encode())
        return hasher.hexdigest()[:32]

    def parts(self) -> list[list[str]]:
        starts = range(0, len(self.lines), PART_LINES)
        return [self.lines[start : start + PART_LINES] for start in starts]


#: IRI of a graph in the store, None for its default graph → what is in it.
_GraphContents = Mapping[str | None, _GraphContent]


def push(
    graph: Graph,
    store: GraphStore,
    progress: Progress = silent,
    *,
    default_graph: str | None = None,
    replace: bool = False,
    again: bool = False,
) -> Pushed:
    """Write a graph into a store; what the store has of it already is not sent again.

    Args:
        graph: What is written.
        store: Where.
        progress: Called with the number of graphs done, and of all.
        default_graph: IRI of a named graph for the statements of the default graph, for stores that
            have none or keep other data there.
        replace: Replace what is in that graph even if this program did not write it.
        again: Send everything, for a store that has lost a part of its data.

    Raises:
        StoreError: if the store cannot be reached or refuses; run again, the push goes on.
        UsageError: if other data would be lost.
    """
    contents = _contents(graph, default_graph)
    pushing = _Pushing(store, graph.base, contents)
    ledger = pushing.read_ledger()
    if not ledger and not replace and not store.is_empty(default_graph):
        where = "default graph" if default_graph is None else f"graph {default_graph}"
        raise UsageError(
            f"the {where} of the store has statements that actorgraph did not write: choose "
            "another with --default-graph IRI, or give --replace"
        )
    if again:
        ledger = {name: set() for name in ledger}
    return pushing.run(ledger, progress)


def pull(store: GraphStore, base: str, default_graph: str | None = None) -> list[str]:
    """Return the sorted lines of N-Quads of a graph that was pushed.

    Args:
        store: Where it is.
        base: Base IRI of its data.
        default_graph: As it was pushed with.

    Raises:
        StoreError: if the store cannot be reached, has no such graph, or only a part of one.
    """
    ledger = _entries(store.get(base + LEDGER))
    if not ledger:
        raise StoreError(
            f"the store at {store.address} has no graph that was pushed with the base {base}"
        )
    if _UNFINISHED in ledger.get(base + LEDGER, ()):
        raise StoreError(
            f"the graph in the store at {store.address} is incomplete: run actorgraph push again"
        )
    lines: set[str] = set()
    for name in ledger:
        is_default = name == (default_graph or base)
        content = parsed_triples(store.get(default_graph if is_default else name))
        if not content:
            raise StoreError(
                f"the store at {store.address} has lost {name}: run actorgraph push --again"
            )
        end = " ." if is_default else f" <{name}> ."
        lines.update(triple + end for triple in content)
    return sorted(lines)


@dataclass(slots=True)
class _Pushing:
    """One push.

    Attributes:
        base: Base IRI of the data.
        contents: What the store is to have.
        pending: Lines of the ledger that are not written yet.
    """

    store: GraphStore
    base: str
    contents: _GraphContents
    pending: list[str] = field(default_factory=list)

    @property
    def _ledger(self) -> str:
        return self.base + LEDGER

    def read_ledger(self) -> dict[str, set[str]]:
        """Return the entries of each graph that the store has."""
        text = self.store.get(self._ledger)
        return _entries(text)

    def run(self, ledger: Mapping[str, set[str]], progress: Progress) -> Pushed:
        """Make the store have what it is to have, given what it has."""
        names = set(map(self._name, self.contents))
        gone = ledger.keys() - names - {self._ledger}
        arrived: dict[str | None, int] = {}
        incomplete: dict[str | None, int] = {}
        for graph, content in self.contents.items():
            done = _arrived(content, ledger.get(self._name(graph), set()))
            arrived[graph] = done
            if done < len(content.parts()):
                incomplete[graph] = done
        if incomplete or gone or _UNFINISHED in ledger.get(self._ledger, ()):
            # What is about to change must not count as arrived if this is stopped.
            self._write_ledger(arrived, gone, is_finished=False)
            self._send(incomplete, progress)
            for name in gone:
                self.store.delete(name)
            whole = {graph: len(item.parts()) for graph, item in self.contents.items()}
            self._write_ledger(whole, (), is_finished=True)
        statements = sum(len(content.lines) for content in self.contents.values())
        return Pushed(len(names), len(incomplete), len(gone), statements)

    def _send(self, incomplete: Mapping[str | None, int], progress: Progress) -> None:
        total = len(incomplete)
        for number, (graph, done) in enumerate(incomplete.items()):
            progress(number, total)
            self._send_graph(graph, done)
            if len(self.pending) >= GRAPHS_AT_ONCE:
                self._flush()
        self._flush()
        progress(total, total)

    def _send_graph(self, graph: str | None, done: int) -> None:
        content = self.contents[graph]
        parts = content.parts()
        for number, part in enumerate(parts[done:], done):
            send = self.store.post if number else self.store.put
            send(graph, part)
            self.pending.append(self._line(graph, content, number + 1))
            if len(parts) > 1:
                self._flush()

    def _flush(self) -> None:
        if self.pending:
            self.store.post(self._ledger, self.pending)
            self.pending.clear()

    def _write_ledger(
        self,
        arrived: Mapping[str | None, int],
        gone: Iterable[str],
        *,
        is_finished: bool,
    ) -> None:
        lines = [
            self._line(graph, self.contents[graph], done)
            for graph, done in arrived.items()
            if done
        ]
        lines += [f"<{name}> {_ENTRY} {literal('gone')} ." for name in gone]
        if not is_finished:
            lines.append(f"<{self._ledger}> {_ENTRY} {literal(_UNFINISHED)} .")
        self.store.put(self._ledger, lines)

    def _line(self, graph: str | None, content: _GraphContent, done: int) -> str:
        entry = literal(f"{content.digest}/{done}")
        return f"<{self._name(graph)}> {_ENTRY} {entry} ."

    def _name(self, graph: str | None) -> str:
        """Return the IRI of a graph in the ledger, where the default graph has that of the base."""
        if graph is None:
            return self.base
        return graph


def _contents(graph: Graph, default_graph: str | None) -> _GraphContents:
    """Return the graphs in the order in which they are sent: the default graph comes last."""
    import pyoxigraph as ox

    grouped: dict[str | None, list[str]] = defaultdict(list)
    text = "\n".join(graph.stored.lines())
    for quad in ox.parse(text, format=ox.RdfFormat.N_QUADS):
        is_default = isinstance(quad.graph_name, ox.DefaultGraph)
        name = default_graph if is_default else quad.graph_name.value
        grouped[name].append(str(quad.triple) + " .")
    default = grouped.pop(default_graph, [])
    ordered = {**grouped, default_graph: default}
    return {name: _GraphContent(sorted(lines)) for name, lines in ordered.items()}


def _arrived(content: _GraphContent, entries: Iterable[str]) -> int:
    """Return how many parts of a graph the store has."""
    digest = content.digest
    done = [0]
    for entry in entries:
        written, _, number = entry.partition("/")
        if written == digest:
            done.append(int(number))
    return max(done)


def _entries(text: str) -> dict[str, set[str]]:
    """Return the entries of a ledger by graph."""
    import pyoxigraph as ox

    entries: dict[str, set[str]] = defaultdict(set)
    quads = ox.parse(text, format=ox.RdfFormat.N_TRIPLES)
    for quad in quads:
        if str(quad.predicate) == _ENTRY:
            graph = quad.subject.value
            entries[graph].add(quad.object.value)
    return entries
