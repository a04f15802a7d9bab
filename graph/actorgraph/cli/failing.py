"""Every failure becomes one line on standard error and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable

from typer.exceptions import TyperException

from actorgraph.cli.printing import warn
from actorgraph.cli.streams import discard_output, is_about_a_stream
from actorgraph.errors import ActorgraphError

USAGE = 2
#: As shells count a process that a signal ended: 128 and its number.
INTERRUPTED, BROKEN_PIPE, TERMINATED = 130, 141, 143
#: What an interrupt leaves; it may come before the graph is replaced, or after.
STOPPED = "stopped; the graph is whole, and the command can be given again"


class Terminated(BaseException):
    """The process was asked to end; raised so that unfinished files are removed."""


def exit_code_of(command: Callable[[], object], *, debug: bool) -> int:
    """Run a command; report what it raises in one line and return an exit code.

    Args:
        debug: Let an unexpected error through, with its traceback.
    """
    try:
        return _run(command)
    except (BrokenPipeError, SystemExit) as end:
        return _code_of_end(end)
    except KeyboardInterrupt:
        return _report(STOPPED, INTERRUPTED)
    except Terminated:
        return TERMINATED
    except Exception as error:
        if _is_due_to_interrupt(error):
            return _report(STOPPED, INTERRUPTED)
        if isinstance(error, OSError) and is_about_a_stream(error):
            discard_output()
            return _report(f"cannot print the answer: {error.strerror}", USAGE)
        if debug:
            raise
        return _report(
            f"unexpected error, {type(error).__name__}: {error}; "
            "run actorgraph --debug … and report the traceback",
            1,
        )


def _run(command: Callable[[], object]) -> int:
    try:
        code = command()
        sys.stdout.flush()
    except ActorgraphError as error:
        return _report(str(error), error.exit_code)
    except TyperException as error:
        message = getattr(error, "format_message", error.__str__)()
        if not message:
            return USAGE
        words = getattr(getattr(error, "ctx", None), "command_path", "actorgraph")
        return _report(f"{message.rstrip('.')}; see {words} --help", USAGE)
    if code == INTERRUPTED:
        raise KeyboardInterrupt  # of which Typer makes a code
    return code if isinstance(code, int) else 0


def _is_due_to_interrupt(error: BaseException | None) -> bool:
    """Whether a library made another error of an interrupt, as Python does within a class."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _code_of_end(end: BrokenPipeError | SystemExit) -> int:
    """Return the exit code after the shell's completion, or after the reader of a pipe has gone."""
    if isinstance(end, SystemExit) and not end.code:
        return 0  # the words that complete a command were printed
    # Typer turns a broken pipe, and nothing else here, into a SystemExit.
    discard_output()
    return BROKEN_PIPE


def _report(message: str, code: int) -> int:
    warn(
        message
    )  # without what would steer the terminal: a message may quote a document
    return code
