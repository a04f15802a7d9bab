"""Documents added to a graph as they come into a folder.

The folder is looked at again and again; nothing of the operating system's is needed for that, so it
works on network drives too.  A file is read once it has not changed for a while.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from actorgraph.documents import read_documents
from actorgraph.documents.formats import ending_of
from actorgraph.documents.inputs import Source, find_sources
from actorgraph.errors import ActorgraphError, StoreError, UsageError
from actorgraph.model import Document, Omission, RefusedDocument
from actorgraph.pipeline.changes import take
from actorgraph.pipeline.options import DEFAULTS, Options
from actorgraph.pipeline.report import Report

#: Seconds between two looks.
INTERVAL = 2.0
#: Seconds for which a file must not have changed.
SETTLE = 2.0
#: Size and time of the last change.
Stamp = tuple[int, int]
Clock = Callable[[], float]


@dataclass(slots=True)
class FolderWatch:
    """Knows which files of a folder are new or changed.

    Attributes:
        folder: What is watched, with the folders below it.
        settle: Seconds for which a file must not have changed.
        clock: Returns the time in seconds.
    """

    folder: Path
    settle: float = SETTLE
    clock: Clock = time.monotonic
    _since: dict[Path, tuple[Stamp, float]] = field(default_factory=dict)
    _done: dict[Path, Stamp] = field(default_factory=dict)

    def settled(self) -> list[Source]:
        """Return the files that are new or changed, and no longer being written, by name."""
        sources, _ = find_sources([self.folder])
        now = self.clock()
        stamps = {source.path: _stamp(source.path) for source in sources}
        self._since = {p: self._seen(p, s, now) for p, s in stamps.items() if s}
        ready: list[Source] = []
        for source in sources:
            stamp, since = self._since.get(source.path, (None, now))
            is_new = stamp is not None and self._done.get(source.path) != stamp
            if is_new and now - since >= self.settle and ending_of(source.name):
                ready.append(source)
        return ready

    def keep(self, sources: list[Source]) -> None:
        """Remember that these files, as they were seen last, are done with."""
        for source in sources:
            self._done[source.path], _ = self._since[source.path]

    def _seen(self, path: Path, stamp: Stamp, now: float) -> tuple[Stamp, float]:
        """Return a stamp and since when the file has had it."""
        before, since = self._since.get(path, (None, now))
        if before != stamp:
            since = now
        return stamp, since


def watch(
    folder: Path,
    graph: Path,
    options: Options = DEFAULTS,
    *,
    watcher: FolderWatch | None = None,
    pause: Callable[[], None] = lambda: time.sleep(INTERVAL),
) -> Iterator[Report | str]:
    """Add documents to a graph as they come, without an end.

    Args:
        folder: Where they come.
        graph: The graph folder; the first documents make the graph if there is none.
        options: As for ``changes.build``.
        watcher: What finds the new files; None for one that begins now.
        pause: Waits until the next look.

    Returns:
        What each change did; or why files were not taken, as a sentence.

    Raises:
        UsageError: at once, if the folder is none.
    """
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder} to watch")
    if watcher is None:
        watcher = FolderWatch(folder)
    return _watched(graph, options, watcher, pause)


def _watched(
    graph: Path, options: Options, watcher: FolderWatch, pause: Callable[[], None]
) -> Iterator[Report | str]:
    while True:
        sources = watcher.settled()
        if sources:
            outcome, is_done = _taken(sources, graph, options)
            if is_done:
                watcher.keep(sources)
            if outcome is not None:
                yield outcome
        pause()


def _taken(
    sources: list[Source], graph: Path, options: Options
) -> tuple[Report | str | None, bool]:
    """Add files to the graph.

    Returns:
        What that did, or what was wrong; and whether the files are done with.
    """
    items: list[Document | RefusedDocument | Omission] = []
    for source in sources:
        items += _read(source)
    try:
        report = take(items, graph, options)
    except StoreError as error:
        # Another process may have the lock: the files are taken at the next look.
        return str(error), False
    except ActorgraphError as error:
        return str(error), True
    return (None if report.unchanged and not report.refused else report), True


def _read(source: Source) -> Iterator[Document | RefusedDocument | Omission]:
    """Read a file; its documents are named as when the whole folder is read."""
    name = source.path.name
    for item in read_documents([source.path], keep_copies=True):
        if item.name.startswith(name):
            local = item.name.removeprefix(name)
            yield replace(item, name=source.name + local)
        else:
            yield item


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except OSError:  # it has gone
        return None
    return status.st_size, status.st_mtime_ns
