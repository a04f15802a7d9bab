"""The documents of a stored graph, read only as far as needed."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from actorgraph.dataset.rows import attributions_of, document_of
from actorgraph.model import ActorId, Attribution, Document, DocumentId

if TYPE_CHECKING:
    from actorgraph.dataset.store import StoredGraph

#: Of more documents, looking for each takes longer than noting once where all are.
FEW = 20
#: The id of a row.  In a text, quotation marks are escaped, so this can only be the field.
_ID = re.compile(rb'"id": "(?:[^"\\]|\\.)*"')


class StoredDocuments(dict[DocumentId, Document]):
    """The documents of a graph, each read when it is first asked for."""

    def __init__(self, stored: StoredGraph) -> None:
        super().__init__()
        self._stored = stored

    @cached_property
    def _data(self) -> bytes:
        return self._stored.content("documents.jsonl")

    def __missing__(self, id_: DocumentId) -> Document:
        line = self._line(id_)
        if line is None:
            raise KeyError(id_)
        self[id_] = document_of(json.loads(line))
        return self[id_]

    def __contains__(self, id_: object) -> bool:
        return self._line(str(id_)) is not None

    def quotations(self, id_: DocumentId) -> dict[DocumentId, tuple[Attribution, ...]]:
        """Return the quotations of a document, by its id."""
        return dict([attributions_of(json.loads(self._line(id_) or b"{}"))])

    def _line(self, id_: str) -> bytes | None:
        field = json.dumps({"id": id_})[1:-1]
        if len(self) < FEW:
            return line_with(self._data, field)
        place = self._places.get(field.encode())
        if place is None:
            return None
        return _line_at(self._data, place)

    @cached_property
    def _places(self) -> dict[bytes, int]:
        """Where the id of each document is, by its field."""
        return {match[0]: match.start() for match in _ID.finditer(self._data)}

    def said_by(
        self, speakers: Collection[ActorId]
    ) -> dict[DocumentId, tuple[Attribution, ...]]:
        """Return the quotations of some actors, by their document."""
        quotations: dict[DocumentId, tuple[Attribution, ...]] = {}
        for speaker in speakers:
            text = json.dumps({"speaker": speaker})[1:-1]
            for line in lines_with(self._data, text):
                id_, said = attributions_of(json.loads(line))
                own = (words for words in said if words.speaker == speaker)
                quotations[id_] = (*quotations.get(id_, ()), *own)
        return quotations


def lines_with(data: bytes, text: str) -> Iterator[bytes]:
    """Yield the lines that have a text."""
    encoded = text.encode()
    place = data.find(encoded)
    while place >= 0:
        yield _line_at(data, place)
        end = data.index(b"\n", place)
        place = data.find(encoded, end)


def _line_at(data: bytes, place: int) -> bytes:
    start = data.rfind(b"\n", 0, place) + 1
    end = data.index(b"\n", place)
    return data[start:end]


def line_with(data: bytes, text: str) -> bytes | None:
    """Return the first line that has a text."""
    return next(lines_with(data, text), None)
