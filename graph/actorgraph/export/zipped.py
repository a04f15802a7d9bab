"""Zip archives that are equal for equal files, whenever and wherever they are written."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from typing import BinaryIO

#: The first day that a zip archive can record; the day of writing would make equal graphs differ.
_NO_DATE = (1980, 1, 1, 0, 0, 0)


def write_zip(files: Iterable[tuple[str, bytes]], target: BinaryIO) -> None:
    """Write files, each a name and its content, as a zip archive."""
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files:
            entry = _entry(name)
            archive.writestr(entry, content)


def _entry(name: str) -> zipfile.ZipInfo:
    """Return the entry of a file in an archive, without the time of writing."""
    entry = zipfile.ZipInfo(name, _NO_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # as on Unix, whatever the machine
    entry.external_attr = 0o644 << 16
    return entry
