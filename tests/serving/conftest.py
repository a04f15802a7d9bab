"""A small graph, and servers of it on free ports of this machine."""

import http.client
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from actorgraph.pipeline.changes import build

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "an-invented-token-of-32-letters-"  # noqa: S105  it guards nothing
STORIES = {
    "ferry.txt": (
        "Lumen Ferries <script>alert(1)</script> gets a new chief\n\n"
        "Ines Okoro, the chief executive of Lumen Ferries, met Pavel Brandt in Oslo on Monday. "
        "Brandt is the spokesman for the Transport Ministry of Norway. "
        "Okoro said that Lumen Ferries would not buy the harbour."
    ),
    "party.txt": (
        "A party splits\n\nBERGEN, 4 May 2031 — "
        "Greta Solheim, the leader of the Coast Party, accused Pavel Brandt of lying. "
        "Brandt denied it."
    ),
}


@dataclass(frozen=True)
class Reply:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Server:
    """A running server.

    Attributes:
        folder: The graph folder that it serves.
    """

    address: str
    folder: Path
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    def send(
        self, method: str, path: str, body: bytes | str | None = None, **headers: str
    ) -> Reply:
        """Send a request; an underscore in the name of a header stands for a hyphen."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, named)
        answer = connection.getresponse()
        fields = {name.lower(): value for name, value in answer.getheaders()}
        reply = Reply(answer.status, fields, answer.read())
        connection.close()
        return reply

    def get(self, path: str, **headers: str) -> Reply:
        return self.send("GET", path, **headers)

    def query(self, sparql: str, accept: str = "*/*", **headers: str) -> Reply:
        return self.get(f"/sparql?query={quote(sparql)}", Accept=accept, **headers)


Start = Callable[..., Server]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the stories, not to be changed."""
    folder = tmp_path_factory.mktemp("serving")
    (folder / "stories").mkdir()
    for name, text in STORIES.items():
        (folder / "stories" / name).write_text(text, encoding="utf-8")
    build([folder / "stories"], folder / "graph")
    return folder / "graph"


@pytest.fixture
def graph(built: Path, tmp_path: Path) -> Path:
    """A copy of the graph of the stories."""
    return Path(shutil.copytree(built, tmp_path / "graph"))


@pytest.fixture(scope="session")
def start_server() -> Iterator[Start]:
    """Starts servers, which end with the session."""
    processes = []

    def start(folder: Path, *options: str, before: str = "") -> Server:
        code = f"{before}\nfrom actorgraph.cli import main\nmain()"
        arguments = ["serve", "-g", str(folder), "--port", "0", *options]
        process = subprocess.Popen(
            [sys.executable, "-c", code, *arguments],
            env=os.environ | {"PYTHONPATH": str(ROOT / "graph")},
            stdout=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        assert process.stdout is not None
        address = process.stdout.readline().split()[2].rstrip(",")
        return Server(address, folder, process)

    yield start
    for process in processes:
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture(scope="session")
def server(built: Path, start_server: Start) -> Server:
    """A server with the usual options."""
    return start_server(built)


@pytest.fixture(scope="session")
def strict_server(built: Path, start_server: Start) -> Server:
    """A server with narrow limits, a token, and a guest."""
    token = built.parent / "token"
    token.write_text(f"{TOKEN}\n", encoding="utf-8")
    return start_server(
        built,
        *("--seconds", "1", "--limit", "20", "--token-file", str(token)),
        *("--cors", "https://desk.example"),
    )
