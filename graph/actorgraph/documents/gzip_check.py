"""Whether a packed file is complete, which readers of archives do not notice."""

from __future__ import annotations

import zlib
from typing import BinaryIO

_CHUNK = 1 << 16
#: Makes zlib expect gzip's header and checksum.
_GZIP = 31


def is_complete_gzip(stream: BinaryIO) -> bool:
    """Whether each part of a gzip file has its end and the right sum; nothing is kept of it."""
    data = b""
    while data := data or stream.read(_CHUNK):
        unpacker = zlib.decompressobj(_GZIP)
        while data and not unpacker.eof:
            try:
                unpacker.decompress(data, _CHUNK)
            except zlib.error:
                return False
            data = unpacker.unconsumed_tail or unpacker.unused_data
            data = data if data or unpacker.eof else stream.read(_CHUNK)
        if not unpacker.eof:
            return False
    return True
