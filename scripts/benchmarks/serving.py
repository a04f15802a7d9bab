"""One-hop look-ups over HTTP by many clients at once, beside Oxigraph's own server.

Both serve the same tables.  The product's server runs each query in a confined process, which
Oxigraph's does not.  It is also asked while queries without end run, and while its graph is built;
the memory of all its processes is the most that they take meanwhile.
"""

from __future__ import annotations

import http.client
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from itertools import chain, islice
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple
from urllib.parse import quote

from benchmarks.measuring import Scale, wall
from benchmarks.memory import watched
from benchmarks.stored_graphs import stored_graph
from benchmarks.table import Comparison, at_most

CLIENTS = 16
#: Look-ups of each client in a round.
LOOK_UPS = 60
LOOK_UP = "SELECT * { %s ?relation ?object }"
#: Seconds that 99 of 100 look-ups may take: alone, and while the graph is built.
ALONE, BUILDING = 0.3, 1.0
#: Seconds until the server may be ready, and MiB that its processes may take: 2 GB.
READY, MEMORY = 3.0, 2e9 / 2**20
SAMPLES = Path(__file__).parents[1] / "samples"
#: Clients at once whose queries have no end: more than the server lets run.
HOSTILE = 4
#: Takes far longer than any server lets it.
ENDLESS = (
    "SELECT (COUNT(*) AS ?n) {"
    + "".join(f"VALUES ?v{n} {{ 0 1 2 3 4 5 6 7 8 9 }}" for n in range(9))
    + "}"
)


def lookups(scale: Scale) -> Iterator[Comparison]:
    """Compare the slowest hundredth of the look-ups: alone, beside a hostile query and a build."""
    with tempfile.TemporaryDirectory() as folder:
        stored = stored_graph(folder, scale.many_claims)
        actors = _actors(stored.lines())
        size = f"p99, {CLIENTS} clients, {scale.many_claims:,} claims"
        product = [sys.executable, "-m", "actorgraph", "serve", "-g", folder]
        program = str(Path(sys.executable).with_name("oxigraph"))
        oxigraph = [program, "serve-read-only", "-l", str(stored.folder / "store")]
        oxigraph += ["--timeout-s", "10"]
        with _served(oxigraph, "--bind", "/query") as theirs:
            other = _slowest(theirs, actors)
        with (
            _served(product, "--port", "/sparql") as ours,
            watched(ours.process) as peak,
        ):
            alone = _slowest(ours, actors)
            with _hostile(ours, 1):
                beside_one = _slowest(ours, actors)
            with _hostile(ours, HOSTILE):
                beside_many = _slowest(ours, actors)
            with _building(folder) as build:
                building = _slowest(ours, actors, until=build)
    yield Comparison(f"look-up, {size}; other: Oxigraph", alone, other, at_most(8))
    yield Comparison("the same; other: what is allowed", alone, ALONE, at_most(1))
    what = "the same beside a query without end; other: alone"
    yield Comparison(what, beside_one, alone, at_most(3))
    what = f"the same beside {HOSTILE} of these; other: alone"
    yield Comparison(what, beside_many, alone, at_most(3))
    what = "the same while the graph is built; other: what is allowed"
    yield Comparison(what, building, BUILDING, at_most(1))
    what = f"server ready, {scale.many_claims:,} claims; other: what is allowed"
    yield Comparison(what, ours.seconds, READY, at_most(1))
    what = "memory of the server at most; other: what is allowed"
    yield Comparison(what, max(peak), MEMORY, at_most(1), unit="MiB")


def _actors(lines: Iterator[str]) -> list[str]:
    """Return the IRIs of some actors, as SPARQL writes them."""
    subjects = (line.partition(" ")[0] for line in lines)
    actors = (subject for subject in subjects if "/actor/" in subject)
    distinct = dict.fromkeys(islice(actors, 200_000))
    return random.Random(1).sample(list(distinct), min(500, len(distinct)))


class Endpoint(NamedTuple):
    """Where a server answers queries.

    Attributes:
        process: Id of the server's process.
        seconds: That it took to be ready.
    """

    port: int
    path: str
    process: int
    seconds: float

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
    start = wall()
    with subprocess.Popen([*command, *place], stdout=silent, stderr=silent) as process:
        try:
            _wait_for(port)
            yield Endpoint(port, path, process.pid, wall() - start)
        finally:
            process.terminate()


def _wait_for(port: int) -> None:
    while True:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)


def _slowest(
    endpoint: Endpoint,
    actors: Sequence[str],
    until: subprocess.Popen[bytes] | None = None,
) -> float:
    """Return how many seconds 99 of 100 look-ups take at most.

    Args:
        until: Rounds of look-ups are made until this process ends.
    """
    times: list[float] = []
    while not times or (until is not None and until.poll() is None):
        seeds = range(len(times), len(times) + CLIENTS)
        with ThreadPoolExecutor(CLIENTS) as pool:
            rounds = pool.map(lambda seed: _look_ups(endpoint, actors, seed), seeds)
            times += chain.from_iterable(rounds)
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
def _building(folder: str) -> Iterator[subprocess.Popen[bytes]]:
    """Build another graph in a folder, and yield the process that does."""
    command = [sys.executable, "-m", "actorgraph", "build", str(SAMPLES), "-g", folder]
    silent = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=silent, stderr=silent) as process:
        yield process
        if process.wait() != 0:
            raise RuntimeError("the build beside the look-ups failed")


@contextmanager
def _hostile(endpoint: Endpoint, count: int) -> Iterator[None]:
    """Have a server work on queries without end, for clients that ask again when it refuses."""
    done = threading.Event()
    with ThreadPoolExecutor(count) as pool:
        for _ in range(count):
            pool.submit(_ask_for_ever, endpoint, done)
        try:
            yield
        finally:
            done.set()


def _ask_for_ever(endpoint: Endpoint, done: threading.Event) -> None:
    request = f"GET {endpoint.address(ENDLESS)} HTTP/1.1\r\nHost: localhost\r\n\r\n"
    while not done.is_set():
        with socket.create_connection(("127.0.0.1", endpoint.port)) as client:
            client.settimeout(0.1)
            client.sendall(request.encode())
            while not done.is_set():
                with suppress(TimeoutError):
                    client.recv(1)
                    break
