"""A document is found by its id, whether a few or many are asked for."""

from pathlib import Path
from typing import Any, cast

import pytest

from actorgraph.dataset.rows import document_row, row_line
from actorgraph.dataset.stored_documents import FEW, StoredDocuments
from actorgraph.model import Document, DocumentId, Reading

#: Ids and words that look like the id of another row.
TEXTS = {
    'd"1': 'Roth wrote: "id": "d2" is wrong.',
    "d2": 'The form had {"id": "d3"} in it.',
    "d3\\": "Marsh left.",
}


class Written:
    """What a graph has written of its documents."""

    folder = Path()

    def __init__(self, documents: dict[str, str]) -> None:
        readings = (
            Reading(Document(DocumentId(id_), f"{number}.txt", text))
            for number, (id_, text) in enumerate(documents.items())
        )
        self._data = "".join(row_line(document_row(item)) for item in readings)

    def content(self, name: str) -> bytes:
        assert name == "documents.jsonl"
        return self._data.encode()


@pytest.mark.parametrize("count", [0, FEW - 2, 3 * FEW])
def test_a_document_is_found_after_however_many_others(count: int) -> None:
    more = {f"more-{number}": f"Text {number}." for number in range(count)}
    documents = StoredDocuments(cast("Any", Written(more | TEXTS)))

    for id_, text in (more | TEXTS).items():
        assert documents[DocumentId(id_)].text == text
    assert DocumentId("d") not in documents
    assert "d2" in documents
    with pytest.raises(KeyError):
        documents[DocumentId("d3")]
