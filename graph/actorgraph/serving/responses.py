"""The responses of the server: an answer in a media type, or a sentence that says why not."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable
from html import escape
from typing import TYPE_CHECKING, TypeVar

from starlette.datastructures import Headers
from starlette.responses import Response

from actorgraph.serving.media_types import HTML, JSON, choose
from actorgraph.serving.problems import Problem

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import Scope

Result = TypeVar("Result")
TEXT = "text/plain"
#: Beginnings of the addresses whose answers are JSON.
_FOR_PROGRAMS = ("/api/", "/judgements")


class ClientGone(Exception):
    """The client has closed its connection; whatever is sent reaches nobody."""


def response(body: bytes | str, media_type: str, status: int = 200) -> Response:
    """Return an answer whose media type depends on what the client accepts."""
    content_type = media_type
    is_text = media_type.startswith("text/") or media_type.endswith("xml")
    if is_text:
        content_type = f"{media_type}; charset=utf-8"
    headers = {"Content-Type": content_type, "Vary": "Accept"}
    return Response(body, status, headers)


def problem_response(problem: Problem, scope: Scope) -> Response:
    """Return a sentence as a page, as JSON, or as text, as the client of a request likes it."""
    accept = Headers(scope=scope).get("accept", "")
    is_for_programs = scope["path"].startswith(_FOR_PROGRAMS)
    usual = JSON if is_for_programs else TEXT
    media_type = choose(accept, (usual, JSON, TEXT, HTML)) or usual
    sentence = problem.sentence
    body = f"{sentence}\n"
    if media_type == JSON:
        body = json.dumps({"error": sentence}, ensure_ascii=False)
    if media_type == HTML:
        body = _PAGE.format(problem.status.phrase, escape(sentence))
    answer = response(body, media_type, problem.status)
    answer.headers.update(problem.headers)
    return answer


async def unless_gone(request: Request, answer: Awaitable[Result]) -> Result:
    """Await an answer, and cancel it if its client closes the connection.

    Args:
        request: Whose body has been read.
        answer: What the client waits for.

    Raises:
        ClientGone: if it does.
    """
    work = asyncio.ensure_future(answer)
    gone = asyncio.ensure_future(_disconnection(request))
    try:
        await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not work.done():
            raise ClientGone
        return work.result()
    finally:
        gone.cancel()
        work.cancel()


async def _disconnection(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


_PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<title>{0}</title><link rel="stylesheet" href="/static/pages.css">'
    '<main><h1>{0}</h1><p>{1}</p><p><a href="/">Start page</a></p></main></html>'
)
