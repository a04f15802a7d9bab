"""Every command's help ends with an example that the command takes."""

import os
import shlex
import subprocess
import sys

import pytest
import typer

from actorgraph.cli import app
from actorgraph.cli.examples import EXAMPLES

COMMANDS = typer.main.get_command(app).commands


def test_every_command_has_an_example_and_no_example_lacks_its_command():
    assert EXAMPLES.keys() == COMMANDS.keys()


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_the_example_is_one_that_the_command_takes(name):
    program, command, *words = shlex.split(EXAMPLES[name].partition(" > ")[0])

    assert (program, command) == ("actorgraph", name)
    COMMANDS[name].make_context(name, words)


def test_the_help_shows_it(actorgraph):
    assert "Example: actorgraph timeline" in actorgraph("timeline", "--help").out


@pytest.mark.parametrize(
    ("words", "completed"),
    [("actorgraph timel", "timeline"), ("actorgraph export grapho", "graphology")],
)
def test_the_shell_completes_commands_and_formats(words, completed):
    asked = {
        "_ACTORGRAPH_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    done = subprocess.run(
        [sys.executable, "-m", "actorgraph"],
        env=os.environ | asked,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split() == [completed]
