"""How a new graph replaces the one before: completely or not at all.

It is built in a new folder, then one rename of a small file makes it the current one.

::

    output/.lock                     locked while a build runs; contains the builder's process id
    output/current                   the name of the generation in force, and its manifest's SHA-256
    output/manifest.json             a second copy of that manifest, for ``salvage``
    output/generations/000007/       finished, never changed
    output/generations/000008.tmp-…  under construction; a killed build leaves one, the next build
    removes it
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from actorgraph.dataset.manifest import MANIFEST, damage, read_manifest
from actorgraph.errors import StoreError
from actorgraph.files import file_hash, make_folder, sync

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Name of the file that says which generation is in force.
POINTER = "current"
#: Name of the second copy of the manifest in force; nothing but ``salvage`` reads it.
SPARE = "manifest.json"
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
        make_folder(folder)
        with locked(folder / ".lock"):
            yield from _built(folder)
    except OSError as error:
        raise _unchanged(folder, error) from error


def _unchanged(folder: Path, error: OSError) -> StoreError:
    reason = error.strerror or str(error)
    return StoreError(
        f"cannot write a graph into {folder}: {reason}; the current graph is unchanged"
    )


def finished_generations(folder: Path) -> list[Path]:
    """Return the folders of all generations that are finished, the newest first."""
    paths = (folder / "generations").glob("*")
    finished = [path for path in paths if _FINISHED.fullmatch(path.name)]
    return sorted(filter(Path.is_dir, finished), key=_number, reverse=True)


def _number(generation: Path) -> int:
    return int(generation.name)


def current_generation(folder: Path) -> Path:
    """Return the folder of the generation in force.

    Raises:
        StoreError: if there is no folder, no graph in it, a pointer that leads nowhere, or another
            manifest than the one that was put in force.
    """
    if not folder.is_dir():
        raise StoreError(
            f"no graph at {folder}: there is no such folder; make one with: actorgraph build INPUT"
        )
    pointer = read_pointer(folder)
    generation = folder / "generations" / pointer.name
    if not _FINISHED.fullmatch(pointer.name) or not generation.is_dir():
        raise damage(generation, "what is in force is not among its generations")
    manifest = generation / MANIFEST
    if pointer.digest != _expected_digest(manifest):
        raise damage(generation, "its manifest is not the one that was written")
    return generation


class Pointer(NamedTuple):
    """What ``current`` says: a generation, and the digest of its manifest."""

    name: str
    digest: str


def read_pointer(folder: Path) -> Pointer:
    """Return what ``current`` says.

    Raises:
        StoreError: if there is no such file, or it cannot be read.
    """
    try:
        text = (folder / POINTER).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise StoreError(
            f"no graph in {folder}; make one with: actorgraph build INPUT"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", "it is damaged")
        raise StoreError(f"cannot read {folder / POINTER}: {reason}") from error
    name, _, digest = text.removesuffix("\n").partition(" ")
    return Pointer(name, digest)


def _expected_digest(manifest: Path) -> str:
    """Return the digest that the pointer must have; graphs of the first format have none."""
    try:
        is_first_format = read_manifest(manifest).format == 1
        return "" if is_first_format else file_hash(manifest)
    except OSError as error:
        raise damage(
            manifest.parent, f"its manifest cannot be read ({error})"
        ) from error


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
        _name_holder(lock, path)
        yield


def _name_holder(lock: TextIO, path: Path) -> None:
    try:
        os.ftruncate(lock.fileno(), 0)
        os.write(lock.fileno(), str(os.getpid()).encode())
    except OSError as error:
        raise _unwritable(path, error) from error


def _opened(path: Path) -> TextIO:
    try:
        return path.open("a+", encoding="utf-8")
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> StoreError:
    reason = error.strerror or str(error)
    return StoreError(
        f"cannot change the graph in {path.parent}: {path.name} cannot be written: {reason}"
    )


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
    finished = finished_generations(generations.parent)
    if not finished:
        return 1
    return _number(finished[0]) + 1


def adopt(folder: Path, generation: Path) -> None:
    """Put a generation in force that was finished elsewhere on the same disk, and move it here.

    All other generations stay until the next change.

    Raises:
        StoreError: if another process builds in the folder, or it cannot be written.
    """
    try:
        with locked(folder / ".lock"):
            number = _next_number(folder / "generations")
            _switch(folder, generation, f"{number:06d}")
    except OSError as error:
        raise _unchanged(folder, error) from error


def _switch(folder: Path, draft: Path, name: str) -> None:
    for path in sorted(draft.rglob("*"), reverse=True):
        if not _is_shared(path):
            sync(path)
    sync(draft)
    generation = folder / "generations" / name
    draft.rename(generation)
    sync(generation.parent)
    sync(folder)
    manifest = (generation / MANIFEST).read_bytes()
    _replace(folder / SPARE, manifest)
    digest = hashlib.sha256(manifest).hexdigest()
    pointer = f"{name} {digest}\n"
    _replace(folder / POINTER, pointer.encode())
    sync(folder)


def _is_shared(path: Path) -> bool:
    """Whether a file is another generation's too, so that it was flushed with that."""
    return path.is_file() and path.stat().st_nlink > 1


def _replace(path: Path, content: bytes) -> None:
    draft = path.with_name(f"{path.name}.tmp")
    draft.write_bytes(content)
    sync(draft)
    draft.replace(path)


def _pointed_at(folder: Path) -> str:
    with suppress(StoreError):
        return read_pointer(folder).name
    return ""


def _remove_all_but(generations: Path, kept: set[str]) -> None:
    for path in generations.iterdir():
        if path.name in kept:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
