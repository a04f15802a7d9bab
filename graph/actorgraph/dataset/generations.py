"""How a new graph replaces the one before: completely or not at all.

It is built in a new folder, then one rename of a small file makes it the current one.

::

    output/.lock                     locked while a build runs; contains the builder's process id
    output/current                   the name of the generation in force
    output/generations/000007/       finished, never changed
    output/generations/000008.tmp-…  under construction; a killed build leaves one, the next build
    removes it
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from actorgraph.errors import StoreError
from actorgraph.files import sync

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FINISHED = re.compile(r"[0-9]{6,}")


@contextmanager
def new_generation(folder: Path) -> Iterator[Path]:
    """Yield a new folder to build in, which becomes the current generation when the block ends.

    If the block raises an exception, the folder is removed and the current generation stays.  The
    generation before the new one is kept, since it may still be read; older ones are removed.

    Args:
        folder: The graph folder, which is created if it does not exist.

    Raises:
        StoreError: if another process builds in the folder, or it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder / ".lock"):
            yield from _built(folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(
            f"cannot write a graph into {folder}: {reason}; the current graph is unchanged"
        ) from error


def current_generation(folder: Path) -> Path:
    """Return the folder of the generation in force.

    Raises:
        StoreError: if there is no folder, no graph in it, or a pointer that leads nowhere.
    """
    if not folder.is_dir():
        raise StoreError(
            f"no graph at {folder}: there is no such folder; make one with: actorgraph build INPUT"
        )
    try:
        name = (folder / "current").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise StoreError(
            f"no graph in {folder}; make one with: actorgraph build INPUT"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"cannot read {folder / 'current'}: {error}") from error
    generation = folder / "generations" / name
    if not _FINISHED.fullmatch(name) or not generation.is_dir():
        raise StoreError(
            f"the graph in {folder} is damaged: there is no generation {name!r}; build it again"
        )
    return generation


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Lock a file until the block ends; the lock of a killed process ends too.

    Args:
        path: The file, whose folder must exist; it then contains this process's id.

    Raises:
        StoreError: if the folder cannot be written, or another process has the lock, naming that
            process.
    """
    with _opened(path) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            holder = lock.read().strip() or "unknown"
            raise StoreError(
                f"{path.parent} is being built by process {holder}; wait for it, or stop it"
            ) from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def _opened(path: Path) -> TextIO:
    try:
        return path.open("a+", encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(
            f"cannot change the graph in {path.parent}: {path.name} cannot be written: {reason}"
        ) from error


def _built(folder: Path) -> Iterator[Path]:
    generations = folder / "generations"
    generations.mkdir(exist_ok=True)
    _remove_all_but(generations, kept={_pointed_at(folder)})
    name = f"{_next_number(generations):06d}"
    draft = generations / f"{name}.tmp-{os.getpid()}"
    draft.mkdir()
    try:
        yield draft
        _switch(folder, draft, name)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _next_number(generations: Path) -> int:
    highest = 0
    for path in generations.iterdir():
        if _FINISHED.fullmatch(path.name):
            highest = max(highest, int(path.name))
    return highest + 1


def _switch(folder: Path, draft: Path, name: str) -> None:
    for path in sorted(draft.rglob("*"), reverse=True):
        sync(path)
    sync(draft)
    draft.rename(draft.with_name(name))
    sync(draft.parent)
    sync(folder)
    pointer = folder / "current.tmp"
    pointer.write_text(name + "\n", encoding="utf-8")
    sync(pointer)
    pointer.replace(folder / "current")
    sync(folder)


def _pointed_at(folder: Path) -> str:
    try:
        return (folder / "current").read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _remove_all_but(generations: Path, kept: set[str]) -> None:
    for path in generations.iterdir():
        if path.name not in kept and path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
