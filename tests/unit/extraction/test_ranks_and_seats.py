"""Ranks that are written short, seats of bodies, and what belongs to bodies and states."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple

HALLAM, QUINT, BANK = "Peter Hallam", "Ada Quint", "Delmore Bank"


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # ranks
        ("Gen. Peter Hallam resigned.", (HALLAM, "holdsPost", "general")),
        (
            "Lt Cmdr Peter Hallam resigned.",
            (HALLAM, "holdsPost", "lieutenant commander"),
        ),
        (
            "Lt. Col. Peter Hallam resigned.",
            (HALLAM, "holdsPost", "lieutenant colonel"),
        ),
        (
            "Army spokesman Maj. Gen. Peter Hallam resigned.",
            (HALLAM, "holdsPost", "major general"),
        ),
        (
            "Prof. Ada Quint of Oslo University spoke.",
            (QUINT, "holdsPost", "professor of Oslo University"),
        ),
        (
            "U.S. Army Sgt. Peter Hallam was wounded.",
            (HALLAM, "memberOf", "U.S. Army"),
        ),
        # a body whose name is quoted
        (
            'Ada Quint, head of the aid group "Regional Forum", spoke.',
            (QUINT, "leads", "Regional Forum"),
        ),
        (
            'Ada Quint, chairman of the Norwegian NGO "Regional Forum", spoke.',
            (QUINT, "leads", "Regional Forum"),
        ),
        # seats
        (
            "Delmore Bank's headquarters in Oslo were searched.",
            (BANK, "basedIn", "Oslo"),
        ),
        ("Oslo-headquartered Delmore Bank was fined.", (BANK, "basedIn", "Oslo")),
        # parts
        (
            "Ada Quint leads Delmore University's Quint Institute.",
            ("Quint Institute", "partOf", "Delmore University"),
        ),
        (
            "The Quint Institute at Oslo University was closed.",
            ("Quint Institute", "partOf", "Oslo University"),
        ),
        # what is a state's
        (
            "Norway's state-owned oil company Norvale was fined.",
            ("Norway", "ownerOf", "Norvale"),
        ),
        (
            "Norwegian state-owned lender Delmore Bank was fined.",
            ("Norway", "ownerOf", BANK),
        ),
        (
            "Norway's state-run Delmore Bank was fined.",
            ("Norway", "ownerOf", BANK),
        ),
        (
            "Norway's lower house of parliament attacked Ada Quint.",
            ("Norway's lower house of parliament", "institutionOf", "Norway"),
        ),
        # stakes in what goes by its place
        (
            "Peter Hallam holds a 20 percent stake in Heathrow.",
            (HALLAM, "ownerOf", "Heathrow"),
        ),
    ],
)
def test_ranks_and_seats_are_read(
    claims_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple in claims_of(text)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        # an award is no post
        ("Peter Hallam was named player of the tournament.", "holdsPost"),
        ("Peter Hallam was voted manager of the month.", "holdsPost"),
        # a part
        ('Ada Quint is head of research for the "Regional Forum".', "leads"),
        # where something is done to a body
        ("Protesters sued Delmore Bank at Delmore University.", "partOf"),
        # what a company makes
        ("Critics tried Delmore Bank's Quint Institute.", "partOf"),
        # what is a state's is no place in it
        ("Chinese state media criticized Norway.", "locatedIn"),
        ("Norway's state-owned oil company Norvale was fined.", "locatedIn"),
    ],
)
def test_no_ranks_and_seats_are_read(
    claims_of: Callable[[str], set[Triple]], text: str, relation: str
) -> None:
    assert relation not in {triple[1] for triple in claims_of(text)}


def test_what_is_a_states_may_be_in_a_place(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = "Ada Quint attended a state security exhibition in Oslo."

    assert (QUINT, "visited", "Oslo") in claims_of(text)
