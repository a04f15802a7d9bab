"""Opening the files of a store, which only the process that opened the first one may write.

The engine writes its tables in threads that all stores of a process share.  A fork has none of
them, but believes that it has: there, the engine would wait for them for ever.
"""

from __future__ import annotations

import os
from pathlib import Path

import pyoxigraph as ox

from actorgraph.errors import StoreError

#: The processes that have opened a store: this one, and those that it was forked from.
_users: set[int] = set()


def readable_store(folder: Path) -> ox.Store:
    """Open a store to read.

    Raises:
        OSError, RuntimeError, ValueError: if it is damaged.
    """
    _users.add(os.getpid())
    return ox.Store.read_only(str(folder))


def writable_store(folder: Path) -> ox.Store:
    """Open a store to write; it is made if it is missing.

    Raises:
        OSError, RuntimeError, ValueError: if it is damaged, or the disk is full.
        StoreError: as ``refuse_in_fork``.
    """
    refuse_in_fork()
    _users.add(os.getpid())
    return ox.Store(str(folder))


def refuse_in_fork() -> None:
    """Refuse to write in a process that was forked from one that had opened a store.

    Raises:
        StoreError: if this is such a process.
    """
    if _users - {os.getpid()}:
        raise StoreError(
            "a graph cannot be changed in a process that was forked from one that had a graph "
            "open: start it with multiprocessing's spawn method, or as a program of its own"
        )
