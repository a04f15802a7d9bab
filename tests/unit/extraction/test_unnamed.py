"""People whom a text never names: "I", and a "he" or "she" that it begins with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Reading
from tests.unit.extraction.conftest import Triple


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            '"I met Peter Hallam in Oslo," Dana Roth said.',
            ("Dana Roth", "metWith", "Peter Hallam"),
        ),
        (
            'Dana Roth said: "Peter Hallam accused me."',
            ("Peter Hallam", "accused", "Dana Roth"),
        ),
        (
            "I was born in Oslo and met Peter Hallam.",
            ("author of the text", "metWith", "Peter Hallam"),
        ),
        ("She met Peter Hallam in Oslo.", ("unnamed woman", "metWith", "Peter Hallam")),
        (
            "He visited Norway. His wife, Ada Quint, slept.",
            ("unnamed man", "visited", "Norway"),
        ),
    ],
)
def test_pronoun_of_nobody_named_is_the_speaker_the_author_or_an_actor_of_its_own(
    claims_of: Callable[[str], set[Triple]], text: str, claim: tuple[str, str, str]
) -> None:
    assert claim in claims_of(text)


def test_one_unnamed_woman_is_one_actor(read: Callable[[str], Reading]) -> None:
    reading = read("She met Peter Hallam in Oslo. Later she criticized Otto Brandt.")

    (woman,) = [actor for actor in reading.actors if actor.name == "unnamed woman"]
    assert [mention.text for mention in woman.mentions] == ["She", "she"]


def test_quotation_of_nobody_known_says_nothing_about_the_author(
    claims_of: Callable[[str], set[Triple]],
    refusals_in: Callable[[str], list[tuple[str, str, str, str]]],
) -> None:
    text = 'The wall read: "I criticized Peter Hallam."'

    assert not any(relation == "criticized" for _, relation, _ in claims_of(text))
    assert [reason for *_, reason in refusals_in(text)] == ["cannot tell who says “i”"]


def test_what_somebody_says_without_quotation_marks_is_not_the_authors(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = "I met Peter Hallam in Oslo, Dana Roth said."

    assert not any(subject.startswith("author") for subject, _, _ in claims_of(text))


def test_pronoun_that_may_mean_somebody_named_before_makes_no_new_actor(
    types_in: Callable[[str], dict[str, str]],
) -> None:
    text = "Anna Roth met Peter Hallam and Otto Brandt in Oslo. He visited Norway."

    assert set(types_in(text)).isdisjoint({"unnamed man", "unnamed woman"})


def test_person_of_the_other_gender_does_not_keep_a_pronoun_from_being_somebody_unnamed(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    assert ("unnamed man", "metWith", "Anna Roth") in claims_of(
        "Anna Roth slept. He met Anna Roth."
    )
