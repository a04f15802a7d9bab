"""The one codec between the records of ``model`` and plain JSON values.

It goes over the fields of the dataclasses, so a field that a record gains is kept without an edit
here.  A record becomes an object by field name, a tuple or a set of texts an array, an enumeration
its value.

What a document says about itself need not be written again: ``CONTEXT`` fields can be left out and
come from the document, so a quote that is read back cannot differ from its text.

>>> from actorgraph.model import Attribution
>>> row = to_row(Attribution((0, 8), None, (9, 13), ((14, 22),), direct=False))
>>> row["content"]
[[14, 22]]
>>> from_row(Attribution, row).cue
(9, 13)
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from actorgraph.model import Document

Record = TypeVar("Record")
Row = dict[str, Any]
#: Makes a field's value of its plain value, within a document if there is one.
Decoder = Callable[[Any, Document | None], object]

#: Fields that a document gives: its id (or itself), and the text between ``start`` and ``end``.
CONTEXT = frozenset({"document", "text", "quote"})

#: What decoding a damaged row raises.
DAMAGED = (ValueError, TypeError, KeyError, IndexError, AttributeError)


def to_row(record: object, omit: Collection[str] = ()) -> Row:
    """Return the fields of a record as plain values, in their order.

    Args:
        record: A dataclass of ``model``.
        omit: Names of fields to leave out, also in the records within, such as ``CONTEXT``.
    """
    names = (field.name for field in fields(record))  # type: ignore[arg-type]  # any dataclass
    return {
        name: _plain(getattr(record, name), omit) for name in names if name not in omit
    }


def from_row(
    cls: type[Record], row: Mapping[str, Any], document: Document | None = None
) -> Record:
    """Return the record that ``to_row`` wrote; fields with a default may be missing.

    Args:
        cls: The class of the record.
        row: Its fields as plain values.
        document: Where fields of ``CONTEXT`` that are not in the row come from.

    Raises:
        ValueError, TypeError, KeyError, IndexError, AttributeError: if the row is damaged
            (``DAMAGED``), or names a passage that is not in the document.
    """
    values = dict(row)
    kind: Any = cls  # mypy takes no type[T] for hashable
    decoders, context = _decoders(kind)
    for name, decode in decoders.items():
        if name in values:
            values[name] = decode(values[name], document)
    if document is not None:
        for name in context - row.keys():
            values[name] = _from_document(name, cls, row, document)
    return cls(**values)


def json_default(value: object) -> object:
    """Return what ``json.dumps`` cannot write by itself: a record as its fields, else a text."""
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return str(value)


def _plain(value: object, omit: Collection[str]) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item, omit) for item in value]
    if isinstance(value, frozenset):
        return sorted(value)
    return to_row(value, omit) if is_dataclass(value) else value


def _from_document(
    name: str, cls: type, row: Mapping[str, Any], document: Document
) -> Document | str:
    if name == "document":
        if _hints(cls)[name] is Document:
            return document
        return document.id
    start = row["start"]
    end = row["end"]
    text = document.text
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage {start}–{end} in {document.name}")
    return text[start:end]


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


@cache
def _decoders(cls: type) -> tuple[dict[str, Decoder], frozenset[str]]:
    """Return the decoders of the fields that need one, and which fields are of ``CONTEXT``."""
    hints = _hints(cls)
    decoders: dict[str, Decoder] = {}
    for name, hint in hints.items():
        decode = _decoder(hint)
        if decode is not None:
            decoders[name] = decode
    context = CONTEXT & hints.keys()
    return decoders, context


def _decoder(hint: Any) -> Decoder | None:  # noqa: ANN401  a type hint may be any object
    """Return how to decode a value of a type, or None if it is kept as it is."""
    if isinstance(hint, UnionType):
        (inner,) = (option for option in get_args(hint) if option is not NoneType)
        return _optional(_decoder(inner))
    origin = get_origin(hint)
    if origin is frozenset:
        return lambda value, _: frozenset(value)
    if origin is tuple:
        item = get_args(hint)[0]
        return _tuple(_decoder(item))
    if is_dataclass(hint):
        return lambda value, document: from_row(hint, value, document)  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return lambda value, _: hint(value)
    return None


def _optional(decode: Decoder | None) -> Decoder | None:
    if decode is None:
        return None
    return lambda value, document: None if value is None else decode(value, document)


def _tuple(decode: Decoder | None) -> Decoder:
    if decode is None:
        return lambda value, _: tuple(value)
    return lambda value, document: tuple(decode(item, document) for item in value)
