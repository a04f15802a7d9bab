"""Work in child processes: what takes too much is refused, and the rest goes on."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path

import pytest

from actorgraph.limited_process import Work, map_limited
from actorgraph.process_limits import CostLimit

PACKAGE_FOLDER = Path(__file__).resolve().parents[3] / "graph"
LIMIT = CostLimit(seconds=1, memory=200 << 20)


def toil(task: str) -> str:
    """Do what the task says."""
    if task == "compute":
        while True:
            pass
    if task == "sleep":
        time.sleep(60)
    if task == "take memory":
        return str(len(bytearray(1 << 30)))
    if task == "abort":
        os.abort()
    if task == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if task == "raise":
        raise ValueError("it does not fit")
    return f"{task} done"


WORK = Work(toil, lambda task, reason: f"{task}: {reason}", lambda _: LIMIT)


@pytest.mark.parametrize(
    ("task", "reason"),
    [
        ("compute", "more than 1 seconds"),
        ("sleep", "more than 1 seconds"),
        ("take memory", "more memory"),
        ("abort", "more memory"),
        ("crash", "crash"),
    ],
)
@pytest.mark.parametrize("processes", [1, 3])
def test_what_takes_too_much_costs_only_itself(
    task: str, reason: str, processes: int
) -> None:
    first, bad, *rest = map_limited(WORK, ["a", task, "b", "c"], processes)
    assert [first, *rest] == ["a done", "b done", "c done"]
    assert bad.startswith(f"{task}: ")
    assert reason in bad


def test_nothing_to_do_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("a process was started"))
    assert list(map_limited(WORK, [])) == []


def test_an_exception_of_the_work_is_that_of_the_caller() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        list(map_limited(WORK, ["a", "raise"]))


def test_long_answers_come_whole_and_in_order() -> None:
    def repeat(letter: str) -> str:
        return letter * 3_000_000

    work = Work(repeat, lambda *_: "", lambda _: LIMIT)
    answers = list(map_limited(work, "abcdef", 2))
    assert answers == [letter * 3_000_000 for letter in "abcdef"]


def test_no_child_is_left_when_the_caller_stops_early() -> None:
    others = children()
    results = map_limited(WORK, ["a", "sleep", "sleep"], 2)
    assert next(results) == "a done"
    assert isinstance(results, Generator)
    assert children() - others
    results.close()
    assert children() <= others


def children() -> set[int]:
    """The processes that this one has started and not waited for; other tests may have some."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended meanwhile
            stat = path.read_text(encoding="ascii", errors="replace")
            if int(stat.rpartition(")")[2].split()[1]) == os.getpid():
                found.add(int(path.parent.name))
    return found


PARENT = """
import os, sys, time
from actorgraph.limited_process import Work, map_limited
from actorgraph.process_limits import CostLimit

def work(_):
    os.write(1, f"{os.getpid()}\\n".encode())
    time.sleep(60)

list(map_limited(Work(work, lambda *_: None, lambda _: CostLimit()), [0, 1], 2))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux kills orphans")
def test_children_die_with_their_parent() -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT],
        env=os.environ | {"PYTHONPATH": str(PACKAGE_FOLDER)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None
    children = [int(parent.stdout.readline()) for _ in range(2)]
    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 10
    while any(map(is_running, children)):
        assert time.monotonic() < deadline, "a child outlived its parent"
        time.sleep(0.05)


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"
