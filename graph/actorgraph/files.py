"""Files that are written completely or not at all, and that survive a power failure."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path
from typing import BinaryIO

from actorgraph.errors import UsageError

#: Several paths, or one of them.
Inputs = str | Path | Iterable[str | Path]


def each_path(inputs: Inputs) -> list[str | Path]:
    """Return paths as a list, and one path as a list of one.

    >>> each_path("stories.txt")
    ['stories.txt']
    """
    if isinstance(inputs, str | Path):
        return [inputs]
    return list(inputs)


def bytes_of(path: Path) -> bytes:
    """Return what a file contains that the user named.

    Raises:
        UsageError: if it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}") from error


def text_of(path: Path) -> str:
    """Return the text of a file that the user named.

    Raises:
        UsageError: if it cannot be read, or is not UTF-8.
    """
    try:
        return bytes_of(path).decode()
    except UnicodeDecodeError:
        raise UsageError(f"cannot read {path}: it is not a text in UTF-8") from None


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Yield a stream whose content replaces a file when the block ends without an exception.

    It is on the disk then.  A link is replaced, not followed.

    Raises:
        UsageError: if the file cannot be written there, or is no regular file, such as a device.
        OSError: if the block fails because of another file.
    """
    if path.exists() and not path.is_file():
        raise UsageError(f"cannot write {path}: it is not a regular file")
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    try:
        with draft.open("xb") as stream:  # never through a link that somebody put there
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
        sync(path.parent)
    except OSError as error:
        if error.filename is not None:
            culprit = Path(os.fsdecode(error.filename))
            if culprit not in (draft, path):
                raise
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        with suppress(
            OSError
        ):  # where nothing can be written, nothing can be removed either
            draft.unlink()


def append(path: Path, data: bytes) -> None:
    """Add bytes to a file, all or none, and return when they are on the disk.

    Raises:
        UsageError: if they cannot be written.
    """
    try:
        with path.open("ab", buffering=0) as stream:
            _append(stream, data)
        sync(path.parent)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error


def _append(stream: FileIO, data: bytes) -> None:
    end = stream.tell()
    try:
        remaining = memoryview(data)
        while remaining:  # a full disk may take a part without a word
            remaining = remaining[stream.write(remaining) :]
        os.fsync(stream.fileno())
    except OSError:
        stream.truncate(end)
        raise


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file, hexadecimal."""
    with path.open("rb") as file:
        hasher = hashlib.file_digest(file, "sha256")
    return hasher.hexdigest()


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file a second name, or make a copy where the disk has no hard links."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def make_folder(path: Path) -> None:
    """Make a folder, and those that it is in, unless they exist; flush their names to disk."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    path.mkdir(parents=True, exist_ok=True)
    for folder in missing:
        sync(folder.parent)


def sync(path: Path) -> None:
    """Flush a file, or a folder's list of names, to disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some disks of other machines cannot flush
            raise
    finally:
        os.close(descriptor)
