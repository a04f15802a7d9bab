"""The help fits the terminal, and ends with an example that the command takes."""

import os
import shlex
import subprocess
import sys

import pytest
import typer

from actorgraph.cli import app
from actorgraph.cli.commands import COMMANDS, function_of
from actorgraph.export import EXPORTERS
from actorgraph.settings import CONFIDENCE_FLOOR, CONFIDENCE_THRESHOLD
from tests.unit.cli.conftest import Command

GROUP = typer.main.get_group(app)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_is_one_that_the_command_takes(name: str) -> None:
    example = vars(function_of(name))["example"]
    program, command, *words = shlex.split(example.partition(" > ")[0])

    assert (program, command) == ("actorgraph", name)
    GROUP.commands[name].make_context(name, words)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_the_help_of_the_command_says(name: str) -> None:
    _, summary = COMMANDS[name]
    help_text = GROUP.commands[name].help or ""

    assert " ".join(help_text.partition("\n\n")[0].split()) == summary


@pytest.fixture(scope="module")
def narrow_help() -> list[str]:
    """The lines of ``actorgraph --help`` on a terminal of 80 columns."""
    done = subprocess.run(
        [sys.executable, "-m", "actorgraph", "--help"],
        env=os.environ | {"COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_the_help_fits_a_narrow_terminal(narrow_help: list[str]) -> None:
    text = "\n".join(narrow_help)
    assert max(map(len, narrow_help)) <= 80
    assert "…" not in text.replace("DOCUMENT…", "")
    assert "..." not in text.replace("[ARGS]...", "")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_one_line_of_the_help(
    narrow_help: list[str], name: str
) -> None:
    _, summary = COMMANDS[name]
    assert f"  {name:11}  {summary.removesuffix('.')}" in narrow_help


def test_a_misspelt_command_is_answered_with_the_nearest(actorgraph: Command) -> None:
    assert "Did you mean 'rank'" in actorgraph("ramk").err


def test_defaults_in_the_help_are_those_of_the_settings(actorgraph: Command) -> None:
    text = " ".join(actorgraph("build", "--help").out.split())
    assert f"[default: {CONFIDENCE_FLOOR}]" in text
    assert f"[default: {CONFIDENCE_THRESHOLD}]" in text


def test_the_help_of_export_names_every_format(actorgraph: Command) -> None:
    text = actorgraph("export", "--help").out.replace(" or ", ", ")
    named, _, _ = text.partition("FORMAT")[2].partition("FORMAT")[2].partition(";")
    assert [name.strip() for name in named.split(",")] == list(EXPORTERS)


def test_the_help_shows_it(actorgraph: Command) -> None:
    assert "Example: actorgraph timeline" in actorgraph("timeline", "--help").out
