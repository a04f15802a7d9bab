"""Judgements that come over HTTP: from whoever has the token, one file after another."""

from __future__ import annotations

import asyncio
import json
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING

from actorgraph.dataset.store import open_graph
from actorgraph.errors import ActorgraphError, InvalidData, StoreError
from actorgraph.pipeline.changes import judge
from actorgraph.pipeline.graph import Graph
from actorgraph.pipeline.judgement_intake import read_lines
from actorgraph.pipeline.options import Options, judgements_beside
from actorgraph.resolution import read_judgements
from actorgraph.serving.answers import response
from actorgraph.serving.doorkeeper import check_token
from actorgraph.serving.media_types import JSON
from actorgraph.serving.problems import Problem, problem_of
from actorgraph.serving.request_body import body_of
from actorgraph.serving.server_options import LONGEST_JUDGEMENTS
from actorgraph.serving.worker_pool import Died, Late, WorkerPool

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from actorgraph.serving.server_options import ServerOptions
    from actorgraph.serving.worker_process import Handler

#: Seconds that it may take to build the graph again.
BUILDING_SECONDS = 3_600.0


class JudgementDesk:
    """Takes judgements in and builds the graph again with them, one request at a time.

    Args:
        options: How the graph is served.
    """

    def __init__(self, options: ServerOptions) -> None:
        self._options = options
        self._turn = asyncio.Lock()

    async def take(self, request: Request) -> Response:
        """Answer a request that has judgements as JSON lines, as the page saves them.

        Raises:
            Problem: if they are not taken.
        """
        check_token(request.headers, self._options.token, kinds=("bearer",))
        lines = await body_of(request, LONGEST_JUDGEMENTS)
        if self._turn.locked():
            raise _taken()
        # What is recorded is applied, even if whoever sent it has gone.
        return response(await asyncio.shield(self._judge(lines)), JSON)

    async def _judge(self, lines: bytes) -> bytes:
        writer = WorkerPool(partial(_intake, self._options), 1)
        async with self._turn:
            try:
                message = await writer.ask(lines, BUILDING_SECONDS)
            except (Died, Late):
                raise Problem(
                    HTTPStatus.INTERNAL_SERVER_ERROR,
                    "the graph could not be built again",
                ) from None
            finally:
                writer.close()
        status, _, body = message.partition(b"\n")
        if status != b"200":
            raise Problem(int(status), body.decode())
        return body


def _taken() -> Problem:
    return Problem(
        HTTPStatus.CONFLICT,
        "the graph is being changed; send the judgements again when that is done",
        {"Retry-After": "30"},
    )


def _intake(options: ServerOptions, _: int) -> Handler:
    """Prepare a process that records judgements."""

    def handle(lines: bytes) -> bytes:
        try:
            number = _record(lines, options)
        except StoreError as error:
            problem = _taken() if "is being" in str(error) else problem_of(error)
        except ActorgraphError as error:
            problem = problem_of(error)
        else:
            return b"200\n" + json.dumps({"judgements": number}).encode()
        return f"{problem.status.value}\n{problem.sentence}".encode()

    return handle


def _record(lines: bytes, options: ServerOptions) -> int:
    """Record judgements and build the graph again; return how many they are."""
    path = options.judgements or judgements_beside(options.folder)
    graph = Graph(open_graph(options.folder))
    decisions = read_lines(lines, "the request", graph, read_judgements(path))
    if not decisions:
        raise InvalidData("the request has no judgement")
    for number, decision in enumerate(decisions, 1):
        if not decision.by.strip():
            raise InvalidData(f"line {number} does not say who decided; fill in by")
    judge(decisions, options.folder, Options(judgements=options.judgements))
    return len(decisions)
