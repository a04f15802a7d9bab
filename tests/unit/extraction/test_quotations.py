"""Quotations: of several paragraphs, with single marks, beside new speakers, within each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.extraction import Reader
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.quotations import find_quotations
from actorgraph.model import Reading
from tests.unit.extraction.conftest import Triple

Sayings = set[tuple[str | None, str]]


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        (
            'Roth said: "The pier is open.\n"Nobody will lose a job."\nIt rained.',
            ['"The pier is open.', '"Nobody will lose a job."'],
        ),
        (
            "“The pier is open.\n\n“Nobody will lose a job,” Roth said.",
            ["“The pier is open.", "“Nobody will lose a job,”"],
        ),
        (
            'Roth said: "The pier is open. "Nobody will lose a job."',
            ['"The pier is open.', '"Nobody will lose a job."'],
        ),
        (
            "‘We can’t stay,’ Roth said, ‘and we won’t.’",
            ["‘We can’t stay,’", "‘and we won’t.’"],
        ),
        # A mark without a partner opens nothing, and an apostrophe closes nothing.
        (
            'A screen of 27" was sold. "The pier is open," Roth said.',
            ['"The pier is open,"'],
        ),
        ("The workers’ hall burnt, and ‘Cold Rain’ was sung.", []),
        (
            'Roth "agreed\nwith the plan. "The pier is open," he said.',
            ['"The pier is open,"'],
        ),
    ],
)
def test_quotations_are_found(reader: Reader, text: str, passages: list[str]) -> None:
    (doc,) = reader.parser.parse([text])
    quotations = find_quotations(ParsedText(doc, reader.parser))

    assert [doc[q.start : q.end].text for q in quotations] == passages


PARAGRAPHS = [
    # Every paragraph begins with a mark, and the last ends with one.
    'Dana Roth said: "The pier is open.\n"Peter Hallam accused Ada Quint."\nIt rained in Oslo.',
    "“The pier is open.\n\n“Peter Hallam accused Ada Quint,” Dana Roth said.",
    # Every paragraph is closed.
    "“The pier is open,” said Dana Roth, a nurse.\n\n“Peter Hallam accused Ada Quint.”",
    # The speaker acts in the sentence before.
    "Dana Roth rose. “We lost.\n\n“Peter Hallam accused Ada Quint.”",
    "Dana Roth rose from the bench. “Peter Hallam accused Ada Quint.”",
    "“The pier is open,” Otto Brandt said. Dana Roth rose. “Peter Hallam accused Ada Quint.”",
]


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_quotation_of_several_paragraphs_has_one_speaker(
    speaker_of: Callable[[str, Triple], str | None], text: str
) -> None:
    assert speaker_of(text, ("Peter Hallam", "accused", "Ada Quint")) == "Dana Roth"


@pytest.mark.parametrize(
    "text",
    [
        # The next paragraph has a speaker of its own.
        "“The pier is open,” Dana Roth said.\n\n“The road is closed too,” Otto Brandt told us.",
        # Nobody acts in the sentence before.
        "Dana Roth was arrested on Monday. “The road is closed too.”",
        "“The pier is open,” Dana Roth said.\n\nIt was May. “The road is closed too.”",
        # A title is no utterance.
        "Dana Roth founded the choir. “The Road Is Closed Again” is its song.",
    ],
)
def test_quotation_is_not_given_to_whoever_is_near(
    said_in: Callable[[str], Sayings], text: str
) -> None:
    assert not any(
        speaker == "Dana Roth" and "road" in passage.lower()
        for speaker, passage in said_in(text)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The road is bad,” Otto Brandt was told by Dana Roth.",
            ("Dana Roth", "“The road is bad,”"),
        ),
        (
            "The Bergen Post quoted Dana Roth as saying that the road was bad.",
            ("Dana Roth", "the road was bad"),
        ),
        (
            "Dana Roth was quoted as saying that the road was bad.",
            ("Dana Roth", "the road was bad"),
        ),
        (
            "Dana Roth, who told the Bergen Post that the road was bad, left.",
            ("Dana Roth", "the road was bad"),
        ),
        (
            "Dana Roth was arrested and said that the road was bad.",
            ("Dana Roth", "the road was bad"),
        ),
        (
            "Dana Roth told Otto Brandt, the mayor, that the road was bad.",
            ("Dana Roth", "the road was bad"),
        ),
        (
            "“The road is bad,”a local nurse, Dana Roth, told reporters.",
            ("Dana Roth", "“The road is bad,”"),
        ),
    ],
)
def test_hearer_is_not_the_speaker(
    said_in: Callable[[str], Sayings], text: str, expected: tuple[str, str]
) -> None:
    assert said_in(text) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dana Roth said that Otto Brandt had called the law “a trap”.",
            {
                ("Dana Roth", "Otto Brandt had called the law “a trap”"),
                ("Otto Brandt", "“a trap”"),
            },
        ),
        (
            "Dana Roth said Otto Brandt described the plan as “madness”.",
            {
                ("Dana Roth", "Otto Brandt described the plan as “madness”"),
                ("Otto Brandt", "the plan as “madness”"),
            },
        ),
        (
            "Dana Roth said that Otto Brandt had told her to “sell everything”.",
            {
                ("Dana Roth", "Otto Brandt had told her to “sell everything”"),
                ("Otto Brandt", "to “sell everything”"),
            },
        ),
        (
            "Dana Roth says “there is time” and Otto Brandt calls the talks “a trap”.",
            {("Dana Roth", "“there is time”"), ("Otto Brandt", "“a trap”")},
        ),
        (
            "They played “Cold Rain”, and Dana Roth called it “a trap”.",
            {("Dana Roth", "“a trap”")},
        ),
        (
            "“Otto Brandt says the road is bad. I do not mind,” Dana Roth said.",
            {
                ("Dana Roth", "“Otto Brandt says the road is bad. I do not mind,”"),
                ("Otto Brandt", "the road is bad"),
            },
        ),
    ],
)
def test_words_within_words_have_their_own_speakers(
    said_in: Callable[[str], Sayings], text: str, expected: Sayings
) -> None:
    assert said_in(text) == expected


def test_who_asks_does_not_say_the_answer(
    said_in: Callable[[str], Sayings],
) -> None:
    text = "“It was dark,” Dana Roth said when asked by Otto Brandt."
    assert said_in(text) == {("Dana Roth", "“It was dark,”")}


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth declined to comment on the lawsuit.",
        "Dana Roth refused to say whether the tunnel would open.",
        "Dana Roth has yet to say whether the tunnel will open.",
        "Dana Roth did not say whether the tunnel would open.",
        "Dana Roth would neither confirm nor deny that the tunnel had flooded.",
        "Dana Roth did not confirm or deny that the tunnel had flooded.",
        "Dana Roth refused to confirm or deny that the tunnel had flooded.",
        "Dana Roth left without saying that the tunnel would open.",
        "No minister said that the tunnel would open.",
        "Did Dana Roth say that the tunnel would open?",
        "Dana Roth has kept silent about who had sold the tunnel.",
        "Dana Roth was silent on whether the tunnel would open.",
        "Dana Roth spoke to reporters on Friday.",
        "Dana Roth spoke on condition of anonymity.",
        "Dana Roth dismissed Otto Brandt, the mayor of Bergen.",
    ],
)
def test_what_tells_no_content_is_no_attribution(
    said_in: Callable[[str], Sayings], text: str
) -> None:
    assert said_in(text) == set()


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Dana Roth denied that the tunnel would open.", "the tunnel would open"),
        ("Dana Roth does not believe that the bridge is safe.", "the bridge is safe"),
        (
            "Dana Roth spoke about the safety of the bridge.",
            "about the safety of the bridge",
        ),
        ("Dana Roth dismissed the report as nonsense.", "the report as nonsense"),
    ],
)
def test_what_is_denied_or_doubted_is_said_all_the_same(
    said_in: Callable[[str], Sayings], text: str, passage: str
) -> None:
    assert said_in(text) == {("Dana Roth", passage)}


def test_long_sentence_after_a_long_one_is_an_attribution_of_its_own(
    said_in: Callable[[str], Sayings],
) -> None:
    first = "“The harbour will stay open in every season, whatever the council decides this year,”"
    second = "“Nobody who works on the pier has to fear for a job, now or in the coming years.”"

    assert said_in(f"{first} Dana Roth said. {second}") == {
        ("Dana Roth", first),
        ("Dana Roth", second),
    }


def test_transcript_in_capitals_names_its_speakers(
    said_in: Callable[[str], Sayings],
) -> None:
    text = "DANA ROTH: Delmore Bank has lied to us.\n\nOTTO BRANDT: That is wrong."

    assert said_in(text) == {
        ("Dana Roth", "Delmore Bank has lied to us"),
        ("Otto Brandt", "That is wrong"),
    }


def test_letters_of_questions_and_answers_are_nobody(
    types_in: Callable[[str], dict[str, str]],
) -> None:
    text = "Q: Who left?\nA: Dana Roth left Delmore Bank.\nQ: And then?\nA: Then it rained."

    assert {"Q", "A"}.isdisjoint(types_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, Dana Roth, rose from the bench. “She met Ada Quint in Oslo.”",
        "Otto Brandt criticised Peter Hallam. “He met Ada Quint in Oslo.”",
    ],
)
def test_nobody_calls_themselves_he_or_she(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    speakers = {"Dana Roth", "Otto Brandt"}

    assert not any(
        subject in speakers and relation == "metWith"
        for subject, relation, _ in claims_of(text)
    )


def test_pronoun_outside_of_the_quotation_may_be_the_speaker(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = "Otto Brandt was tired. He met Ada Quint in Oslo, he said. “It is over.”"

    assert ("Otto Brandt", "metWith", "Ada Quint") in claims_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“Such a fine morning for us all,” tweeted Dana Roth.",
            ("Dana Roth", "“Such a fine morning for us all,”"),
        ),
        ("Dana Roth has called them “cheats”.", ("Dana Roth", "“cheats”")),
        (
            "Dana Roth denied any guilt.\n\n“I have never seen the money.”",
            ("Dana Roth", "“I have never seen the money.”"),
        ),
        (
            "Dana Roth said: “The pier is open.\nNobody will lose a job.”\nIt rained.",
            ("Dana Roth", "“The pier is open.\nNobody will lose a job.”"),
        ),
        (
            "“The pier,” said Dana Roth, the mayor of Bergen, “has been shut since May.”",
            ("Dana Roth", "“The pier,” … “has been shut since May.”"),
        ),
        (
            "“Our pier,” said Dana Roth, who runs it, “is not for sale.”",
            ("Dana Roth", "“Our pier,” … “is not for sale.”"),
        ),
        (
            "“It is over,” said Dana Roth, the mayor of Bergen. “We lost.”",
            ("Dana Roth", "“It is over,” … “We lost.”"),
        ),
        (
            "“It is over,” said Dana Roth, the mayor of Bergen. Her song, “Cold Rain”, rang out.",
            ("Dana Roth", "“It is over,”"),
        ),
        ("Dana Roth rose from her chair. “We lost.”", ("Dana Roth", "“We lost.”")),
        (
            "Told by Dana Roth that the bank had failed, Otto Brandt wept.",
            ("Dana Roth", "the bank had failed"),
        ),
        ("“We lost,” Dana Roth muttered.", ("Dana Roth", "“We lost,”")),
        (
            "“Why?” Otto Brandt asked Dana Roth. “It rains here,” Roth said.",
            ("Dana Roth", "“It rains here,”"),
        ),
    ],
)
def test_quotation_beside_its_speaker(
    said_in: Callable[[str], Sayings], text: str, expected: tuple[str, str]
) -> None:
    assert expected in said_in(text)


def test_source_ends_with_the_name_of_the_speaker(
    read: Callable[[str], Reading],
) -> None:
    text = "According to her lawyer, Dana Roth, Ada Quint had lost."
    (attribution,) = read(text).attributions
    start, end = attribution.source or (0, 0)

    assert text[start:end] == "her lawyer, Dana Roth"


def test_speaker_within_a_sentence_does_not_act_in_it(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of(
        "“Delmore Bank,” said Dana Roth, a nurse, “has bribed Ada Quint.”"
    )

    assert ("Delmore Bank", "paid", "Ada Quint") in claims
    assert ("Dana Roth", "paid", "Ada Quint") not in claims


def test_answers_in_an_interview_are_said_by_whoever_has_a_name(
    speaker_of: Callable[[str, Triple], str | None],
) -> None:
    text = (
        "Interviewer: Why did you leave the council?\n"
        "Dana Roth: I was tired. Peter Hallam accused Ada Quint."
    )

    assert speaker_of(text, ("Peter Hallam", "accused", "Ada Quint")) == "Dana Roth"
