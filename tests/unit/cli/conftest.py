"""Runs a command in this process and gives what it said."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from actorgraph.cli import app
from actorgraph.cli.failing import exit_code_of


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str


Command = Callable[..., Said]


@pytest.fixture
def actorgraph(capfd: pytest.CaptureFixture[str]) -> Command:
    def run(*words: Any) -> Said:
        arguments = [str(word) for word in words]
        code = exit_code_of(
            lambda: app(arguments, prog_name="actorgraph", standalone_mode=False),
            debug=False,
        )
        return Said(code, *capfd.readouterr())

    return run
