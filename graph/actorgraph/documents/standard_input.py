"""Standard input: looked at before it is read, and never read whole."""

from __future__ import annotations

from io import BufferedReader, BytesIO, RawIOBase
from typing import Any, BinaryIO

from actorgraph.documents.jsonl import MAX_LINE, parse_line
from actorgraph.errors import DocumentError

#: Bytes at the beginning of JSON lines that are skipped: the UTF-8 mark and white space.
PREAMBLE = b"\xef\xbb\xbf \t\r\n"
#: Bytes that are looked at: two lines of JSON.
HEAD = 2 * MAX_LINE


class _Joined(RawIOBase):
    """Bytes that were read from a stream, and then what is left of it."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        beginning = BytesIO(head)
        self._sources = [beginning, stream]

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401  Buffer is new in 3.12
        view = memoryview(buffer)
        data = b""
        while self._sources and not data:
            data = self._sources[0].read(len(view))
            if not data:
                del self._sources[0]
        view[: len(data)] = data
        return len(data)


def peek(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """Return the beginning of a stream, and a stream of all that it contains."""
    head = stream.read(HEAD)
    return head, BufferedReader(_Joined(head, stream))


def is_jsonl(data: bytes) -> bool:
    """Whether one of the first two lines is a JSON object: the very first may be damaged."""
    beginning = data.lstrip(PREAMBLE)
    if not beginning.startswith(b"{"):
        return False
    lines = beginning.split(b"\n", 2)
    return any(map(_is_object, lines[:2]))


def _is_object(line: bytes) -> bool:
    try:
        return bool(parse_line(line))
    except DocumentError:
        return False
