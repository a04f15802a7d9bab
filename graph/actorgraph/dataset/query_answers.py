"""A query and its answer, as the process that runs it computes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

import pyoxigraph as ox

from actorgraph.dataset.results import QueryResult

#: What the engine gives for SELECT, ASK, and CONSTRUCT or DESCRIBE.
_Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


@dataclass(frozen=True, slots=True)
class Query:
    """A query to run.

    Attributes:
        text: SPARQL, with line feeds as line ends.
        prefixes: Prefix → namespace, those that need no declaration.
        max_rows: Maximum number of rows, or None for all.
        base: IRI that relative ones are resolved against, or None if they are refused.
        default_graphs: IRIs of the graphs that are its default graph, whatever its own FROM says.
            Without these and ``named_graphs``, its FROM counts, or else the store's default graph.
        named_graphs: The same of its named graphs.
        forms: Kind of answer → form of ``FORMATS`` that the answer is written in; None if it is
            kept as ``QueryResult`` has it.
    """

    text: str
    prefixes: Mapping[str, str]
    max_rows: int | None = None
    base: str | None = None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    forms: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it comes out of its process.

    Attributes:
        kind: As in ``QueryResult``.
        payload: As in ``QueryResult``, or written in ``form``.
        truncated: As in ``QueryResult``.
        form: What the payload is written in; "" if it is as ``QueryResult`` has it, or empty since
            none of the query's forms fits its kind.
    """

    kind: str
    payload: bytes
    truncated: bool = False
    form: str = ""


def evaluated(store: ox.Store, query: Query) -> Answer:
    """Run a query in this process.

    Raises:
        SyntaxError, ValueError: if it cannot be parsed.
        OSError, RuntimeError: if the store cannot be read.
    """
    is_free = not query.default_graphs and not query.named_graphs
    results = store.query(
        query.text,
        prefixes=dict(query.prefixes),
        base_iri=query.base,
        default_graph=None if is_free else [*map(ox.NamedNode, query.default_graphs)],
        named_graphs=None if is_free else [*map(ox.NamedNode, query.named_graphs)],
    )
    if query.forms is None:
        return _answer(results, query.max_rows)
    kind = _kind(results)
    form = query.forms.get(kind, "")
    if not form:
        return Answer(kind, b"")
    answer = _answer(results, query.max_rows)
    return _written(answer, form, query.prefixes)


def _kind(results: _Results) -> str:
    if isinstance(results, ox.QueryBoolean):
        return "ask"
    return "graph" if isinstance(results, ox.QueryTriples) else "select"


def _written(answer: Answer, form: str, prefixes: Mapping[str, str]) -> Answer:
    """Return an answer in a form; one that is cut stays as it is, for it is not to be sent."""
    if answer.truncated:
        return answer
    result = QueryResult(answer.kind, answer.payload, answer.truncated, prefixes)
    payload = result.serialize(form)
    return replace(answer, payload=payload, form=form)


def _answer(results: _Results, max_rows: int | None) -> Answer:
    if isinstance(results, ox.QueryBoolean):
        return Answer("ask", b"true" if results else b"false")
    if isinstance(results, ox.QueryTriples):
        triples = {f"{triple} .\n" for triple in islice(results, max_rows)}
        text = "".join(sorted(triples))
        return Answer("graph", text.encode(), truncated=_has_more(results))
    if max_rows is None:
        table = results.serialize(format=ox.QueryResultsFormat.TSV) or b""
        return Answer("select", table)
    rows = "".join(_rows(results, max_rows))
    return Answer("select", rows.encode(), truncated=_has_more(results))


def _rows(results: ox.QuerySolutions, max_rows: int) -> Iterator[str]:
    """Yield the lines of SPARQL TSV."""
    yield "\t".join(map(str, results.variables)) + "\n"
    for solution in islice(results, max_rows):
        cells = map(_cell, solution)
        yield "\t".join(cells) + "\n"


def _cell(term: object) -> str:
    if term is None:
        return ""
    return str(term)


def _has_more(results: ox.QuerySolutions | ox.QueryTriples) -> bool:
    return next(results, None) is not None
