"""Whatever surrounds a text, its quotes are verbatim, and its claims fit the ontology."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actorgraph.extraction import Reader
from actorgraph.model import Document, DocumentId, Reading
from actorgraph.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()

CORE = (
    "Norwegian President Dana Roth met Ada Quint, the mayor of Lisbon. "
    "“Roth praised me,” Quint said. "
    "Presidential aide Peter Hallam criticized her, according to a Norwegian official."
)

LAST = "Dana Roth praised Ada Quint."

#: A text that is stored as UTF-8 has no surrogates; all else can occur, also astral characters.
around = st.text(
    st.characters(exclude_categories=["Cs"]), max_size=30
) | st.sampled_from(
    [
        "\U0001f6a2\U0001f1f3\U0001f1f4 ",
        "👩‍👧‍👦 ",
        "𝔇𝔞𝔫𝔞 ",
        "\r\n\t",
        "e\u0301 ",
        "“",
        "('s ",
        "\u2028",
        "\ufeff",
    ]
)

BOUNDED = settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@cache
def _reader() -> Reader:
    return Reader()


def _read(text: str) -> Reading:
    return next(_reader().read([Document(DocumentId("d"), "d", text)]))


@BOUNDED
@given(around, around, around)
def test_every_quote_stands_at_its_offsets(
    before: str, between: str, after: str
) -> None:
    text = f"{before}\n{CORE}{between}{after}\n{LAST}"

    reading = _read(text)

    assert reading.claims
    for claim in reading.claims:
        assert claim.evidence
        assert all(passage.holds_in(reading.document) for passage in claim.evidence)
    for actor in reading.actors:
        assert all(
            text[mention.start : mention.end] == mention.text != ""
            for mention in actor.mentions
        )
    for attribution in reading.attributions:
        spans = [
            *attribution.content,
            *filter(None, (attribution.source, attribution.cue)),
        ]
        assert all(
            0 <= start < end <= len(text) and text[start:end].strip()
            for start, end in spans
        )
    for refusal in reading.refusals:
        assert 0 <= refusal.start < refusal.end <= len(text)


@BOUNDED
@given(
    st.text(
        st.sampled_from(
            "Dana Roth Quint Oslo the of 's president met “”\",.()-\n\U0001f6a2é"
        ),
        max_size=100,
    )
)
def test_every_claim_fits_the_ontology(text: str) -> None:
    reading = _read(f"{text} {CORE}")

    actors = {actor.id: actor for actor in reading.actors}
    for claim in reading.claims:
        relation = VOCABULARY.relation(claim.relation)
        for id_, classes in (
            (claim.subject, relation.domain),
            (claim.object, relation.range),
        ):
            assert VOCABULARY.fits(actors[id_].type, actors[id_].subtype, classes)
        assert claim.subject != claim.object
        assert 0.0 <= claim.confidence <= 1.0


@pytest.mark.parametrize(
    "mark",
    [
        "",
        "\U0001f6a2",
        "\U0001f1f3\U0001f1f4\U0001f1f3\U0001f1f4",
        "𝔇𝔞𝔶",
        "e\u0301",
        "中国",
    ],
)
def test_offsets_count_code_points(mark: str) -> None:
    reading = _read(f"{mark} It rained.\nDana Roth praised Ada Quint.")

    (passage,) = [
        passage
        for claim in reading.claims
        for passage in claim.evidence
        if claim.relation == "praised"
    ]
    assert passage.quote == "Dana Roth praised Ada Quint"
    assert passage.start == len(mark) + len(" It rained.\n")
