"""The same text gives the same reading: alone or beside others, first or last."""

from __future__ import annotations

from itertools import pairwise

from actorgraph.extraction import Reader
from actorgraph.model import Document, DocumentId
from actorgraph.settings import ReaderMode

TEXTS = [
    "Norwegian President Dana Roth met Ada Quint, the mayor of Lisbon. Roth praised her.",
    '"It is over now," said Peter Hallam of the Carver Institute. He criticized Dana Roth.',
    "Talks between Norway and Sweden resumed in Oslo. A Norwegian official criticized Sweden.",
    "Delmore Bank, owned by Ada Quint, sued Carver Holdings.",
]


def _documents(texts: list[str]) -> list[Document]:
    return [Document(DocumentId(text[:8]), text[:8], text) for text in texts]


def test_reading_twice_gives_equal_readings(reader: Reader) -> None:
    assert list(reader.read(_documents(TEXTS))) == list(reader.read(_documents(TEXTS)))


def test_neighbours_in_the_batch_do_not_matter(reader: Reader) -> None:
    forwards = {
        reading.document.id: reading for reading in reader.read(_documents(TEXTS))
    }
    backwards = {
        reading.document.id: reading for reading in reader.read(_documents(TEXTS[::-1]))
    }
    alone = {text[:8]: next(reader.read(_documents([text]))) for text in TEXTS}

    assert forwards == backwards == alone


def test_another_reader_gives_the_same(reader: Reader) -> None:
    assert list(Reader(mode=ReaderMode.RULES).read(_documents(TEXTS[:1]))) == list(
        reader.read(_documents(TEXTS[:1]))
    )


def test_readings_come_in_the_order_of_the_documents(reader: Reader) -> None:
    texts = TEXTS * 6  # more than one batch of the parser

    assert [
        reading.document.text for reading in reader.read(_documents(texts))
    ] == texts


def test_actor_ids_count_within_the_document(reader: Reader) -> None:
    for reading in reader.read(_documents(TEXTS)):
        ids = [actor.id for actor in reading.actors]
        assert len(set(ids)) == len(ids)
        assert all(id_.startswith("a") and id_[1:].isdigit() for id_ in ids)


def test_claim_ids_tell_documents_apart(reader: Reader) -> None:
    first, second = reader.read(
        [Document(DocumentId(name), name, TEXTS[3]) for name in ("one", "two")]
    )

    assert len({claim.id for claim in first.claims}) == len(first.claims)
    assert not {claim.id for claim in first.claims} & {
        claim.id for claim in second.claims
    }


def test_claims_stand_in_the_order_of_their_evidence(reader: Reader) -> None:
    for reading in reader.read(_documents(TEXTS)):
        assert all(
            left.evidence <= right.evidence for left, right in pairwise(reading.claims)
        )
