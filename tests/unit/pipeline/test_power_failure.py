"""What a command has said is done outlives a power failure, which leaves only what was flushed."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from actorgraph.dataset.generations import current_generation
from actorgraph.dataset.store import open_graph
from actorgraph.errors import StoreError
from actorgraph.files import replacing
from actorgraph.model import Judgement, Verdict
from actorgraph.pipeline.changes import add, build, judge, rebuild, remove
from actorgraph.pipeline.judged_pairs import judged_pair
from actorgraph.pipeline.options import judgements_beside
from actorgraph.pipeline.outputs import FOLDER
from actorgraph.pipeline.repair import repair
from actorgraph.resolution import read_judgements

#: Path inside the disk → content; the files of a moment.
Files = dict[str, bytes]


class Disk:
    """A folder, and what of it a power failure would leave.

    A file keeps the content that it had when it was flushed last, a folder the names.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._contents: dict[int, bytes] = {}
        self._names: dict[int, dict[str, tuple[int, bool]]] = {}
        #: What was flushed stays open, so that no other file gets its number.
        self._open: dict[int, int] = {}
        for path in (self.root, *self.root.rglob("*")):
            self.flush(path)

    def close(self) -> None:
        """Close all files."""
        for descriptor in self._open.values():
            os.close(descriptor)

    def flush(self, path: Path) -> None:
        """Keep what a file or a folder has now."""
        inode = path.stat().st_ino
        if inode not in self._open:
            self._open[inode] = os.open(path, os.O_RDONLY)
        if path.is_dir():
            self._names[inode] = {
                entry.name: (entry.inode(), entry.is_dir())
                for entry in os.scandir(path)
            }
        else:
            self._contents[inode] = path.read_bytes()

    def flush_open(self, descriptor: int) -> None:
        """Keep what an open file or folder has now."""
        inode = os.fstat(descriptor).st_ino
        for path in (self.root, *self.root.rglob("*")):
            if path.stat().st_ino == inode:
                self.flush(path)

    def left(self) -> Files:
        """Return the files that are left where no name was written that was not flushed."""
        return dict(self._left_in(self.root.stat().st_ino, ""))

    def left_with(self, path: Path) -> Files:
        """Return the files that are left where of the names not flushed only one was written."""
        prefix = str(path.relative_to(self.root))
        names = self.named()
        return {
            **self.left(),
            **{name: names[name] for name in names if name.startswith(prefix)},
        }

    def _left_in(self, folder: int, prefix: str) -> Iterator[tuple[str, bytes]]:
        for name, (inode, is_folder) in self._names.get(folder, {}).items():
            if is_folder:
                yield from self._left_in(inode, f"{prefix}{name}/")
            else:
                yield prefix + name, self._contents.get(inode, b"")

    def named(self) -> Files:
        """Return the files that are left where all names were written, flushed or not."""
        files: Files = {}
        for path in filter(Path.is_file, self.root.rglob("*")):
            content = self._contents.get(path.stat().st_ino, b"")
            files[str(path.relative_to(self.root))] = content
        return files


@contextmanager
def power_failures(root: Path, patch: pytest.MonkeyPatch) -> Iterator[list[Files]]:
    """Yield a list that gets what a failure would leave before each renaming, and at the end."""
    disk, moments = Disk(root), list[Files]()
    flush = os.fsync

    def noted_flush(descriptor: int) -> None:
        flush(descriptor)
        disk.flush_open(descriptor)

    def noting(rename: Callable[..., None]) -> Callable[..., None]:
        def renamed(*paths: Any, **places: Any) -> None:
            moments.extend((disk.left(), disk.named()))
            rename(*paths, **places)
            moments.extend((disk.named(), disk.left_with(Path(paths[1]))))

        return renamed

    with patch.context() as patched:
        patched.setattr(os, "fsync", noted_flush)
        for name in ("rename", "replace"):
            patched.setattr(os, name, noting(getattr(os, name)))
        yield moments
    moments.extend((disk.named(), disk.left()))
    disk.close()


def restored(files: Files, root: Path) -> Path:
    """Write files into a new folder, and return the graph folder in it."""
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return root / "graph"


def lines_of(folder: Path) -> list[str]:
    """Return what a graph says; nothing if there is none."""
    try:
        return list(open_graph(folder).lines())
    except StoreError as error:
        return [] if "no graph" in str(error) else ["damaged"]


def damage(folder: Path) -> None:
    path = current_generation(folder) / "mentions.jsonl"
    path.write_bytes(path.read_bytes()[:-20])


STORY = "Yara Quill, the mayor of Tarn, met Ines Okoro in Oslo on Monday."
CHANGES: dict[str, Callable[[Path], object]] = {
    "first build": lambda folder: build(folder.parent / "new.txt", folder),
    "build": lambda folder: build(folder.parent / "new.txt", folder),
    "add": lambda folder: add(folder.parent / "new.txt", folder),
    "remove": lambda folder: remove("ferry.txt", folder),
    "judge": lambda folder: judge(
        Judgement(*judged_pair(folder, "Ines Okoro", "Greta Solheim"), Verdict.SAME),
        folder,
    ),
    "repair": repair,
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_power_failure_leaves_the_graph_before_or_after_and_then_the_one_after(
    graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    (disk / "new.txt").write_text(STORY)
    before: list[str] = []
    if name != "first build":
        graph = graph.rename(disk / "graph")
        before = lines_of(graph)
    if name == "repair":
        damage(graph)
        before = lines_of(graph)
    with power_failures(disk, monkeypatch) as moments:
        CHANGES[name](disk / "graph")
    after = lines_of(disk / "graph")
    for number, files in enumerate(moments):
        folder = restored(files, tmp_path / f"restored {number}")
        is_done = number >= len(moments) - 2
        assert lines_of(folder) in ([after] if is_done else [before, after])
        assert_of_one_generation(files)
    assert judgements_of(folder) == judgements_of(disk / "graph")
    rebuild(folder)
    assert lines_of(folder) == after


def assert_of_one_generation(files: Files) -> None:
    pointer = files.get("graph/current", b"none").decode()
    outputs = f"graph/generations/{pointer.split()[0]}/{FOLDER}"
    for name in ("graph.html", "graph.gexf", "graph.trig"):
        if f"graph/{name}" in files:
            assert files[f"graph/{name}"] == files[f"{outputs}/{name}"]


def judgements_of(folder: Path) -> tuple[Judgement, ...]:
    return read_judgements(judgements_beside(folder))


def test_an_export_is_on_the_disk_before_it_replaces_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "graph.gexf").write_text("old")
    with (
        power_failures(tmp_path, monkeypatch) as moments,
        replacing(tmp_path / "graph.gexf") as stream,
    ):
        stream.write(b"new")
    contents = [files["graph.gexf"] for files in moments]
    assert set(contents) <= {b"old", b"new"}
    assert contents[-2:] == [b"new", b"new"]
