"""What a worker does with a question: it calls a method of ``Graph`` and writes the answer.

There are two kinds of workers.  One answers from parts of the store.  The other has read the whole
corpus, which takes long for a large graph, and answers each question in a child of its own, so that
it can be stopped without reading the corpus again.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import signal
from collections.abc import Callable
from typing import Any

from actorgraph.codec import json_default
from actorgraph.dataset.store import StoredGraph
from actorgraph.errors import ActorgraphError
from actorgraph.pipeline.graph import Graph
from actorgraph.process_limits import CostLimit, limit_this_process
from actorgraph.serving.page_rendering import answer_page
from actorgraph.serving.problems import Problem, mistake, problem_of
from actorgraph.serving.question_list import QUESTIONS
from actorgraph.serving.worker_process import Handler

#: Bytes that an answer from a part of the store may take, and one from the whole corpus.
READER_MEMORY = 256 << 20
CORPUS_MEMORY = 768 << 20

LOG = logging.getLogger(__name__)
Row = dict[str, Any]


def answer_from_store(stored: StoredGraph, _: int) -> Handler:
    """Prepare a worker that reads what a question needs."""
    graph = Graph(stored)

    def handle(request: bytes) -> bytes:
        row = json.loads(request)
        limit = CostLimit(row["seconds"] + 1, READER_MEMORY)
        limit_this_process(limit)
        return _message(graph, row)

    return handle


def answer_from_corpus(stored: StoredGraph, _: int) -> Handler:
    """Prepare a worker that has the whole corpus in memory."""
    graph = Graph(stored)
    graph.network  # noqa: B018  it is kept
    gc.collect()
    gc.freeze()

    def handle(request: bytes) -> bytes:
        row = json.loads(request)
        return _in_child(lambda: _message(graph, row), row["seconds"])

    return handle


def _in_child(compute: Callable[[], bytes], seconds: int) -> bytes:
    """Compute a message in a child that the kernel ends when the time is over."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            signal.alarm(seconds)
            limit_this_process(CostLimit(seconds, CORPUS_MEMORY))
            with os.fdopen(writing, "wb") as stream:
                stream.write(compute())
            os._exit(0)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        message = stream.read()
    _, status = os.waitpid(child, 0)
    return message if status == 0 else _failure(_stopped(seconds))


def _stopped(seconds: int) -> Problem:
    return Problem(
        503,
        f"the answer takes more than {seconds} seconds or too much memory; "
        "ask about fewer or nearer actors",
    )


def _message(graph: Graph, row: Row) -> bytes:
    """Return the status of an answer in a line, and the answer."""
    try:
        answer = _answer(graph, row)
    except Problem as problem:
        return _failure(problem)
    except ActorgraphError as error:
        return _failure(problem_of(error))
    except MemoryError:
        raise
    except Exception:
        LOG.exception("a question failed: %s", row["question"])
        return _failure(mistake())
    return b"200\n" + answer


def _failure(problem: Problem) -> bytes:
    return f"{problem.status.value}\n{problem.sentence}".encode()


def _answer(graph: Graph, row: Row) -> bytes:
    name = row["question"]
    arguments = row["arguments"]
    question = QUESTIONS[name]
    record = question.ask(graph, arguments)
    if row["form"] == "html":
        page = answer_page(name, record, arguments)
        return page.encode()
    return json.dumps(record, default=json_default).encode()
