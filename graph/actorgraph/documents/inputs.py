"""Which files the user's inputs are."""

from __future__ import annotations

import os
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from actorgraph.model import RefusedDocument

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator


LINK_OUT = "a link that leads out of the folder; give its target"
#: What is in every graph folder, …
GRAPH_FOLDER, GRAPH_FILE = "generations", "current"
#: … and what else may be.
OF_GRAPH = frozenset(
    {
        GRAPH_FOLDER,
        GRAPH_FILE,
        "manifest.json",
        "readings.sqlite",
        "graph.html",
        "graph.gexf",
        "graph.trig",
    }
)
#: Ending of the file of decisions beside a graph folder.
DECISIONS = ".judgements.jsonl"
#: A browser saves ``talks.html`` with its pictures and frames in ``talks_files``.
SAVED_FOLDER = "_files"
SAVED_PAGES = (".html", ".htm")


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A file to read, and the name of its document.

    The name is never an absolute path, which would reveal whose machine it was read on.
    """

    name: str
    path: Path


def find_sources(inputs: Iterable[Path]) -> tuple[list[Source], list[RefusedDocument]]:
    """Expand files and folders to a list of files.

    Folders are searched recursively.  Hidden files and folders are skipped, and so are graph
    folders, decisions, and the folder of pictures and scripts that a browser saves beside a page.
    A link out of its folder is refused; one within it is skipped, since its target is read anyway.

    Returns:
        The files, sorted by name, each once; and what cannot be read, sorted by name.
    """
    sources: dict[str, Source] = {}
    refused: list[RefusedDocument] = []
    by_name = sorted(_expanded(inputs), key=attrgetter("name"))
    for item in by_name:
        if isinstance(item, RefusedDocument):
            refused.append(item)
        else:
            real_path = os.path.realpath(item.path)
            sources.setdefault(real_path, item)
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
        name = readable_name(path.name or str(path))
        if _leads_out(path, path.absolute().parent):
            yield RefusedDocument(name, LINK_OUT)
        elif path.is_dir():
            yield from _in_folder(path)
        elif path.exists():
            yield _source(path, path.name)
        else:
            yield RefusedDocument(name, "there is no such file or folder")


def _in_folder(root: Path) -> Iterator[Source | RefusedDocument]:
    errors: list[OSError] = []
    for folder, folders, files in os.walk(root, onerror=errors.append):
        if GRAPH_FOLDER in folders and GRAPH_FILE in files:
            _skip_graph(folders, files, is_input=Path(folder) == root)
        folders[:] = [name for name in folders if is_input(name, files)]
        visible = [name for name in files if is_input(name, ())]
        for name in (*visible, *folders):
            path = Path(folder, name)
            if _leads_out(path, root):
                yield _refused(path, root, LINK_OUT)
            elif not path.is_symlink() and not path.is_dir():
                yield _source(path, path.relative_to(root).as_posix())
    for error in errors:
        reason = f"the folder cannot be read: {error.strerror}"
        yield _refused(Path(str(error.filename)), root, reason)


def _skip_graph(folders: list[str], files: list[str], *, is_input: bool) -> None:
    """Skip a graph, with all that is in its folder unless that is an input itself."""
    for names in (folders, files):
        if is_input:
            names[:] = [name for name in names if name not in OF_GRAPH]
        else:
            names.clear()


def is_input(name: str, files: Collection[str]) -> bool:
    """Whether a file or folder beside some files is more than an accessory."""
    if name.startswith(".") or name.endswith(DECISIONS):
        return False
    page = name.removesuffix(SAVED_FOLDER)
    if page == name:
        return True
    return not any(page + ending in files for ending in SAVED_PAGES)


def _leads_out(path: Path, root: Path) -> bool:
    """Whether a path is a link to what is not in a folder."""
    if not path.is_symlink():
        return False
    target = Path(os.path.realpath(path))
    real_root = os.path.realpath(root)
    return not target.is_relative_to(real_root)


def _refused(path: Path, root: Path, reason: str) -> RefusedDocument:
    place = path.relative_to(root).as_posix()
    name = readable_name(place)
    return RefusedDocument(name, reason)


def _source(path: Path, name: str) -> Source | RefusedDocument:
    if path.is_file():
        return Source(readable_name(name), path)
    return RefusedDocument(readable_name(name), "not a regular file")
