"""mcp: what an assistant can ask, through the client of the official SDK."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters

from actorgraph.mcp_server import MOST, server
from actorgraph.pipeline.graph import load

Call = Callable[..., Awaitable[Any]]


@pytest.fixture
def ask(built: Path) -> Callable[..., Any]:
    """Call a tool of a server in this process: its result, or the words of its error."""

    async def called(tool: str, arguments: dict[str, Any]) -> Any:
        async with Client(server(built)) as client:
            return _value(await client.call_tool(tool, arguments))

    return lambda tool, **arguments: asyncio.run(called(tool, arguments))


def _value(result: Any) -> Any:
    if result.is_error:
        return "; ".join(part.text for part in result.content)
    content = result.structured_content
    return content["result"] if content.keys() == {"result"} else content


def test_an_assistant_starts_the_command_and_reads_a_graph(built: Path) -> None:
    """The client starts the command itself and speaks to it over its standard streams."""

    async def conversation() -> tuple[Any, Any, Any]:
        command = StdioServerParameters(
            command=sys.executable,
            args=["-m", "actorgraph", "mcp", "-g", str(built)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        async with Client(command) as client:
            tools = (await client.list_tools()).tools
            found = await client.call_tool("find_actors", {"name": "solheim"})
            shown = await client.call_tool("show_actor", {"actor": "Greta Solheim"})
        return tools, _value(found), _value(shown)

    tools, found, shown = asyncio.run(conversation())

    assert all(tool.annotations.read_only_hint for tool in tools)
    assert all(tool.description for tool in tools)
    assert [actor["name"] for actor in found] == ["Greta Solheim"]
    assert shown["groups"][0]["relations"][0]["claims"][0]["quotes"][0]["text"]


def test_claims_come_with_their_proof(ask: Callable[..., Any], built: Path) -> None:
    subject, object_ = next(iter(load(built).network.edges()))

    (proof, *_) = ask("explain", left=subject, right=object_)

    assert proof["claim"]["quotes"][0]["text"]


def test_questions_are_listed_with_their_parameters_and_answered(
    ask: Callable[..., Any],
) -> None:
    listed = {row["name"]: row["parameters"] for row in ask("questions")}
    answer = ask("ask", question="leaders", actor="Greta Solheim")

    assert listed["leaders"] == ["actor"]
    assert "Greta Solheim" in answer["answer"]
    assert answer["there_is_more"] is False


def test_sparql_keeps_its_limits(ask: Callable[..., Any]) -> None:
    answer = ask("sparql", query="SELECT ?s { ?s ?p ?o }", limit=3)

    assert len(answer["answer"].splitlines()) == 4
    assert answer["there_is_more"] is True
    assert "it may be from 1 to" in ask("sparql", query="ASK {}", limit=MOST + 1)


@pytest.mark.parametrize(
    "query",
    [
        "DELETE WHERE { ?s ?p ?o }",
        "SELECT * { SERVICE <http://news.example/> { ?s ?p ?o } }",
        "SELECT * FROM <http://news.example/> { ?s ?p ?o }",
    ],
)
def test_what_would_change_the_graph_or_leave_the_machine_is_refused(
    ask: Callable[..., Any], query: str
) -> None:
    assert "Error executing tool sparql" in ask("sparql", query=query)


def test_an_unknown_actor_is_an_error_that_names_no_path(
    ask: Callable[..., Any], built: Path
) -> None:
    message = ask("said", actor="Nobody At All")

    assert "no actor is called" in message
    assert str(built) not in message


def test_a_graph_that_cannot_be_read_is_an_error_that_names_no_path(
    tmp_path: Path, built: Path
) -> None:
    import shutil

    copy = tmp_path / "copy"
    shutil.copytree(built, copy)
    made = server(copy)
    shutil.rmtree(copy / "generations")

    async def called() -> Any:
        async with Client(made) as client:
            return _value(await client.call_tool("said", {"actor": "Greta Solheim"}))

    message = asyncio.run(called())
    assert "the graph cannot be read" in message
    assert str(tmp_path) not in message


def test_a_folder_without_a_graph_is_refused_before_anything_is_served(
    actorgraph: Any, tmp_path: Path
) -> None:
    answer = actorgraph("mcp", "-g", tmp_path)

    assert answer.code == 4
    assert len(answer.err.splitlines()) == 1
