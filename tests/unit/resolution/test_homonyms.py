"""Places and bodies of one name apart: by the territory that they lie in or belong to."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.kinds import LEARNED
from tests.unit.resolution.stories import (
    BODIES,
    Story,
    bearers,
    resolved,
    resolved_in_any_order,
    told,
)


def placed(name: str, *within: str, **more: str) -> Story:
    """A document about a body or a place, which belongs to or lies in some territories."""
    relation = "basedIn" if name in BODIES else "locatedIn"
    return told(name, *((relation, territory) for territory in within), **more)


#: Other documents, beside which few name the same actors.
CROWD = [placed("Delmore", beside=f"Ivo Castel{letter}") for letter in "abcdefghijkl"]


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("Alderfen", ("Ohio",), ("Oregon",)),
        ("Alderfen", ("Ohio",), ("United Kingdom",)),
        ("Alderfen", ("Ohio", "United States"), ("Oregon", "United States")),
        ("Alderfen", ("Norland",), ("Westmark",)),
        ("Coast Party", ("Norland",), ("Westmark",)),
        ("Coast Party", ("England",), ("Ohio",)),
    ],
)
def test_homonyms_of_two_territories_stay_two(
    name: str, first: Sequence[str], second: Sequence[str]
) -> None:
    corpus = resolved(placed(name, *first), placed(name, *second))
    assert bearers(corpus, name) == ["d0", "d1"]
    assert corpus.doubts == ()


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("Alderfen", ("Ohio",), ()),
        ("Alderfen", ("Ohio",), ("United States",)),
        ("Alderfen", ("England",), ("United Kingdom",)),
        # CASE several in one document: two towns taken for one, or a town on a border
        ("Alderfen", ("Ohio", "Oregon"), ("England", "Ohio")),
        ("Alderfen", ("Norland", "Westmark"), ("Ohio",)),
        ("Coast Party", ("Norland",), ()),
        ("Coast Party", ("Norland", "Westmark"), ("Ohio",)),
        # CASE branches: of one party in two states
        ("Coast Party", ("Ohio",), ("Oregon",)),
        # CASE no kind of body: a company is at home in many countries
        ("Delmore", ("Norland",), ("Westmark",)),
    ],
)
def test_what_may_be_one_is_one(
    name: str, first: Sequence[str], second: Sequence[str]
) -> None:
    corpus = resolved(placed(name, *first), placed(name, *second))
    assert bearers(corpus, name) == ["d0 d1"]


def test_what_the_gazetteer_knows_of_a_name_does_not_distinguish_it() -> None:
    corpus = resolved(
        placed("Alderfen", "Norland", method="gazetteer"),
        placed("Alderfen", "Westmark"),
    )
    assert bearers(corpus, "Alderfen") == ["d0 d1"]


@pytest.mark.parametrize(
    "method", [Construction.ORGANIZATION_IN_PLACE.value, f"{LEARNED} 0.9"]
)
def test_where_a_body_is_at_work_does_not_distinguish_it(method: str) -> None:
    corpus = resolved(
        placed("Coast Party", "Norland"),
        placed("Coast Party", "Westmark", method=method),
    )
    assert bearers(corpus, "Coast Party") == ["d0 d1"]


def test_which_is_meant_is_left_open_where_nothing_decides() -> None:
    corpus = resolved(
        placed("Alderfen", "Ohio"), placed("Alderfen", "Oregon"), placed("Alderfen")
    )
    assert bearers(corpus, "Alderfen") == ["d0", "d1", "d2"]
    assert [doubt.reason for doubt in corpus.doubts] == [
        "the same name, “Alderfen”, but others have that name too"
    ] * 2


def test_which_is_meant_is_decided_by_who_else_is_named() -> None:
    corpus = resolved(
        placed("Alderfen", "Ohio", beside="Bo Marsh, Cy Hale, Di Rook"),
        placed("Alderfen", "Oregon", beside="Ed Vane, Fay Orr"),
        placed("Alderfen", beside="Bo Marsh, Cy Hale, Di Rook"),
        *CROWD,
    )
    assert bearers(corpus, "Alderfen") == ["d0 d2", "d1"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # CASE one name: it may be beside either
        ("Bo Marsh", "Gus Lind"),
        # CASE two companies: one is hardly nearer than the other
        ("Bo Marsh, Cy Hale, Di Rook", "Ed Vane, Fay Orr"),
    ],
)
def test_too_little_company_decides_nothing(first: str, second: str) -> None:
    corpus = resolved(
        placed("Alderfen", "Ohio", beside=first),
        placed("Alderfen", "Oregon", beside=second),
        placed("Alderfen", beside="Bo Marsh, Cy Hale, Di Rook, Ed Vane, Fay Orr"),
        *CROWD,
    )
    assert bearers(corpus, "Alderfen") == ["d0", "d1", "d2"]


def test_a_name_that_several_have_is_no_company() -> None:
    corpus = resolved(
        placed("Alderfen", "Ohio", beside="Bo Marsh, Cy Hale"),
        placed("Alderfen", "Oregon", beside="Bo Marsh, Cy Hale"),
        placed("Alderfen", beside="Bo Marsh, Cy Hale"),
        *CROWD,
    )
    reasons = [doubt.reason for doubt in corpus.doubts if "Alderfen" in doubt.reason]
    assert reasons
    assert not any("alderfen" in reason for reason in reasons)


def test_a_general_name_is_doubtful_only_within_a_country() -> None:
    corpus = resolved(
        placed("Foreign Ministry", "Norland"),
        placed("Foreign Ministry", "Norland"),
        placed("Foreign Ministry", "Westmark"),
    )
    (doubt,) = corpus.doubts
    assert doubt.reason == (
        "the same name, “Foreign Ministry”, but it could be anybody’s; both of Norland"
    )


def test_homonyms_do_not_depend_on_the_order_of_the_documents() -> None:
    stories = (
        placed("Alderfen", "Ohio", beside="Bo Marsh"),
        placed("Alderfen", "Oregon", beside="Cy Hale"),
        placed("Alderfen", "United States", beside="Cy Hale"),
        placed("Alderfen", beside="Bo Marsh"),
    )
    assert len(resolved_in_any_order(*stories)) == 1
