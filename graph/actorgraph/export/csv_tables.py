"""CSV tables, with cells as the program that opens them takes them."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from actorgraph.columns import Column


@dataclass(frozen=True, slots=True)
class CellForm:
    """How a program takes values.

    Attributes:
        text: Returns the cell of a text.
        texts: Returns the cell of a list of texts.
    """

    text: Callable[[str], str]
    texts: Callable[[list[str]], str]

    def cells(self, *values: str | float | list[str]) -> list[str]:
        """Return the cells of values; numbers are as in Python, flags ``true`` and ``false``."""
        return list(map(self._cell, values))

    def row(self, record: Mapping[str, Any], columns: Iterable[Column]) -> list[str]:
        """Return the cells of a record, in the order of its columns."""
        return [self._cell(record[column.name]) for column in columns]

    def _cell(self, value: str | float | list[str]) -> str:
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, int | float):
            return repr(value)
        if isinstance(value, list):
            return self.texts(value)
        return self.text(value)


def csv_text(rows: Iterable[list[str]]) -> str:
    """Return rows as CSV in the form of RFC 4180."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()
