"""Costs measured in turns, so that whatever else the machine does affects both sides alike."""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median

Clock = Callable[[], float]
Work = Callable[[], object]
#: The cost of the product and that of the other side.
Costs = tuple[float, float]

#: The clock for start-up times: what a person waits for is not CPU time.
wall = time.perf_counter


@dataclass(frozen=True, slots=True)
class Scale:
    """How much is measured.

    Attributes:
        rounds: How often each side is measured; the median counts.
        articles: Articles that the product and the stock pipeline read.
        claims: Claims in the graph that both engines query, and that is drawn.
        many_claims: Claims in the graph that shows how costs grow.
        patience: Seconds after which rdflib is stopped.
        grown: Articles of the graphs that are changed, each larger than the one before.
        builds: Articles of the two builds whose memory is compared.
        pages: Claims in the graphs whose pages are opened: about 200, 1,000 and 5,000 actors.
    """

    rounds: int
    articles: int
    claims: int
    many_claims: int
    patience: float
    grown: tuple[int, ...]
    builds: tuple[int, int]
    pages: tuple[int, int, int]


FULL = Scale(
    rounds=5,
    articles=60,
    claims=10_000,
    many_claims=100_000,
    patience=120,
    grown=(100, 1_000, 2_000),
    builds=(250, 1_000),
    pages=(380, 1_900, 9_800),
)
QUICK = Scale(
    rounds=3,
    articles=15,
    claims=1_000,
    many_claims=10_000,
    patience=20,
    grown=(25, 100),
    builds=(25, 100),
    pages=(190, 380, 760),
)


def cpu() -> float:
    """Return the CPU seconds of this process and of the children that it has waited for."""
    total = 0.0
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        usage = resource.getrusage(who)
        total += usage.ru_utime + usage.ru_stime
    return total


def cost(work: Work, clock: Clock = cpu) -> float:
    """Return the seconds that some work takes."""
    gc.collect()
    start = clock()
    work()
    return clock() - start


def in_turns(first: Work, second: Work, rounds: int, clock: Clock = cpu) -> Costs:
    """Return the median seconds of two pieces of work that take turns."""
    return medians((cost(first, clock), cost(second, clock)) for _ in range(rounds))


def second_and_first_cost(work: Work) -> Costs:
    """Return the seconds that the same work takes the second time, and the first."""
    first = cost(work)
    return cost(work), first


def medians(costs: Iterable[Costs]) -> Costs:
    """Return the median of each side."""
    ours, theirs = zip(*costs, strict=True)
    return median(ours), median(theirs)


def drain(items: Iterable[object]) -> None:
    """Exhaust an iterable and keep none of its items."""
    deque(items, maxlen=0)


def python(*arguments: str) -> Callable[[], None]:
    """Return a function that runs a whole Python process, with the package on its path.

    Raises:
        subprocess.CalledProcessError: by the function, if the process fails.
    """
    command = [sys.executable, *arguments]

    def run() -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ)

    return run
