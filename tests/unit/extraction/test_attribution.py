"""Who says what: quotations, reported speech, and the claims inside them."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from actorgraph.extraction import Reader
from actorgraph.extraction.modality.speech.attribution import find_speech
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.quotations import find_quotations
from actorgraph.model import Claim, Modality, Reading
from tests.unit.extraction.conftest import Triple

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
def test_speaker_and_passage_are_read(
    said_in: Callable[[str], set[tuple[str | None, str]]],
    text: str,
    speaker: str,
    passage: str,
) -> None:
    assert (speaker, passage) in said_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth said that Peter Hallam had accused Ada Quint.",
        "According to Dana Roth, Peter Hallam accused Ada Quint.",
        "Peter Hallam accused Ada Quint, according to Dana Roth.",
        '"Peter Hallam accused Ada Quint," Dana Roth said.',
        "Peter Hallam accused Ada Quint, Dana Roth said.",
    ],
)
def test_claim_inside_speech_is_attributed_to_the_speaker(
    speaker_of: Callable[[str, Triple], str | None], text: str
) -> None:
    assert speaker_of(text, HARBOUR) == "Dana Roth"


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        # a speaker after a name is in no apposition to it
        ("a spokesman for the harbour", "spokesman"),
        ("the head of the board of the harbour", None),
        ("the Nordkyst newspaper", "Nordkyst"),
        ("the official Nordkyst news agency", "Nordkyst"),
        ("the state-run Nordkyst news agency", "Nordkyst"),
        ("Norway's official Nordkyst news agency", "Nordkyst"),
    ],
)
def test_claim_before_a_described_speaker_is_not_asserted(
    read: Callable[[str], Reading],
    claim_in: Callable[[str, Triple], Claim],
    speaker: str,
    name: str | None,
) -> None:
    text = f"Peter Hallam accused Ada Quint, {speaker} said."
    claim = claim_in(text, HARBOUR)
    speakers = [a.name for a in read(text).actors if a.id == claim.attributed_to]

    assert speakers == ([name] if name else [])
    assert name or claim.modality is Modality.ALLEGED


def test_who_is_said_to_have_done_something_is_no_speaker(
    speaker_of: Callable[[str, Triple], str | None],
) -> None:
    text = "Peter Hallam accused Ada Quint, the nurse the police said had fled."

    assert speaker_of(text, HARBOUR) is None


@pytest.mark.parametrize(
    "text",
    [
        "Peter Hallam accused Ada Quint.",
        "Peter Hallam accused Ada Quint. Dana Roth said that the harbour was closed.",
        'Peter Hallam accused Ada Quint. "The harbour is closed," Dana Roth said.',
    ],
)
def test_claim_outside_speech_is_the_documents_own(
    speaker_of: Callable[[str, Triple], str | None], text: str
) -> None:
    assert speaker_of(text, HARBOUR) is None


def test_quotation_that_goes_on_after_the_speaker_is_one_attribution(
    said_in: Callable[[str], set[tuple[str | None, str]]],
) -> None:
    text = (
        '"We will never agree," said Dana Roth, the chancellor of Norway. '
        '"The plan is dead. We go home."'
    )

    assert said_in(text) == {
        ("Dana Roth", '"We will never agree," … "The plan is dead. We go home."')
    }


def test_institution_can_speak(speaker_of: Callable[[str, Triple], str | None]) -> None:
    text = "Delmore Bank said in a statement that Peter Hallam had accused Ada Quint."

    assert speaker_of(text, HARBOUR) == "Delmore Bank"


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Union met. It said that Peter Hallam had accused Ada Quint.",
        "The Harbour Union met. It added Peter Hallam had accused Ada Quint.",
    ],
)
def test_pronoun_of_a_body_can_speak(
    speaker_of: Callable[[str, Triple], str | None], text: str
) -> None:
    assert speaker_of(text, HARBOUR) == "Harbour Union"


def test_pronoun_of_a_fact_does_not_speak(
    speaker_of: Callable[[str, Triple], str | None],
) -> None:
    text = "The Harbour Union met. It means that Peter Hallam accused Ada Quint."

    assert speaker_of(text, HARBOUR) is None


def test_speech_within_speech_belongs_to_the_inner_speaker(
    speaker_of: Callable[[str, Triple], str | None],
    said_in: Callable[[str], set[tuple[str | None, str]]],
) -> None:
    text = "Dana Roth said Otto Brandt claimed that Peter Hallam had accused Ada Quint."

    assert speaker_of(text, HARBOUR) == "Otto Brandt"
    assert {speaker for speaker, _ in said_in(text)} == {"Dana Roth", "Otto Brandt"}


def test_role_that_a_reported_sentence_mentions_is_not_put_in_the_speakers_mouth(
    speaker_of: Callable[[str, Triple], str | None],
) -> None:
    text = "Dana Roth said Peter Hallam, the mayor of Lisbon, was asleep."

    assert speaker_of(text, ("Peter Hallam", "mayorOf", "Lisbon")) is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Peter Hallam said he had met Ada Quint.", "Peter Hallam"),
        ("“I met Ada Quint in Oslo,” Peter Hallam said.", "Peter Hallam"),
        ("Peter Hallam met Ada Quint, and he said it was over.", None),
    ],
)
def test_what_somebody_says_of_their_own_deeds_is_their_claim(
    speaker_of: Callable[[str, Triple], str | None], text: str, speaker: str | None
) -> None:
    assert speaker_of(text, ("Peter Hallam", "metWith", "Ada Quint")) == speaker


def test_demand_is_made_by_saying_so(
    speaker_of: Callable[[str, Triple], str | None],
) -> None:
    text = "Delmore Bank must pay its debts, Dana Roth said."

    assert speaker_of(text, ("Dana Roth", "demanded", "Delmore Bank")) is None


def test_denial_by_the_one_accused_is_a_denied_claim(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
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
def test_attribution_tells_quoted_words_from_reported_ones(
    read: Callable[[str], Reading], text: str, direct: bool
) -> None:
    (attribution,) = read(text).attributions

    assert attribution.direct is direct


def test_speaker_cue_and_passage_are_where_the_attribution_says(
    read: Callable[[str], Reading],
) -> None:
    text = "Dana Roth said that it was over."

    (attribution,) = read(text).attributions

    assert attribution.source is not None
    assert attribution.cue is not None
    assert text[slice(*attribution.source)] == "Dana Roth"
    assert text[slice(*attribution.cue)] == "said"
    assert [text[slice(*span)] for span in attribution.content] == ["it was over"]


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth of the dockers' union said that it was over.",
        "Dana Roth, the new head of Delmore Bank, said that it was over.",
        "The lawyer for Bo Lind, Dana Roth, said that it was over.",
    ],
)
def test_source_is_who_speaks_and_nobody_named_after(
    read: Callable[[str], Reading], text: str
) -> None:
    (attribution,) = read(text).attributions

    assert attribution.source is not None
    assert text[slice(*attribution.source)] == "Dana Roth"


def test_what_somebody_is_asked_to_say_is_not_said(
    read: Callable[[str], Reading],
) -> None:
    text = "The firm did not respond to a request to explain why the plant had closed."
    assert not read(text).attributions


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quint met Bo Lind. “The bridge will open,” Tuesday said.",
        "According to Tuesday, the bridge will open.",
        "“The bridge will open.” Tuesday said more.",
    ],
)
def test_a_time_is_no_speaker(read: Callable[[str], Reading], text: str) -> None:
    reading = read(text)
    times = {actor.id for actor in reading.actors if actor.type == "Time"}

    assert {a.speaker for a in reading.attributions}.isdisjoint(times)
    assert {claim.attributed_to for claim in reading.claims}.isdisjoint(times)


def test_quotations_without_cues_belong_to_the_last_speaker_of_the_paragraph(
    said_in: Callable[[str], set[tuple[str | None, str]]],
) -> None:
    text = (
        "“The harbour stays open,” Dana Roth said. “Nobody will lose a job this year.” "
        "It rained. “We are all very tired.”\n"
        "“This paragraph is nothing but a quotation.”\n"
        "It was May. “This one has no speaker at all.”"
    )

    passages = (
        "“The harbour stays open,”",
        "“Nobody will lose a job this year.”",
        "“We are all very tired.”",
    )
    assert said_in(text) == {
        ("Dana Roth", " … ".join(passages)),
        ("Dana Roth", "“This paragraph is nothing but a quotation.”"),
    }


@pytest.mark.slow
def test_time_for_quotations_on_a_single_line_grows_with_the_text(
    reader: Reader,
) -> None:
    """Eight times the text takes less than twenty times as long; it took 300 times."""
    passage = (
        "“The harbour will not be sold this year,” Dana Roth said. "
        "“We have never agreed to close the old bridge.” The rain went on. "
    )
    seconds = []
    for length in (8, 64):
        (doc,) = reader.parser.parse([passage * length])
        parsed = ParsedText(doc, reader.parser)
        quotations = find_quotations(parsed)
        start = process_time()
        find_speech(parsed, reader.knowledge.lexicon, quotations)
        seconds.append(process_time() - start)

    assert seconds[1] < 20 * seconds[0]


def test_rules_say_nothing_of_what_is_done_according_to_them(
    said_in: Callable[[str], set[tuple[str | None, str]]],
) -> None:
    text = "Dana Roth wrote the rules according to which such checks are made."
    assert said_in(text) == set()
