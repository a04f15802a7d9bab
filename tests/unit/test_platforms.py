"""Systems that the program does not run on are refused in one line, not by a missing module."""

import subprocess
import sys

import pytest

from actorgraph import cli
from actorgraph.cli.failing import exit_code_of
from actorgraph.errors import UnsupportedSystem
from actorgraph.platforms import require_posix

#: A program that a system without POSIX runs.
ELSEWHERE = """
import sys
import os
os.name = "nt"
for name in ("fcntl", "resource"):
    sys.modules[name] = None
{}
"""


def _run(code: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", ELSEWHERE.format(code)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_this_system_is_supported() -> None:
    require_posix()


def test_windows_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnsupportedSystem, match="Windows Subsystem for Linux"):
        require_posix("nt")


def test_a_library_call_is_refused_before_a_module_is_missed() -> None:
    done = _run("import actorgraph\nactorgraph.Document\nactorgraph.load")

    assert "UnsupportedSystem: actorgraph runs on Linux and macOS only" in done.stderr
    assert "ModuleNotFoundError" not in done.stderr


def test_a_command_is_refused_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "require_posix", lambda: require_posix("nt"))

    code = exit_code_of(lambda: cli._run(["questions"]), debug=False)

    assert code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
