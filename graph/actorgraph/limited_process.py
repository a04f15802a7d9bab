"""Work on strangers' data, in processes that are stopped when they take too much.

A parser or a reader that hangs on a document cannot be interrupted from within, and a crash of a
native library ends its process.  So each piece of work is done in a child, which is replaced when
it dies; the work that killed it is refused with the reason, and the rest goes on.

A child is forked: it has the models that its parent has loaded, so a new one is there at once.  It
is killed by the kernel when its parent dies (Linux), or ends when it notices (elsewhere).
"""

from __future__ import annotations

import os
import pickle
import select
import struct
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Generic, NoReturn, TypeVar

from actorgraph.process_limits import (
    MEMORY_EXIT,
    CostLimit,
    end_process,
    leave_to_parent,
    limit_this_process,
)

Argument = TypeVar("Argument")
Result = TypeVar("Result")

#: A child that computes nothing is stopped after this many times the seconds that it may compute:
#: on a busy machine it may have to wait that long for a processor.
PATIENCE = 5
_CHUNK = 1 << 20
#: The length that precedes each message.
SIZE = struct.Struct("!q")
_STANDARD_ERROR = 2


@dataclass(frozen=True)
class Work(Generic[Argument, Result]):
    """What is to be done, and how much it may take.

    Attributes:
        function: Called in a child with each argument.
        refuse: Returns the result for an argument that took too much, given the reason.
        limit: Returns what an argument may cost.
    """

    function: Callable[[Argument], Result]
    refuse: Callable[[Argument, str], Result]
    limit: Callable[[Argument], CostLimit]


def map_limited(
    work: Work[Argument, Result], arguments: Sequence[Argument], processes: int = 1
) -> Iterator[Result]:
    """Yield the result of each argument, in their order, computed by child processes.

    Args:
        work: What is to be done; results must be picklable.
        arguments: None gives no result and starts no process.
        processes: Number of children, at least 1.

    Raises:
        Exception: whatever the function raises, if it can be pickled.
    """
    crew = _Crew(work, arguments)
    try:
        crew.start(min(processes, len(arguments)))
        for index in range(len(arguments)):
            while index not in crew.results:
                crew.wait()
            yield crew.results.pop(index)
    finally:
        crew.stop()


@dataclass
class _Child:
    """A child process, as its parent sees it.

    Attributes:
        tasks: Descriptor that the child reads indexes of arguments from.
        answers: Descriptor that its answers come through.
        task: Index of the argument that it works on.
        limit: What that may cost.
        deadline: When the child is stopped, on the monotonic clock.
        data: What has come of its answer.
    """

    process: int
    tasks: int
    answers: int
    task: int = 0
    limit: CostLimit = field(default_factory=CostLimit)
    deadline: float = 0.0
    data: bytearray = field(default_factory=bytearray)

    def message(self) -> bytes | None:
        """Return the answer if it is complete."""
        head, body = self.data[: SIZE.size], self.data[SIZE.size :]
        is_complete = len(head) == SIZE.size and len(body) == SIZE.unpack(head)[0]
        return bytes(body) if is_complete else None

    def end(self) -> int:
        """Kill the child unless it has ended, and return its status as ``waitpid`` gives it."""
        os.close(self.tasks)
        os.close(self.answers)
        return end_process(self.process)


class _Crew(Generic[Argument, Result]):
    """The children that share some work.

    Attributes:
        results: Index of an argument → its result, until it is taken.
    """

    def __init__(
        self, work: Work[Argument, Result], arguments: Sequence[Argument]
    ) -> None:
        self.results: dict[int, Result] = {}
        self._work = work
        self._arguments = arguments
        self._next = 0
        self._children: dict[int, _Child] = {}

    def start(self, processes: int) -> None:
        """Start children, each with its first piece of work."""
        for _ in range(processes):
            self._assign(self._new_child())

    def stop(self) -> None:
        """End all children."""
        for child in self._children.values():
            child.end()
        self._children.clear()

    def wait(self) -> None:
        """Wait until a child has said something, or has worked for too long."""
        poll = select.poll()
        for descriptor in self._children:
            poll.register(descriptor, select.POLLIN)
        first = min(child.deadline for child in self._children.values())
        seconds = max(0.0, first - time.monotonic())
        for descriptor, _ in poll.poll(1000 * seconds + 1):
            self._receive(self._children[descriptor])
        for child in list(self._children.values()):
            if child.deadline < time.monotonic():
                self._replace(child, is_late=True)

    def _new_child(self) -> _Child:
        task_reader, task_writer = os.pipe()
        answer_reader, answer_writer = os.pipe()
        parent = os.getpid()
        sys.stdout.flush()
        process = os.fork()
        if process == 0:
            _serve(self._work, self._arguments, (parent, task_reader, answer_writer))
        os.close(task_reader)
        os.close(answer_writer)
        child = _Child(process, task_writer, answer_reader)
        self._children[answer_reader] = child
        return child

    def _assign(self, child: _Child) -> None:
        """Give a child its next piece of work, or end it if there is none."""
        if self._next == len(self._arguments):
            del self._children[child.answers]
            child.end()
            return
        child.task, self._next = self._next, self._next + 1
        child.limit = self._work.limit(self._arguments[child.task])
        child.deadline = time.monotonic() + PATIENCE * child.limit.seconds
        child.data.clear()
        with suppress(BrokenPipeError):  # its death is noticed where its answer is read
            os.write(child.tasks, SIZE.pack(child.task))

    def _receive(self, child: _Child) -> None:
        chunk = os.read(child.answers, _CHUNK)
        child.data += chunk
        message = child.message()
        if message is not None:
            self._take(child, message)
        elif not chunk:
            self._replace(child, is_late=False)

    def _take(self, child: _Child, message: bytes) -> None:
        is_result, value = pickle.loads(message)  # noqa: S301  a copy of this process wrote it
        if not is_result:
            raise value
        self.results[child.task] = value
        self._assign(child)

    def _replace(self, child: _Child, *, is_late: bool) -> None:
        """Refuse what a child died of, and start another in its place."""
        del self._children[child.answers]
        reason = child.limit.cause_of_death(child.end(), is_late=is_late)
        self.results[child.task] = self._work.refuse(
            self._arguments[child.task], reason
        )
        if self._next < len(self._arguments):
            self._assign(self._new_child())


# In the child


def _serve(
    work: Work[Argument, Result],
    arguments: Sequence[Argument],
    link: tuple[int, int, int],
) -> NoReturn:
    """Answer until there is no more to do; ``_exit`` skips the parent's exit handlers.

    Args:
        work: What is to be done.
        arguments: What it is done with.
        link: The parent's process id, and where tasks come from and answers go to.
    """
    parent, tasks, answers = link
    code = 1
    try:
        leave_to_parent(parent)
        os.dup2(os.open(os.devnull, os.O_WRONLY), _STANDARD_ERROR)
        while index := os.read(tasks, SIZE.size):
            argument = arguments[SIZE.unpack(index)[0]]
            limit_this_process(work.limit(argument))
            send(answers, _answer(work.function, argument))
        code = 0
    except MemoryError:
        code = MEMORY_EXIT
    finally:
        os._exit(code)


def _answer(function: Callable[[Argument], Result], argument: Argument) -> bytes:
    try:
        answer: tuple[bool, object] = True, function(argument)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  it is raised again in the parent
        answer = False, error
    return pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL)


def send(descriptor: int, message: bytes) -> None:
    """Write the length of a message, and the message, to a pipe or socket."""
    size = SIZE.pack(len(message))
    remaining = memoryview(size + message)
    while remaining:
        written = os.write(descriptor, remaining)
        remaining = remaining[written:]
