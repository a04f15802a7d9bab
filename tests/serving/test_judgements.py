"""Judgements over HTTP: with the token, with an author, one writer at a time."""

import json
from pathlib import Path
from typing import Any

import pytest

from actorgraph.dataset.generations import locked
from actorgraph.pipeline.changes import CHANGE_LOCK
from actorgraph.pipeline.graph import load
from actorgraph.pipeline.options import judgements_beside
from tests.serving.conftest import TOKEN, Reply, Server, Start

BEARER = f"Bearer {TOKEN}"


@pytest.fixture
def desk(graph: Path, tmp_path: Path, start_server: Start) -> Server:
    (tmp_path / "token").write_text(TOKEN, encoding="utf-8")
    return start_server(graph, "--token-file", str(tmp_path / "token"))


def rename(server: Server, **fields: Any) -> str:
    actor = load(server.folder).find("Greta Solheim").id
    row = {"left": actor, "right": "", "verdict": "renamed", "text": "Greta Sol"}
    return json.dumps(
        row | {"by": "Dana", "at": "2031-05-03T09:15:00.000000Z"} | fields
    )


def post(server: Server, lines: str, authorization: str = BEARER) -> Reply:
    headers = {"Authorization": authorization} if authorization else {}
    return server.send("POST", "/judgements", lines, **headers)


def test_a_judgement_is_recorded_with_its_author_and_in_force(desk: Server) -> None:
    reply = post(desk, rename(desk))
    assert (reply.status, reply.json()) == (200, {"judgements": 1})
    assert desk.get("/api/show?actor=Greta%20Sol").json()["name"] == "Greta Sol"
    (line,) = judgements_beside(desk.folder).read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["by"] == "Dana"


@pytest.mark.parametrize(
    ("authorization", "status"),
    [
        ("", 401),
        ("Bearer wrong-token-of-32-letters-------", 401),
        (f"Basic {TOKEN}", 401),
    ],
)
def test_without_the_token_nothing_is_taken(
    strict_server: Server, authorization: str, status: int
) -> None:
    reply = post(strict_server, rename(strict_server), authorization)
    assert reply.status == status
    assert reply.headers["www-authenticate"].startswith("Bearer")
    assert not judgements_beside(strict_server.folder).exists()


def test_a_server_without_a_token_only_reads(server: Server) -> None:
    reply = post(server, rename(server))
    assert (reply.status, "only reads" in reply.json()["error"]) == (403, True)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"by": " "}, "does not say who decided"),
        ({"verdict": "wonderful"}, "line 1 of the request"),
        ({"verdict": "retyped", "text": "Wizard"}, "Wizard"),
    ],
)
def test_a_judgement_that_cannot_be_used_is_refused_with_the_reason(
    strict_server: Server, fields: dict[str, str], sentence: str
) -> None:
    reply = post(strict_server, rename(strict_server, **fields))
    assert reply.status in (400, 404, 422)
    assert sentence in reply.json()["error"]
    assert not judgements_beside(strict_server.folder).exists()


@pytest.mark.parametrize("lines", ["", "nonsense", "[]", "\x00"])
def test_what_is_no_judgement_is_refused(strict_server: Server, lines: str) -> None:
    assert post(strict_server, lines).status == 422


def test_while_another_changes_the_graph_nobody_may(desk: Server) -> None:
    with locked(desk.folder / CHANGE_LOCK):
        reply = post(desk, rename(desk))
    assert (reply.status, "is being changed" in reply.json()["error"]) == (409, True)
    assert str(desk.folder) not in reply.text
