"""JSON lines: a document in each line, ``{"id", "text", "title"?, "date"?, "url"?}``.

The text is kept exactly as given, since others may have counted code points in it.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, BinaryIO

from actorgraph.documents.raw_document import MAX_CHARACTERS, RawDocument
from actorgraph.errors import DocumentError
from actorgraph.model import RefusedDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Maximum number of bytes in a line: the longest text, each character escaped as a surrogate pair,
#: and room for the other fields.
MAX_LINE = 12 * MAX_CHARACTERS + 65_536
#: Fields besides the text, all optional.
FIELDS = ("id", "title", "date", "url")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def read_jsonl(
    stream: BinaryIO, name: str, first: int = 1
) -> Iterator[RawDocument | RefusedDocument]:
    """Read JSON lines.  A bad line is refused with its number; blank lines are skipped.

    Args:
        stream: The lines.
        name: Of the file.
        first: Number of the first line.
    """
    for number, line in enumerate(_lines(stream), first):
        place = f"{name}:{number}"
        try:
            if line.strip():
                yield _raw_document(parse_line(line), place)
        except DocumentError as error:
            yield RefusedDocument(place, f"line {number}: {error}")


def parse_line(line: bytes) -> dict[str, Any]:
    """Return the JSON object in a line.

    Raises:
        DocumentError: if the line is too long, is no JSON object, is cut, repeats a key or contains
            NaN or Infinity.
    """
    if len(line) > MAX_LINE:
        raise DocumentError(f"longer than the maximum of {MAX_LINE:,} bytes")
    try:
        value = json.loads(
            line.decode("utf-8-sig"),
            object_pairs_hook=_unique_keys,
            parse_constant=_refuse_constant,
        )
    except UnicodeDecodeError as error:
        raise DocumentError(f"byte {error.start} is not UTF-8") from error
    except RecursionError as error:
        raise DocumentError("its brackets are nested too deep") from error
    except json.JSONDecodeError as error:
        cut = "" if line.endswith(b"\n") else ", and the file seems to be cut here"
        raise DocumentError(f"not JSON: {error}{cut}") from error
    except ValueError as error:  # Python's limit of digits
        raise DocumentError("a number in it has too many digits") from error
    if not isinstance(value, dict):
        raise DocumentError('not an object; a line is {"id": …, "text": …}')
    return value


def _raw_document(record: dict[str, Any], place: str) -> RawDocument:
    text = record.get("text")
    if text is None:
        raise DocumentError('"text" is missing')
    if not isinstance(text, str):
        raise DocumentError('"text" must be a string')
    fields = {key: _string(record, key) for key in FIELDS}
    name = fields["id"] or place
    is_cut = _LONE_SURROGATE.search(name) is not None
    if is_cut:
        raise DocumentError('"id" contains half of a character (a lone surrogate)')
    return RawDocument(name, text, fields["title"], fields["date"], fields["url"])


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    if value is None:
        return None
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise DocumentError(f'"{key}" must be a string')
    return value


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a stream.  A line that is too long is cut a byte beyond the maximum."""
    limit = MAX_LINE + 1
    while line := stream.readline(limit):
        piece = line
        while len(piece) > MAX_LINE and not piece.endswith(b"\n"):
            piece = stream.readline(limit)
        yield line


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for key, value in pairs:
        if key in record:
            raise DocumentError(f'the key "{key}" occurs twice')
        record[key] = value
    return record


def _refuse_constant(written: str) -> None:
    raise DocumentError(f"{written} is not a JSON value")
