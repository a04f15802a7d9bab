"""Long requests keep no short one waiting, and are answered one after another."""

import asyncio
import os
import time
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from actorgraph.serving import worker_pool
from actorgraph.serving.worker_pool import Busy, Late, WorkerPool
from actorgraph.serving.worker_process import NICE, Handler

#: Seconds that are enough for any answer here.
ENOUGH = 60.0
SHORT, LONG = b"0", b"2"


def sleeper(_: int) -> Handler:
    """A worker that sleeps some seconds, and says who it is and how nice."""

    def handle(request: bytes) -> bytes:
        time.sleep(float(request))
        return f"{os.getpid()} {os.getpriority(os.PRIO_PROCESS, 0)}".encode()

    return handle


def run(
    work: Callable[[WorkerPool], Coroutine[Any, Any, None]], size: int, long: int
) -> None:
    """Do some work with a pool of sleepers."""

    async def main() -> None:
        pool = WorkerPool(sleeper, size, long)
        try:
            await work(pool)
        finally:
            pool.close()

    asyncio.run(main())


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_pool, "LONG", 0.1)


def test_long_requests_wait_for_each_other_and_short_ones_for_none() -> None:
    ended: list[bytes] = []

    async def work(pool: WorkerPool) -> None:
        async def ask(request: bytes) -> None:
            await pool.ask(request, ENOUGH)
            ended.append(request)

        asked = [asyncio.ensure_future(ask(LONG)) for _ in range(3)]
        await asyncio.sleep(0.5)  # until all have proved to be long
        await asyncio.gather(*(ask(SHORT) for _ in range(5)), *asked)

    run(work, size=2, long=1)
    assert len(ended) == 8
    assert ended[:6].count(SHORT) == 5, (
        "a busy machine may end the first long one early"
    )


def test_a_long_request_that_waits_in_vain_is_told_so() -> None:
    async def work(pool: WorkerPool) -> None:
        endless = asyncio.ensure_future(pool.ask(b"50", ENOUGH))
        await asyncio.sleep(0.3)  # until it has proved to be long
        with pytest.raises(Busy):
            await pool.ask(LONG, 0.3)
        endless.cancel()

    run(work, size=2, long=1)


def test_a_request_that_takes_too_long_is_stopped_after_its_wait_as_well() -> None:
    async def work(pool: WorkerPool) -> None:
        first = asyncio.ensure_future(pool.ask(b"0.8", ENOUGH))
        await asyncio.sleep(0.3)
        with pytest.raises(Late):
            await pool.ask(b"50", 2.0)
        await first

    run(work, size=2, long=1)


def test_a_worker_makes_way_with_its_long_request_and_has_no_other() -> None:
    async def work(pool: WorkerPool) -> None:
        own = os.getpriority(os.PRIO_PROCESS, 0)
        process, niceness = (await pool.ask(LONG, ENOUGH)).split()
        assert int(niceness) == max(own, NICE)
        other, niceness = (await pool.ask(SHORT, ENOUGH)).split()
        assert (other != process, int(niceness)) == (True, own)

    run(work, size=2, long=1)


def test_a_worker_of_a_pool_that_keeps_no_place_for_short_requests_stays() -> None:
    async def work(pool: WorkerPool) -> None:
        answers = [await pool.ask(request, ENOUGH) for request in (LONG, SHORT)]
        assert answers[0] == answers[1]

    run(work, size=1, long=1)
