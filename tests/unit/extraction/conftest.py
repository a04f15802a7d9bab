"""One reader of rules for all tests of extraction, and builders that give what a text says."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from actorgraph.extraction import Reader
from actorgraph.model import Claim, Document, DocumentId, Reading
from actorgraph.settings import ReaderMode

Triple = tuple[str, str, str]


def _names(reading: Reading) -> dict[str, str]:
    return {actor.id: actor.name for actor in reading.actors}


def _triple(reading: Reading, claim: Claim) -> Triple:
    names = _names(reading)
    return names[claim.subject], claim.relation, names[claim.object]


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(mode=ReaderMode.RULES)


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[[str], Reading]:
    """The reading of one text; a text that several tests share is read once."""
    return cache(lambda text: next(reader.read([Document(DocumentId("d"), "d", text)])))


@pytest.fixture(scope="session")
def triples() -> Callable[[Reading], set[Triple]]:
    """What a reading claims, as names: (subject, relation, object)."""
    return lambda reading: {_triple(reading, claim) for claim in reading.claims}


@pytest.fixture(scope="session")
def claims_of(
    read: Callable[[str], Reading], triples: Callable[[Reading], set[Triple]]
) -> Callable[[str], set[Triple]]:
    """What a text is read to claim, as names."""
    return lambda text: triples(read(text))


@pytest.fixture(scope="session")
def proposals_of(
    triples: Callable[[Reading], set[Triple]],
) -> Callable[[str], set[Triple]]:
    """What the rules find in a text, however rarely such claims were right."""
    reader = Reader(mode=ReaderMode.RULES, floor=0.0)
    return lambda text: triples(
        next(reader.read([Document(DocumentId("d"), "d", text)]))
    )


@pytest.fixture(scope="session")
def claim_in(read: Callable[[str], Reading]) -> Callable[[str, Triple], Claim]:
    """The first claim of a text between these names."""

    def find(text: str, triple: Triple) -> Claim:
        reading = read(text)
        found = [claim for claim in reading.claims if _triple(reading, claim) == triple]
        assert found, (
            f"{triple} is not among {sorted({_triple(reading, claim) for claim in reading.claims})}"
        )
        return found[0]

    return find


@pytest.fixture(scope="session")
def said_in(
    read: Callable[[str], Reading],
) -> Callable[[str], set[tuple[str | None, str]]]:
    """Who says what in a text: (speaker, the passages joined by " … ")."""

    def find(text: str) -> set[tuple[str | None, str]]:
        reading = read(text)
        names = _names(reading)
        return {
            (
                names.get(attribution.speaker or ""),
                " … ".join(text[start:end] for start, end in attribution.content),
            )
            for attribution in reading.attributions
        }

    return find


@pytest.fixture(scope="session")
def speaker_of(read: Callable[[str], Reading]) -> Callable[[str, Triple], str | None]:
    """Whom a claim is attributed to, by name; None when the text itself says it."""

    def find(text: str, triple: Triple) -> str | None:
        reading = read(text)
        (claim, *_) = [
            claim for claim in reading.claims if _triple(reading, claim) == triple
        ]
        return _names(reading).get(claim.attributed_to or "")

    return find


@pytest.fixture(scope="session")
def types_in(read: Callable[[str], Reading]) -> Callable[[str], dict[str, str]]:
    """Type of each actor of a text, by name."""
    return lambda text: {actor.name: actor.type.value for actor in read(text).actors}


@pytest.fixture(scope="session")
def refusals_in(
    read: Callable[[str], Reading],
) -> Callable[[str], list[tuple[str, str, str, str]]]:
    """What was refused in a text: (subject, relation, object, reason)."""
    return lambda text: [
        (r.subject, r.relation, r.object, r.reason) for r in read(text).refusals
    ]
