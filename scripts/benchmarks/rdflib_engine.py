"""rdflib over the same statements, in its own process: it can be stopped, and uses its own memory.

Each question is answered by a forked child of that process, which ends with its answer, so that a
question which takes too long does not cost the loaded data.
"""

from __future__ import annotations

import math
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rdflib import Dataset

#: How often each row occurs in an answer, whatever their order.
Rows = Counter[tuple[str, ...]]

NUMBER_TYPES = ("#decimal", "#integer", "#double")


@dataclass(frozen=True, slots=True)
class TimedAnswer:
    """CPU seconds that an answer took, and its rows; None if it was stopped or failed."""

    seconds: float
    rows: Rows | None


@dataclass(frozen=True, slots=True)
class Engine:
    """A process with the loaded data, at the other end of a pipe."""

    pipe: Connection[str, TimedAnswer]

    def ask(self, sparql: str) -> TimedAnswer:
        """Put a question and wait for the answer."""
        self.pipe.send(sparql)
        return self.pipe.recv()


@contextmanager
def engine_over(nquads: Path, limit: float) -> Iterator[Engine]:
    """Load a file of N-Quads; each answer may take ``limit`` CPU seconds."""
    context = get_context("spawn")
    pipe, remote = context.Pipe()
    process = context.Process(target=_serve, args=(nquads, limit, remote))
    process.start()
    try:
        yield Engine(pipe)
    finally:
        process.kill()
        process.join()


def plain_row(cells: Iterable[object]) -> tuple[str, ...]:
    """Return a row as text, equal for equal values of either engine.

    Numbers are written by value; a missing value is empty.
    """
    return tuple(_plain_cell(cell) for cell in cells)


def _plain_cell(cell: object) -> str:
    if cell is None:
        return ""
    is_ours = type(cell).__module__.startswith("pyoxigraph")
    text = str(getattr(cell, "value", cell)) if is_ours else str(cell)
    datatype = getattr(cell, "datatype", None)
    type_name = str(getattr(datatype, "value", datatype))
    return repr(float(text)) if type_name.endswith(NUMBER_TYPES) else text


def _serve(nquads: Path, limit: float, pipe: Connection[TimedAnswer, str]) -> None:
    from rdflib import Dataset

    dataset = Dataset()
    dataset.parse(nquads, format="nquads")
    while True:
        question = pipe.recv()
        pipe.send(_answer_in_child(limit, dataset, question))


def _answer_in_child(limit: float, dataset: Dataset, question: str) -> TimedAnswer:
    """Fork a child, which has the data at once, and return its answer."""
    context = get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    child = context.Process(target=_answer, args=(dataset, question, sending, limit))
    child.start()
    sending.close()  # so that the end of the child is noticed
    try:
        answer: TimedAnswer = receiving.recv()
    except EOFError:
        return TimedAnswer(limit, None)
    else:
        return answer
    finally:
        child.join()


def _answer(
    dataset: Dataset, question: str, pipe: Connection[TimedAnswer, str], limit: float
) -> None:
    from rdflib.query import ResultRow

    seconds = math.ceil(limit)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    start = time.process_time()
    try:
        rows = list(dataset.query(question))
    except TypeError as error:  # it cannot sort rows that lack the variable's value
        print(f"benchmark: rdflib fails on a question: {error}", file=sys.stderr)
        pipe.send(TimedAnswer(time.process_time() - start, None))
        return
    elapsed = time.process_time() - start
    plain = Counter(plain_row(row) for row in rows if isinstance(row, ResultRow))
    pipe.send(TimedAnswer(elapsed, plain))
