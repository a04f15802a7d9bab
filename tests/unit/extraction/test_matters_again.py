"""Events and works that a text mentions again: "Monday's summit", "the incident", "the ruling"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.extraction import Reader
from actorgraph.model import Document, DocumentId
from actorgraph.settings import ReaderMode
from tests.unit.extraction.conftest import Triple


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # told of which day it is
        (
            "A water summit took place in Oslo. Dana Roth attended Monday's water summit.",
            ("Dana Roth", "participatedIn", "water summit"),
        ),
        # by a word that fits many events
        (
            "A bombing killed Peter Hallam. Dana Roth condemned the incident.",
            ("Dana Roth", "opposes", "bombing"),
        ),
        (
            "A crash killed Peter Hallam in Oslo. Dana Roth condemned the disaster.",
            ("Dana Roth", "opposes", "crash"),
        ),
        # by another word of its sense
        (
            (
                "A court published its ruling on fishing. Then Dana Roth praised the ruling. "
                "Peter Hallam opposed the verdict."
            ),
            ("Peter Hallam", "opposes", "ruling"),
        ),
        # an adjective that fits every one of its kind
        (
            "An attack shook Oslo. Dana Roth condemned the deadly attack.",
            ("Dana Roth", "opposes", "attack"),
        ),
        # the one of two that the text speaks of just then
        (
            (
                "Norland dropped a mining plan. It rained. It snowed. Peter Hallam published "
                "a fishing plan. Dana Roth opposed the plan."
            ),
            ("Dana Roth", "opposes", "fishing plan"),
        ),
        # told by the name of its owner
        (
            "Peter Hallam opposed the Danish ban on whaling. Dana Roth opposed Denmark's ban.",
            ("Dana Roth", "opposes", "Danish ban"),
        ),
    ],
)
def test_an_event_or_a_work_is_found_again(
    proposals_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in proposals_of(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # of another day
        (
            "Peter Hallam attended Monday's summit. Dana Roth attended Tuesday's summit.",
            ("Dana Roth", "participatedIn", "Monday's summit"),
        ),
        # of another year
        (
            "An attack shook Oslo. Dana Roth condemned last year's attack.",
            ("Dana Roth", "opposes", "attack"),
        ),
        # nothing that happens once
        (
            "Peter Hallam attended a summit. Dana Roth condemned the incident.",
            ("Dana Roth", "opposes", "summit"),
        ),
        # told about, at another occasion
        (
            "Peter Hallam attended a news conference. Dana Roth attended the summit.",
            ("Dana Roth", "participatedIn", "news conference"),
        ),
        # either of two in one sentence
        (
            "Norland dropped a mining plan and a fishing plan. Dana Roth opposed the plan.",
            ("Dana Roth", "opposes", "fishing plan"),
        ),
        # either of two, both long ago
        (
            (
                "Norland dropped a mining plan. Oslo dropped a fishing plan. It rained. It snowed. "
                "It froze. Dana Roth opposed the plan."
            ),
            ("Dana Roth", "opposes", "fishing plan"),
        ),
    ],
)
def test_another_event_or_work_is_not(
    proposals_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim not in proposals_of(text)


def test_matters_are_mentioned(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of("Dana Roth opposed the clampdown.")
    assert ("Dana Roth", "opposes", "clampdown") in claims


@pytest.mark.parametrize(
    ("second", "exhibitions"), [("Denmark's", 1), ("the Danish", 1), ("Sweden's", 2)]
)
def test_what_two_owners_have_are_two_things(second: str, exhibitions: int) -> None:
    text = (
        "Peter Hallam attended Denmark's exhibition. "
        f"Dana Roth attended {second} exhibition."
    )
    reader = Reader(mode=ReaderMode.RULES, floor=0.0)
    (reading,) = reader.read([Document(DocumentId("d"), "d", text)])

    names = [actor.name for actor in reading.actors]
    assert sum("exhibition" in name for name in names) == exhibitions
