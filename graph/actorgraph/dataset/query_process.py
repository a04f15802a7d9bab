"""A query's own process: it can be stopped, it may crash, and it is confined to the store.

The engine cannot be interrupted, and a query can make it crash: its process is killed when the time
is over, and the process that asks survives it.  The child screens the query, and writes the size of
its answer, a line of JSON and the rows to a pipe.
"""

from __future__ import annotations

import json
import os
import select
import signal
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pyoxigraph as ox

from actorgraph.dataset import sandbox
from actorgraph.dataset.query_answers import Answer, Query, evaluated
from actorgraph.dataset.query_errors import explained
from actorgraph.dataset.screening import contains_service, screen
from actorgraph.errors import (
    ActorgraphError,
    QueryRefused,
    QueryStopped,
    StoreError,
)
from actorgraph.process_limits import die_with_parent, end_process, ending_signal

if TYPE_CHECKING:
    from actorgraph.dataset.store import StoredGraph

#: Bytes that a query may take besides what is in use: 100,000 claims need a tenth of it.
MEMORY = 4 << 30
_CHUNK = 1 << 20
_ERRORS: Mapping[str, type[ActorgraphError]] = {
    "refused": QueryRefused,
    "store": StoreError,
}


def answer_in_child(stored: StoredGraph, query: Query, time_limit: float) -> Answer:
    """Run a query in a child process, which has ended when this returns.

    Args:
        stored: The graph to ask.
        query: What to ask.
        time_limit: Seconds, more than 0.

    Raises:
        QueryRefused: if the query is screened out, asks another machine or cannot be parsed.
        QueryStopped: if it crashes the engine or does not end in time.
        StoreError: if the store cannot be read, or is damaged.
    """
    try:
        return _answer_from_child(stored, query, time_limit)
    except QueryStopped:
        # The engine repeats the error of a damaged block for ever where a query sorts or joins.
        stored.check_tables()
        raise


def _answer_from_child(stored: StoredGraph, query: Query, time_limit: float) -> Answer:
    pipe, child = _start(stored, query)
    try:
        data = _received(pipe, time_limit)
    finally:
        os.close(pipe)
        cause = ending_signal(end_process(child))
    size, _, message = data.partition(b"\n")
    if not size or len(message) != int(size):
        raise cause_of_silence(cause)
    return answer_of(message)


def answer_of(message: bytes) -> Answer:
    """Return the answer of a message that ``message_of`` made.

    Raises:
        QueryRefused, StoreError: if the message says so.
    """
    line, _, payload = message.partition(b"\n")
    head = json.loads(line)
    if "error" in head:
        raise _ERRORS[head["error"]](head["message"])
    return Answer(payload=payload, **head)


def cause_of_silence(ending: int, memory: int = MEMORY) -> QueryRefused:
    """Return why a query's process gave no answer, or only a part of it.

    Args:
        ending: The signal that ended the process, or 0.
        memory: Bytes that the process might take.
    """
    if ending == signal.SIGSYS:
        return QueryRefused(
            "the query tried to leave this machine and was stopped; remove SERVICE from it"
        )
    return QueryStopped(
        f"the query took too much memory, more than {memory >> 20:,} MB, or crashed the engine, "
        "so there is no answer; ask for less, such as one actor or fewer columns"
    )


def no_answer_in(time_limit: float) -> QueryStopped:
    """Return the error of a query that did not end in time."""
    return QueryStopped(
        f"no answer within {time_limit:g} seconds; make the query narrower or allow more time"
    )


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


def _received(pipe: int, time_limit: float) -> bytes:
    deadline = time.monotonic() + time_limit
    chunks: list[bytes] = []
    while True:
        seconds = deadline - time.monotonic()
        if seconds <= 0:
            raise no_answer_in(time_limit)
        ready, _, _ = select.select([pipe], [], [], seconds)
        if not ready:
            raise no_answer_in(time_limit)
        chunk = os.read(pipe, _CHUNK)
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)


# In the child


def _answer_and_exit(pipe: int, stored: StoredGraph, query: Query) -> None:
    """Answer, and end the process by ``_exit``, so that the parent's exit handlers do not run."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        is_confined = sandbox.confine(stored.folder / "store", pipe, MEMORY)
        message = message_of(stored, query, is_confined=is_confined)
        length = b"%d\n" % len(message)
        _write(pipe, length + message)
        os._exit(0)
    finally:
        os._exit(1)


_NO_SANDBOX = (
    "SERVICE is refused: it asks another machine; this system cannot confine a query, so the "
    "letters may not occur anywhere in it, not even in a name or a string"
)


def message_of(stored: StoredGraph, query: Query, *, is_confined: bool) -> bytes:
    """Return what the process of a query writes: a line of JSON, and the payload.

    Args:
        stored: The graph to ask.
        query: What to ask.
        is_confined: Whether the kernel keeps this process from leaving the machine.
    """
    try:
        _screen(stored.store, query)
    except QueryRefused as error:
        return _error("refused", str(error))
    if not is_confined and contains_service(query.text):
        return _error("refused", _NO_SANDBOX)
    return _answer(stored.store, query)


def _screen(store: ox.Store, query: Query) -> None:
    base = query.base or ""
    screen(
        query.text, query.prefixes, lambda iri: _has_graph(store, urljoin(base, iri))
    )
    for iri in (*query.default_graphs, *query.named_graphs):
        if not _has_graph(store, iri):
            raise QueryRefused(
                f"the store has no graph <{iri}>; leave it out to ask all of them"
            )


def _has_graph(store: ox.Store, iri: str) -> bool:
    with suppress(ValueError):
        return store.contains_named_graph(ox.NamedNode(iri))
    return False


def _answer(store: ox.Store, query: Query) -> bytes:
    try:
        answer = evaluated(store, query)
    except (SyntaxError, ValueError) as error:
        reason = explained(query.text, query.prefixes, str(error))
        return _error("refused", f"the query cannot be parsed: {reason}")
    except (OSError, RuntimeError) as error:
        return _failure(_one_line(error))
    head = asdict(replace(answer, payload=b""))
    del head["payload"]
    line = json.dumps(head).encode()
    return line + b"\n" + answer.payload


def _failure(reason: str) -> bytes:
    # The engine has one exception for a function that it does not know and for a damaged store.
    if "is not supported" in reason:
        return _error("refused", f"the query cannot be answered: {reason}")
    return _error("store", f"the store cannot be read: {reason}")


def _write(pipe: int, data: bytes) -> None:
    remaining = memoryview(data)
    while remaining:
        remaining = remaining[os.write(pipe, remaining) :]


def _error(kind: str, message: str) -> bytes:
    head = json.dumps({"error": kind, "message": message})
    return f"{head}\n".encode()


def _one_line(error: Exception) -> str:
    words = str(error).split()
    return " ".join(words)
