"""The most memory that a whole build holds at once, and whether it grows with the number of articles."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from articles import write_articles
from table import Row, at_most

if TYPE_CHECKING:
    from measuring import Scale

#: What a machine that serves for nothing else can spare, in MiB: 1.5 GB.
BOUND = 1.5e9 / 2**20

#: A process that runs the command line and tells its own peak; the kernel's figure for a child may be its parent's.
PROGRAM = """
import atexit, pathlib, runpy, sys
peak = sys.argv.pop(1)
atexit.register(lambda: pathlib.Path(peak).write_text(pathlib.Path("/proc/self/status").read_text()))
runpy.run_module("actorgraph", run_name="__main__", alter_sys=True)
"""


def memory(scale: Scale) -> Iterator[Row]:
    """Peaks of two builds; Linux only."""
    few, many = (peak_of_build(count) for count in scale.builds)
    what = f"peak of a build of {scale.builds[1]:,} articles"
    yield Row(f"{what}; other: the most allowed", many, BOUND, at_most(1), unit="MiB")
    yield Row(
        f"{what}; other: of {scale.builds[0]:,}", many, few, at_most(2), unit="MiB"
    )


def peak_of_build(count: int) -> float:
    """MiB of a process that builds a graph of this many articles."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, peak = folder / "articles.jsonl", folder / "peak"
        write_articles(count, source)
        command = [
            sys.executable,
            "-c",
            PROGRAM,
            str(peak),
            "build",
            str(source),
            "--graph",
            str(folder / "graph"),
        ]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ)
        status = dict(
            line.split(":", 1) for line in peak.read_text(encoding="utf-8").splitlines()
        )
    return int(status["VmHWM"].split()[0]) / 1024
