"""The ASGI application: which address is answered by what."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import wraps
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route

from actorgraph.errors import ActorgraphError, StoreError
from actorgraph.serving.doorkeeper import Doorkeeper
from actorgraph.serving.judgement_desk import JudgementDesk
from actorgraph.serving.linked_data import THINGS, answer_thing
from actorgraph.serving.live_graph import LiveGraph
from actorgraph.serving.media_types import JSON
from actorgraph.serving.openapi import described_api
from actorgraph.serving.plain_pages import (
    graph_page,
    query_page,
    start_page,
    static_file,
)
from actorgraph.serving.problems import Problem, mistake, problem_of
from actorgraph.serving.question_requests import answer_question, search_page
from actorgraph.serving.responses import ClientGone, problem_response, response
from actorgraph.serving.sparql_protocol import answer_sparql

if TYPE_CHECKING:
    from starlette.requests import Request

    from actorgraph.serving.server_options import ServerOptions

Endpoint = Callable[["Request"], Awaitable[Response]]
#: Answers a request about a graph.
GraphEndpoint = Callable[["Request", LiveGraph, "ServerOptions"], Awaitable[Response]]
#: What only whoever runs the server may see.
LOG = logging.getLogger(__name__)
_SPARQL = ["GET", "POST"]


def application(options: ServerOptions) -> Starlette:
    """Return the application that serves a graph.

    Args:
        options: How it is served, checked.
    """
    graph = LiveGraph(options)

    def route(
        path: str, endpoint: GraphEndpoint, methods: list[str] | None = None
    ) -> Route:
        async def answered(request: Request) -> Response:
            return await endpoint(request, graph, options)

        return Route(path, _without_exceptions(answered), methods=methods)

    routes = [
        route("/", start_page),
        route("/sparql", answer_sparql, _SPARQL),
        route("/sparql/", answer_sparql, _SPARQL),
        route("/query", query_page),
        route("/graph", graph_page),
        route("/search", search_page),
        route("/api/{question}", answer_question),
        *(route(f"/{kind}/{{id:path}}", answer_thing) for kind in THINGS),
        Route("/openapi.json", _description(options)),
        Route("/static/{name:path}", _without_exceptions(static_file)),
        Route(
            "/judgements",
            _without_exceptions(JudgementDesk(options).take),
            methods=["POST"],
        ),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Doorkeeper, options=options)],
        exception_handlers={HTTPException: _no_answer, Exception: _failed},
        lifespan=_lifespan(graph),
    )


def _lifespan(
    graph: LiveGraph,
) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        graph.current()
        yield
        graph.close()

    return lifespan


def _description(options: ServerOptions) -> Endpoint:
    text = json.dumps(described_api(needs_token=not options.is_loopback))

    async def described(_: Request) -> Response:
        return response(text, JSON)

    return described


_STOPPING = Problem(503, "the server is being stopped; ask again when it is back")


def _without_exceptions(endpoint: Endpoint) -> Endpoint:
    """Return an endpoint that answers with a sentence wherever the given one fails."""

    @wraps(endpoint)
    async def answered(request: Request) -> Response:
        try:
            return await endpoint(request)
        except ClientGone:
            return Response(status_code=499)  # nobody reads it
        except asyncio.CancelledError:  # only the end of the server cancels a request
            return problem_response(_STOPPING, request.scope)
        except Problem as problem:
            return problem_response(problem, request.scope)
        except ActorgraphError as error:
            if isinstance(error, StoreError):
                LOG.error("%s", error)  # noqa: TRY400  one line says it
            return problem_response(problem_of(error), request.scope)

    return answered


def _no_answer(request: Request, error: Exception) -> Response:
    """Return the sentence for an address or a method that no route has."""
    status = getattr(error, "status_code", 500)
    sentences = {
        404: "there is nothing at this address",
        405: "this address does not take this method",
    }
    headers = getattr(error, "headers", None)
    problem = Problem(status, sentences.get(status, "there is no answer"), headers)
    return problem_response(problem, request.scope)


def _failed(request: Request, _: Exception) -> Response:
    return problem_response(mistake(), request.scope)
