"""A record that is written as plain values and read back is the same record."""

import json
from collections.abc import Collection
from dataclasses import MISSING, dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actorgraph.codec import CONTEXT, DAMAGED, from_row, to_row
from actorgraph.identifiers import document_id
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Attribution,
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Evidence,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Reading,
    Refusal,
    Span,
    Status,
)
from actorgraph.pipeline.reading_cache import ReadingCache
from actorgraph.vocabulary import load_vocabulary

Value = TypeVar("Value")

WORDS = st.text(min_size=1, max_size=8)
MAYBE = st.none() | WORDS


def spans(text: str) -> st.SearchStrategy[Span]:
    places = st.integers(0, len(text) - 1)
    return places.flatmap(
        lambda start: st.tuples(st.just(start), st.integers(start + 1, len(text)))
    )


def some(values: st.SearchStrategy[Value]) -> st.SearchStrategy[tuple[Value, ...]]:
    return st.lists(values, max_size=2).map(tuple)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(st.text(min_size=1, max_size=30))
    document = Document(document_id(text, None, None, None), "story.txt", text)
    place = spans(text)
    mention = st.builds(
        lambda span, kind: Mention(
            document.id, span[0], span[1], kind, text[slice(*span)]
        ),
        place,
        st.sampled_from(MentionKind),
    )
    evidence = place.map(lambda span: Evidence.of(document, *span))
    actor = st.builds(
        Actor,
        id=WORDS,
        type=st.sampled_from(ActorType),
        name=WORDS,
        subtype=MAYBE,
        aliases=some(WORDS),
        mentions=some(mention),
        wikidata=MAYBE,
    )
    claim = st.builds(
        Claim,
        id=WORDS,
        subject=WORDS,
        relation=WORDS,
        object=WORDS,
        evidence=some(evidence),
        polarity=st.sampled_from(Polarity),
        modality=st.sampled_from(Modality),
        status=st.none() | st.sampled_from(Status),
        valid_from=MAYBE,
        valid_until=MAYBE,
        attributed_to=MAYBE,
        confidence=st.floats(0, 1),
        method=WORDS,
        premises=some(WORDS),
    )
    said = st.builds(
        Attribution,
        st.none() | place,
        MAYBE,
        st.none() | place,
        some(place),
        st.booleans(),
    )
    refusal = st.builds(
        lambda words, span: Refusal(document.id, *words, *span),
        st.tuples(WORDS, WORDS, WORDS, WORDS),
        place,
    )
    return Reading(
        document,
        draw(some(actor)),
        draw(some(claim)),
        draw(some(said)),
        draw(some(refusal)),
    )


def written(record: object, omit: Collection[str] = ()) -> dict[str, Any]:
    return json.loads(json.dumps(to_row(record, omit)))


@given(readings())
def test_a_reading_survives_json_within_its_document(reading: Reading) -> None:
    row = written(reading, CONTEXT)
    assert from_row(Reading, row, reading.document) == reading


@given(readings())
def test_a_reading_survives_json_by_itself(reading: Reading) -> None:
    assert from_row(Reading, written(reading)) == reading


TEXT = "Runa Vik leads the mill. It turns, she said."
DOCUMENT = Document(
    document_id(TEXT, None, None, None),
    "mill.txt",
    TEXT,
    "T",
    "2026-03-04",
    "u",
    "nn",
    "Ada Quint",
    DocumentId("d9"),
)
MENTION = Mention(DOCUMENT.id, 0, 8, MentionKind.NOMINAL, "Runa Vik")
CLAIM = Claim(
    ClaimId("c7"),
    ActorId("a1"),
    "leads",
    ActorId("a2"),
    (Evidence.of(DOCUMENT, 0, 24), Evidence.of(DOCUMENT, 25, 44)),
    Polarity.DENIED,
    Modality.ALLEGED,
    Status.FORMER,
    "2024",
    "2025-06",
    ActorId("a3"),
    0.625,
    "copula: lead",
    (ClaimId("c1"), ClaimId("c2")),
    Evidence.of(DOCUMENT, 9, 14),
)
RECORDS = (
    DOCUMENT,
    MENTION,
    Evidence.of(DOCUMENT, 0, 24),
    CLAIM,
    Actor(
        ActorId("a1"),
        ActorType.PERSON,
        "Runa",
        "Miller",
        ("R. Vik", "Vik"),
        (MENTION,),
        "Q42",
        ("owns the mill",),
        ("https://example.org/vik",),
    ),
    Attribution((35, 38), ActorId("a1"), (39, 43), ((25, 33), (0, 24)), True),
    Refusal(DOCUMENT.id, "Runa", "leads", "mill", "no such mill", 0, 24),
)
READING = Reading(DOCUMENT, (RECORDS[4],), (CLAIM,), (RECORDS[5],), (RECORDS[6],))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_every_field_of_a_record_has_a_value_of_its_own_and_survives(
    record: Any,
) -> None:
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    defaults = [
        field.default for field in fields(record) if field.default is not MISSING
    ]
    assert None not in values.values()
    assert len(set(map(repr, values.values()))) == len(values)
    assert not [value for value in values.values() if value in defaults]
    assert to_row(record).keys() == values.keys()
    again = from_row(type(record), written(record))
    assert {name: getattr(again, name) for name in values} == values


def test_every_field_of_a_claim_comes_back_from_the_cache(tmp_path: Path) -> None:
    cache = ReadingCache(tmp_path / "readings.sqlite", "as before", load_vocabulary())
    cache.put(READING)
    again = cache.get(DOCUMENT)
    assert again == READING
    (claim,) = again.claims
    for field in fields(Claim):
        assert getattr(claim, field.name) == getattr(CLAIM, field.name)
        assert type(getattr(claim, field.name)) is type(getattr(CLAIM, field.name))


@dataclass(frozen=True, slots=True)
class _Richer(Claim):
    """A claim that gained fields."""

    place: Span | None = None
    places: tuple[Span, ...] = ()
    moods: tuple[Modality, ...] = ()


def test_a_field_that_a_claim_gains_is_kept_without_an_edit() -> None:
    values = {field.name: getattr(CLAIM, field.name) for field in fields(Claim)}
    claim = _Richer(
        **values, place=(9, 14), places=((0, 8), (15, 23)), moods=(Modality.PLANNED,)
    )
    again = from_row(_Richer, written(claim, CONTEXT), DOCUMENT)
    assert again == claim
    assert (again.place, again.moods) == ((9, 14), (Modality.PLANNED,))


def test_a_field_with_a_default_may_be_missing() -> None:
    row = written(CLAIM)
    del row["status"]
    assert from_row(Claim, row) == replace(CLAIM, status=None)


@pytest.mark.parametrize(
    "change",
    [
        {"polarity": "perhaps"},
        {"subject_": "a9"},
        {"evidence": [{"start": 0, "end": 99}]},
        {"evidence": [{"start": 5, "end": 5}]},
        {"evidence": [{"start": 5}]},
        {"evidence": 7},
        {"evidence": [[0, 8]]},
    ],
    ids=str,
)
def test_a_damaged_row_is_refused(
    change: dict[str, Any],
) -> None:
    with pytest.raises(DAMAGED):
        from_row(Claim, written(CLAIM, CONTEXT) | change, DOCUMENT)
