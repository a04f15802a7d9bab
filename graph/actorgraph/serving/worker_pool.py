"""A few workers that share the requests; whoever has to wait too long gets an error."""

from __future__ import annotations

import asyncio

from actorgraph.serving.worker_process import Preparation, Worker, WorkerDied

#: A worker is replaced after this many answers, so that its memory cannot grow for good.
LONGEST_SERVICE = 1_000
#: A request that takes more seconds is a long one.
LONG = 2.0


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


class WorkerPool:
    """Workers, each started when it is first needed.

    Args:
        prepare: Makes a worker ready.
        size: Maximum number of workers.
        long: How many of them may have long requests, so that short ones need not wait for these.
    """

    def __init__(self, prepare: Preparation, size: int, long: int) -> None:
        self._prepare = prepare
        self._slots = asyncio.Semaphore(size)
        self._long_slots = asyncio.Semaphore(long)
        self._idle: list[Worker] = []
        self._is_closed = False

    async def ask(self, request: bytes, seconds: float) -> bytes:
        """Return the answer of a worker.

        A worker that does not answer is killed; so is one whose client has gone, if the task that
        awaits this is cancelled.

        Args:
            request: What the workers' handler takes.
            seconds: How long to wait for a worker, and then again for its answer.

        Raises:
            Busy, Late, Died: if there is no answer.
        """
        try:
            await asyncio.wait_for(self._slots.acquire(), seconds)
        except TimeoutError:
            raise Busy from None
        try:
            worker = await self._ready_worker(seconds)
            return await self._answer(worker, request, seconds)
        finally:
            self._slots.release()

    def warm(self) -> None:
        """Start a worker if there is none, so that the first request need not wait for it."""
        if not self._idle:
            self._idle.append(Worker(self._prepare))

    def close(self) -> None:
        """End all workers; those that are at work end when they have answered."""
        self._is_closed = True
        while self._idle:
            self._idle.pop().end()

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

    async def _answer(self, worker: Worker, request: bytes, seconds: float) -> bytes:
        work = asyncio.ensure_future(worker.ask(request))
        try:
            answer = await self._result(work, seconds)
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

    async def _result(self, work: asyncio.Future[bytes], seconds: float) -> bytes:
        short, _ = await asyncio.wait({work}, timeout=min(seconds, LONG))
        if short:
            return work.result()
        if self._long_slots.locked():
            raise Busy
        async with self._long_slots:
            return await asyncio.wait_for(work, max(0.0, seconds - LONG))

    def _take_back(self, worker: Worker) -> None:
        if self._is_closed or worker.answered >= LONGEST_SERVICE:
            worker.end()
        else:
            self._idle.append(worker)
