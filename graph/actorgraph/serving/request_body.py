"""The body of a request, neither too long nor too slow, and its text and parameters."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from actorgraph.serving.problems import Problem
from actorgraph.serving.server_options import SENDING_SECONDS

if TYPE_CHECKING:
    from starlette.requests import Request

#: Most parameters of a request.
MOST_PARAMETERS = 100
#: A name and a value, in the order of the request.
Pairs = list[tuple[str, str]]


async def body_of(request: Request, longest: int) -> bytes:
    """Return the body of a request.

    Raises:
        Problem: 413 if it is longer than it may be, 408 if it does not come.
    """
    too_long = Problem(
        413, f"the request is too long; at most {longest:,} bytes are read"
    )
    announced = request.headers.get("content-length", "0")
    if announced.isdigit() and int(announced) > longest:
        raise too_long
    data = bytearray()
    try:
        async with asyncio.timeout(SENDING_SECONDS):
            async for chunk in request.stream():
                data += chunk
                if len(data) > longest:
                    raise too_long
    except TimeoutError:
        raise Problem(
            408, f"the request was not complete within {SENDING_SECONDS:g} seconds"
        ) from None
    return bytes(data)


def content_type(request: Request) -> tuple[str, Mapping[str, str]]:
    """Return the media type of a request's body, "" if it has none, and its parameters."""
    header = request.headers.get("content-type", "")
    media_type, *parameters = header.split(";")
    pairs = (parameter.partition("=")[::2] for parameter in parameters)
    named = {name.strip().lower(): value.strip(' "') for name, value in pairs}
    return media_type.strip().lower(), named


def text_of(data: bytes, parameters: Mapping[str, str]) -> str:
    """Return the text of a body.

    Raises:
        Problem: 415 if it says that it is in another encoding than UTF-8, 400 if it is.
    """
    charset = parameters.get("charset", "utf-8").lower()
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise Problem(415, f"the text must be in UTF-8, not in {charset[:20]}")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise Problem(400, "the text is not in UTF-8") from error


def parameters_of(text: str | bytes) -> Pairs:
    """Return the parameters of a query string or a form.

    Raises:
        Problem: 400 if they are not in UTF-8, or too many.
    """
    plain = text.decode("ascii", "replace") if isinstance(text, bytes) else text
    try:
        return parse_qsl(
            plain,
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MOST_PARAMETERS,
        )
    except UnicodeDecodeError as error:
        raise Problem(400, "a parameter is not in UTF-8") from error
    except ValueError as error:
        raise Problem(400, f"at most {MOST_PARAMETERS} parameters are read") from error
