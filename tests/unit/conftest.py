"""Three tiny stories, and a graph of them that is built once."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from actorgraph.pipeline.changes import build

STORIES = {
    "ferry.txt": (
        "Lumen Ferries gets a new chief\n\n"
        "Ines Okoro, the chief executive of Lumen Ferries, met Pavel Brandt in Oslo on Monday. "
        "Brandt is the spokesman for the Transport Ministry of Norway. "
        "Okoro said that Lumen Ferries would not buy the harbour."
    ),
    "envoy.txt": (
        "Talks go on\n\n"
        "Tarek Haddad, the special envoy of France, flew to Oslo on Tuesday. "
        "Haddad met Ines Okoro there. "
        "“We will come back,” said Haddad."
    ),
    "party.txt": (
        "A party splits\n\n"
        "Greta Solheim, the leader of the Coast Party, accused Pavel Brandt of lying. "
        "Brandt denied it. Solheim is a member of the parliament of Norway."
    ),
}

Write = Callable[..., Path]


@pytest.fixture(scope="session")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the stories."""
    return write_all(tmp_path_factory.mktemp("stories"), STORIES)


@pytest.fixture(scope="session")
def built(stories: Path) -> Path:
    """The graph of the stories, not to be changed."""
    folder = stories.parent / f"{stories.name}-graph"
    build([stories], folder)
    return folder


@pytest.fixture
def graph(built: Path, tmp_path: Path) -> Path:
    """A copy of the graph of the stories."""
    return Path(shutil.copytree(built, tmp_path / "graph"))


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes files by name into a folder of their own, and gives the folder."""
    return lambda **texts: write_all(
        tmp_path / "input",
        {name.replace("_", "."): text for name, text in texts.items()},
    )


def write_all(folder: Path, texts: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
