"""A query's own process: it can be stopped, it may crash, and it is confined to the store.

The engine cannot be interrupted, and a query can make it crash: its process is killed when the time
is over, and the process that asks survives it.  The child writes the size of its answer, a line of
JSON and the rows to a pipe.
"""

from __future__ import annotations

import json
import os
import select
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph as ox

from actorgraph.dataset import sandbox
from actorgraph.dataset.screening import contains_service
from actorgraph.errors import ActorgraphError, QueryRefused, StoreError
from actorgraph.process_limits import die_with_parent

if TYPE_CHECKING:
    from actorgraph.dataset.store import StoredGraph

#: Bytes that a query may take besides what is in use: 100,000 claims need a tenth of it.
MEMORY = 4 << 30
_CHUNK = 1 << 20
_ERRORS: Mapping[str, type[ActorgraphError]] = {
    "refused": QueryRefused,
    "store": StoreError,
}
#: What the engine gives for SELECT, ASK, and CONSTRUCT or DESCRIBE.
_Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


@dataclass(frozen=True, slots=True)
class Query:
    """A query to run.

    Attributes:
        text: SPARQL.
        prefixes: Prefix → namespace, those that need no declaration.
        max_rows: Maximum number of rows, or None for all.
    """

    text: str
    prefixes: Mapping[str, str]
    max_rows: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it comes through the pipe; the fields are those of ``QueryResult``."""

    kind: str
    payload: bytes
    truncated: bool = False


def answer_in_child(stored: StoredGraph, query: Query, time_limit: float) -> Answer:
    """Run a query in a child process, which has ended when this returns.

    Args:
        stored: The graph to ask.
        query: What to ask, screened.
        time_limit: Seconds, more than 0.

    Raises:
        QueryRefused: if the query asks another machine, cannot be parsed, crashes the engine or
            does not end in time.
        StoreError: if the store cannot be read.
    """
    pipe, child = _start(stored, query)
    try:
        data = _received(pipe, time_limit)
    finally:
        os.close(pipe)
        cause = _end(child)
    if cause == signal.SIGSYS:
        raise QueryRefused(
            "the query tried to leave this machine and was stopped; remove SERVICE from it"
        )
    return _parsed(data)


# In the parent


def _start(stored: StoredGraph, query: Query) -> tuple[int, int]:
    """Start the child; return the pipe that its answer comes through, and its process id."""
    reading, writing = os.pipe()
    parent = os.getpid()
    child = os.fork()
    if child == 0:
        die_with_parent(parent)
        _answer_and_exit(writing, stored, query)
    os.close(writing)
    return reading, child


def _end(child: int) -> int:
    """Kill the child unless it has ended; return the signal that ended it, 0 if none did."""
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def _received(pipe: int, time_limit: float) -> bytes:
    deadline = time.monotonic() + time_limit
    chunks: list[bytes] = []
    while True:
        seconds = deadline - time.monotonic()
        if seconds <= 0 or not select.select([pipe], [], [], seconds)[0]:
            raise QueryRefused(
                f"no answer within {time_limit:g} seconds; make the query narrower or allow more "
                "time"
            )
        chunk = os.read(pipe, _CHUNK)
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)


def _parsed(data: bytes) -> Answer:
    size, _, message = data.partition(b"\n")
    if not size or len(message) != int(size):
        raise QueryRefused(
            "the query crashed the engine, so there is no answer; make it simpler"
        )
    line, _, payload = message.partition(b"\n")
    head = json.loads(line)
    if "error" in head:
        raise _ERRORS[head["error"]](head["message"])
    return Answer(head["kind"], payload, head["truncated"])


# In the child


def _answer_and_exit(pipe: int, stored: StoredGraph, query: Query) -> None:
    """Answer, and end the process by ``_exit``, so that the parent's exit handlers do not run."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        is_confined = sandbox.confine(stored.folder / "store", pipe, MEMORY)
        if not is_confined and contains_service(query.text):
            message = _error("refused", _NO_SANDBOX)
        else:
            message = _answer(stored.store, query)
        _write(pipe, b"%d\n" % len(message) + message)
        os._exit(0)
    finally:
        os._exit(1)


_NO_SANDBOX = (
    "SERVICE is refused: it asks another machine; this system cannot confine a query, so the "
    "letters may not occur anywhere in it, not even in a name or a string"
)


def _write(pipe: int, data: bytes) -> None:
    remaining = memoryview(data)
    while remaining:
        remaining = remaining[os.write(pipe, remaining) :]


def _answer(store: ox.Store, query: Query) -> bytes:
    """Return the message for the parent: a line of JSON, and the payload."""
    try:
        results = store.query(query.text, prefixes=dict(query.prefixes))
        answer = _evaluated(results, query.max_rows)
    except (SyntaxError, ValueError) as error:
        return _error("refused", f"the query cannot be parsed: {_one_line(error)}")
    except (OSError, RuntimeError) as error:
        return _error("store", f"the store cannot be read: {_one_line(error)}")
    head = {"kind": answer.kind, "truncated": answer.truncated}
    return json.dumps(head).encode() + b"\n" + answer.payload


def _error(kind: str, message: str) -> bytes:
    head = json.dumps({"error": kind, "message": message})
    return f"{head}\n".encode()


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())


def _evaluated(results: _Results, max_rows: int | None) -> Answer:
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
    return "" if term is None else str(term)


def _has_more(results: ox.QuerySolutions | ox.QueryTriples) -> bool:
    return next(results, None) is not None
