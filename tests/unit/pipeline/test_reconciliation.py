"""The client of the Reconciliation Service API, against a small service on loopback."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest

from actorgraph.errors import ServiceError, UsageError
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    DocumentId,
    Mention,
    MentionKind,
    Verdict,
)
from actorgraph.pipeline.reconciliation import (
    BATCH,
    Service,
    alignments,
    reconcilable,
    reconcile,
)
from actorgraph.pipeline.service_client import ServiceClient

SPACE = "https://data.example/"
MANIFEST = {"name": "Register", "identifierSpace": SPACE, "versions": ["0.2"]}
ENTRIES = {
    "Ann Lee": [{"id": "7", "name": "Lee, Ann", "score": 98, "match": True}],
    "Bo Marsh": [{"id": "8", "name": "Bo Marsh", "score": 60, "match": False}],
    "Cy Hale": [
        {"id": "9", "name": "Cy Hale", "score": 99, "match": True},
        {"id": "10", "name": "Cy Hale", "score": 99, "match": True},
    ],
    "Di Rook": [{"id": "11", "name": "Di Brook", "score": 99, "match": True}],
}


@dataclass
class Desk:
    """A service on loopback.

    Attributes:
        manifest: What it says of itself.
        answer: What it answers to queries instead of the entries, as bytes.
        location: Where it sends everybody.
        status: Of all its answers.
        asked: The queries that it was asked.
    """

    manifest: Any = field(default_factory=lambda: dict(MANIFEST))
    answer: bytes | None = None
    location: str = ""
    status: int = 200
    asked: list[dict[str, Any]] = field(default_factory=list)
    url: str = ""

    def reply(self, form: bytes) -> bytes:
        if not form:
            return json.dumps(self.manifest).encode()
        queries = json.loads(parse_qs(form.decode())["queries"][0])
        self.asked.append(queries)
        if self.answer is not None:
            return self.answer
        results = {
            key: {"result": ENTRIES.get(query["query"], [])}
            for key, query in queries.items()
        }
        return json.dumps(results).encode()


@pytest.fixture
def desk() -> Iterator[Desk]:
    served = Desk()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = served.reply(self.rfile.read(length))
            self.send_response(302 if served.location else served.status)
            if served.location:
                self.send_header("Location", served.location)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.url = f"http://127.0.0.1:{server.server_port}/api"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield served
    server.shutdown()
    server.server_close()


def person(name: str, kind: MentionKind = MentionKind.NAME, **facts: Any) -> Actor:
    mention = Mention(DocumentId("d"), 0, 1, kind, "x")
    return Actor(ActorId(name), ActorType.PERSON, name, mentions=(mention,), **facts)


def test_only_sure_candidates_of_the_same_name_are_accepted(desk: Desk) -> None:
    service = Service.at(desk.url)
    candidates = list(reconcile(service, [person(name) for name in ENTRIES], {}))
    kept = list(alignments(candidates, service))
    assert [(item.actor_name, item.id, item.accepted) for item in candidates] == [
        ("Ann Lee", "7", True),
        ("Bo Marsh", "8", False),
        ("Cy Hale", "10", False),
        ("Cy Hale", "9", False),
        ("Di Rook", "11", False),
    ]
    assert [(item.left, item.verdict, item.text) for item in kept] == [
        ("Ann Lee", Verdict.ALIGNED, f"{SPACE}7")
    ]


def test_an_entry_is_given_to_one_actor_only(desk: Desk) -> None:
    service = Service.at(desk.url)
    twice = [replace(person("Ann Lee"), id=ActorId(id_)) for id_ in ("a", "b")]
    for actors, taken in ((twice, ()), (twice[:1], (f"{SPACE}7",))):
        candidates = reconcile(service, actors, {}, taken)
        assert candidates
        assert not any(item.accepted for item in candidates)
        assert all("another actor has it too" in item.reason for item in candidates)


def test_names_are_sent_in_batches_with_the_type_asked_for(desk: Desk) -> None:
    actors = [person(f"Ann Lee{n}") for n in range(BATCH + 1)]
    list(reconcile(Service.at(desk.url), actors, {ActorType.PERSON: "Q5"}))
    assert [len(queries) for queries in desk.asked] == [BATCH, 1]
    assert desk.asked[1] == {
        "q0": {"query": f"Ann Lee{BATCH}", "limit": 5, "type": "Q5"}
    }


def test_only_named_actors_that_are_not_aligned_are_asked_for() -> None:
    actors = [
        person("Ann Lee"),
        person("a clerk", MentionKind.NOMINAL),
        person("Bo Marsh", wikidata="Q8"),
        person("Cy Hale", matches=("https://data.example/9",)),
    ]
    assert [item.name for item in reconcilable(actors, {ActorType.PERSON})] == [
        "Ann Lee"
    ]
    assert reconcilable(actors, {ActorType.EVENT}) == []


@pytest.mark.parametrize(
    ("location", "refusal"),
    [
        ("http://localhost:9/elsewhere", "redirects to http://localhost:9"),
        # another port of the host
        ("http://127.0.0.1:9/elsewhere", "redirects to"),
        # within the host, without an end
        ("/again", "redirects more than 3 times"),
    ],
)
def test_nobody_else_is_asked(desk: Desk, location: str, refusal: str) -> None:
    desk.location = location
    with pytest.raises(ServiceError, match=refusal):
        ServiceClient(desk.url).ask()


@pytest.mark.parametrize(
    "answer",
    [
        b"<html>",
        b"[" * 100_000,
        b"[]",
        b"{}",
        b'{"q0": {"result": [{"id": "7"}]}}',
        b'{"q0": {"result": 5}}',
        b'{"q0": null}',
        b'{"q0": {"result": [{"id": "7", "name": "x", "score": "high"}]}}',
    ],
)
def test_what_is_no_answer_is_an_error_in_one_line(desk: Desk, answer: bytes) -> None:
    desk.answer = answer
    with pytest.raises(ServiceError) as caught:
        list(reconcile(Service.at(desk.url), [person("Ann Lee")], {}))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("manifest", [{}, [], "x", {"name": 5}])
def test_what_does_not_say_its_name_is_no_service(desk: Desk, manifest: Any) -> None:
    desk.manifest = manifest
    with pytest.raises(ServiceError, match="no reconciliation service"):
        Service.at(desk.url)


def test_a_failing_server_is_an_error(desk: Desk) -> None:
    desk.status = 503
    with pytest.raises(ServiceError, match="answers 503"):
        Service.at(desk.url)


def test_nothing_is_kept_of_a_service_whose_ids_make_no_iris(desk: Desk) -> None:
    desk.manifest = {"name": "Register"}
    service = Service.at(desk.url)
    candidates = list(reconcile(service, [person("Ann Lee")], {}))
    with pytest.raises(ServiceError, match="identifier space"):
        list(alignments(candidates, service))


def test_a_server_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ServiceError, match="cannot reach http://127"):
        ServiceClient("http://127.0.0.1:9/").ask()


def test_a_silent_server_is_not_waited_for() -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(ServiceError, match=r"within 0\.2 seconds"):
            ServiceClient(url, timeout=0.2).ask()


@pytest.mark.parametrize(
    "url",
    ["ftp://data.example/", "data.example", "http://", "http://a:b@data.example/"],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(UsageError):
        ServiceClient(url)
