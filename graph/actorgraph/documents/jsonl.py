"""JSON lines: one document a line, ``{"id", "text", "title"?, "date"?, "url"?}``.

The text is kept exactly as given, since those who wrote the file count code points in it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO

from actorgraph.documents.raw_document import MAX_CHARACTERS, RawDocument
from actorgraph.errors import DocumentError
from actorgraph.model import RefusedDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Bytes of a line: every character of the longest text escaped as a surrogate pair, and some room.
MAX_LINE = 12 * MAX_CHARACTERS + 65_536


def read_jsonl(stream: BinaryIO, name: str) -> Iterator[RawDocument | RefusedDocument]:
    """Read JSON lines one by one.  A bad line is refused with its number, the others go on; blank ones are skipped."""
    for number, line in enumerate(_lines(stream), 1):
        place = f"{name}:{number}"
        try:
            if line.strip():
                yield _draft(parse_line(line), place)
        except DocumentError as error:
            yield RefusedDocument(place, f"line {number}: {error}")


def parse_line(line: bytes) -> dict[str, Any]:
    """One JSON object.

    Raises:
        DocumentError: if the line is too long, is no JSON object, is cut, repeats a key or holds NaN or Infinity.
    """
    if len(line) > MAX_LINE:
        raise DocumentError(f"longer than {MAX_LINE:,} bytes, the most that is read")
    try:
        value = json.loads(
            line.decode("utf-8-sig"),
            object_pairs_hook=_unique_keys,
            parse_constant=_no_constant,
        )
    except UnicodeDecodeError as error:
        raise DocumentError(f"byte {error.start} is not UTF-8") from error
    except RecursionError as error:
        raise DocumentError("nested too deep") from error
    except ValueError as error:
        cut = "" if line.endswith(b"\n") else ", and the file seems to be cut here"
        raise DocumentError(f"not JSON: {error}{cut}") from error
    if not isinstance(value, dict):
        raise DocumentError('not an object; a line is {"id": …, "text": …}')
    return value


def _draft(fields: dict[str, Any], place: str) -> RawDocument:
    text = fields.get("text")
    if not isinstance(text, str):
        raise DocumentError(
            '"text" is missing' if text is None else '"text" must be a string'
        )
    given = {key: _string(fields, key) for key in ("id", "title", "date", "url")}
    name = given["id"] or place
    if any("\ud800" <= letter <= "\udfff" for letter in name):
        raise DocumentError('"id" holds half of a character (a lone surrogate)')
    return RawDocument(name, text, given["title"], given["date"], given["url"])


def _string(fields: dict[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None and not isinstance(value, str):
        raise DocumentError(f'"{key}" must be a string')
    return value


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream; what a line has beyond the limit is dropped, so that it is refused without being held."""
    while line := stream.readline(MAX_LINE + 1):
        rest = line
        while len(rest) > MAX_LINE and not rest.endswith(b"\n"):
            rest = stream.readline(MAX_LINE + 1)
        yield line


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        keys = [key for key, _ in pairs]
        raise DocumentError(
            f'the key "{next(key for key in keys if keys.count(key) > 1)}" stands twice'
        )
    return fields


def _no_constant(written: str) -> None:
    raise DocumentError(f"{written} is no JSON value")
