"""SPARQL over a stored graph.

A query is screened, run in a confined process, and answered fully or not at all.

The default graph of a query is the default graph of the store, the current picture; claims and
evidence are in the named graphs: ``GRAPH ?document { … }``.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from actorgraph.dataset.query_answers import Query
from actorgraph.dataset.query_process import answer_in_child
from actorgraph.dataset.results import FORMATS, QueryResult
from actorgraph.dataset.screening import one_line_ends
from actorgraph.dataset.unknown_terms import check_terms, why_empty
from actorgraph.errors import UsageError
from actorgraph.identifiers import prefixes

if TYPE_CHECKING:
    from actorgraph.dataset.store import StoredGraph

__all__ = ["FORMATS", "TIME_LIMIT", "QueryResult", "run_query"]

#: Seconds that a query may take by default: a person waits that long, named questions stay well
#: below.
TIME_LIMIT = 30.0
#: A day: nobody waits longer, and the clock of the system ends somewhere.
LONGEST = 86_400.0


def check_limits(time_limit: float, max_rows: int | None) -> None:
    """Refuse limits that an answer cannot have.

    Raises:
        UsageError: if one is not positive, or the time is more than a day.
    """
    if not 0 < time_limit <= LONGEST or (max_rows is not None and max_rows <= 0):
        raise UsageError(
            "the time limit and the number of rows must be more than 0, the time at most a day"
        )


def run_query(
    stored: StoredGraph,
    sparql: str,
    *,
    time_limit: float = TIME_LIMIT,
    max_rows: int | None = None,
) -> QueryResult:
    """Answer a question in SPARQL 1.1: SELECT, ASK, CONSTRUCT or DESCRIBE.

    Args:
        stored: The graph to ask.
        sparql: The query; the prefixes of ``identifiers.prefixes`` need no declaration.
        time_limit: Seconds, more than 0.
        max_rows: Maximum number of rows (or triples); a longer answer is cut there and marked
            ``truncated``.

    Returns:
        The answer, which may have no rows.

    Raises:
        QueryRefused: if the query leaves the machine, changes the graph, asks a graph that does not
            exist, is too long or nested too deep, cannot be parsed, or has a term that neither the
            ontology nor the graph has.
        QueryStopped: if it does not end in time, or takes too much memory; rows computed by then
            are discarded.
        StoreError: if the store cannot be read.
        UsageError: as ``check_limits``.
    """
    check_limits(time_limit, max_rows)
    rows = max_rows and min(max_rows, sys.maxsize)
    query = Query(one_line_ends(sparql), prefixes(stored.manifest.base), rows)
    answer = answer_in_child(stored, query, time_limit)
    check_terms(stored, query)
    is_empty = answer.kind == "select" and not answer.payload.partition(b"\n")[2]
    hint = why_empty(stored, query) if is_empty else ""
    return QueryResult(
        answer.kind, answer.payload, answer.truncated, query.prefixes, hint
    )
