"""The page, the Gephi file and the TriG file are always those of the graph that is in force."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from actorgraph.dataset import generations
from actorgraph.dataset.generations import current_generation
from actorgraph.errors import ActorgraphError, NotFound
from actorgraph.pipeline import outputs
from actorgraph.pipeline.changes import remove

PACKAGE_FOLDER = Path(__file__).resolve().parents[3] / "graph"
NAMES = ("graph.html", "graph.gexf", "graph.trig")


def published(folder: Path) -> dict[str, bytes]:
    paths = [folder / name for name in NAMES]
    return {path.name: path.read_bytes() for path in paths if path.is_file()}


def of_current(folder: Path) -> dict[str, bytes]:
    return published(current_generation(folder) / outputs.FOLDER)


#: Removes a document, and dies when a function of a module is called.
REMOVE = """
import os, signal, sys
from importlib import import_module
from pathlib import Path
from actorgraph.pipeline.changes import remove

folder, module, function = sys.argv[1:]
setattr(import_module(module), function, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
remove(["ferry.txt"], Path(folder))
"""


@pytest.mark.parametrize(
    ("module", "function", "is_old"),
    [
        ("actorgraph.dataset.generations", "_switch", True),
        ("actorgraph.pipeline.outputs", "_place", False),
        ("actorgraph.pipeline.outputs", "link_or_copy", False),
    ],
)
def test_a_change_that_is_killed_leaves_no_page_of_another_graph(
    graph: Path, module: str, function: str, is_old: bool
) -> None:
    before = current_generation(graph)
    command = [sys.executable, "-c", REMOVE, str(graph), module, function]
    environment = os.environ | {"PYTHONPATH": str(PACKAGE_FOLDER)}
    ended = subprocess.run(command, env=environment, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert (current_generation(graph) == before) == is_old
    assert published(graph).items() <= of_current(graph).items()
    with pytest.raises(NotFound):
        remove(["no such document"], graph)
    assert published(graph) == of_current(graph)
    assert set(published(graph)) == set(NAMES)


def test_a_change_that_fails_keeps_the_page_of_the_graph_before(
    graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = published(graph)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(generations, "_switch", fail)
    with pytest.raises(ActorgraphError, match="No space left"):
        remove(["ferry.txt"], graph)
    assert published(graph) == before == of_current(graph)


@pytest.mark.skipif(sys.platform == "win32", reason="hard links of one disk")
def test_what_is_published_takes_no_space_of_its_own(graph: Path) -> None:
    remove(["ferry.txt"], graph)
    for name in NAMES:
        original = current_generation(graph) / outputs.FOLDER / name
        assert original.samefile(graph / name)
