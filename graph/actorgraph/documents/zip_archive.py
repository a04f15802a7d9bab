"""Zip archives: the files in them, each read by its ending."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from lzma import LZMAError
from operator import attrgetter
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from actorgraph.documents.inputs import is_input, readable_name
from actorgraph.documents.raw_document import WITHIN, Part
from actorgraph.documents.text import file_bytes
from actorgraph.documents.zip_limits import objection_to_member, open_zip
from actorgraph.errors import DocumentError
from actorgraph.model import RefusedDocument
from actorgraph.settings import BYTES_OF_FILE

#: Parts of a path that are no names.
UP = {".", ".."}
#: What the Finder adds to archives.
ACCESSORY = "__MACOSX"
#: How a file fails whose place, size or content is not as the archive says.
_DAMAGED = (
    BadZipFile,
    zlib.error,
    LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
)


def read_zip(stream: BinaryIO, name: str) -> Iterator[Part | RefusedDocument]:
    """Read a zip archive: yield the files in it, in the order of their names.

    Their names are never used as paths.  Hidden files are skipped, as in a folder.
    """
    with open_zip(stream) as archive:
        members = sorted(archive.infolist(), key=attrgetter("filename"))
        documents = filter(_is_document, members)
        for member in documents:
            place = f"{name}{WITHIN}{_name(member)}"
            yield _part(archive, member, place)


def _is_document(member: ZipInfo) -> bool:
    if member.is_dir():
        return False
    folders = set(PurePosixPath(member.filename).parts) - UP
    if ACCESSORY in folders:
        return False
    return all(is_input(part, ()) for part in folders)


def _name(member: ZipInfo) -> str:
    return readable_name(member.filename)


def _part(archive: ZipFile, member: ZipInfo, name: str) -> Part | RefusedDocument:
    reason = objection_to_member(member)
    if reason is not None:
        return RefusedDocument(name, reason)
    try:
        with archive.open(member) as stream:
            data = file_bytes(stream, BYTES_OF_FILE)  # type: ignore[arg-type]
    except DocumentError as error:
        return RefusedDocument(name, str(error))
    except _DAMAGED as error:
        return RefusedDocument(name, f"it is damaged in the archive ({error})")
    return Part(name, member.filename, data)
