"""The command line: a command parses its arguments, calls a function of the library, and prints."""

from __future__ import annotations

import signal
import sys
from types import FrameType

import typer

from actorgraph.cli.commands import CONTEXT, CommandGroup
from actorgraph.cli.failing import Terminated, exit_code_of
from actorgraph.cli.streams import prepare_streams
from actorgraph.platforms import require_posix
from actorgraph.version import VERSION

__all__ = ["app", "main"]

app = typer.Typer(
    name="actorgraph",
    cls=CommandGroup,
    rich_markup_mode=None,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings=CONTEXT,
)


def _version(*, wanted: bool) -> None:
    if wanted:
        print(f"actorgraph {VERSION}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(
        False,
        "--version",
        help="Show the version and exit.",
        callback=_version,
        is_eager=True,
    ),
    debug: bool = typer.Option(
        False, "--debug", help="Show the traceback of unexpected errors."
    ),
) -> None:
    """Read news articles and build a graph of who is what to whom.

    Every edge can be opened down to the sentences that it was read in.
    """


def main() -> None:
    """Run a command and exit the process with its exit code."""
    prepare_streams()
    signal.signal(signal.SIGTERM, _terminate)
    arguments = sys.argv[1:] or ["--help"]
    exit_code = exit_code_of(lambda: _run(arguments), debug="--debug" in arguments)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it ends anyway
    sys.exit(exit_code)


def _run(arguments: list[str]) -> object:
    handler = signal.getsignal(signal.SIGINT)
    if handler is signal.SIG_DFL:  # until all was loaded
        signal.signal(signal.SIGINT, signal.default_int_handler)
    require_posix()
    return app(arguments, prog_name="actorgraph", standalone_mode=False)


def _terminate(_number: int, _frame: FrameType | None) -> None:
    raise Terminated
