"""A query leaves this machine on no way: the kernel refuses, whatever the screen thinks of the
text.
"""

import json
import os
import platform
import select
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from actorgraph.dataset import query_process, sandbox, system_calls
from actorgraph.dataset.queries import run_query
from actorgraph.dataset.store import StoredGraph
from actorgraph.errors import ActorgraphError, QueryRefused
from actorgraph.process_limits import die_with_parent

#: Tables that a large store has besides those that the engine opens at once.
MANY_TABLES = 25
ON_LINUX = sys.platform.startswith("linux") and platform.machine() in (
    "x86_64",
    "aarch64",
)
only_where_confined = pytest.mark.skipif(not ON_LINUX, reason="no seccomp filter here")

#: Ways to ask another machine, some of which no hand-written reading of SPARQL has found.
LEAVING = [
    "SELECT * {{ SERVICE <{there}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE SILENT <{there}> {{ ?s ?p ?o }} }}",
    (
        "SELECT ?x "
        "{{ FILTER(true || EXISTS {{?s ?p ?o}} <'abc>') SERVICE <{there}> {{?x ?y ?z}} #'\n}}"
    ),
    (
        "SELECT ?x "
        "{{ FILTER(true || <<( <a:a> <a:b> 1 )>> <'abc>') SERVICE <{there}> {{?x ?y ?z}} #'\n}}"
    ),
    "SELECT ?x {{ FILTER(true || ?a\u203f <'abc>') SERVICE <{there}> {{?x ?y ?z}} #'\n}}",
    "SELECT ?x {{ FILTER(true || ?a\u0301<'abc>') sErViCe<{there}> {{?x ?y ?z}} #'\n}}",
    "ASK {{ VALUES ?g {{ <{there}> }} SERVICE ?g {{ ?s ?p ?o }} }}",
    "ASK {{ SERVICE <{there}> {{ SERVICE <{there}> {{ }} }} }}",
    "DESCRIBE ?s {{ SERVICE <{there}> {{ ?s ?p ?o }} }}",
    "CONSTRUCT {{ ?s ?p ?o }} {{ SERVICE <{there}> {{ ?s ?p ?o }} }}",
    "SELECT * FROM <{there}> {{ ?s ?p ?o }}",
]


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A server on this machine that counts who connects."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


@pytest.fixture
def large(stored: StoredGraph) -> StoredGraph:
    """A store with more tables than the engine opens at once, so that files may still be opened."""
    for number in range(MANY_TABLES):
        (stored.folder / "store" / f"9999{number:02d}.sst").touch()
    return stored


def is_called(server: socket.socket) -> bool:
    server.settimeout(0.1)
    try:
        server.accept()[0].close()
    except TimeoutError:
        return False
    return True


def ask(stored: StoredGraph, query: str, server: socket.socket) -> None:
    there = f"http://127.0.0.1:{server.getsockname()[1]}/"
    with suppress(ActorgraphError):
        run_query(stored, query.format(there=there), time_limit=3)


@pytest.mark.parametrize("query", LEAVING)
def test_no_query_leaves_the_machine(
    large: StoredGraph, listener: socket.socket, query: str
) -> None:
    ask(large, query, listener)
    assert not is_called(listener)


@only_where_confined
@pytest.mark.parametrize("query", LEAVING)
def test_no_query_that_the_screen_overlooks_leaves_the_machine(
    large: StoredGraph,
    listener: socket.socket,
    monkeypatch: pytest.MonkeyPatch,
    query: str,
) -> None:
    monkeypatch.setattr(query_process, "screen", lambda *_: None)
    ask(large, query, listener)
    assert not is_called(listener)


@pytest.mark.parametrize("query", LEAVING[:1])
def test_without_the_sandbox_the_listener_would_be_called(
    large: StoredGraph,
    listener: socket.socket,
    monkeypatch: pytest.MonkeyPatch,
    query: str,
) -> None:
    """The tests above see something."""
    monkeypatch.setattr(query_process, "screen", lambda *_: None)
    monkeypatch.setattr(sandbox, "confine", lambda *_: True)
    ask(large, query, listener)
    assert is_called(listener)


@only_where_confined
@pytest.mark.parametrize("silent", ["", "SILENT"])
def test_a_query_that_tries_to_leave_is_told_so(
    large: StoredGraph,
    listener: socket.socket,
    monkeypatch: pytest.MonkeyPatch,
    silent: str,
) -> None:
    monkeypatch.setattr(query_process, "screen", lambda *_: None)
    there = f"<http://127.0.0.1:{listener.getsockname()[1]}/>"
    with pytest.raises(QueryRefused, match="remove SERVICE"):
        run_query(large, f"SELECT * {{ SERVICE {silent} {there} {{ ?s ?p ?o }} }}")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { } }",
        "SELECT * { S\\u0065rvice <http://127.0.0.1:9/> { } }",
        'ASK { ?s rdfs:label "secret service" }',
    ],
)
def test_where_there_is_no_sandbox_the_word_is_refused_anywhere(
    stored: StoredGraph, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    monkeypatch.setattr(query_process, "screen", lambda *_: None)
    monkeypatch.setattr(sandbox, "confine", lambda *_: False)
    with pytest.raises(QueryRefused, match="cannot confine a query"):
        run_query(stored, query)


def test_a_processor_without_a_filter_is_reported(
    stored: StoredGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "vax")
    with pytest.raises(QueryRefused, match="cannot confine a query"):
        run_query(stored, 'ASK { ?s rdfs:label "secret service" }')
    assert not run_query(stored, 'ASK { ?s rdfs:label "nobody" }').holds


def verdicts(
    monkeypatch: pytest.MonkeyPatch,
    stored: StoredGraph,
    *attempts: Callable[[], object],
) -> list[str]:
    """What the confined process says of some attempts: whether each succeeded."""

    def tried(*_: object) -> bytes:
        results = []
        for attempt in attempts:
            try:
                attempt()
                results.append("done")
            except (OSError, RuntimeError):
                results.append("failed")
        head = {"kind": "select", "truncated": False}
        return json.dumps(head).encode() + b"\n" + " ".join(results).encode()

    monkeypatch.setattr(query_process, "_answer", tried)
    return run_query(stored, "ASK {}").payload.decode().split()


def opening(path: Path | str, flags: int = os.O_RDONLY) -> Callable[[], int]:
    return lambda: os.open(path, flags)


@only_where_confined
@pytest.mark.parametrize("has_landlock", [True, False])
def test_only_tables_that_are_not_open_yet_can_be_opened(
    large: StoredGraph, monkeypatch: pytest.MonkeyPatch, has_landlock: bool
) -> None:
    if not has_landlock:
        monkeypatch.setattr(sandbox, "_restrict_to", lambda _: None)
    table = large.folder / "store" / "999900.sst"
    attempts = [opening(table)] * (MANY_TABLES + 3)
    results = verdicts(monkeypatch, large, opening(table, os.O_RDWR), *attempts)
    assert results == ["failed"] + ["done"] * MANY_TABLES + ["failed"] * 3


@only_where_confined
@pytest.mark.parametrize("has_landlock", [True, False])
def test_no_file_can_be_opened_when_all_tables_are_open(
    stored: StoredGraph, monkeypatch: pytest.MonkeyPatch, has_landlock: bool
) -> None:
    if not has_landlock:
        monkeypatch.setattr(sandbox, "_restrict_to", lambda _: None)
    manifest = stored.folder / "manifest.json"

    def make_room_for_a_descriptor() -> None:
        os.close(0)

    attempts = (make_room_for_a_descriptor, opening(manifest))
    results = verdicts(monkeypatch, stored, *attempts)
    assert results == ["done", "failed"]


@only_where_confined
def test_no_file_elsewhere_can_be_opened_where_the_kernel_has_landlock(
    large: StoredGraph, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if sandbox._call("syscall", 444, None, 0, 1) < 1:
        pytest.skip("this kernel has no Landlock")
    manifest = large.folder / "manifest.json"
    results = verdicts(monkeypatch, large, opening(os.devnull), opening(manifest))
    assert results == ["failed", "failed"]


@only_where_confined
def test_nothing_else_can_be_done_to_the_machine(
    stored: StoredGraph, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    attempts: list[Callable[[], object]] = [
        (tmp_path / "made").mkdir,
        (stored.folder / "manifest.json").unlink,
        lambda: os.kill(os.getppid(), 0),
        lambda: os.execv("/bin/true", ["true"]),  # noqa: S606 - that it fails is tested
        lambda: os.write(1, b""),
        lambda: threading.Thread(target=print).start(),
        os.fork,
    ]
    assert set(verdicts(monkeypatch, stored, *attempts)) == {"failed"}
    assert (stored.folder / "manifest.json").exists()


#: Longer than a process takes to end, shorter than the child would go on.
LONG_SECONDS = 20


@only_where_confined
def test_the_child_ends_with_its_parent(stored: StoredGraph) -> None:
    """A process that asks and is killed leaves no child that computes on."""
    reading, writing = os.pipe()
    parent = os.fork()
    if parent == 0:
        with suppress(BaseException):
            dying = os.getpid()
            if os.fork() == 0:
                die_with_parent(dying)
                sandbox.confine(stored.folder / "store", writing, 1 << 30)
                os.write(writing, b"ready")
            else:
                os.close(writing)
            time.sleep(60)
        os._exit(0)
    os.close(writing)
    assert os.read(reading, 5) == b"ready"
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    ended, _, _ = select.select([reading], [], [], LONG_SECONDS)
    assert ended, "the child goes on without its parent"
    assert os.read(reading, 1) == b""  # the child's end of the pipe is closed
    os.close(reading)


def test_every_call_has_its_number_on_every_machine() -> None:
    legacy = {"stat", "lstat"}  # aarch64 has only their successors
    names = {
        "write",
        "openat",
        *system_calls.READING_CALLS,
        *system_calls.NETWORK_CALLS,
    }
    for machine in system_calls.MACHINES.values():
        assert names - legacy <= machine.calls.keys() <= names
