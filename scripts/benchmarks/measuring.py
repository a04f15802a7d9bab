"""Costs measured in turns, so that what else the machine does falls on both sides alike."""

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


@dataclass(frozen=True, slots=True)
class Scale:
    """How much is measured.

    Attributes:
        rounds: How often each side is measured; the median counts.
        articles: Read by the product and by the stock pipeline.
        claims: In the graph that both engines are asked about, and that is drawn.
        many_claims: In the graph that shows how costs grow.
        patience: Seconds after which rdflib is stopped.
        builds: Articles of the two builds whose memory is compared.
        pages: Claims in the graphs whose pages are opened, for about 200, 1,000 and 5,000 actors.
    """

    rounds: int
    articles: int
    claims: int
    many_claims: int
    patience: float
    builds: tuple[int, int]
    pages: tuple[int, int, int]


WHOLE = Scale(
    rounds=5,
    articles=60,
    claims=10_000,
    many_claims=100_000,
    patience=120,
    builds=(250, 1_000),
    pages=(380, 1_900, 9_800),
)
QUICK = Scale(
    rounds=3,
    articles=15,
    claims=1_000,
    many_claims=10_000,
    patience=20,
    builds=(25, 100),
    pages=(190, 380, 760),
)


def cpu() -> float:
    """Seconds of CPU that this process and the children it has waited for have used."""
    used = (
        resource.getrusage(who)
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def cost(work: Work, clock: Clock = cpu) -> float:
    """Seconds that some work takes."""
    gc.collect()
    start = clock()
    work()
    return clock() - start


def in_turns(
    first: Work, second: Work, rounds: int, clock: Clock = cpu
) -> tuple[float, float]:
    """Median seconds of two pieces of work, done in turns."""
    return medians((cost(first, clock), cost(second, clock)) for _ in range(rounds))


def twice_cost(work: Work) -> tuple[float, float]:
    """Seconds that the same work takes the second time, and the first."""
    first = cost(work)
    return cost(work), first


def medians(costs: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """The median of either side."""
    ours, theirs = zip(*costs, strict=True)
    return median(ours), median(theirs)


def drain(things: Iterable[object]) -> None:
    """Go through things and keep none of them."""
    deque(things, maxlen=0)


def python(*arguments: str) -> Callable[[], None]:
    """The work of a whole Python process, with the package on its path.

    Raises:
        subprocess.CalledProcessError: if it fails, when it is run.
    """
    command = [sys.executable, *arguments]

    def run() -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ)

    return run


#: Start-up is what a person waits for.
wall = time.perf_counter
