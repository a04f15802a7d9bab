"""rdflib over the same statements, in a process of its own: it can be stopped, and its size is not ours."""

from __future__ import annotations

import math
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from rdflib import Dataset

#: How often each row stands in an answer, whatever the order.
Rows = Counter[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Answer:
    """Seconds of CPU that an answer took, and its rows; None when it was stopped or failed after that time."""

    seconds: float
    rows: Rows | None


class OtherEngine:
    """Loads a file of N-Quads and answers one question at a time, each within a limit of seconds of CPU."""

    def __init__(self, lines: Path, limit: float) -> None:
        context = get_context("spawn")
        self._pipe, end = context.Pipe()
        self._process = context.Process(target=_serve, args=(lines, limit, end))

    def __enter__(self) -> Self:
        self._process.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.join()

    def ask(self, sparql: str) -> Answer:
        """Put a question."""
        self._pipe.send(sparql)
        answer: Answer = self._pipe.recv()
        return answer


def plain(cells: Iterable[Any]) -> tuple[str, ...]:
    """A row as text, equal for equal values of either engine: numbers by value, "" for none."""
    return tuple(_cell(cell) for cell in cells)


def _cell(cell: Any) -> str:
    if cell is None:
        return ""
    text = (
        str(getattr(cell, "value", cell))
        if type(cell).__module__.startswith("pyoxigraph")
        else str(cell)
    )
    kind = getattr(cell, "datatype", None)
    number = kind is not None and str(getattr(kind, "value", kind)).endswith(
        ("#decimal", "#integer", "#double")
    )
    return repr(float(text)) if number else text


def _serve(lines: Path, limit: float, pipe: Connection) -> None:
    from rdflib import Dataset

    dataset = Dataset()
    dataset.parse(lines, format="nquads")
    while True:
        question = pipe.recv()
        pipe.send(_within(limit, dataset, question))


def _within(limit: float, dataset: Dataset, question: str) -> Answer:
    """The answer of a child, which is gone afterwards."""
    context = get_context("fork")  # the child has the data at once
    receiving, sending = context.Pipe(duplex=False)
    child = context.Process(target=_answer, args=(dataset, question, sending, limit))
    child.start()
    sending.close()  # so that the end of the child is noticed
    try:
        return receiving.recv()  # type: ignore[no-any-return]
    except EOFError:
        return Answer(limit, None)
    finally:
        child.join()


def _answer(dataset: Dataset, question: str, pipe: Connection, limit: float) -> None:
    from rdflib.query import ResultRow

    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(limit), math.ceil(limit)))
    start = time.process_time()
    try:
        rows = list(dataset.query(question))
    except (
        TypeError
    ) as error:  # it cannot sort rows in which the same variable has no value
        print(f"benchmark: rdflib fails on a question: {error}", file=sys.stderr)
        pipe.send(Answer(time.process_time() - start, None))
        return
    seconds = time.process_time() - start
    pipe.send(
        Answer(
            seconds, Counter(plain(row) for row in rows if isinstance(row, ResultRow))
        )
    )
