"""Requests for the questions of ``QUESTIONS``; a worker sees checked arguments only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from actorgraph.serving.media_types import HTML, JSON, choose
from actorgraph.serving.problems import Problem
from actorgraph.serving.question_list import (
    LONGEST_NAME,
    MOST_ROWS,
    QUESTIONS,
    Arguments,
    Parameter,
)
from actorgraph.serving.request_body import parameters_of
from actorgraph.serving.responses import response, unless_gone

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from actorgraph.serving.live_graph import LiveGraph
    from actorgraph.serving.server_options import ServerOptions


async def answer_question(
    request: Request, graph: LiveGraph, options: ServerOptions
) -> Response:
    """Answer a question with JSON.

    Raises:
        Problem: if there is no answer.
        ClientGone: if there is nobody to answer.
    """
    name = request.path_params["question"]
    if name not in QUESTIONS:
        raise Problem(
            404, f"there is no such question; there are {', '.join(QUESTIONS)}"
        )
    accept = request.headers.get("accept", "")
    if choose(accept, [JSON]) is None:
        raise Problem(406, f"this answer is there as {JSON}")
    arguments = arguments_of(name, request.url.query)
    work = graph.current().question(name, arguments, "json", options.seconds)
    answer = await unless_gone(request, work)
    return response(answer, JSON)


async def search_page(
    request: Request, graph: LiveGraph, options: ServerOptions
) -> Response:
    """Answer with a page of the actors that a name may mean.

    Raises:
        Problem: if there is no answer.
        ClientGone: if there is nobody to answer.
    """
    arguments = arguments_of("search", request.url.query)
    work = graph.current().question("search", arguments, "html", options.seconds)
    return response(await unless_gone(request, work), HTML)


def arguments_of(name: str, query_string: str) -> Arguments:
    """Return the arguments of a question, those that are left out with their defaults.

    Raises:
        Problem: 400, naming the first parameter that is wrong.
    """
    pairs = parameters_of(query_string)
    texts = dict(pairs)
    if len(texts) != len(pairs):
        raise Problem(400, "a parameter is given twice")
    question = QUESTIONS[name]
    parameters = {parameter.name: parameter for parameter in question.parameters}
    unknown = sorted(texts.keys() - parameters.keys())
    if unknown:
        names = ", ".join(parameters) or "none"
        raise Problem(
            400, f"{name} has no parameter {unknown[0][:40]!r}; there are {names}"
        )
    arguments = _arguments(parameters.values(), texts)
    return dict(arguments)


def _arguments(
    parameters: Iterable[Parameter], texts: dict[str, str]
) -> Iterator[tuple[str, str | int]]:
    for parameter in parameters:
        text = texts.get(parameter.name, "")
        if text:
            yield parameter.name, _checked(parameter, text)
        elif parameter.is_required:
            raise Problem(400, f"give {parameter.name}: {parameter.description}")
        elif parameter.default is not None:
            yield parameter.name, parameter.default


def _checked(parameter: Parameter, text: str) -> str | int:
    if isinstance(parameter.default, int):
        return _number(parameter.name, text)
    if parameter.choices and text not in parameter.choices:
        choices = ", ".join(parameter.choices)
        raise Problem(400, f"{parameter.name} is one of {choices}")
    if len(text) > LONGEST_NAME:
        raise Problem(
            400, f"{parameter.name} is too long; at most {LONGEST_NAME} characters"
        )
    return text


def _number(name: str, text: str) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(MOST_ROWS))
    if not is_number or not 1 <= int(text) <= MOST_ROWS:
        raise Problem(400, f"{name} is a number from 1 to {MOST_ROWS}")
    return int(text)
