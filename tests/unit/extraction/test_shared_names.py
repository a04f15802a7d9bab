"""Places and bodies of one name in a text: the territory beside the name says which is meant."""

from collections.abc import Callable

import pytest

from actorgraph.model import MentionKind, Reading

Read = Callable[[str], Reading]
Claims = Callable[[str], set[tuple[str, str, str]]]


def bearers(reading: Reading, name: str) -> list[str]:
    """Return where the name stands that each actor has: ``["1 3", "2"]``, counted from 1."""
    places: dict[int, str] = {}
    for actor in reading.actors:
        for mention in actor.mentions:
            is_named = mention.kind is MentionKind.NAME
            if is_named and mention.text.removeprefix("the ").startswith(name):
                places[mention.start] = actor.id
    groups: dict[str, list[str]] = {}
    for number, start in enumerate(sorted(places), start=1):
        groups.setdefault(places[start], []).append(str(number))
    return sorted(map(" ".join, groups.values()))


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        # CASE places: the one without a state is open once both were named
        (
            (
                "The mill left Springfield, Ohio, for Springfield, Oregon. "
                "Weavers in Springfield protested."
            ),
            "Springfield",
            ["1", "2", "3"],
        ),
        # CASE only one so far
        (
            (
                "The mill left Springfield, Ohio. Weavers in Springfield protested. "
                "It went to Springfield, Oregon."
            ),
            "Springfield",
            ["1 2", "3"],
        ),
        # CASE one place: its region and its country
        (
            (
                "The mill is in Springfield, Ohio. A weaver of Springfield, "
                "United States, protested."
            ),
            "Springfield",
            ["1 2"],
        ),
        # CASE no container: the gazetteer knows where Vienna is
        (
            "Vienna, Austria, was calm on Monday. In Vienna, Norway said it would help.",
            "Vienna",
            ["1 2"],
        ),
        # CASE bodies
        (
            "Norway's Labour Party praised Sweden's Labour Party on Monday.",
            "Labour Party",
            ["1", "2"],
        ),
        (
            (
                "Kenya's Senate passed the bill. The French Senate rejected it. "
                "The Senate will vote again."
            ),
            "Senate",
            ["1", "2", "3"],
        ),
        (
            (
                "Kenya's Senate passed the bill. The Senate praised itself. "
                "The French Senate rejected a like one."
            ),
            "Senate",
            ["1 2", "3"],
        ),
        # CASE in the name
        (
            (
                "The Norwegian Supreme Court heard the case. "
                "The Supreme Court of Kenya had refused to. The Supreme Court rules in May."
            ),
            "Supreme Court",
            ["1", "2", "3"],
        ),
        # CASE longer name: what it abbreviates is the only one of that state
        (
            (
                "The National Bank of Poland met. The National Bank of Kenya did not. "
                "Poland's National Bank had asked for it, and Kenya's National Bank agreed."
            ),
            "National Bank",
            ["1 3", "2 4"],
        ),
        # CASE one state
        (
            (
                "Kenya's Senate passed the bill. The Kenyan Senate had waited. "
                "The Senate will vote again."
            ),
            "Senate",
            ["1 2 3"],
        ),
        # CASE no kind: a company is at home in many countries
        (
            "Norway's Delmore Inc. sold ships. Sweden's Delmore Inc. bought them.",
            "Delmore Inc",
            ["1 2"],
        ),
    ],
)
def test_who_has_the_name(
    read: Read, text: str, name: str, expected: list[str]
) -> None:
    assert bearers(read(text), name) == expected


def test_what_is_said_of_one_is_not_said_of_the_other(claims_of: Claims) -> None:
    text = "Norway's Labour Party lost. Dana Roth leads Sweden's Labour Party."
    assert ("Dana Roth", "citizenOf", "Norway") not in claims_of(text)


@pytest.mark.parametrize(
    ("text", "home", "other"),
    [
        (
            "The US Senate passed the bill. France's Senate rejected it.",
            "United States",
            "France",
        ),
        (
            "The mill left Cambridge, Ohio, for Cambridge, England. Britain was glad.",
            "United Kingdom",
            "Ohio",
        ),
    ],
)
def test_a_known_home_is_not_that_of_a_namesake(
    read: Read, text: str, home: str, other: str
) -> None:
    reading = read(text)
    names = {actor.id: actor.name for actor in reading.actors}
    at_home, elsewhere = (
        {claim.subject for claim in reading.claims if names[claim.object] == place}
        for place in (home, other)
    )
    assert elsewhere
    assert at_home.isdisjoint(elsewhere)
