"""Interviews: each turn is what its speaker says, and "I" in it is the speaker."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple

INTERVIEW = """The minister's long goodbye

Dana Roth spoke to the Bergen Post in Oslo.

Bergen Post: Why did you resign? The prime minister, Jonas Hale, criticized Ada Quint.
Dana Roth: I was never asked to stay. Jonas Hale accused me of disloyalty.

He visited Denmark in June.

Bergen Post: Will you run for parliament? Must Sweden join NATO?
Dana Roth: I met Otto Brandt last week. Denmark has criticized Russia. Dana Roth left in May.
"""


@pytest.mark.parametrize(
    ("claim", "speaker"),
    [
        (("Jonas Hale", "criticized", "Ada Quint"), "Bergen Post"),
        (("Jonas Hale", "accused", "Dana Roth"), "Dana Roth"),
        (("Denmark", "criticized", "Russia"), "Dana Roth"),
    ],
)
def test_turn_is_said_by_the_name_it_begins_with(
    speaker_of: Callable[[str, Triple], str | None],
    claim: tuple[str, str, str],
    speaker: str,
) -> None:
    assert speaker_of(INTERVIEW, claim) == speaker


def test_i_is_whoever_has_the_turn(claims_of: Callable[[str], set[Triple]]) -> None:
    assert ("Dana Roth", "metWith", "Otto Brandt") in claims_of(INTERVIEW)


def test_turn_goes_on_over_paragraphs_until_the_next(
    speaker_of: Callable[[str, Triple], str | None],
) -> None:
    assert speaker_of(INTERVIEW, ("Jonas Hale", "visited", "Denmark")) == "Dana Roth"


def test_what_names_the_speaker_is_no_longer_the_speakers(
    said_in: Callable[[str], set[tuple[str | None, str]]],
) -> None:
    assert not any("in May" in said for _, said in said_in(INTERVIEW))


def test_the_question_of_an_interviewer_asserts_nothing(
    claims_of: Callable[[str], set[Triple]],
    said_in: Callable[[str], set[tuple[str | None, str]]],
) -> None:
    assert not any("parliament" in said for _, said in said_in(INTERVIEW))
    assert not any(relation == "demanded" for _, relation, _ in claims_of(INTERVIEW))


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth: I met Otto Brandt and Denmark criticized Russia.",
        "Dana Roth: 45 percent\nOtto Brandt: 40 percent\nAda Quint criticized Denmark.",
        (
            "The list has Dana Roth: Otto Brandt knows why. "
            "It says of Ada Quint: Denmark criticized Russia."
        ),
    ],
)
def test_name_and_colon_alone_make_no_interview(
    said_in: Callable[[str], set[tuple[str | None, str]]], text: str
) -> None:
    assert said_in(text) == set()


def test_one_who_answers_each_question_gives_an_interview(
    said_in: Callable[[str], set[tuple[str | None, str]]],
) -> None:
    text = "What comes next?\n\nDana Roth: Nothing yet. Ada Quint has moved to Bergen."
    expected = "Nothing yet. Ada Quint has moved to Bergen"

    assert said_in(text) == {("Dana Roth", expected)}


def test_name_may_have_a_line_of_its_own(
    speaker_of: Callable[[str, Triple], str | None],
) -> None:
    text = "Bergen Post:\nWhy did you resign?\nDana Roth:\nI slept. Denmark has criticized Russia."

    assert speaker_of(text, ("Denmark", "criticized", "Russia")) == "Dana Roth"


@pytest.mark.parametrize(
    "asked",
    [
        '"Can Denmark stand by, or must it act?" Dana Roth asked.',
        '"Must Denmark act now?" Dana Roth asked.',
        '"Why must Denmark leave NATO?" Dana Roth asked.',
    ],
)
def test_question_with_must_is_no_demand(
    claims_of: Callable[[str], set[Triple]], asked: str
) -> None:
    assert ("Dana Roth", "demanded", "Denmark") not in claims_of(asked)


def test_must_after_its_subject_is_a_demand(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    assert ("Dana Roth", "demanded", "Denmark") in claims_of(
        '"Denmark must act," Dana Roth said.'
    )


@pytest.mark.parametrize(
    "text",
    [
        "Bergen Post: Did you know?\nDana Roth (Harbour Party): Denmark criticized Russia.",
        "Bergen Post: Did you know?\nDana Roth, Harbour Party: Denmark criticized Russia.",
        "Bergen Post: Did you know?\nDana Roth, mayor of Bergen: Denmark criticized Russia.",
        "JUDGE: Did you know?\nWITNESS: Never.\nDANA ROTH: Denmark criticized Russia.",
    ],
)
def test_label_may_have_a_bracket_and_a_turn_may_have_no_verb(
    speaker_of: Callable[[str, Triple], str | None], text: str
) -> None:
    assert speaker_of(text, ("Denmark", "criticized", "Russia")) == "Dana Roth"


def test_letters_that_take_turns_are_no_initials(
    types_in: Callable[[str], dict[str, str]],
) -> None:
    asked = "Q. Who left?\nA. Dana Roth left. She criticized Denmark."

    assert types_in(asked).keys() == {"Dana Roth", "Denmark"}
    assert "A. Roth" in types_in("A. Roth left.\nB. Hallam criticized Denmark.")


def test_list_of_offices_is_no_interview(
    said_in: Callable[[str], set[tuple[str | None, str]]],
) -> None:
    assert said_in("Chairman: Dana Roth\n\nJudge: Otto Brandt\n\nAll left.") == set()
