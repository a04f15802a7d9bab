"""How much a piece of work may take of a processor and of memory, and what it died of."""

from __future__ import annotations

import ctypes
import faulthandler
import gc
import os
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_PR_SET_PDEATHSIG = 1
#: Exit code of a process that ran out of memory and noticed.
MEMORY_EXIT = 86


@dataclass(frozen=True, slots=True)
class CostLimit:
    """What a piece of work may cost.

    Attributes:
        seconds: Of computing, at least 1.
        memory: Bytes besides what the process has when it begins.
    """

    seconds: int = 30
    memory: int = 1 << 30

    def cause_of_death(self, status: int, *, is_late: bool) -> str:
        """Return in words why a process could not finish.

        Args:
            status: As ``waitpid`` gives it.
            is_late: Whether it was killed because it had been waited for too long.

        >>> CostLimit(seconds=5).cause_of_death(signal.SIGXCPU, is_late=False)
        'it takes more than 5 seconds to read'
        """
        ending = ending_signal(status)
        if is_late or ending == signal.SIGXCPU:
            return f"it takes more than {self.seconds} seconds to read"
        is_short = not ending and os.WEXITSTATUS(status) == MEMORY_EXIT
        # The engines abort when they get no memory, and the kernel kills what takes the last.
        if is_short or ending in (signal.SIGABRT, signal.SIGKILL):
            return (
                f"it takes more memory to read than there is, or than {self._allowed}"
            )
        return "it makes a library crash that reads it"

    @property
    def _allowed(self) -> str:
        return f"{self.memory >> 20:,} MB"


def die_with_parent(parent: int) -> None:
    """Let the kernel kill this process when its parent dies, where it can (Linux).

    Args:
        parent: Its process id; if it is dead already, this process ends at once.
    """
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def leave_to_parent(parent: int) -> None:
    """Leave interrupts and the report of a crash to the parent of this process, and die with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    faulthandler.disable()
    die_with_parent(parent)


def end_process(process: int) -> int:
    """Kill a child unless it has ended, and return its status as ``waitpid`` gives it."""
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    return status


def ending_signal(status: int) -> int:
    """Return the signal that ended a process, 0 if none did."""
    if not os.WIFSIGNALED(status):
        return 0
    return os.WTERMSIG(status)


def limit_this_process(limit: CostLimit) -> None:
    """Let the kernel end this process when it takes more than a limit from now on."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime) + 1
    lower_limit(resource.RLIMIT_CPU, used + limit.seconds)
    lower_limit(resource.RLIMIT_CORE, 0)
    with suppress(OSError):  # only Linux says how much is in use
        figures = Path("/proc/self/statm").read_text(encoding="ascii")
        pages, *_ = map(int, figures.split())
        lower_limit(resource.RLIMIT_AS, pages * resource.getpagesize() + limit.memory)


def lower_limit(kind: int, value: int, *, for_good: bool = False) -> None:
    """Set a limit at which the kernel acts; a lower one that an administrator has set is kept.

    Args:
        kind: One of ``resource.RLIMIT_CPU``, ``RLIMIT_AS`` and so on.
        value: The limit.
        for_good: Whether this process may not raise it again.
    """
    _, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(kind, (value, value if for_good else hard))


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Turn the garbage collector off while very many records are made that stay in use."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
