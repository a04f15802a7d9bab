"""Descriptions by a word for anyone with one of several roles: "the lawmaker"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple

THANKS = ("Otto Brandt", "praised", "Dana Roth")


@pytest.mark.parametrize(
    ("first", "word"),
    [
        ("Senator Dana Roth slept.", "lawmaker"),
        ("Dana Roth, the CEO of Norvale, slept.", "chief executive"),
        ("Foreign Minister Dana Roth slept.", "top diplomat"),
        ("Mrs Justice Dana Roth slept.", "judge"),
        ("Barrister Dana Roth slept.", "lawyer"),
        ("Defence Secretary Dana Roth slept.", "minister"),
        ("Cllr Dana Roth slept.", "councillor"),
    ],
)
def test_word_for_any_is_the_only_one_with_such_a_role(
    claims_of: Callable[[str], set[Triple]], first: str, word: str
) -> None:
    assert THANKS in claims_of(f"{first} Otto Brandt thanked the {word}.")


@pytest.mark.parametrize(
    "text",
    [
        # two of them
        "Senators Dana Roth and Nils Berg slept. Otto Brandt thanked the lawmaker.",
        # another, whom the text only describes
        "Barrister Dana Roth slept. A lawyer left. Otto Brandt thanked the lawyer.",
        # somebody else, whom the text calls so
        "Senator Dana Roth and lawmaker Nils Berg slept. Otto Brandt thanked the lawmaker.",
        # no longer
        "Former Senator Dana Roth slept. Otto Brandt thanked the lawmaker.",
        # more than she is
        "Senator Dana Roth slept. Otto Brandt thanked the president.",
    ],
)
def test_word_for_any_is_nobody_where_another_may_be_meant(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert THANKS not in claims_of(text)
