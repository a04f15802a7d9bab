"""watch: files are added as they come, and a bad one costs only itself."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from actorgraph.dataset.generations import locked
from actorgraph.errors import UsageError
from actorgraph.pipeline.changes import CHANGE_LOCK
from actorgraph.pipeline.folder_watch import FolderWatch, watch
from actorgraph.pipeline.graph import load
from actorgraph.pipeline.report import Report

STORY = "Ines Okoro, the chief executive of Lumen Ferries, met {} in Oslo on Monday."


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "incoming"
    path.mkdir()
    return path


def names(watcher: FolderWatch) -> list[str]:
    sources = watcher.settled()
    watcher.keep(sources)
    return [source.name for source in sources]


def test_a_file_is_taken_when_it_has_not_changed_for_a_while(
    folder: Path, clock: Clock
) -> None:
    watcher = FolderWatch(folder, settle=2, clock=clock)
    path = folder / "a.txt"
    path.write_text("half")
    assert names(watcher) == []
    clock.now = 1.5
    path.write_text("half and whole")
    assert names(watcher) == []
    clock.now = 3.0
    assert names(watcher) == []
    clock.now = 3.5
    assert names(watcher) == ["a.txt"]
    clock.now = 9.0
    assert names(watcher) == []
    path.write_text("another text")
    assert names(watcher) == []
    clock.now = 11.0
    assert names(watcher) == ["a.txt"]


def test_only_what_can_be_read_and_is_finished_is_taken(
    folder: Path, clock: Clock
) -> None:
    (folder / "sub").mkdir()
    for name in ("a.txt", "sub/b.md", "c.txt.part", "d.txt~", ".e.txt", "f.bin"):
        (folder / name).write_text("text")
    watcher = FolderWatch(folder, settle=0, clock=clock)
    assert names(watcher) == ["a.txt", "sub/b.md"]


def test_a_file_that_goes_while_it_is_looked_at_is_nothing(
    folder: Path, clock: Clock
) -> None:
    (folder / "a.txt").write_text("text")
    watcher = FolderWatch(folder, settle=1, clock=clock)
    assert names(watcher) == []
    (folder / "a.txt").unlink()
    clock.now = 5.0
    assert names(watcher) == []


def told_by(
    folder: Path, graph: Path, *steps: Callable[[], object]
) -> list[Report | str]:
    waiting = list(steps)

    def pause() -> None:
        if not waiting:
            raise KeyboardInterrupt
        waiting.pop(0)()

    told: list[Report | str] = []
    changes = watch(folder, graph, watcher=FolderWatch(folder, settle=0), pause=pause)
    with pytest.raises(KeyboardInterrupt):
        told += changes
    return told


def documents(graph: Path) -> dict[str, str]:
    return {document.name: document.text for document in load(graph).stored.documents()}


def test_files_are_added_as_they_come_and_a_changed_one_replaces_itself(
    folder: Path, tmp_path: Path
) -> None:
    graph = tmp_path / "graph"
    (folder / "sub").mkdir()
    first, second = folder / "a.txt", folder / "sub" / "a.txt"
    steps = (
        lambda: first.write_text(STORY.format("Pavel Brandt")),
        lambda: second.write_text(STORY.format("Greta Solheim")),
        lambda: (folder / "bad.txt").write_bytes(b"\0\1\2"),
        lambda: first.write_text(STORY.format("Tarek Haddad")),
        lambda: None,
    )
    told = told_by(folder, graph, *steps)
    made, added, refused, changed = told
    assert isinstance(made, Report)
    assert isinstance(added, Report)
    assert isinstance(changed, Report)
    assert added.changes is not None
    assert added.changes.documents.new == ("sub/a.txt",)
    assert isinstance(refused, str)
    assert "bad.txt" in refused
    assert changed.changes is not None
    assert "Tarek Haddad" in changed.changes.actors.new
    assert "Pavel Brandt" in changed.changes.actors.gone
    assert documents(graph) == {
        "a.txt": STORY.format("Tarek Haddad"),
        "sub/a.txt": STORY.format("Greta Solheim"),
    }


def test_a_file_waits_while_another_process_changes_the_graph(
    folder: Path, tmp_path: Path, built: Path
) -> None:
    graph = Path(shutil.copytree(built, tmp_path / "graph"))
    path = folder / "new.txt"
    lock = locked(graph / CHANGE_LOCK)
    steps = (
        lock.__enter__,
        lambda: path.write_text(STORY.format("Pavel Brandt")),
        lambda: lock.__exit__(None, None, None),
        lambda: None,
    )
    told = told_by(folder, graph, *steps)
    assert isinstance(told[0], str)
    report = told[-1]
    assert isinstance(report, Report)
    assert report.changes is not None
    assert report.changes.documents.new == ("new.txt",)


def test_what_is_no_folder_cannot_be_watched(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder"):
        watch(tmp_path / "nowhere", tmp_path / "graph")
