"""A reading that is written as JSON and read back is the same reading."""

import json

from hypothesis import given
from hypothesis import strategies as st

from actorgraph.identifiers import document_id
from actorgraph.model import (
    Actor,
    ActorType,
    Attribution,
    Claim,
    Document,
    Evidence,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Reading,
    Refusal,
    Status,
)
from actorgraph.pipeline.reading_json import reading_of, reading_row

WORDS = st.text(min_size=1, max_size=8)
MAYBE = st.none() | WORDS


def spans(text: str):
    places = st.integers(0, len(text) - 1)
    return places.flatmap(
        lambda start: st.tuples(st.just(start), st.integers(start + 1, len(text)))
    )


@st.composite
def readings(draw) -> Reading:
    text = draw(st.text(min_size=1, max_size=30))
    document = Document(document_id(text, None, None, None), "story.txt", text)
    place = spans(text)
    mention = st.builds(
        lambda span, kind: Mention(document.id, *span, kind, text[slice(*span)]),
        place,
        st.sampled_from(MentionKind),
    )
    evidence = place.map(lambda span: Evidence.of(document, *span))
    some = lambda values: st.lists(values, max_size=2).map(tuple)
    actor = st.builds(
        Actor, WORDS, st.sampled_from(ActorType), WORDS, subtype=MAYBE, aliases=some(WORDS), mentions=some(mention),
        wikidata=MAYBE,
    )  # fmt: skip
    claim = st.builds(
        Claim, WORDS, WORDS, WORDS, WORDS, some(evidence), st.sampled_from(Polarity), st.sampled_from(Modality),
        st.none() | st.sampled_from(Status), MAYBE, MAYBE, MAYBE, st.floats(0, 1), WORDS, some(WORDS),
    )  # fmt: skip
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


@given(readings())
def test_a_reading_survives_json(reading):
    assert (
        reading_of(reading.document, json.loads(json.dumps(reading_row(reading))))
        == reading
    )
