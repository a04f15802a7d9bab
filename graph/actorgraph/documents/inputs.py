"""Which files an input stands for."""

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
    """A file to read, and the name that its document gets: never an absolute path, which would tell who read it."""

    name: str
    path: Path


def find_sources(inputs: Iterable[Path]) -> tuple[list[Source], list[RefusedDocument]]:
    """The files of some inputs, sorted by name, each once, and what cannot be read, sorted.

    Folders are searched to the bottom.  Hidden files and folders are skipped.  A link that leads out of the folder is
    refused; one that stays inside is skipped, since its target is read anyway.
    """
    sources: dict[Path, Source] = {}
    refused: list[RefusedDocument] = []
    for item in sorted(_found(inputs), key=lambda item: item.name):
        if isinstance(item, RefusedDocument):
            refused.append(item)
        else:
            sources.setdefault(item.path.resolve(), item)
    return sorted(sources.values()), refused


def readable_name(name: str) -> str:
    """A file name that can be printed and stored: line ends, control characters and invalid bytes are escaped."""
    return "".join(
        letter if letter.isprintable() else ascii(letter)[1:-1] for letter in name
    )


def _found(inputs: Iterable[Path]) -> Iterator[Source | RefusedDocument]:
    for path in inputs:
        if path.is_dir():
            yield from _in_folder(path)
        elif not path.exists():
            yield RefusedDocument(
                readable_name(path.name or str(path)), "there is no such file or folder"
            )
        else:
            yield _source(path, path.name)


def _in_folder(root: Path) -> Iterator[Source | RefusedDocument]:
    failed: list[OSError] = []
    for folder, folders, files in os.walk(root, onerror=failed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files + [
            name for name in folders if Path(folder, name).is_symlink()
        ]:
            path = Path(folder, name)
            relative = path.relative_to(root).as_posix()
            if name.startswith("."):
                continue
            if not path.is_symlink():
                yield _source(path, relative)
            elif not path.resolve().is_relative_to(root.resolve()):
                yield RefusedDocument(
                    readable_name(relative),
                    "a link that leads out of the folder; give its target",
                )
    for error in failed:
        name = Path(str(error.filename)).relative_to(root).as_posix()
        yield RefusedDocument(
            readable_name(name), f"the folder cannot be read: {error.strerror}"
        )


def _source(path: Path, name: str) -> Source | RefusedDocument:
    if path.is_file():
        return Source(readable_name(name), path)
    return RefusedDocument(readable_name(name), "not a regular file")
