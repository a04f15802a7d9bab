"""A few workers that share the requests; whoever has to wait too long gets an error."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from actorgraph.serving.worker_process import Preparation, Worker, WorkerDied

#: Waits some seconds for what a worker works on.
_Result = Callable[[Worker, asyncio.Future[bytes], float], Awaitable[bytes]]
#: A worker is replaced after this many answers, so that its memory cannot grow for good.
LONGEST_SERVICE = 1_000
#: A request that takes more seconds is a long one; a look-up takes a fortieth of it.
LONG = 0.2


class Busy(Exception):
    """All workers have work, or are not ready yet."""


class Late(Exception):
    """A worker did not answer in time, and was stopped."""


class Died(Exception):
    """A worker died of a request.

    Attributes:
        ending: The signal that ended it, 0 if none did.
    """

    def __init__(self, ending: int) -> None:
        super().__init__(ending)
        self.ending = ending


class _Postponed(Exception):
    """A request proved to be long while as many long ones ran as may."""


class WorkerPool:
    """Workers, each started when it is first needed.

    Whether a request is long is known only when it has run for a while.  One that proves long while
    the maximum number of long ones run is stopped, and starts again when one of those has ended.

    Args:
        prepare: Makes a worker ready.
        size: Maximum number of workers.
        long: How many of them may have long requests, so that short ones need not wait for these.
    """

    def __init__(self, prepare: Preparation, size: int, long: int) -> None:
        self._prepare = prepare
        self._slots = asyncio.Semaphore(size)
        self._long_slots = asyncio.Semaphore(long)
        self._has_short_ones = long < size
        self._idle: list[Worker] = []
        self._is_closed = False

    async def ask(self, request: bytes, seconds: float) -> bytes:
        """Return the answer of a worker.

        A worker that does not answer is killed; so is one whose client has gone, if the task that
        awaits this is cancelled.

        Args:
            request: What the workers' handler takes.
            seconds: How long to wait for a worker, and then again for its answer; a long request
                may wait as long for another to end.

        Raises:
            Busy, Late, Died: if there is no answer.
        """
        try:
            return await self._attempt(request, seconds, self._any_result)
        except _Postponed:
            async with _place(self._long_slots, seconds):
                return await self._attempt(request, seconds, self._long_result)

    def warm(self) -> None:
        """Start a worker if there is none, so that the first request need not wait for it."""
        if not self._idle:
            worker = Worker(self._prepare)
            self._idle.append(worker)

    def close(self) -> None:
        """End all workers; those that are at work end when they have answered."""
        self._is_closed = True
        while self._idle:
            self._idle.pop().end()

    async def _attempt(self, request: bytes, seconds: float, result: _Result) -> bytes:
        async with _place(self._slots, seconds):
            worker = await self._ready_worker(seconds)
            return await self._answer(worker, request, seconds, result)

    async def _ready_worker(self, seconds: float) -> Worker:
        worker = self._idle.pop() if self._idle else Worker(self._prepare)
        try:
            # The preparation goes on even if this request cannot wait for its end.
            await asyncio.wait_for(asyncio.shield(worker.ready), seconds)
        except WorkerDied:
            raise Died(worker.end()) from None
        except TimeoutError:
            self._take_back(worker)
            raise Busy from None
        except BaseException:
            self._take_back(worker)
            raise
        return worker

    async def _answer(
        self, worker: Worker, request: bytes, seconds: float, result: _Result
    ) -> bytes:
        work = asyncio.ensure_future(worker.ask(request))
        try:
            answer = await result(worker, work, seconds)
        except WorkerDied:
            raise Died(worker.end()) from None
        except BaseException as error:
            work.cancel()
            await asyncio.wait({work})
            worker.end()
            if isinstance(error, TimeoutError):
                raise Late from None
            raise
        self._take_back(worker)
        return answer

    async def _any_result(
        self, worker: Worker, work: asyncio.Future[bytes], seconds: float
    ) -> bytes:
        short, _ = await asyncio.wait({work}, timeout=min(seconds, LONG))
        if short:
            return work.result()
        if self._long_slots.locked():
            raise _Postponed
        async with self._long_slots:
            return await self._long_result(worker, work, seconds - LONG)

    async def _long_result(
        self, worker: Worker, work: asyncio.Future[bytes], seconds: float
    ) -> bytes:
        if self._has_short_ones:
            worker.make_way()
        return await asyncio.wait_for(work, max(0.0, seconds))

    def _take_back(self, worker: Worker) -> None:
        is_old = worker.makes_way or worker.answered >= LONGEST_SERVICE
        if self._is_closed or is_old:
            worker.end()
        else:
            self._idle.append(worker)


@asynccontextmanager
async def _place(slots: asyncio.Semaphore, seconds: float) -> AsyncIterator[None]:
    """Occupy one of some places; raise ``Busy`` if none is free in time."""
    try:
        await asyncio.wait_for(slots.acquire(), seconds)
    except TimeoutError:
        raise Busy from None
    try:
        yield
    finally:
        slots.release()
