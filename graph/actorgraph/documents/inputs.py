"""Which files the user's inputs are."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from actorgraph.model import RefusedDocument

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A file to read, and the name of its document.

    The name is never an absolute path, which would reveal whose machine it was read on.
    """

    name: str
    path: Path


def find_sources(inputs: Iterable[Path]) -> tuple[list[Source], list[RefusedDocument]]:
    """Expand files and folders to a list of files.

    Folders are searched recursively.  Hidden files and folders are skipped.  A link out of the
    folder is refused; one within it is skipped, since its target is read anyway.

    Returns:
        The files, sorted by name, each once; and what cannot be read, sorted by name.
    """
    sources: dict[Path, Source] = {}
    refused: list[RefusedDocument] = []
    for item in sorted(_expanded(inputs), key=lambda item: item.name):
        if isinstance(item, RefusedDocument):
            refused.append(item)
        else:
            sources.setdefault(item.path.resolve(), item)
    return sorted(sources.values()), refused


def readable_name(name: str) -> str:
    r"""Return a file name that can be printed and stored.

    Line ends, control characters and invalid bytes are escaped.

    >>> readable_name("talks\n.txt")
    'talks\\n.txt'
    """
    escaped = (
        letter if letter.isprintable() else ascii(letter)[1:-1] for letter in name
    )
    return "".join(escaped)


def _expanded(inputs: Iterable[Path]) -> Iterator[Source | RefusedDocument]:
    for path in inputs:
        if path.is_dir():
            yield from _in_folder(path)
        elif path.exists():
            yield _source(path, path.name)
        else:
            name = readable_name(path.name or str(path))
            yield RefusedDocument(name, "there is no such file or folder")


def _in_folder(root: Path) -> Iterator[Source | RefusedDocument]:
    errors: list[OSError] = []
    for folder, folders, files in os.walk(root, onerror=errors.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        visible = [name for name in files if not name.startswith(".")]
        for name in (*visible, *folders):
            path = Path(folder, name)
            if not path.is_symlink():
                if not path.is_dir():
                    yield _source(path, path.relative_to(root).as_posix())
            elif not path.resolve().is_relative_to(root.resolve()):
                reason = "a link that leads out of the folder; give its target"
                yield _refused(path, root, reason)
    for error in errors:
        reason = f"the folder cannot be read: {error.strerror}"
        yield _refused(Path(str(error.filename)), root, reason)


def _refused(path: Path, root: Path, reason: str) -> RefusedDocument:
    return RefusedDocument(readable_name(path.relative_to(root).as_posix()), reason)


def _source(path: Path, name: str) -> Source | RefusedDocument:
    if path.is_file():
        return Source(readable_name(name), path)
    return RefusedDocument(readable_name(name), "not a regular file")
