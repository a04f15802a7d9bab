"""SPARQL over a stored graph: what is asked is screened, run in a child process, and answered whole or not at all.

The child is there because the engine cannot be interrupted and can be crashed by a query: it is killed when its time is
over, and when it dies the asker does not.  The default graph of a query is the default graph of the store, the current
picture; claims and evidence are in the named graphs: ``GRAPH ?document { … }``.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from actorgraph.dataset.results import FORMATS, QueryResult
from actorgraph.dataset.screening import one_line_ends, screen
from actorgraph.errors import (
    ActorgraphError,
    NotFound,
    QueryRefused,
    StoreError,
    UsageError,
)
from actorgraph.identifiers import prefixes
from actorgraph.resources import ontology_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from actorgraph.dataset.store import StoredGraph

__all__ = [
    "FORMATS",
    "NamedQuery",
    "QueryResult",
    "named_question",
    "named_questions",
    "run_query",
]

#: Seconds a query may take unless the caller says otherwise: a person waits that long, named questions need well below.
TIME_LIMIT = 30.0
#: Bytes that a query may take besides what is in use: 100,000 claims need a tenth of it.
MEMORY = 4 << 30
_CHUNK = 1 << 20
_ERRORS: Mapping[str, type[ActorgraphError]] = {
    "refused": QueryRefused,
    "store": StoreError,
}


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question that comes with the ontology: ``title`` is its first comment line, ``help`` all of them."""

    name: str
    title: str
    help: str
    text: str


def run_query(
    stored: StoredGraph,
    sparql: str,
    *,
    time_limit: float = TIME_LIMIT,
    max_rows: int | None = None,
) -> QueryResult:
    """Ask a question in SPARQL 1.1: SELECT, ASK, CONSTRUCT or DESCRIBE.

    Args:
        time_limit: Seconds, more than 0.
        max_rows: Most rows (or triples) of an answer; a longer one is cut there and says so in ``truncated``.

    Raises:
        QueryRefused: if the query leaves the machine, changes the graph, asks a graph that is not there, is too long or
            too deep, cannot be parsed, or does not end within its time.  Rows found until then are not given.
        StoreError: if the store cannot be read.
        UsageError: if ``max_rows`` or ``time_limit`` is not positive.
    """
    if time_limit <= 0 or (max_rows is not None and max_rows <= 0):
        raise UsageError("the time limit and the number of rows must be more than 0")
    query, known = one_line_ends(sparql), prefixes(stored.manifest.base)
    screen(query, known, lambda iri: _has_graph(stored.store, iri))
    with _child(stored, query, known, max_rows) as pipe:
        answer = _received(pipe, time_limit)
    head, _, payload = answer.partition(b"\n")
    told = json.loads(head)
    if "error" in told:
        raise _ERRORS[told["error"]](told["message"])
    return QueryResult(told["kind"], payload, told["truncated"], known)


def named_questions() -> tuple[NamedQuery, ...]:
    """The questions in ``ontology/queries``, sorted by name; none when there is no such folder."""
    paths = sorted((ontology_folder() / "queries").glob("*.rq"))
    return tuple(_named(path.stem, path.read_text(encoding="utf-8")) for path in paths)


def named_question(name: str) -> NamedQuery:
    """One of the named questions.

    Raises:
        NotFound: naming at most three near ones, and how to see them all.
    """
    questions = {question.name: question for question in named_questions()}
    if name in questions:
        return questions[name]
    from difflib import get_close_matches  # only for the message

    near = get_close_matches(name, questions, n=3)
    meant = f"did you mean {', '.join(near)}? " if near else ""
    raise NotFound(
        f"no question is named {name!r}; {meant}see them all: actorgraph questions"
    )


def _named(name: str, text: str) -> NamedQuery:
    comments: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        comments.append(line.lstrip("# ").rstrip())
    return NamedQuery(
        name, comments[0] if comments else name, "\n".join(comments), text
    )


def _has_graph(store: ox.Store, iri: str) -> bool:
    with suppress(ValueError):
        return store.contains_named_graph(ox.NamedNode(iri))
    return False


@contextmanager
def _child(
    stored: StoredGraph, query: str, known: Mapping[str, str], max_rows: int | None
) -> Iterator[int]:
    """A pipe to read the answer from; the child behind it is gone when the block ends."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _answer_and_exit(writing, stored, query, known, max_rows)
    os.close(writing)
    try:
        yield reading
    finally:
        os.close(reading)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _received(pipe: int, time_limit: float) -> bytes:
    deadline, chunks = time.monotonic() + time_limit, []
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([pipe], [], [], left)[0]:
            raise QueryRefused(
                f"no answer within {time_limit:g} seconds; make the query narrower or allow more time"
            )
        chunk = os.read(pipe, _CHUNK)
        if not chunk:
            break
        chunks.append(chunk)
    answer = b"".join(chunks)
    size, _, rest = answer.partition(b"\n")
    if not size or len(rest) != int(size):
        raise QueryRefused(
            "the query crashed the engine, so there is no answer; make it simpler"
        )
    return rest


def _answer_and_exit(
    writing: int,
    stored: StoredGraph,
    query: str,
    known: Mapping[str, str],
    max_rows: int | None,
) -> None:
    """In the child: its only way out is ``_exit``, so nothing of the parent's is flushed, closed or run twice."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        _confine(stored.folder)
        answer = _answer(stored.store, query, known, max_rows)
        _write_all(writing, b"%d\n" % len(answer) + answer)
        os._exit(0)
    finally:
        os._exit(1)


def _confine(generation: Path) -> None:
    """Leave the engine the files and the memory that it needs, and nothing besides, whatever the query says.

    It opens the store's first tables at once and the others when it reads them.
    """
    with suppress(OSError):  # only Linux tells how much is in use
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        _limit(resource.RLIMIT_AS, pages * resource.getpagesize() + MEMORY)
    held = _open_files()
    tables = {path.name for path in (generation / "store").glob("*.sst")} - {
        path.name for path in held.values()
    }
    free = (number for number in count() if number not in held)
    _limit(resource.RLIMIT_NOFILE, next(islice(free, len(tables), None)))


def _open_files() -> dict[int, Path]:
    found = {}
    for link in [*Path("/dev/fd").iterdir()]:
        with suppress(OSError):  # the listing itself was open too
            found[int(link.name)] = link.readlink()
    return found


def _limit(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (value, value))


def _write_all(pipe: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(pipe, left) :]


def _answer(
    store: ox.Store, query: str, known: Mapping[str, str], max_rows: int | None
) -> bytes:
    try:
        results = store.query(query, prefixes=dict(known))
        kind, payload, truncated = _evaluated(results, max_rows)
    except (SyntaxError, ValueError) as error:
        return _told(
            {
                "error": "refused",
                "message": f"the query cannot be parsed: {_one_line(error)}",
            }
        )
    except (OSError, RuntimeError) as error:
        return _told(
            {
                "error": "store",
                "message": f"the store cannot be read: {_one_line(error)}",
            }
        )
    return _told({"kind": kind, "truncated": truncated}) + payload


def _told(head: Mapping[str, str | bool]) -> bytes:
    return json.dumps(head).encode() + b"\n"


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())


def _evaluated(
    results: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, max_rows: int | None
) -> tuple[str, bytes, bool]:
    if isinstance(results, ox.QueryBoolean):
        return "ask", str(bool(results)).lower().encode(), False
    if isinstance(results, ox.QueryTriples):
        lines = sorted({f"{triple} .\n" for triple in islice(results, max_rows)})
        return "graph", "".join(lines).encode(), next(results, None) is not None
    if max_rows is None:
        return (
            "select",
            results.serialize(format=ox.QueryResultsFormat.TSV) or b"",
            False,
        )
    rows = ["\t".join(str(variable) for variable in results.variables)]
    rows += [
        "\t".join("" if term is None else str(term) for term in row)
        for row in islice(results, max_rows)
    ]
    return (
        "select",
        "".join(f"{row}\n" for row in rows).encode(),
        next(results, None) is not None,
    )
