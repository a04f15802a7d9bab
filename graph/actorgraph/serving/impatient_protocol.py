"""HTTP for clients that may never finish what they say."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

from actorgraph.serving.server_options import SENDING_SECONDS


class ImpatientProtocol(H11Protocol):
    """Closes a connection on which no request has come in time; uvicorn would wait for ever."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self.loop.call_later(SENDING_SECONDS, self._close_if_silent)

    def _close_if_silent(self) -> None:
        has_asked = bool(self.cycle)
        if not has_asked:
            self.transport.close()
