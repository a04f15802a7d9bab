"""A process that answers one request after another, and can be killed at any time.

Worker and server share a pair of sockets.  A message is its length (8 bytes), then as many bytes.
The first message of a worker is empty: it is ready.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import stat
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

from actorgraph.limited_process import SIZE, send
from actorgraph.process_limits import end_process, ending_signal, leave_to_parent

#: Answers a request in a worker.
Handler = Callable[[bytes], bytes]
#: Makes a new process ready, given the descriptor of its socket; it may confine the process.
Preparation = Callable[[int], Handler]

#: How nice a process is that makes way: beside one that does not, it gets a quarter of a processor.
NICE = 5
_CHUNK = 1 << 18


class WorkerDied(Exception):
    """A worker ended before it had answered."""


class Worker:
    """A worker, as the server sees it; it must be made while the server's loop runs.

    Attributes:
        ready: Done when the worker is prepared.
        answered: Number of its answers.
        makes_way: Whether it leaves the processor to others.
    """

    def __init__(self, prepare: Preparation) -> None:
        ours, theirs = socket.socketpair()
        parent = os.getpid()
        self._process = os.fork()
        if self._process == 0:
            _work(prepare, theirs, parent)
        theirs.close()
        ours.settimeout(0)  # the loop waits
        self._socket = ours
        self.answered = 0
        self.makes_way = False
        self.ready = asyncio.ensure_future(self._receive())

    async def ask(self, request: bytes) -> bytes:
        """Return the answer to a request.

        Raises:
            WorkerDied: if the worker ends before.
        """
        loop = asyncio.get_running_loop()
        await self.ready
        with suppress(ConnectionError):  # its death is noticed where its answer is read
            await loop.sock_sendall(self._socket, SIZE.pack(len(request)) + request)
        answer = await self._receive()
        self.answered += 1
        return answer

    def make_way(self) -> None:
        """Let other processes have the processor first, from now on: it cannot be taken back."""
        self.makes_way = True
        with suppress(ProcessLookupError):  # it has just ended
            niceness = os.getpriority(os.PRIO_PROCESS, self._process)
            os.setpriority(os.PRIO_PROCESS, self._process, max(niceness, NICE))

    def end(self) -> int:
        """Kill the process unless it has ended; return the signal that ended it, 0 if none did."""
        if not self.ready.cancel():
            self.ready.exception()  # it has been seen
        self._socket.close()
        return ending_signal(end_process(self._process))

    async def _receive(self) -> bytes:
        head = await self._receive_exactly(SIZE.size)
        return await self._receive_exactly(SIZE.unpack(head)[0])

    async def _receive_exactly(self, size: int) -> bytes:
        loop = asyncio.get_running_loop()
        data = bytearray()
        while len(data) < size:
            missing = size - len(data)
            try:
                chunk = await loop.sock_recv(self._socket, min(missing, _CHUNK))
            except ConnectionError as error:
                raise WorkerDied from error
            if not chunk:
                raise WorkerDied
            data += chunk
        return bytes(data)


# In the worker


def _work(prepare: Preparation, connection: socket.socket, parent: int) -> NoReturn:
    """Answer until the server is gone; ``_exit`` skips the server's exit handlers."""
    try:
        _leave_the_server(connection.fileno(), parent)
        descriptor = connection.detach()
        handle = prepare(descriptor)
        send(descriptor, b"")
        while head := os.read(descriptor, SIZE.size):
            request = _read(descriptor, SIZE.unpack(head)[0])
            send(descriptor, handle(request))
    finally:
        os._exit(1)


def _leave_the_server(kept: int, parent: int) -> None:
    """Leave signals and all connections to the server, and die with it.

    A client would not notice that the server has closed a connection that a worker still has.
    """
    signal.set_wakeup_fd(-1)
    leave_to_parent(parent)
    for name in os.listdir("/dev/fd"):  # noqa: PTH208  numbers, not paths
        with suppress(OSError):  # the listing itself was open too
            descriptor = int(name)
            is_socket = stat.S_ISSOCK(os.fstat(descriptor).st_mode)
            if is_socket and descriptor != kept:
                os.close(descriptor)


def _read(descriptor: int, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        chunk = os.read(descriptor, size - len(data))
        if not chunk:
            os._exit(1)  # the server is gone
        data += chunk
    return bytes(data)
