"""The peak memory of a whole build, and whether it grows with the number of articles."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.invented_articles import articles, write_articles
from benchmarks.table import Comparison, at_most

if TYPE_CHECKING:
    from benchmarks.measuring import Scale

#: What a machine that does nothing else can spare, in MiB: 1.5 GB.
BOUND = 1.5e9 / 2**20

#: A process that runs the command line and records its own status as it ends: the figure that the
#: kernel reports of a child may be that of its parent.
PROGRAM = """
import atexit, pathlib, runpy, sys
target, status = pathlib.Path(sys.argv.pop(1)), pathlib.Path("/proc/self/status")
atexit.register(lambda: target.write_text(status.read_text()))
runpy.run_module("actorgraph", run_name="__main__", alter_sys=True)
"""


def memory(scale: Scale) -> Iterator[Comparison]:
    """Compare the peak of a large build with the bound and with that of a small one; Linux only."""
    few, many = (peak_of_build(count) for count in scale.builds)
    what = f"peak of a build of {scale.builds[1]:,} articles"
    limit = f"{what}; other: the most allowed"
    yield Comparison(limit, many, BOUND, at_most(1), unit="MiB")
    growth = f"{what}; other: of {scale.builds[0]:,}"
    yield Comparison(growth, many, few, at_most(2), unit="MiB")


def peak_of_build(count: int) -> float:
    """Return the peak memory, in MiB, of a process that builds a graph of this many articles."""
    with tempfile.TemporaryDirectory() as name:
        source = Path(name, "articles.jsonl")
        write_articles(articles(count), source)
        return peak_of("build", str(source), "--graph", str(Path(name, "graph")))


def peak_of(*arguments: str) -> float:
    """Return the peak memory, in MiB, of a process that runs a command."""
    with tempfile.TemporaryDirectory() as name:
        status = Path(name, "status")
        command = [sys.executable, "-c", PROGRAM, str(status), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ)
        return peak_in(status.read_text(encoding="utf-8"))


@contextmanager
def watched(process: int) -> Iterator[list[float]]:
    """Watch the memory of a process and of those that it started; Linux only.

    Yields:
        A list that gets their memory in MiB, shared pages counted once, twice a second.
    """
    amounts = [family_memory(process)]
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.5):
            amounts.append(family_memory(process))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield amounts
    finally:
        done.set()
        watcher.join()


def family_memory(process: int) -> float:
    """Return the memory of a process and of those that it started, in MiB; 0 once it has ended."""
    folder = Path("/proc", str(process))
    try:
        own = proportional_size((folder / "smaps_rollup").read_text(encoding="utf-8"))
        lists = [path.read_text() for path in folder.glob("task/*/children")]
    except OSError:
        return 0.0
    children = map(int, " ".join(lists).split())
    return own + sum(map(family_memory, children))


def proportional_size(rollup: str) -> float:
    r"""Return the size in a text of ``/proc/…/smaps_rollup``, shared pages in shares, in MiB.

    >>> proportional_size("00-ff [rollup]\nRss: 4096 kB\nPss: 2048 kB")
    2.0
    """
    sizes = [line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:")]
    return sum(map(int, sizes)) / 1024


def peak_in(status: str) -> float:
    """Return the peak in a text of ``/proc/…/status``, in MiB.

    >>> peak_in("VmHWM:  2048 kB")
    2.0
    """
    fields = dict(line.split(":", 1) for line in status.splitlines())
    return int(fields["VmHWM"].split()[0]) / 1024
