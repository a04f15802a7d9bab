"""A graph on a disk that cannot be written answers every question, and refuses every change."""

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Command

#: What changes a name in a folder.
CHANGES_OF_NAMES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link")
#: Folders in which this process may not write.
read_only: list[str] = []


def refuse_to_write(event: str, arguments: tuple[object, ...]) -> None:
    """Do as a disk does that is mounted to be read: permissions would not stop the superuser."""
    if not read_only or not (event == "open" or event in CHANGES_OF_NAMES):
        return
    path = arguments[0]
    is_in = isinstance(path, str | Path) and str(path).startswith(tuple(read_only))
    if event == "open" and is_in:
        flags = arguments[2]
        assert isinstance(flags, int)
        is_in = bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    if is_in:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))


@pytest.fixture(scope="session")
def guard() -> None:
    sys.addaudithook(refuse_to_write)  # which cannot be removed


@pytest.fixture
def locked_graph(graph: Path, guard: None) -> Iterator[Path]:
    read_only.append(str(graph))
    yield graph
    read_only.clear()


QUESTIONS = [
    ("show", "Ines Okoro"),
    ("path", "Tarek Haddad", "Ines Okoro"),
    ("explain", "Tarek Haddad", "Ines Okoro"),
    ("explain", "--why-not", "Ines Okoro"),
    ("compare", "Tarek Haddad", "Ines Okoro"),
    ("said", "Tarek Haddad"),
    ("rank",),
    ("communities",),
    ("timeline",),
    ("conflicts",),
    ("judgements",),
    ("query", "--name", "leaders"),
    ("export", "nquads", "-o", "-"),
    ("verify",),
    ("repair",),  # there is nothing to do
]


def test_every_question_is_answered_from_a_disk_that_cannot_be_written(
    locked_graph: Path, tmp_path: Path, actorgraph: Command
) -> None:
    elsewhere = ("export", "gexf", "-o", tmp_path / "elsewhere.gexf")
    for words in (*QUESTIONS, elsewhere):
        answer = actorgraph(*words, "-g", locked_graph)
        assert answer.code == 0, (words, answer.err)


def test_every_change_of_a_graph_that_cannot_be_written_is_refused_in_one_line(
    locked_graph: Path, tmp_path: Path, actorgraph: Command
) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Yara Quill is the mayor of Tarn.")
    for words in (
        ("build", story),
        ("add", story),
        ("remove", "ferry.txt"),
        ("merge", "Ines Okoro", "Greta Solheim"),
        ("rename", "Ines Okoro", "I. Okoro"),
        ("reject", "Tarek Haddad", "Ines Okoro"),
        ("html", "-o", locked_graph / "page.html"),
        ("export", "gexf", "-o", locked_graph / "more.gexf"),
    ):
        answer = actorgraph(*words, "-g", locked_graph)
        assert answer.code in {2, 4}, words
        assert answer.err.count("\n") == 1
        assert "Read-only file system" in answer.err
        assert "unexpected" not in answer.err
    assert not locked_graph.with_name("graph.judgements.jsonl").exists()
