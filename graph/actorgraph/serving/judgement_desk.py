"""Judgements that come over HTTP: from whoever has the token, one file after another."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE
from typing import TYPE_CHECKING

from actorgraph.serving.doorkeeper import check_token
from actorgraph.serving.media_types import JSON
from actorgraph.serving.problems import Problem, being_changed
from actorgraph.serving.request_body import body_of
from actorgraph.serving.responses import response
from actorgraph.serving.server_options import LONGEST_JUDGEMENTS

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from actorgraph.serving.server_options import ServerOptions


class JudgementDesk:
    """Has judgements recorded and the graph built again with them, one request at a time.

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
            raise being_changed()
        # What is recorded is applied, even if whoever sent it has gone.
        return response(await asyncio.shield(self._recorded(lines)), JSON)

    async def _recorded(self, lines: bytes) -> bytes:
        async with self._turn:
            writer = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "actorgraph.serving.judgement_writer"),
                *(str(self._options.folder), str(self._options.judgements or "")),
                stdin=PIPE,
                stdout=PIPE,
                start_new_session=True,  # it finishes, even if the server is interrupted
            )
            message, _ = await writer.communicate(lines)
        status, _, body = message.partition(b"\n")
        if status != b"200":
            sentence = body.decode() or "the graph could not be built again"
            raise Problem(int(status or b"500"), sentence)
        return body
