"""The command line: a command parses, calls one function of the library, and prints."""

from __future__ import annotations

import signal
import sys
from types import FrameType

import typer

from actorgraph.cli import (
    asking,
    building,
    checking,
    evaluating,
    exploring,
    exporting,
    judging,
    overviews,
)
from actorgraph.cli.examples import EXAMPLES
from actorgraph.cli.failing import Terminated, exit_code_of
from actorgraph.version import VERSION

__all__ = ["app", "main"]

app = typer.Typer(
    name="actorgraph",
    help="Read the news, get a graph of who is what to whom, with a proof on every edge.",
    rich_markup_mode=None,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for group in (
    building,
    asking,
    exploring,
    overviews,
    exporting,
    checking,
    judging,
    evaluating,
):
    for command in group.COMMANDS:
        app.command(epilog=f"Example: {EXAMPLES[command.__name__]}")(command)


def _version(*, wanted: bool) -> None:
    if wanted:
        print(f"actorgraph {VERSION}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(
        False, "--version", help="Show the version.", callback=_version, is_eager=True
    ),
    debug: bool = typer.Option(
        False, "--debug", help="Show where in the program an unexpected error arose."
    ),
) -> None:
    """Read the news, get a graph of who is what to whom, with a proof on every edge."""


def main() -> None:
    """Run a command and end the process with its exit code."""
    signal.signal(signal.SIGTERM, _terminate)
    arguments = sys.argv[1:] or ["--help"]
    sys.exit(
        exit_code_of(
            lambda: app(arguments, prog_name="actorgraph", standalone_mode=False),
            debug="--debug" in arguments,
        )
    )


def _terminate(_number: int, _frame: FrameType | None) -> None:
    raise Terminated
