"""Namesakes apart, and names that one post joins: what the documents say beside the names."""

from __future__ import annotations

import pytest

from actorgraph.model import Actor, ActorId, ActorType, Reading
from actorgraph.resolution import resolve
from tests.unit.resolution.stories import (
    VOCABULARY,
    Story,
    bearers,
    reading,
    resolved,
    resolved_in_any_order,
    told,
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            told("Ann Lee", ("bornOn", "3 May 1950")),
            told("Ann Lee", ("bornOn", "1971")),
        ),
        (
            told("Ann Lee", ("citizenOf", "Norland")),
            told("Ann Lee", ("citizenOf", "Westmark")),
        ),
        (
            told("Ann Lee", after=", 58,", date="2020-01-01"),
            told("Ann Lee", ("bornOn", "1990")),
        ),
    ],
)
def test_what_cannot_be_true_of_one_keeps_namesakes_apart(
    first: Story, second: Story
) -> None:
    corpus = resolved(first, second)
    assert bearers(corpus, "Lee") == ["d0", "d1"]
    assert corpus.doubts == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (told("Ann Lee", ("bornOn", "1950")), told("Ann Lee", ("bornOn", "1951"))),
        (
            told("Ann Lee", ("bornOn", "1950")),
            told("Ann Lee", ("citizenOf", "Norland")),
        ),
        (
            told("Ann Lee", after=", 58,", date="2020-01-01"),
            told("Ann Lee", after=", 60,", date="2022-05-05"),
        ),
        (
            told("Ann Lee", ("citizenOf", "Norland"), ("leads", "Harbour League")),
            told("Ann Lee", ("citizenOf", "Westmark"), ("leads", "Harbour League")),
        ),
        (told("Ann Lee", after=", 58,"), told("Ann Lee", after=", 18,")),
    ],
)
def test_what_may_be_true_of_one_does_not(first: Story, second: Story) -> None:
    assert bearers(resolved(first, second), "Lee") == ["d0 d1"]


def test_who_is_meant_is_decided_by_the_post() -> None:
    corpus = resolved(
        told("Ann Lee", ("citizenOf", "Norland"), ("leads", "Harbour League")),
        told("Ann Lee", ("citizenOf", "Westmark")),
        told("Ann Lee", ("leads", "Harbour League")),
    )
    assert bearers(corpus, "Ann Lee") == ["d0 d2", "d1"]


def test_who_is_meant_is_decided_by_who_else_is_named() -> None:
    crowd = [told(f"Ivo Castel{letter}") for letter in "abcdefghijklmnopqrst"]
    corpus = resolved(
        told("Ann Lee", ("bornOn", "1950"), beside="Bo Marsh, Cy Hale, Di Rook"),
        told("Ann Lee", ("bornOn", "1971"), beside="Ed Vane, Fay Orr"),
        told("Ann Lee", beside="Bo Marsh, Cy Hale, Di Rook"),
        *crowd,
    )
    assert bearers(corpus, "Ann Lee") == ["d0 d2", "d1"]


def test_who_is_meant_is_left_open_where_nothing_decides() -> None:
    corpus = resolved(
        told("Ann Lee", ("bornOn", "1950")),
        told("Ann Lee", ("bornOn", "1971")),
        told("Ann Lee"),
        told("Ann Lee"),
    )
    assert bearers(corpus, "Ann Lee") == ["d0", "d1", "d2", "d3"]
    reasons = [doubt.reason for doubt in corpus.doubts]
    assert reasons
    assert all("it could be anybody’s" in reason for reason in reasons)


def test_a_single_misreading_does_not_break_up_a_well_known_name() -> None:
    known = [told("Ann Lee", ("citizenOf", "Norland")) for _ in range(6)]
    corpus = resolved(
        *known, told("Ann Lee", ("citizenOf", "Westmark")), told("Ann Lee")
    )
    assert bearers(corpus, "Ann Lee") == ["d0 d1 d2 d3 d4 d5 d7", "d6"]
    (alone,) = resolved(told("Ann Lee")).actors
    assert alone.id in {actor.id for actor in corpus.actors}


def test_namesakes_do_not_depend_on_the_order_of_the_documents() -> None:
    stories = (
        told("Alex Lee", ("bornOn", "1950"), beside="Bo Marsh"),
        told("Alex Lee", ("bornOn", "1971"), beside="Cy Hale"),
        told("Alex Lee", ("citizenOf", "Norland"), beside="Cy Hale"),
        told("Alex Lee", beside="Bo Marsh"),
    )
    assert len(resolved_in_any_order(*stories)) == 1


def test_a_surname_joins_the_only_one_of_that_name_who_holds_the_same_post() -> None:
    corpus = resolved(
        told("Ann Lee", ("leads", "Harbour League")),
        told("Bob Lee", ("leads", "Coast Party")),
        told("Lee", ("leads", "Harbour League")),
    )
    assert bearers(corpus, "Lee") == ["d0 d2", "d1"]


def test_another_spelling_joins_whoever_holds_the_same_post() -> None:
    corpus = resolved(
        told("Ann Muellner", ("leads", "Harbour League")),
        told("Ann Mullner", ("leads", "Harbour League")),
    )
    assert bearers(corpus, "llner") == ["d0 d1"]


def test_a_surname_joins_neither_of_two_who_hold_the_post() -> None:
    corpus = resolved(
        told("Ann Lee", ("leads", "Harbour League")),
        told("Bob Lee", ("leads", "Harbour League")),
        told("Lee", ("leads", "Harbour League")),
    )
    assert bearers(corpus, "Lee") == ["d0", "d1", "d2"]
    assert all("both: leads Harbour League" in d.reason for d in corpus.doubts)


def test_a_doubt_says_what_both_have_in_common() -> None:
    crowd = [told(f"Ivo Castel{letter}") for letter in "abcdefghijklmnopqrst"]
    corpus = resolved(
        told("Ann Lee", ("citizenOf", "Norland"), beside="Bo Marsh, Cy Hale, Di Rook"),
        told("Lee", ("citizenOf", "Norland"), beside="Bo Marsh, Cy Hale, Di Rook"),
        *crowd,
    )
    (doubt,) = (doubt for doubt in corpus.doubts if "Lee" in doubt.reason)
    assert doubt.reason == (
        "“Ann Lee” and “Lee”: one document gives only the surname; both of Norland; "
        "the documents of both name Bo Marsh, Cy Hale, Di Rook"
    )
    plain = resolved(told("Ann Lee"), told("Lee")).doubts[0]
    assert plain.score < doubt.score < 1


def test_an_actor_of_the_same_document_is_no_company() -> None:
    first, second = reading("d0", told("Ann Lee")), reading("d0", told("Lee"))
    moved = Actor(
        ActorId("a1"), ActorType.PERSON, "Lee", mentions=second.actors[0].mentions
    )
    both = Reading(first.document, (*first.actors, moved))
    crowd = [reading(f"d{n}", told("Ivo Castell")) for n in range(1, 9)]
    (doubt,) = resolve([both, *crowd], (), VOCABULARY).doubts
    assert "the documents of both" not in doubt.reason
