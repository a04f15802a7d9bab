"""Zip files that are safe to unpack: archives, and Word files, which are archives too."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO
from zipfile import BadZipFile, ZipFile

from actorgraph.errors import DocumentError
from actorgraph.settings import BYTES_UNPACKED, FILES_IN_ARCHIVE, MOST_PACKED

if TYPE_CHECKING:
    from zipfile import ZipInfo

#: Bytes up to which any file may be packed as tightly as it likes.
HARMLESS = 1_000_000
#: A bit in the flags of a file: it is encrypted.
ENCRYPTED = 1


def open_zip(stream: BinaryIO) -> ZipFile:
    """Open a zip file.

    Raises:
        DocumentError: if it is damaged or cut, or has more files than are allowed, or if they
            would unpack to more bytes than are.
    """
    try:
        archive = ZipFile(stream)
    except (BadZipFile, NotImplementedError, ValueError) as error:
        raise DocumentError(f"the zip file is damaged or cut ({error})") from error
    members = archive.infolist()
    if len(members) > FILES_IN_ARCHIVE:
        raise DocumentError(
            f"it has {len(members):,} files, more than {FILES_IN_ARCHIVE:,}: split it"
        )
    total = sum(member.file_size for member in members)
    if total > BYTES_UNPACKED:
        raise DocumentError(
            f"it would unpack to {total:,} bytes, more than {BYTES_UNPACKED:,}: split it"
        )
    return archive


def objection_to_member(member: ZipInfo) -> str | None:
    """Return why a file in an archive is not unpacked, or None if it is."""
    if member.flag_bits & ENCRYPTED:
        return "it is encrypted: unpack it with its password first"
    ratio = member.file_size / max(1, member.compress_size)
    if member.file_size > HARMLESS and ratio > MOST_PACKED:
        return (
            f"it would unpack to {ratio:,.0f} times its size, more than {MOST_PACKED}"
        )
    return None
