"""Runs the server until a signal stops it."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from actorgraph.errors import UsageError
from actorgraph.serving.server_options import CONNECTIONS

if TYPE_CHECKING:
    from actorgraph.serving.server_options import ServerOptions


def run(options: ServerOptions, announce: Callable[[str], None]) -> None:
    """Serve a graph until the process is interrupted or terminated.

    Args:
        options: How it is served.
        announce: Called with the address when the server answers there.

    Raises:
        UsageError: if the options expose the graph, the address cannot be used, or the extra
            ``serve`` is not installed.
        StoreError: if there is no graph that can be read.
    """
    options.check()
    try:
        import uvicorn

        from actorgraph.serving.application import application
        from actorgraph.serving.impatient_protocol import ImpatientProtocol
    except ModuleNotFoundError as error:
        raise UsageError(
            f"serve needs {error.name}; install it with: pip install 'actorgraph[serve]'"
        ) from error
    from actorgraph.dataset.store import open_graph

    open_graph(options.folder)
    listener = _listener(options)
    config = uvicorn.Config(
        application(options),
        http=ImpatientProtocol,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=CONNECTIONS,
        timeout_graceful_shutdown=3,
    )
    server = uvicorn.Server(config)
    host, port = listener.getsockname()[:2]
    announce(f"http://{f'[{host}]' if ':' in host else host}:{port}/")
    with suppress(KeyboardInterrupt):  # how a server usually ends
        server.run(sockets=[listener])


def _listener(options: ServerOptions) -> socket.socket:
    try:
        return socket.create_server(
            (options.host, options.port), family=_family(options.host)
        )
    except OSError as error:
        raise UsageError(
            f"cannot listen at {options.host}:{options.port}: {error.strerror or error}; "
            "choose another --port"
        ) from error


def _family(host: str) -> socket.AddressFamily:
    if ":" in host:
        return socket.AF_INET6
    return socket.AF_INET
