"""A file is written whole or not at all, and an error names the file that it is about."""

import os
from pathlib import Path

import pytest

from actorgraph.errors import UsageError
from actorgraph.files import replacing


def test_what_was_written_takes_the_place_of_the_file_before(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    with replacing(tmp_path / "a.txt") as stream:
        stream.write(b"new")
    assert (tmp_path / "a.txt").read_text() == "new"


def test_a_failure_leaves_the_file_before_and_no_draft(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(ZeroDivisionError), replacing(tmp_path / "a.txt"):
        raise ZeroDivisionError
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text() == "old"


def test_a_target_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(UsageError, match=r"cannot write .*a\.txt"),
        replacing(tmp_path / "none" / "a.txt"),
    ):
        pass
    (tmp_path / "folder").mkdir()
    with (
        pytest.raises(UsageError, match=r"cannot write .*folder"),
        replacing(tmp_path / "folder"),
    ):
        pass


def test_a_full_disk_is_told_of_the_target(tmp_path: Path) -> None:
    with (
        pytest.raises(UsageError, match=r"cannot write .*a\.txt: No space left"),
        replacing(tmp_path / "a.txt"),
    ):
        raise OSError(28, "No space left on device")


def test_another_file_that_is_missing_is_not_blamed_on_the_target(
    tmp_path: Path,
) -> None:
    with (
        pytest.raises(FileNotFoundError, match="source"),
        replacing(tmp_path / "a.txt"),
    ):
        (tmp_path / "source").read_bytes()
    assert list(tmp_path.iterdir()) == []


def test_a_planted_link_is_neither_followed_nor_kept(tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("precious")
    (tmp_path / "a.txt").symlink_to(victim)
    with replacing(tmp_path / "a.txt") as stream:
        stream.write(b"new")
    assert victim.read_text() == "precious"
    assert (tmp_path / "a.txt").read_text() == "new"


def test_a_device_or_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path(os.devnull)):
        with pytest.raises(UsageError, match="not a regular file"), replacing(path):
            pass
        assert not path.is_file()
