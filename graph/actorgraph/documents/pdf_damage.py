"""Damage in a PDF: what pypdf would pass over, so that text is lost, refuses the file here."""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from actorgraph.errors import DocumentError

if TYPE_CHECKING:
    from pypdf import PdfReader

#: Bytes of a stream that are checked; pypdf unpacks no more.
MOST_UNPACKED = 75_000_000
_FLATE = ("/FlateDecode", ["/FlateDecode"])
#: What pypdf says when it leaves something out; most that it says is harmless.
_LOSS = re.compile(
    r"not defined|ended unexpectedly|Invalid Elementary|Expecting a NameObject"
    r"|Impossible to|Unexpected end|Cannot decode"
)


def dereference(value: Any) -> Any:  # noqa: ANN401  untyped in pypdf
    """Return what a reference in a PDF refers to."""
    if hasattr(value, "get_object"):
        return value.get_object()
    return value


def check_sum(stream: Any) -> None:  # noqa: ANN401
    """Check what a packed stream contains against the sum at its end, which pypdf does not.

    Args:
        stream: An object of a PDF; what is no stream, or is packed in another way, is not checked.

    Raises:
        DocumentError: if it was changed after it was packed.
    """
    stream = dereference(stream)
    if not isinstance(stream, dict) or stream.get("/Filter") not in _FLATE:
        return
    data = getattr(stream, "_data", b"")
    try:
        zlib.decompressobj().decompress(data, MOST_UNPACKED)
    except zlib.error as error:
        reason = " ".join(str(error).split())
        raise DocumentError(f"the PDF is damaged ({reason})") from error


class _Listener(logging.Handler):
    """Keeps the first message that something is lost."""

    def __init__(self) -> None:
        super().__init__()
        self._loss = ""

    def emit(self, record: logging.LogRecord) -> None:
        if self._loss:
            return
        words = record.getMessage().split()
        message = " ".join(words)
        if _LOSS.search(message):
            self._loss = message

    def check(self) -> None:
        """Raise DocumentError if something was lost."""
        if self._loss:
            raise DocumentError(f"the PDF is damaged ({self._loss})")


@contextmanager
def complete_or_refused() -> Iterator[Callable[[bytes], PdfReader]]:
    """Yield a function that opens PDF files.

    Raises:
        DocumentError: when the block ends, if a part of a file could not be read.
    """
    from pypdf import PdfReader, apply_configuration
    from pypdf.errors import PyPdfError

    logger, listener = logging.getLogger("pypdf"), _Listener()
    is_heard = logger.propagate
    logger.addHandler(listener)
    logger.propagate = False
    try:
        # A damaged stream would otherwise lose what follows the damage.
        with apply_configuration(zlib_maximum_recovery_input_length=0):
            yield lambda data: PdfReader(BytesIO(data))
        listener.check()
    except PyPdfError as error:
        raise DocumentError(f"the PDF is damaged ({error})") from error
    except DocumentError:
        listener.check()
        raise
    finally:
        logger.removeHandler(listener)
        logger.propagate = is_heard
