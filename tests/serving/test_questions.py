"""The questions of analysts as JSON, and what OpenAPI says of them."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings

from actorgraph.pipeline.graph import load
from actorgraph.serving.openapi import described_api
from actorgraph.serving.question_list import QUESTIONS
from tests.serving.conftest import Server

TWO = {"a": "Ines Okoro", "b": "Pavel Brandt"}
ARGUMENTS: Mapping[str, Mapping[str, str]] = {
    "search": {"name": "ok"},
    "path": TWO,
    "explain": TWO,
    "compare": TWO,
    "why-not": {"a": "Pavel Brandt"},
    "rank": {"measure": "degree", "limit": "2"},
    "communities": {},
    "timeline": {"actor": "Greta Solheim"},
}


def arguments(server: Server, name: str) -> Mapping[str, str]:
    if name == "claim":
        proofs = server.get(f"/api/explain?{urlencode(TWO)}").json()
        return {"id": proofs[0]["claim"]["id"]}
    if name == "document":
        query = "SELECT ?d { ?d ag:name 'party.txt' }"
        iri = server.query(query, "text/csv").text.split()[1]
        return {"id": iri.rpartition("/")[2]}
    return ARGUMENTS.get(name, {"actor": "Ines Okoro"})


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_has_an_answer(server: Server, name: str) -> None:
    reply = server.get(f"/api/{name}?{urlencode(arguments(server, name))}")
    assert (reply.status, reply.media_type) == (200, "application/json")
    assert reply.json() or name == "why-not"


def test_an_answer_is_that_of_the_library(server: Server) -> None:
    profile = load(server.folder).profile("Ines Okoro")
    answer = server.get("/api/show?actor=Ines%20Okoro").json()
    assert answer["id"] == profile.id
    assert server.get("/api/show?actor=ines%20ok").json() == answer
    assert [group["family"] for group in answer["groups"]] == [
        group.family for group in profile.groups
    ]
    (words,) = server.get("/api/said?actor=Okoro").json()
    assert "would not buy the harbour" in words["quotes"][0]["text"]


def test_neighbours_are_nodes_and_edges_to_draw(server: Server) -> None:
    answer = server.get("/api/neighbours?actor=Ines%20Okoro").json()
    ids = {actor["id"] for actor in answer["actors"]}
    assert answer["centre"] in ids
    assert {link["subject"] for link in answer["links"]} <= ids
    assert {link["object"] for link in answer["links"]} <= ids


@pytest.mark.parametrize(
    ("path", "status", "sentence"),
    [
        ("show", 400, "give actor"),
        ("show?actor=", 400, "give actor"),
        ("show?actor=a&actor=b", 400, "given twice"),
        ("show?actor=x&who=y", 400, "no parameter 'who'"),
        (f"show?actor={'x' * 300}", 400, "too long"),
        ("show?actor=Nobody%20Here", 404, "or anything like it"),
        ("path?a=Ines%20Okoro&b=Nobody", 404, "no actor is called"),
        ("rank?limit=0", 400, "from 1 to 1000"),
        ("rank?limit=%EF%BC%91", 400, "from 1 to 1000"),
        ("rank?measure=fame", 400, "is one of pagerank"),
        ("claim?id=0000000000000000", 404, "no claim"),
        ("nothing", 404, "there is no such question"),
    ],
)
def test_a_wrong_question_gets_a_sentence(
    server: Server, path: str, status: int, sentence: str
) -> None:
    reply = server.get(f"/api/{path}")
    assert reply.status == status
    assert sentence in reply.json()["error"]


def test_questions_are_only_answered_in_json(server: Server) -> None:
    assert server.get("/api/rank", Accept="text/csv").status == 406
    assert server.send("POST", "/api/rank").status == 405


def test_the_description_is_served_and_names_every_question(server: Server) -> None:
    description = server.get("/openapi.json").json()
    assert set(description["paths"]) == {f"/api/{name}" for name in QUESTIONS}
    assert description["security"] == []
    assert described_api(needs_token=True)["security"] == [{"token": []}]


schema = schemathesis.openapi.from_dict(described_api(needs_token=False))


@schema.parametrize()
@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.generate],
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_the_server_does_what_its_description_says(case: Any, server: Server) -> None:
    case.call_and_validate(base_url=server.address.rstrip("/"))
