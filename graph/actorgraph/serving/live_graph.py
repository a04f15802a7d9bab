"""The graph that is in force now, and the workers that answer from it."""

from __future__ import annotations

import asyncio
import json
import math
from dataclasses import asdict
from functools import partial

from actorgraph.dataset import sandbox
from actorgraph.dataset.query_answers import Answer, Query
from actorgraph.dataset.query_process import (
    answer_of,
    cause_of_silence,
    message_of,
    no_answer_in,
)
from actorgraph.dataset.store import StoredGraph, open_graph
from actorgraph.errors import StoreError
from actorgraph.serving.graph_answers import answer_from_corpus, answer_from_store
from actorgraph.serving.problems import Problem, busy
from actorgraph.serving.question_list import QUESTIONS, Arguments
from actorgraph.serving.server_options import (
    LONG_QUERIES_AT_ONCE,
    QUERIES_AT_ONCE,
    QUERY_MEMORY,
    READERS,
    ServerOptions,
)
from actorgraph.serving.worker_pool import Busy, Died, Late, WorkerPool
from actorgraph.serving.worker_process import Handler


class ServedGeneration:
    """One generation of the graph, with its workers.

    Attributes:
        stored: The opened graph.
    """

    def __init__(self, stored: StoredGraph) -> None:
        self.stored = stored
        self._queries = WorkerPool(
            partial(_query_handler, stored), QUERIES_AT_ONCE, LONG_QUERIES_AT_ONCE
        )
        self._readers = WorkerPool(partial(answer_from_store, stored), READERS, READERS)
        self._corpus = WorkerPool(partial(answer_from_corpus, stored), 1, 1)
        self._queries.warm()

    async def query(self, query: Query, seconds: float) -> Answer:
        """Answer a query in a confined worker.

        Raises:
            QueryRefused, StoreError: as ``run_query``.
            Problem: if all workers are busy.
        """
        request = json.dumps(asdict(query)).encode()
        try:
            return answer_of(await self._queries.ask(request, seconds))
        except Busy:
            raise busy() from None
        except Late:
            raise no_answer_in(seconds) from None
        except Died as death:
            await asyncio.to_thread(self.stored.check_tables)
            raise cause_of_silence(death.ending, QUERY_MEMORY) from None

    async def question(
        self, name: str, arguments: Arguments, form: str, seconds: float
    ) -> bytes:
        """Answer a question of ``QUESTIONS``.

        Args:
            name: Of the question.
            arguments: Checked.
            form: ``json`` or ``html``.
            seconds: Time limit.

        Raises:
            Problem: if there is no answer.
        """
        row = {
            "question": name,
            "arguments": arguments,
            "form": form,
            "seconds": math.ceil(seconds),
        }
        request = json.dumps(row).encode()
        needs_corpus = QUESTIONS[name].needs_corpus
        pool = self._corpus if needs_corpus else self._readers
        try:
            message = await pool.ask(request, seconds + needs_corpus)
        except Busy:
            raise busy() from None
        except (Late, Died):
            raise Problem(503, f"no answer within {seconds:g} seconds") from None
        status, _, body = message.partition(b"\n")
        if status != b"200":
            raise Problem(int(status), body.decode())
        return body

    def close(self) -> None:
        """End the workers; those that have work end when they have answered."""
        for pool in (self._queries, self._readers, self._corpus):
            pool.close()


class LiveGraph:
    """A graph folder that is read while others change it.

    Args:
        options: How it is served.
    """

    def __init__(self, options: ServerOptions) -> None:
        self._folder = options.folder
        self._pointer = b""
        self._generation: ServedGeneration | None = None

    def current(self) -> ServedGeneration:
        """Return the generation that is in force; a new one is opened, the one before retired.

        Raises:
            StoreError: if there is none that can be read.
        """
        try:
            pointer = (self._folder / "current").read_bytes()
            if self._generation is None or pointer != self._pointer:
                opened = ServedGeneration(open_graph(self._folder))
                self.close()
                self._generation = opened
                self._pointer = pointer
        except (StoreError, OSError) as error:
            raise StoreError(str(error)) from error
        return self._generation

    def close(self) -> None:
        """End the workers of the generation that was in force."""
        if self._generation is not None:
            self._generation.close()
            self._generation = None


def _query_handler(stored: StoredGraph, descriptor: int) -> Handler:
    """Confine a worker for good, and return what answers queries in it."""
    folder = stored.folder / "store"
    is_confined = sandbox.confine(folder, descriptor, QUERY_MEMORY)

    def handle(request: bytes) -> bytes:
        query = Query(**json.loads(request))
        return message_of(stored, query, is_confined=is_confined)

    return handle
