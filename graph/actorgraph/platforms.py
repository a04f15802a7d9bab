"""On which systems the program runs."""

from __future__ import annotations

import os

from actorgraph.errors import UnsupportedSystem


def require_posix(system: str = os.name) -> None:
    """Refuse a system without the locks, limits and child processes that everything rests on.

    >>> require_posix("posix")

    Args:
        system: As ``os.name`` has it.

    Raises:
        UnsupportedSystem: on Windows, before anything is read or written.
    """
    if system != "posix":
        raise UnsupportedSystem(
            "actorgraph runs on Linux and macOS only, since it needs their file locks and "
            "process limits; on Windows, use it in the Windows Subsystem for Linux (wsl --install)"
        )
