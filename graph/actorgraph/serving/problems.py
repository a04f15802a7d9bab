"""What a client gets instead of an answer: a status, and one sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from http import HTTPStatus

from actorgraph.errors import (
    ActorgraphError,
    InvalidData,
    NotFound,
    QueryStopped,
    StoreError,
    UsageError,
)

#: What a sentence for a client must not have: a path of this machine.
_PATH = re.compile(r"(?<![\w:/.])/(?:[\w.@+-]+/)*[\w.@+-]+")
_STATUS: Mapping[type[ActorgraphError], HTTPStatus] = {
    QueryStopped: HTTPStatus.SERVICE_UNAVAILABLE,
    NotFound: HTTPStatus.NOT_FOUND,
    InvalidData: HTTPStatus.UNPROCESSABLE_ENTITY,
    StoreError: HTTPStatus.SERVICE_UNAVAILABLE,
    UsageError: HTTPStatus.BAD_REQUEST,
}


class Problem(Exception):
    """A request that gets no answer.

    Attributes:
        status: Of the response.
        sentence: What was found, what is allowed, what to do.
        headers: Of the response, besides the usual ones.
    """

    def __init__(
        self, status: int, sentence: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(sentence)
        self.status = HTTPStatus(status)
        self.sentence = sentence
        self.headers = dict(headers or {})


def problem_of(error: ActorgraphError) -> Problem:
    """Return what a client may learn about an error of the library."""
    if isinstance(error, StoreError):
        return Problem(
            HTTPStatus.SERVICE_UNAVAILABLE,
            "the graph cannot be read now; whoever runs the server sees why",
            {"Retry-After": "5"},
        )
    for kind in type(error).__mro__:
        if kind in _STATUS:
            return Problem(_STATUS[kind], without_paths(str(error)))
    return Problem(HTTPStatus.BAD_REQUEST, without_paths(str(error)))


def without_paths(sentence: str) -> str:
    """Return a sentence without paths of this machine.

    >>> without_paths("cannot read /srv/desk/notes.txt: permission denied")
    'cannot read …: permission denied'
    >>> without_paths("the store has no graph <https://desk.example/a/b>")
    'the store has no graph <https://desk.example/a/b>'
    """
    return _PATH.sub("…", sentence)


def busy() -> Problem:
    """Return the problem of a request that no worker had time for."""
    return Problem(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "the server has too much to do, or is still reading the graph; ask again in a moment",
        {"Retry-After": "5"},
    )


def mistake() -> Problem:
    """Return the problem of a request that the server itself fails at."""
    return Problem(
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "the server has made a mistake; whoever runs it sees which",
    )


def being_changed() -> Problem:
    """Return the problem of a change that has to wait for another."""
    return Problem(
        HTTPStatus.CONFLICT,
        "the graph is being changed; send the judgements again when that is done",
        {"Retry-After": "30"},
    )
