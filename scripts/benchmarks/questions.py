"""Every named question: the store on disk beside rdflib in memory, and a large graph beside a small one."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from graphs import stored_graph
from measuring import Scale, cost, in_turns
from other_engine import Answer, OtherEngine, Rows, plain
from table import Row, at_least, at_most

from actorgraph.dataset.queries import (
    NamedQuery,
    QueryResult,
    named_questions,
    run_query,
)
from actorgraph.dataset.store import StoredGraph

#: Seconds that a question to the store may take here: far more than it should.
LIMIT = 600.0
#: A question that rdflib takes longer for, in seconds, is put to it once.
SLOW = 3.0
#: Claims of the graph that the rows are compared on, beside those answers that rdflib finishes on the larger one.
FEW_CLAIMS = 60


def questions(scale: Scale) -> Iterator[Row]:
    """Each question to both engines, by the CPU time of the answer with all its rows; the rows are compared."""
    _compare_all(scale)
    with tempfile.TemporaryDirectory() as folder:
        stored = stored_graph(folder, scale.claims)
        with OtherEngine(stored.folder / "graph.nq", scale.patience) as other:
            for question in named_questions():
                yield _both_engines(question, stored, other, scale)


def growth(scale: Scale) -> Iterator[Row]:
    """Each question to the store, over many claims and over fewer."""
    with tempfile.TemporaryDirectory() as folder:
        small = stored_graph(Path(folder) / "small", scale.claims)
        large = stored_graph(Path(folder) / "large", scale.many_claims)
        for question in named_questions():
            costs = in_turns(
                partial(_ask, large, question),
                partial(_ask, small, question),
                scale.rounds,
            )
            what = f"{question.name}, {scale.many_claims:,} claims; other: {scale.claims:,}"
            yield Row(what, *costs, at_most(15))


def _ask(stored: StoredGraph, question: NamedQuery) -> QueryResult:
    result = run_query(stored, question.text, time_limit=LIMIT)
    for _ in result.rows():
        pass
    return result


def _both_engines(
    question: NamedQuery, stored: StoredGraph, other: OtherEngine, scale: Scale
) -> Row:
    what = f"{question.name}, {scale.claims:,} claims; other: rdflib in memory"
    work = partial(_ask, stored, question)
    work()
    ours, theirs = [cost(work)], [other.ask(question.text)]
    while theirs[-1].seconds < SLOW and len(theirs) < scale.rounds:
        ours.append(cost(work))
        theirs.append(other.ask(question.text))
    _compare(question, work(), theirs[0])
    return Row(
        what,
        median(ours),
        median(one.seconds for one in theirs),
        at_least(10),
        cut=theirs[0].rows is None,
    )


def _compare_all(scale: Scale) -> None:
    """Hold the rows of all questions against those of rdflib, over a graph so small that it answers them all."""
    with tempfile.TemporaryDirectory() as folder:
        stored = stored_graph(folder, FEW_CLAIMS)
        with OtherEngine(stored.folder / "graph.nq", scale.patience) as other:
            for question in named_questions():
                _compare(question, _ask(stored, question), other.ask(question.text))


def _compare(question: NamedQuery, result: QueryResult, answer: Answer) -> None:
    """Say it on standard error when the engines differ."""
    mine = Rows(plain(row) for row in result.rows())
    if answer.rows is not None and answer.rows != mine:
        counts = (
            f"{mine.total()} rows, rdflib has {answer.rows.total()}, and they differ"
        )
        print(f"benchmark: {question.name}: {counts}", file=sys.stderr)
