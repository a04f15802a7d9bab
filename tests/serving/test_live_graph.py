"""Readers see the graph before a change or the one after it, without a restart."""

import threading
from pathlib import Path

from actorgraph.model import Verdict
from actorgraph.pipeline.changes import add, judge, remove
from actorgraph.pipeline.graph import load
from actorgraph.pipeline.judged_claims import judged_actor
from tests.serving.conftest import Server, Start

COUNT = "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
NAMES = "SELECT ?name { ?who ag:leads ?what . ?who rdfs:label ?name }"


def count(server: Server) -> int:
    reply = server.query(COUNT, "text/csv")
    assert reply.status == 200, reply.text
    return int(reply.text.split()[1])


def test_a_new_graph_is_served_from_the_next_request_on(
    graph: Path, start_server: Start
) -> None:
    server = start_server(graph)
    assert "Greta Solheim" in server.query(NAMES, "text/csv").text
    judge(
        judged_actor(load(graph), "Greta Solheim", Verdict.RENAMED, "Greta Sol"), graph
    )
    assert "Greta Sol\r\n" in server.query(NAMES, "text/csv").text
    assert server.get("/api/show?actor=Greta%20Sol").json()["name"] == "Greta Sol"
    assert server.get("/graph").body == (graph / "graph.html").read_bytes()


def test_readers_see_whole_generations_while_others_build(
    graph: Path, tmp_path: Path, start_server: Start
) -> None:
    server = start_server(graph)
    (tmp_path / "more.txt").write_text(
        "Nils Aaland, the leader of the Coast Party, met Greta Solheim in Bergen.",
        encoding="utf-8",
    )
    expected, seen, stopped = {count(server)}, set(), threading.Event()

    def read() -> None:
        while not stopped.is_set():
            seen.add(count(server))

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    try:
        add([tmp_path / "more.txt"], graph)
        expected.add(len(list(load(graph).stored.lines())))
        remove(["party.txt"], graph)
        expected.add(len(list(load(graph).stored.lines())))
    finally:
        stopped.set()
        for reader in readers:
            reader.join()
    assert count(server) in expected
    assert seen <= expected
    assert len(expected) == 3
