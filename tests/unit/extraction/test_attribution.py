"""Who says what: quotations, reported speech, and the claims inside them."""

from __future__ import annotations

import pytest

HARBOUR = ("Peter Hallam", "accused", "Ada Quint")


@pytest.mark.parametrize(
    ("text", "speaker", "passage"),
    [
        (
            "Dana Roth said that Peter Hallam had accused Ada Quint.",
            "Dana Roth",
            "Peter Hallam had accused Ada Quint",
        ),
        (
            "Dana Roth claimed Peter Hallam had accused Ada Quint.",
            "Dana Roth",
            "Peter Hallam had accused Ada Quint",
        ),
        (
            "According to Dana Roth, Peter Hallam accused Ada Quint.",
            "Dana Roth",
            "Peter Hallam accused Ada Quint",
        ),
        (
            "Peter Hallam accused Ada Quint, according to Dana Roth.",
            "Dana Roth",
            "Peter Hallam accused Ada Quint",
        ),
        (
            "In the view of Dana Roth, Peter Hallam accused Ada Quint.",
            "Dana Roth",
            "Peter Hallam accused Ada Quint",
        ),
        (
            '"Peter Hallam accused Ada Quint," Dana Roth said.',
            "Dana Roth",
            '"Peter Hallam accused Ada Quint,"',
        ),
        (
            "“Peter Hallam accused Ada Quint,” Dana Roth said.",
            "Dana Roth",
            "“Peter Hallam accused Ada Quint,”",
        ),
        ('Dana Roth said: "The plan is dead."', "Dana Roth", '"The plan is dead."'),
        (
            "The harbour is closed, according to Dana Roth.",
            "Dana Roth",
            "The harbour is closed",
        ),
    ],
)
def test_speaker_and_passage_are_read(said_in, text, speaker, passage):
    assert (speaker, passage) in said_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth said that Peter Hallam had accused Ada Quint.",
        "According to Dana Roth, Peter Hallam accused Ada Quint.",
        "Peter Hallam accused Ada Quint, according to Dana Roth.",
        '"Peter Hallam accused Ada Quint," Dana Roth said.',
    ],
)
def test_claim_inside_speech_is_attributed_to_the_speaker(speaker_of, text):
    assert speaker_of(text, HARBOUR) == "Dana Roth"


@pytest.mark.parametrize(
    "text",
    [
        "Peter Hallam accused Ada Quint.",
        "Peter Hallam accused Ada Quint. Dana Roth said that the harbour was closed.",
        'Peter Hallam accused Ada Quint. "The harbour is closed," Dana Roth said.',
    ],
)
def test_claim_outside_speech_is_the_documents_own(speaker_of, text):
    assert speaker_of(text, HARBOUR) is None


def test_quotation_that_goes_on_after_the_speaker_is_one_attribution(said_in):
    text = '"We will never agree," said Dana Roth, the chancellor of Norway. "The plan is dead. We go home."'

    assert said_in(text) == {
        ("Dana Roth", '"We will never agree," … "The plan is dead. We go home."')
    }


def test_institution_can_speak(speaker_of):
    text = "Delmore Bank said in a statement that Peter Hallam had accused Ada Quint."

    assert speaker_of(text, HARBOUR) == "Delmore Bank"


def test_speech_within_speech_belongs_to_the_inner_speaker(speaker_of, said_in):
    text = "Dana Roth said Otto Brandt claimed that Peter Hallam had accused Ada Quint."

    assert speaker_of(text, HARBOUR) == "Otto Brandt"
    assert {speaker for speaker, _ in said_in(text)} == {"Dana Roth", "Otto Brandt"}


def test_role_that_a_reported_sentence_mentions_is_not_put_in_the_speakers_mouth(
    speaker_of,
):
    text = "Dana Roth said Peter Hallam, the mayor of Lisbon, was asleep."

    assert speaker_of(text, ("Peter Hallam", "mayorOf", "Lisbon")) is None


def test_what_somebody_says_of_their_own_deeds_is_not_attributed_to_themselves(
    speaker_of,
):
    text = "Peter Hallam said he had met Ada Quint."

    assert speaker_of(text, ("Peter Hallam", "metWith", "Ada Quint")) is None


def test_denial_by_the_one_accused_is_a_denied_claim(claim_in):
    claim = claim_in(
        "Peter Hallam denied that he had met Ada Quint.",
        ("Peter Hallam", "metWith", "Ada Quint"),
    )

    assert claim.polarity == "denied"


@pytest.mark.parametrize(
    ("text", "direct"),
    [
        ('Dana Roth said: "It is over now."', True),
        ("Dana Roth said it was over.", False),
    ],
)
def test_attribution_tells_quoted_words_from_reported_ones(read, text, direct):
    (attribution,) = read(text).attributions

    assert attribution.direct is direct


def test_speaker_cue_and_passage_are_where_the_attribution_says(read):
    text = "Dana Roth said that it was over."

    (attribution,) = read(text).attributions

    assert text[slice(*attribution.source)] == "Dana Roth"
    assert text[slice(*attribution.cue)] == "said"
    assert [text[slice(*span)] for span in attribution.content] == ["it was over"]
