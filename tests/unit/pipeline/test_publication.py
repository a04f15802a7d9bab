"""Pushed to a server and pulled back: the same graph, whatever happened on the way."""

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.request import Request, urlopen

import pytest

from actorgraph.dataset.graph_writer import write_graph
from actorgraph.errors import StoreError, UsageError
from actorgraph.export.graph_store import ATTEMPTS, GraphStore
from actorgraph.identifiers import DEFAULT_BASE
from actorgraph.pipeline import publication
from actorgraph.pipeline.changes import remove
from actorgraph.pipeline.graph import Graph, load
from actorgraph.pipeline.publication import pull, push
from actorgraph.vocabulary import load_vocabulary

PATIENCE = 30


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of an Oxigraph server."""
    port = free_port()
    program = Path(sys.executable).with_name("oxigraph")
    with subprocess.Popen(
        [program, "serve", "--bind", f"127.0.0.1:{port}"], stderr=subprocess.DEVNULL
    ) as process:
        until = monotonic() + PATIENCE
        while monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                sleep(0.05)
        yield f"http://127.0.0.1:{port}/store"
        process.kill()


@pytest.fixture
def store(server: str) -> GraphStore:
    """An empty store."""
    request = Request(  # noqa: S310  our own server
        server.replace("/store", "/update"),
        b"DROP ALL",
        {"Content-Type": "application/sparql-update"},
    )
    urlopen(request).close()  # noqa: S310
    return GraphStore(server)


@pytest.fixture(scope="module")
def opened(built: Path) -> Graph:
    return load(built)


def lines(graph: Graph) -> list[str]:
    return list(graph.stored.lines())


def test_what_is_pulled_is_what_was_pushed(store: GraphStore, opened: Graph) -> None:
    pushed = push(opened, store)
    assert (pushed.graphs, pushed.sent, pushed.removed) == (4, 4, 0)
    assert pushed.statements == len(lines(opened))
    assert pull(store, opened.base) == lines(opened)


def test_what_the_store_has_is_not_sent_again(
    store: GraphStore, opened: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    push(opened, store)
    for method in ("put", "post", "delete"):
        monkeypatch.setattr(GraphStore, method, None)
    assert push(opened, store).sent == 0


def test_a_change_replaces_and_removes_graphs_of_documents(
    store: GraphStore, graph: Path
) -> None:
    before = load(graph)
    push(before, store)
    remove(["ferry.txt"], graph)
    after = load(graph)
    pushed = push(after, store)
    assert pushed.removed == 1
    assert pushed.sent < pushed.graphs
    assert pull(store, after.base) == lines(after) != lines(before)


class Stopped(Exception):
    pass


@pytest.mark.parametrize("requests", range(1, 10, 2))
def test_a_push_that_was_stopped_goes_on_to_the_same_graph(
    store: GraphStore,
    opened: Graph,
    monkeypatch: pytest.MonkeyPatch,
    requests: int,
) -> None:
    """After any number of requests, each of which may have arrived or not."""
    monkeypatch.setattr(publication, "PART_LINES", 150)
    monkeypatch.setattr(publication, "GRAPHS_AT_ONCE", 2)
    remaining = iter(range(requests))
    ask = GraphStore._ask

    def stopping(self: GraphStore, method: str, *rest: Any, **named: Any) -> bytes:
        answer = ask(self, method, *rest, **named)
        if method != "GET" and next(remaining, None) is None:
            raise Stopped
        return answer

    with monkeypatch.context() as patch:
        patch.setattr(GraphStore, "_ask", stopping)
        with pytest.raises(Stopped):
            push(opened, store)
    with pytest.raises(StoreError, match=r"is incomplete: run actorgraph push again$"):
        pull(store, opened.base)
    push(opened, store)
    assert pull(store, opened.base) == lines(opened)


def test_going_back_to_an_older_graph_after_a_stop_is_no_mixture(
    store: GraphStore, graph: Path, opened: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store once counted as having what a stopped push had replaced."""
    monkeypatch.setattr(publication, "PART_LINES", 150)
    push(opened, store)
    remove(["ferry.txt"], graph)
    with monkeypatch.context() as patch:
        patch.setattr(publication._Pushing, "_flush", stop)
        with pytest.raises(Stopped):
            push(load(graph), store)
    push(opened, store)
    assert pull(store, opened.base) == lines(opened)


def stop(_: object) -> None:
    raise Stopped


def test_other_data_in_the_default_graph_are_not_lost(
    store: GraphStore, opened: Graph
) -> None:
    other = "<https://example.org/a> <https://example.org/b> <https://example.org/c> ."
    store.put(None, [other])
    with pytest.raises(UsageError, match="has statements that actorgraph did not writ"):
        push(opened, store)
    name = "https://example.org/picture"
    push(opened, store, default_graph=name)
    assert store.get(None).strip() == other
    assert pull(store, opened.base, name) == lines(opened)
    push(opened, store, replace=True)
    assert pull(store, opened.base) == lines(opened)


def test_a_store_that_lost_a_graph_says_so_and_gets_it_again(
    store: GraphStore, opened: Graph
) -> None:
    push(opened, store)
    store.delete(f"{DEFAULT_BASE}document/{opened.corpus.readings[0].document.id}")
    with pytest.raises(
        StoreError, match=r"has lost https.*run actorgraph push --again"
    ):
        pull(store, opened.base)
    push(opened, store, again=True)
    assert pull(store, opened.base) == lines(opened)


def test_an_empty_store_has_nothing_to_pull(store: GraphStore) -> None:
    with pytest.raises(StoreError, match="has no graph that was pushed with the base"):
        pull(store, DEFAULT_BASE)


def test_nobody_answering_is_one_line(opened: Graph) -> None:
    pauses: list[float] = []
    store = GraphStore(f"http://127.0.0.1:{free_port()}/store", pause=pauses.append)
    with pytest.raises(
        StoreError, match=r"^no store answers at http://127[^[]*\(Connection refused\)"
    ):
        push(opened, store)
    assert pauses == [0.5, 1, 2, 4][: ATTEMPTS - 1]


class Answering(BaseHTTPRequestHandler):
    """Answers every request with the next of its server's answers."""

    answers: list[int]
    headers_sent: tuple[tuple[str, str], ...] = ()

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(self.answers.pop(0) if self.answers else 200)
        for name, value in self.headers_sent:
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_PUT = do_POST = do_DELETE = do_GET  # noqa: N815  names that the base looks for

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def answering() -> Iterator[tuple[type[Answering], str]]:
    handler = type("Handler", (Answering,), {"answers": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield handler, f"http://127.0.0.1:{server.server_port}/store"
        server.shutdown()
        thread.join()


def test_a_busy_store_is_asked_again(answering: tuple[type[Answering], str]) -> None:
    handler, address = answering
    handler.answers = [503, 429, 200]
    pauses: list[float] = []
    GraphStore(address, pause=pauses.append).put(None, [])
    assert pauses == [0.5, 1]


@pytest.mark.parametrize(
    ("answer", "headers"),
    [
        (401, [("WWW-Authenticate", 'Basic realm="store"')]),
        (401, [("WWW-Authenticate", 'Digest realm="s", nonce="n", qop="auth"')]),
        (403, []),
        (500, []),
        (302, [("Location", "http://127.0.0.2/elsewhere")]),
    ],
)
def test_a_refusal_is_one_line_without_the_password(
    answering: tuple[type[Answering], str],
    answer: int,
    headers: list[tuple[str, str]],
) -> None:
    handler, address = answering
    handler.answers = [answer] * 20
    handler.headers_sent = tuple(headers)
    store = GraphStore(address, "ada", "s3cret")
    with pytest.raises(StoreError, match=rf"\({answer}\)") as caught:
        store.put(None, [])
    assert "s3cret" not in f"{caught.value} {store!r}"
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "address", ["ftp://host/store", "localhost:7878", "http://ada:s3cret@host/store"]
)
def test_an_address_is_checked_and_its_password_not_repeated(address: str) -> None:
    with pytest.raises(UsageError, match="address") as caught:
        GraphStore(address)
    assert "s3cret" not in str(caught.value)


def test_a_document_without_claims_is_pushed_too(
    store: GraphStore, tmp_path: Path
) -> None:
    write_graph(
        tmp_path,
        publication_corpus(),
        load_vocabulary(),
        base=DEFAULT_BASE,
        threshold=0.5,
    )
    graph = load(tmp_path)
    push(graph, store)
    assert pull(store, DEFAULT_BASE) == lines(graph)


def publication_corpus() -> Any:
    from actorgraph.model import Corpus, Document, DocumentId, Reading

    return Corpus((Reading(Document(DocumentId("d1"), "a.txt", "Nothing.")),))
