"""What keeps the process that runs a query on this machine: no socket, no file beyond the store.

The kernel refuses, not a reading of the query.  There are three barriers one behind the other, and
none needs privileges:

* a seccomp filter admits the system calls that it takes to read a store (Linux since 3.5 on
  x86-64, 3.19 on aarch64); a call for a socket ends the process, every other call that is not
  listed fails;
* Landlock admits only files below the store, where the kernel has it (Linux since 5.13);
* the limit of open files leaves room for the tables that the engine has not opened yet, and for
  nothing else.

The filter is a short program that ``prctl`` loads into the kernel.  Bindings of libseccomp would
need that library on the system, which many machines lack.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import struct
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import count, filterfalse, islice
from pathlib import Path

from actorgraph.dataset.system_calls import (
    MACHINES,
    NETWORK_CALLS,
    READING_CALLS,
    Machine,
)
from actorgraph.process_limits import lower_limit

_PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 22, 38
_SECCOMP_MODE_FILTER = 2
#: What a filter decides: end the process, let the call fail with EPERM, admit it.
_KILL, _REFUSE, _ADMIT = 0x80000000, 0x00050001, 0x7FFF0000
#: Instructions of the filter's machine: load a word of the call, mask it, compare it, return.
_LOAD, _AND, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
#: Where the kernel puts the call's number, the processor and the first argument (8 bytes each), in
#: bytes.
_NUMBER, _PROCESSOR, _ARGUMENTS = 0, 4, 16
#: Numbers from here on are those of the x32 interface, under which every call has a second number.
_SECOND_INTERFACE = 0x40000000
#: Where the engine says why it crashes, in its own words; the parent says it in one line.
_STANDARD_ERROR = 2
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446
_LANDLOCK_VERSION, _LANDLOCK_BENEATH = 1, 1
_READ_FILE = 1 << 2
#: Version of Landlock → how many kinds of access to files it knows; the last one counts for later
#: versions.
_FILE_ACCESSES = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_NETWORK_SINCE, _NETWORK_ACCESSES = 4, 0b11

#: An instruction: operation, jumps if true and if false, operand.
_Instruction = tuple[int, int, int, int]


def confine(store: Path, pipe: int, memory: int) -> bool:
    """Confine this process, for good, to reading a store that is open and writing to a pipe.

    Args:
        store: Folder of the store.
        pipe: File descriptor that the answer is written to.
        memory: Bytes that the process may take besides what it uses now.

    Returns:
        True if the kernel now refuses sockets; False where it has no such filter (another system
        than Linux, another processor, or the filter is switched off), and only the limits are in
        force.
    """
    _silence()
    _limit_memory(memory)
    unopened = _limit_files(store)
    if not sys.platform.startswith("linux"):
        return False
    if _call("prctl", _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return _filter_calls(pipe, opens_files=unopened > 0)


def _call(function: str, *arguments: object) -> int:
    """Call a function of the C library; a negative result means that the kernel refused."""
    library = ctypes.CDLL(None, use_errno=True)
    words = [
        ctypes.c_ulong(argument) if isinstance(argument, int) else argument
        for argument in arguments
    ]
    return int(getattr(library, function)(*words))


# Limits


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STANDARD_ERROR)
    os.close(nowhere)


def _limit_memory(memory: int) -> None:
    with suppress(OSError):  # only Linux says how much is in use
        figures = Path("/proc/self/statm").read_text(encoding="ascii")
        pages, *_ = map(int, figures.split())
        used = pages * resource.getpagesize()
        lower_limit(resource.RLIMIT_AS, used + memory, for_good=True)


def _limit_files(store: Path) -> int:
    """Restrict this process to the store's files.

    The engine opens some tables when it opens the store and the others when it reads them.

    Returns:
        How many tables are still to be opened.
    """
    open_files = _open_files()
    opened = {path.name for path in open_files.values()}
    tables = {path.name for path in store.glob("*.sst")}
    unopened = len(tables - opened)
    _restrict_to(store)
    # The limit is a number, not an amount: it must lie above the numbers that are taken.
    free = filterfalse(open_files.__contains__, count())
    highest = next(islice(free, unopened, None))
    lower_limit(resource.RLIMIT_NOFILE, highest, for_good=True)
    return unopened


def _open_files() -> dict[int, Path]:
    files = {}
    links = list(Path("/dev/fd").iterdir())
    for link in links:
        with suppress(OSError):  # the listing itself was open too
            files[int(link.name)] = link.readlink()
    return files


# Landlock


def _restrict_to(folder: Path) -> None:
    """Admit only files below a folder, to be read, if the kernel has Landlock."""
    if not sys.platform.startswith("linux"):
        return
    version = _call("syscall", _LANDLOCK_CREATE, None, 0, _LANDLOCK_VERSION)
    if version < 1 or _call("prctl", _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return
    accesses = (1 << _FILE_ACCESSES.get(version, max(_FILE_ACCESSES.values()))) - 1
    handled = struct.pack("Q", accesses)
    if version >= _NETWORK_SINCE:
        handled += struct.pack("Q", _NETWORK_ACCESSES)
    rules = _call("syscall", _LANDLOCK_CREATE, handled, len(handled), 0)
    place = os.open(folder, os.O_PATH | os.O_CLOEXEC)
    below = struct.pack("=Qi", _READ_FILE, place)
    _call("syscall", _LANDLOCK_ADD, rules, _LANDLOCK_BENEATH, below, 0)
    _call("syscall", _LANDLOCK_RESTRICT, rules, 0)
    os.close(place)
    os.close(rules)


# The filter of system calls


class _Program(ctypes.Structure):
    """``struct sock_fprog``: how many instructions, and where."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def _filter_calls(pipe: int, *, opens_files: bool) -> bool:
    machine = MACHINES.get(platform.machine())
    if machine is None or sys.byteorder != "little":
        return False
    instructions = [*_filter(machine, pipe, opens_files=opens_files)]
    packed = b"".join(struct.pack("HBBI", *instruction) for instruction in instructions)
    program = _Program(len(instructions), packed)
    loaded = _call(
        "prctl", _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0
    )
    return loaded == 0


def _filter(
    machine: Machine, pipe: int, *, opens_files: bool
) -> Iterator[_Instruction]:
    """Yield the filter: what follows each system call of a machine.

    Calls that are not named are refused.
    """
    yield _LOAD, 0, 0, _PROCESSOR
    yield from _unless(_EQUAL, machine.number, _KILL)
    yield _LOAD, 0, 0, _NUMBER
    yield from _if(_AT_LEAST, _SECOND_INTERFACE, _KILL)
    for name in NETWORK_CALLS:
        yield from _if(_EQUAL, machine.calls[name], _KILL)
    for name in READING_CALLS:
        if name in machine.calls:
            yield from _if(_EQUAL, machine.calls[name], _ADMIT)
    for descriptor in (pipe, _STANDARD_ERROR):
        yield from _if_argument(machine.calls["write"], 0, ~0, descriptor)
    if opens_files:
        yield from _if_argument(machine.calls["openat"], 2, _WRITING, 0)
    yield _RETURN, 0, 0, _REFUSE


def _if(comparison: int, operand: int, verdict: int) -> Iterator[_Instruction]:
    yield comparison, 0, 1, operand
    yield _RETURN, 0, 0, verdict


def _unless(comparison: int, operand: int, verdict: int) -> Iterator[_Instruction]:
    yield comparison, 1, 0, operand
    yield _RETURN, 0, 0, verdict


def _if_argument(
    call: int, place: int, mask: int, value: int
) -> Iterator[_Instruction]:
    """Yield what admits a call if its argument at a place, masked, has a value.

    The number is loaded before and after.
    """
    yield _EQUAL, 0, 5, call
    yield _LOAD, 0, 0, _ARGUMENTS + 8 * place
    yield _AND, 0, 0, mask & 0xFFFFFFFF
    yield from _if(_EQUAL, value, _ADMIT)
    yield _LOAD, 0, 0, _NUMBER
