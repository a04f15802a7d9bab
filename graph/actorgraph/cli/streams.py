"""The standard streams, whatever the shell has done to them."""

from __future__ import annotations

import errno
import io
import os
import sys

#: Why nothing more can be written to a stream that is open.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})


def prepare_streams() -> None:
    """Open those streams that are closed, and show letters that a terminal lacks as escapes."""
    # The descriptors first: the next file that is opened would get a free one, and the output.
    for descriptor, mode in enumerate((os.O_RDONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, mode)  # an answer that nobody can get is an error
    sys.stdin = sys.stdin or _text_of(io.FileIO(0, closefd=False))
    sys.stdout = sys.stdout or _text_of(io.FileIO(1, "w", closefd=False))
    sys.stderr = sys.stderr or _text_of(io.FileIO(2, "w", closefd=False))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _text_of(raw: io.FileIO) -> io.TextIOWrapper:
    buffer = io.BufferedWriter(raw) if raw.writable() else io.BufferedReader(raw)
    return io.TextIOWrapper(buffer, encoding="utf-8")


def is_about_a_stream(error: BaseException) -> bool:
    """Whether an error says that a stream takes no more; those of files name the file."""
    if not isinstance(error, OSError) or error.filename is not None:
        return False
    return error.errno in _FULL


def discard_output() -> None:
    """Write what is left for standard output nowhere: the interpreter would complain at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
