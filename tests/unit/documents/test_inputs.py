import io
import os
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any, BinaryIO

import pytest

from actorgraph.documents import read_documents
from actorgraph.documents.formats import READERS
from actorgraph.documents.raw_document import RawDocument
from actorgraph.model import Document, RefusedDocument
from actorgraph.pipeline.changes import build
from actorgraph.pipeline.options import Options
from actorgraph.settings import ReaderMode

SENTENCE = "The mayor of the harbour town met a delegation of fishermen on the quay."


def write(path: Path, text: str | bytes = SENTENCE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def reasons(items: Iterator[Any] | list[Any]) -> dict[str, str]:
    return {
        item.name: item.reason for item in items if isinstance(item, RefusedDocument)
    }


def names(items: Iterator[Any] | list[Any]) -> list[str]:
    return [item.name for item in items if isinstance(item, Document)]


def test_a_folder_is_read_to_the_bottom_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("z.txt", "a.md", "deep/er/m.html", ".hidden.txt", ".git/x.txt"):
        write(
            tmp_path / name,
            f"<p>{SENTENCE} This is {name}.</p>"
            if name.endswith("html")
            else f"{SENTENCE} {name}",
        )
    assert names(read_documents([tmp_path])) == ["a.md", "deep/er/m.html", "z.txt"]


def test_the_order_of_the_inputs_does_not_matter(tmp_path: Path) -> None:
    one, two = (
        write(tmp_path / "b.txt", SENTENCE + " One."),
        write(tmp_path / "a.txt", SENTENCE + " Two."),
    )
    assert list(read_documents([one, two])) == list(read_documents([two, one]))


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt")
    assert [
        item.name
        for item in read_documents(
            [file, tmp_path, file, tmp_path / ".." / tmp_path.name]
        )
    ] == ["a.txt"]


def test_documents_are_read_one_by_one(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    later = write(tmp_path / "b.txt", "Not yet written when the first was read.")
    reading = read_documents([tmp_path])
    next(reading)
    later.write_text("The harbour master has changed this text in the meantime.")
    document = next(reading)
    assert isinstance(document, Document)
    assert document.text.startswith("The harbour master")


def test_an_unknown_ending_is_listed_with_where_the_others_are(tmp_path: Path) -> None:
    write(tmp_path / "a.xls")
    write(tmp_path / "notes")
    where = "are not read; actorgraph build --help lists what is"
    assert reasons(read_documents([tmp_path])) == {
        "a.xls": f".xls files {where}",
        "notes": f"files without an ending {where}",
    }


def test_a_path_that_is_not_there_is_listed_without_its_folder(tmp_path: Path) -> None:
    assert reasons(read_documents([tmp_path / "gone.txt"])) == {
        "gone.txt": "there is no such file or folder"
    }


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside" / "secret.txt")
    folder = tmp_path / "in"
    write(folder / "a.txt", SENTENCE + " Here.")
    (folder / "link.txt").symlink_to(outside)
    (folder / "all").symlink_to(outside.parent)
    found = list(read_documents([folder]))
    assert names(found) == ["a.txt"]
    assert set(reasons(found)) == {"link.txt", "all"}


def test_a_link_within_the_folder_gives_no_second_document(tmp_path: Path) -> None:
    (tmp_path / "b.txt").symlink_to(write(tmp_path / "a.txt"))
    assert [item.name for item in read_documents([tmp_path])] == ["a.txt"]


def test_a_pipe_in_a_folder_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reasons(read_documents([tmp_path])) == {"pipe.txt": "not a regular file"}


def test_a_name_that_cannot_be_printed_is_escaped(tmp_path: Path) -> None:
    write(tmp_path / "a\nb.txt")
    write(tmp_path / os.fsdecode(b"\xff.txt"), SENTENCE + " Again.")
    assert sorted(names(read_documents([tmp_path]))) == ["\\udcff.txt", "a\\nb.txt"]


def test_a_copy_is_refused_and_names_the_first(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b.txt")
    assert reasons(read_documents([tmp_path])) == {
        "b.txt": "the same document as a.txt"
    }
    assert names(read_documents([tmp_path], keep_copies=True)) == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"ab\0cd", "binary"),
        ("Ein Café und ein Büro.".encode()[:-7] + b"\xff rest", "damaged"),
        (b"x " * 600_000, "1,200,000 characters"),
        (b"\x81 is no letter in that code page either", "neither UTF-8"),
    ],
)
def test_a_bad_file_costs_only_itself(
    tmp_path: Path, content: bytes, part: str
) -> None:
    write(tmp_path / "bad.txt", content)
    write(tmp_path / "good.txt")
    found = list(read_documents([tmp_path]))
    assert names(found) == ["good.txt"]
    assert part in reasons(found)["bad.txt"]


def test_a_file_that_may_not_be_opened_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "bad.txt")
    write(tmp_path / "good.txt", SENTENCE + " Good.")
    opened: Callable[..., IO[Any]] = Path.open

    def refuse(path: Path, *arguments: Any, **options: Any) -> IO[Any]:
        if path.name == "bad.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)
    found = list(read_documents([tmp_path]))
    assert names(found) == ["good.txt"]
    assert reasons(found) == {"bad.txt": "the file cannot be read: Permission denied"}


@pytest.mark.parametrize(
    ("given", "texts"),
    [
        (SENTENCE, [SENTENCE]),
        ('{"id": "x", "text": "' + SENTENCE + '"}\n', [SENTENCE]),
        ('damaged}\n{"id": "x", "text": "y"}', ['damaged}\n{"id": "x", "text": "y"}']),
        ('{damaged}\n{"id": "x", "text": "' + SENTENCE + '"}\n', [SENTENCE]),
        (
            "{Braces} open this plain text, which is not made of JSON lines at all.",
            None,
        ),
    ],
)
def test_standard_input_is_json_lines_or_one_text(
    monkeypatch: pytest.MonkeyPatch, given: str, texts: list[str] | None
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    found = [item.text for item in read_documents(["-"]) if isinstance(item, Document)]
    assert found == (texts or [given])


class Endless(io.RawIOBase):
    """A stream without end, which counts what is read of it."""

    def __init__(self, line: bytes) -> None:
        self.line = line
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        size = len(buffer)
        buffer[:] = (self.line * (size // len(self.line) + 1))[:size]
        self.count += size
        return size


def test_standard_input_without_end_is_refused_and_not_read_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = Endless(b"a line of text\n")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(stream)))
    (refused,) = read_documents(["-"])
    assert isinstance(refused, RefusedDocument)
    assert "larger than the maximum" in refused.reason
    assert stream.count < 100_000_000


def test_json_lines_on_standard_input_are_read_as_they_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = b'{"text": "' + SENTENCE.encode() + b'"}\n'
    stream = Endless(line)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(stream)))
    items = read_documents(["-"], keep_copies=True)
    assert [item.name for item in islice(items, 3)] == ["-:1", "-:2", "-:3"]


def test_a_graph_is_not_read_into_itself(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    output = tmp_path / "output"
    for _ in range(2):
        report = build([tmp_path], output, Options(reader=ReaderMode.RULES))
        write(tmp_path / "other.judgements.jsonl", "{}")
        assert report.refused == ()
        assert report.summary.documents == 1
    assert (output / "graph.html").is_file()
    assert list(read_documents([output])) == []
    write(output / "b.txt", "What somebody keeps in the same folder is read.")
    assert names(read_documents([output])) == ["b.txt"]


def test_the_frames_that_a_browser_saves_beside_a_page_are_not_read(
    tmp_path: Path,
) -> None:
    page = f"<p>{SENTENCE} It is the page of the harbour.</p>"
    write(tmp_path / "quay.html", page)
    write(tmp_path / "quay_files" / "frame.html", f"<p>{SENTENCE} Buy a boat!</p>")
    write(tmp_path / "other_files" / "a.txt", SENTENCE)
    assert names(read_documents([tmp_path])) == ["other_files/a.txt", "quay.html"]


def test_a_link_that_is_given_itself_is_followed_within_its_folder_only(
    tmp_path: Path,
) -> None:
    secret = write(tmp_path / "secret" / "secret.txt")
    folder = tmp_path / "folder"
    write(folder / "a.txt", SENTENCE + " Here.")
    (folder / "near.txt").symlink_to("a.txt")
    (folder / "far.txt").symlink_to(secret)
    (folder / "all").symlink_to(secret.parent)
    (folder / "loop.txt").symlink_to("loop.txt")
    found = list(read_documents(sorted(folder.iterdir())))
    assert names(found) == ["a.txt"]
    assert set(reasons(found)) == {"all", "far.txt", "loop.txt"}


def test_no_input_gives_nothing() -> None:
    assert list(read_documents([])) == []


def test_a_reader_that_breaks_in_its_own_way_costs_its_file_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
        raise AssertionError(f"{name}: unknown declaration")

    monkeypatch.setitem(READERS, ".md", broken)
    write(tmp_path / "a.md")
    write(tmp_path / "b.txt")
    items = list(read_documents([tmp_path]))
    assert names(items) == ["b.txt"]
    assert reasons(items)["a.md"].startswith(
        "the file cannot be parsed (AssertionError: "
    )
