"""Who is no stranger: this machine, its own pages, guests that were named, holders of the token."""

import asyncio
import base64
from pathlib import Path
from typing import Any

import pytest

from actorgraph.errors import UsageError
from actorgraph.serving.doorkeeper import Doorkeeper
from actorgraph.serving.server_options import ServerOptions
from tests.serving.conftest import TOKEN, Server, Start

GUEST = "https://desk.example"
EVIL = "http://evil.example"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST:99"])
def test_this_machine_is_answered_by_any_of_its_names(
    server: Server, host: str
) -> None:
    assert server.get("/", Host=host).status == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "localhost@evil.example",
        "",
        "10.0.0.1",
    ],
)
@pytest.mark.parametrize("path", ["/", "/sparql?query=ASK%7B%7D", "/static/pages.css"])
def test_another_host_is_refused(server: Server, host: str, path: str) -> None:
    reply = server.get(path, Host=host, X_Forwarded_Host="localhost")
    assert reply.status == 421
    assert "localhost" in reply.text


def test_a_form_of_another_site_is_refused(server: Server) -> None:
    """What empties a server that trusts whoever reaches it."""
    form = {"Content_Type": "application/x-www-form-urlencoded", "Origin": EVIL}
    update = server.send(
        "POST", "/update", "update=CLEAR+ALL", **form, Host="evil.example"
    )
    query = server.send("POST", "/sparql", "query=ASK%7B%7D", **form)
    assert (update.status, query.status) == (421, 403)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": EVIL}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors"}, 403),
        ({"Sec_Fetch_Site": "same-site", "Sec_Fetch_Mode": "cors"}, 403),
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}, 200),
        ({"Sec_Fetch_Site": "same-origin", "Sec_Fetch_Mode": "cors"}, 200),
        ({"Sec_Fetch_Site": "none", "Sec_Fetch_Mode": "navigate"}, 200),
    ],
)
def test_what_a_page_of_another_site_sends_is_refused_but_for_links(
    server: Server, headers: dict[str, str], status: int
) -> None:
    reply = server.query("ASK {}", **headers)
    assert reply.status == status
    assert "access-control-allow-origin" not in reply.headers


def test_a_page_of_this_server_may_ask(server: Server) -> None:
    own = server.address.rstrip("/")
    assert (
        server.query("ASK {}", Origin=own, Host=own.removeprefix("http://")).status
        == 200
    )


def test_only_a_guest_that_was_named_may_ask_from_another_site(
    strict_server: Server,
) -> None:
    guest = strict_server.query("ASK {}", Origin=GUEST)
    assert (guest.status, guest.headers["access-control-allow-origin"]) == (200, GUEST)
    preflight = strict_server.send("OPTIONS", "/sparql", Origin=GUEST)
    assert (
        preflight.status,
        "POST" in preflight.headers["access-control-allow-methods"],
    ) == (
        204,
        True,
    )
    assert strict_server.query("ASK {}", Origin=f"{GUEST}.evil.example").status == 403


@pytest.mark.parametrize("path", ["/", "/sparql", "/nothing", "/api/show", "/graph"])
def test_every_answer_carries_the_headers_of_security(
    server: Server, path: str
) -> None:
    headers = server.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert "server" not in headers


@pytest.mark.parametrize(
    "path",
    [
        "/static/../application.py",
        "/static/%2e%2e/application.py",
        "/static/..%2fapplication.py",
        "/static/..%5capplication.py",
        "/static//etc/hostname",
        "//evil.example/",
        "/actor/../../etc/hostname",
        f"/document/{'x' * 5_000}",
        "/document/%00",
    ],
)
def test_no_path_leads_out_of_what_is_served(server: Server, path: str) -> None:
    assert server.get(path).status == 404


def test_no_answer_names_a_file_of_this_machine(
    graph: Path, start_server: Start
) -> None:
    server = start_server(graph)
    assert server.get("/graph").status == 200
    (graph / "current").write_text("000009 lost\n", encoding="utf-8")
    for path in ("/", "/graph", "/sparql?query=ASK%7B%7D", "/api/rank"):
        reply = server.get(path)
        assert (reply.status, "the graph cannot be read now" in reply.text) == (
            503,
            True,
        )
        assert str(graph) not in reply.text


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        ({"host": "0.0.0.0"}, "--token-file"),  # noqa: S104  it is refused
        ({"host": "192.0.2.1"}, "--token-file"),
        ({"token": "short"}, "at least 16"),
        ({"origins": ("*",)}, "is not an origin"),
        ({"origins": ("https://desk.example/",)}, "is not an origin"),
        ({"seconds": float("nan")}, "more than 0"),
    ],
)
def test_what_would_expose_the_graph_or_cannot_work_is_refused(
    options: Any, hint: str
) -> None:
    with pytest.raises(UsageError, match=hint):
        ServerOptions(Path(), **options).check()


def test_other_machines_need_the_token() -> None:
    options = ServerOptions(Path(), host="192.0.2.1", token=TOKEN)
    options.check()
    password = base64.b64encode(f"me:{TOKEN}".encode()).decode()
    sent = {
        "": 401,
        f"Bearer {TOKEN}": 200,
        f"Basic {password}": 200,
        "Bearer another-token-of-32-letters----": 401,
        "Basic ***": 401,
    }
    assert {text: status_behind(options, text) for text in sent} == sent


def status_behind(options: ServerOptions, authorization: str) -> int:
    """The status of a request at the address that the options name, which no test listens at."""
    statuses = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    async def receive() -> Any:
        return {"type": "http.request"}

    headers = [(b"host", b"desk.example"), (b"authorization", authorization.encode())]
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/",
        "scheme": "http",
        "headers": headers,
    }
    asyncio.run(Doorkeeper(app, options)(scope, receive, send))
    return int(statuses[0])
