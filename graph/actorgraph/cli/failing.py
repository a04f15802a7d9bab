"""Every failure as one line on standard error, and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from typer.exceptions import TyperException

from actorgraph.errors import ActorgraphError

USAGE = 2
#: As shells count a process that a signal ended: 128 and its number.
INTERRUPTED, BROKEN_PIPE, TERMINATED = 130, 141, 143


class Terminated(BaseException):
    """The process was asked to end; raised so that drafts are cleared away."""


def exit_code_of(command: Callable[[], object], *, debug: bool) -> int:
    """Run a command; what it raises becomes a line and a code.

    Args:
        debug: Let an unexpected error through, with its traceback.
    """
    try:
        return _run(command)
    except (BrokenPipeError, SystemExit) as end:
        if isinstance(end, SystemExit) and not end.code:
            return 0  # words that complete a command were printed
        # typer makes a SystemExit of a broken pipe, and of nothing else here
        os.dup2(
            os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
        )  # or the interpreter complains at its end
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return _tell("stopped; what was acknowledged before is kept", INTERRUPTED)
    except Terminated:
        return TERMINATED
    except Exception as error:
        if debug:
            raise
        name = type(error).__name__
        return _tell(
            f"unexpected error, {name}: {error}; run actorgraph --debug … and report what it shows",
            1,
        )


def _run(command: Callable[[], object]) -> int:
    try:
        code = command()
        sys.stdout.flush()
    except ActorgraphError as error:
        return _tell(str(error), error.exit_code)
    except TyperException as error:
        message = getattr(error, "format_message", error.__str__)()
        return (
            _tell(f"{message.rstrip('.')}; see actorgraph --help", USAGE)
            if message
            else USAGE
        )
    return code if isinstance(code, int) else 0


def _tell(message: str, code: int) -> int:
    print("actorgraph:", " ".join(message.split()), file=sys.stderr)
    return code
