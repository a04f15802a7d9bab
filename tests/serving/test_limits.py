"""What takes too much is stopped, is said to be stopped, and leaves the others alone."""

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.serving.conftest import Server, Start

ENDLESS = (
    "SELECT (COUNT(*) AS ?n) {"
    + "".join(f"VALUES ?v{n} {{ 0 1 2 3 4 5 6 7 8 9 }}" for n in range(9))
    + "}"
)
LARGE = (
    "SELECT (GROUP_CONCAT(?text) AS ?all) {"
    + "".join(f"VALUES ?v{n} {{ 0 1 2 3 4 5 6 7 8 9 }}" for n in range(7))
    + f"BIND('{'x' * 2_000}' AS ?text) }}"
)
ALL = "SELECT * { ?s ?p ?o }"


def is_alive(server: Server) -> bool:
    return bool(server.query("ASK {}").json()["boolean"])


@pytest.mark.parametrize("accept", ["application/json", "text/csv", "text/turtle, */*"])
def test_a_query_without_end_is_an_error_and_no_rows(
    strict_server: Server, accept: str
) -> None:
    reply = strict_server.query(ENDLESS, accept)
    assert reply.status == 503
    assert "no answer within 1 seconds" in reply.text
    assert is_alive(strict_server)


def test_a_query_that_takes_the_memory_is_an_error(server: Server) -> None:
    reply = server.query(LARGE)
    assert reply.status == 503
    assert "too much memory, more than 400 MB" in reply.text
    assert is_alive(server)


def test_an_answer_that_is_too_long_is_an_error_and_not_cut(
    strict_server: Server,
) -> None:
    reply = strict_server.query(ALL, "text/csv")
    assert reply.status == 400
    assert reply.text == (
        "the answer has more than 20 rows; "
        "ask for that many at a time: LIMIT 20, then LIMIT 20 OFFSET 20\n"
    )
    assert len(strict_server.query(f"{ALL} LIMIT 20", "text/csv").text.split()) > 20
    assert strict_server.query("CONSTRUCT WHERE { ?s ?p ?o }").status == 400


@pytest.mark.parametrize("mark", ["{", "(", "["])
def test_six_kilobytes_of_brackets_hurt_nobody(server: Server, mark: str) -> None:
    reply = server.query(f"ASK {{ FILTER {mark * 6_000}")
    assert (reply.status, "200 deep" in reply.text) == (400, True)
    assert is_alive(server)


def test_a_query_whose_client_goes_is_stopped(built: Path, start_server: Start) -> None:
    server = start_server(built, "--seconds", "60")
    for _ in range(6):  # more than there are workers
        with socket.create_connection(("127.0.0.1", server.port)) as client:
            request = f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: localhost\r\n\r\n"
            client.sendall(request.encode())
            time.sleep(0.3)
    before = time.monotonic()
    assert is_alive(server)
    assert time.monotonic() - before < 30, "it waited for queries that nobody waits for"


def test_a_client_that_says_nothing_is_left(built: Path, start_server: Start) -> None:
    quick = "import actorgraph.serving.server_options as o; o.SENDING_SECONDS = 0.5"
    server = start_server(built, before=quick)
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as silent:
        silent.sendall(b"GET / HTTP/1.1\r\nHost: loc")
        assert silent.recv(1_000) == b""
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as slow:
        slow.sendall(
            b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90\r\n"
            b"Content-Type: application/sparql-query\r\n\r\nASK"
        )
        assert slow.recv(1_000).startswith(b"HTTP/1.1 408 ")
    assert is_alive(server)


def test_a_body_that_never_ends_is_not_read(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as client:
        client.sendall(
            b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
            b"Content-Type: application/sparql-query\r\n\r\n"
        )
        chunk = b"10000\r\n" + b"#" * 0x10000 + b"\r\n"
        for _ in range(4):
            client.sendall(chunk)
        assert client.recv(1_000).startswith(b"HTTP/1.1 413 ")
    assert is_alive(server)


def test_many_long_queries_leave_room_for_short_ones(
    built: Path, start_server: Start
) -> None:
    server = start_server(built, "--seconds", "60")
    request = f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with ExitStack() as clients:
        for _ in range(5):
            address = ("127.0.0.1", server.port)
            client = clients.enter_context(socket.create_connection(address))
            client.sendall(request.encode())
        before = time.monotonic()
        assert is_alive(server)
        assert time.monotonic() - before < 30, "it waited for the long ones"


def test_one_long_query_does_not_keep_others_waiting(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port)) as client:
        request = (
            f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: localhost\r\n\r\n"
        )
        client.sendall(request.encode())
        assert all(is_alive(server) for _ in range(20))
        client.settimeout(0)
        with pytest.raises(BlockingIOError):
            client.recv(1)  # it still runs


def test_a_server_that_is_stopped_tells_whoever_waits(
    built: Path, start_server: Start
) -> None:
    server = start_server(built)
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(server.query, ENDLESS)
        time.sleep(2)  # until it works on it
        server.process.terminate()
        reply = asked.result(timeout=20)
    assert (reply.status, reply.text) == (
        503,
        "the server is being stopped; ask again when it is back\n",
    )
