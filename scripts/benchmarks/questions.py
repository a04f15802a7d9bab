"""The named questions: the store beside rdflib in memory, and a large graph beside a small one."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from actorgraph.dataset.named_questions import NamedQuery, named_questions
from actorgraph.dataset.queries import QueryResult, run_query
from actorgraph.dataset.store import StoredGraph
from benchmarks.measuring import Scale, cost, drain, in_turns
from benchmarks.rdflib_engine import Rows, TimedAnswer, engine_over, plain_row
from benchmarks.stored_graphs import stored_graph
from benchmarks.table import Comparison, at_least, at_most

#: Seconds that the store may take for an answer here: far more than it should.
LIMIT = 600.0
#: A question for which rdflib takes longer than this, in seconds, is put to it only once.
SLOW = 3.0
#: Claims of a graph so small that rdflib answers every question about it.
FEW_CLAIMS = 60


def questions(scale: Scale) -> Iterator[Comparison]:
    """Compare the CPU time of each answer with all its rows, and report rows that differ."""
    _check_small_graph(scale)
    with tempfile.TemporaryDirectory() as folder:
        stored = stored_graph(folder, scale.claims)
        with engine_over(_lines_of(stored), scale.patience) as engine:
            for question in named_questions():
                answers = [engine.ask(question.text)]
                times = [cost(partial(_query, stored, question))]
                while answers[-1].seconds < SLOW and len(answers) < scale.rounds:
                    times.append(cost(partial(_query, stored, question)))
                    answers.append(engine.ask(question.text))
                _report_difference(question, _query(stored, question), answers[0])
                yield _comparison(question, scale, times, answers)


def growth(scale: Scale) -> Iterator[Comparison]:
    """Compare the store's answers about many claims with those about fewer.

    Pairs and chains grow faster than claims.  Where an answer has more rows a claim, its cost is
    that of as many rows as the smaller one has.
    """
    with tempfile.TemporaryDirectory() as folder:
        small = stored_graph(Path(folder) / "small", scale.claims)
        large = stored_graph(Path(folder) / "large", scale.many_claims)
        for question in named_questions():
            ask_large = partial(_query, large, question)
            ask_small = partial(_query, small, question)
            cost_large, cost_small = in_turns(ask_large, ask_small, scale.rounds)
            more_rows = _rows(ask_large()) / max(1, _rows(ask_small()))
            excess = max(1, more_rows * scale.claims / scale.many_claims)
            sizes = f"{scale.many_claims:,} claims; other: {scale.claims:,}"
            what = f"{question.name}, {sizes}"
            yield Comparison(what, cost_large / excess, cost_small, at_most(15))


def _lines_of(stored: StoredGraph) -> Path:
    """Write the lines of a graph beside its folder, for an engine that reads a file."""
    path = stored.folder.parent.parent / "graph.nq"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in stored.lines())
    return path


def _comparison(
    question: NamedQuery, scale: Scale, times: list[float], answers: list[TimedAnswer]
) -> Comparison:
    what = f"{question.name}, {scale.claims:,} claims; other: rdflib in memory"
    return Comparison(
        what,
        median(times),
        median(answer.seconds for answer in answers),
        at_least(10),
        was_stopped=answers[0].rows is None,
    )


def _query(stored: StoredGraph, question: NamedQuery) -> QueryResult:
    """Put a question to the store and go through all rows of the answer."""
    result = run_query(stored, question.text, time_limit=LIMIT)
    drain(result.rows())
    return result


def _rows(result: QueryResult) -> int:
    return sum(1 for _ in result.rows())


def _check_small_graph(scale: Scale) -> None:
    """Compare all rows of all questions with those of rdflib, which answers few claims in time."""
    with tempfile.TemporaryDirectory() as folder:
        stored = stored_graph(folder, FEW_CLAIMS)
        with engine_over(_lines_of(stored), scale.patience) as engine:
            for question in named_questions():
                answer = engine.ask(question.text)
                _report_difference(question, _query(stored, question), answer)


def _report_difference(
    question: NamedQuery, result: QueryResult, answer: TimedAnswer
) -> None:
    """Print to standard error that the engines differ, where they do."""
    rows = Rows(plain_row(row) for row in result.rows())
    if answer.rows is not None and answer.rows != rows:
        counts = f"{rows.total()} rows, rdflib has {answer.rows.total()}"
        print(f"benchmark: {question.name}: {counts}, and they differ", file=sys.stderr)
