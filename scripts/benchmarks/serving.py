"""One-hop look-ups over HTTP by many clients at once, beside Oxigraph's own server.

Both serve the same tables.  The product's server runs each query in a confined process, which
Oxigraph's does not.
"""

from __future__ import annotations

import http.client
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple
from urllib.parse import quote

from benchmarks.measuring import Scale, wall
from benchmarks.stored_graphs import stored_graph
from benchmarks.table import Comparison, at_most

CLIENTS = 16
#: Look-ups of each client in a round.
LOOK_UPS = 60
LOOK_UP = "SELECT * { %s ?relation ?object }"
#: Takes far longer than any server lets it.
ENDLESS = (
    "SELECT (COUNT(*) AS ?n) {"
    + "".join(f"VALUES ?v{n} {{ 0 1 2 3 4 5 6 7 8 9 }}" for n in range(9))
    + "}"
)


def lookups(scale: Scale) -> Iterator[Comparison]:
    """Compare the slowest hundredth of the look-ups, alone and beside a hostile query."""
    with tempfile.TemporaryDirectory() as folder:
        stored = stored_graph(folder, scale.many_claims)
        actors = _actors(stored.lines())
        product = [sys.executable, "-m", "actorgraph", "serve", "-g", folder]
        program = str(Path(sys.executable).with_name("oxigraph"))
        oxigraph = [program, "serve-read-only", "-l", str(stored.folder / "store")]
        oxigraph += ["--timeout-s", "10"]
        with (
            _served(product, "--port", "/sparql") as ours,
            _served(oxigraph, "--bind", "/query") as theirs,
        ):
            size = f"{CLIENTS} clients, {scale.many_claims:,} claims"
            times = _slowest(ours, actors), _slowest(theirs, actors)
            yield Comparison(
                f"look-up, p99, {size}; other: Oxigraph", *times, at_most(8)
            )
            with _hostile(ours):
                beside = _slowest(ours, actors)
            what = f"look-up beside a query without end, p99, {size}; other: alone"
            yield Comparison(what, beside, times[0], at_most(3))


def _actors(lines: Iterator[str]) -> list[str]:
    """Return the IRIs of some actors, as SPARQL writes them."""
    subjects = (line.partition(" ")[0] for line in lines)
    actors = (subject for subject in subjects if "/actor/" in subject)
    distinct = dict.fromkeys(islice(actors, 200_000))
    return random.Random(1).sample(list(distinct), min(500, len(distinct)))


class Endpoint(NamedTuple):
    """Where a server answers queries."""

    port: int
    path: str

    def address(self, query: str) -> str:
        """Return the address of a query's answer, without the host."""
        return f"{self.path}?query={quote(query)}"


@contextmanager
def _served(command: Sequence[str], option: str, path: str) -> Iterator[Endpoint]:
    """Start a server, and yield its endpoint.

    Args:
        command: Without its port.
        option: ``--port``, or ``--bind`` with an address before the port.
        path: Of the endpoint.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    place = [option, str(port) if option == "--port" else f"127.0.0.1:{port}"]
    silent = subprocess.DEVNULL
    with subprocess.Popen([*command, *place], stdout=silent, stderr=silent) as process:
        try:
            _wait_for(port)
            yield Endpoint(port, path)
        finally:
            process.terminate()


def _wait_for(port: int) -> None:
    while True:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)


def _slowest(endpoint: Endpoint, actors: Sequence[str]) -> float:
    """Return how many seconds 99 of 100 look-ups take at most."""
    with ThreadPoolExecutor(CLIENTS) as pool:
        rounds = pool.map(
            lambda seed: _look_ups(endpoint, actors, seed), range(CLIENTS)
        )
        times = [seconds for round_ in rounds for seconds in round_]
    return quantiles(times, n=100)[-1]


def _look_ups(endpoint: Endpoint, actors: Sequence[str], seed: int) -> list[float]:
    connection = http.client.HTTPConnection("127.0.0.1", endpoint.port)
    chosen = random.Random(seed).choices(actors, k=LOOK_UPS)
    times: list[float] = []
    for actor in chosen:
        start = wall()
        connection.request("GET", endpoint.address(LOOK_UP % actor))
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"a look-up got the status {answer.status}")
        times.append(wall() - start)
    return times


@contextmanager
def _hostile(endpoint: Endpoint) -> Iterator[None]:
    """Have a server work on a query without end."""
    with socket.create_connection(("127.0.0.1", endpoint.port)) as client:
        address = endpoint.address(ENDLESS)
        request = f"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n"
        client.sendall(request.encode())
        yield
