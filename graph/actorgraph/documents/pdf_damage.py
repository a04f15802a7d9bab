"""Damage in a PDF: what pypdf would pass over, so that text is lost, refuses the file here."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from actorgraph.errors import DocumentError

if TYPE_CHECKING:
    from pypdf import PdfReader

#: What pypdf says when it leaves something out; most that it says is harmless.
_LOSS = re.compile(
    r"not defined|ended unexpectedly|Invalid Elementary|Expecting a NameObject"
    r"|Impossible to|Unexpected end|Cannot decode"
)


class _Listener(logging.Handler):
    """Keeps the first message that something is lost."""

    def __init__(self) -> None:
        super().__init__()
        self._loss = ""

    def emit(self, record: logging.LogRecord) -> None:
        message = " ".join(record.getMessage().split())
        if not self._loss and _LOSS.search(message):
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
