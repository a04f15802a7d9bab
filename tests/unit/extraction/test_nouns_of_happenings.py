"""Nouns of happenings: in every form of their phrase, and in the clause that they are part of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple

BOTH_PARTIES = [
    (
        "The marriage of Dana Roth and Peter Hallam is happy.",
        ("Dana Roth", "spouseOf", "Peter Hallam"),
    ),
    ("The Norway-Sweden talks collapsed.", ("Norway", "negotiatedWith", "Sweden")),
    ("The Norway/Sweden dispute goes on.", ("Sweden", "opposes", "Norway")),
    (
        "Talks among Norway, Sweden and Denmark failed.",
        ("Sweden", "negotiatedWith", "Denmark"),
    ),
    ("A war involving Norway and Sweden began.", ("Norway", "fought", "Sweden")),
    ("Norway and Sweden are in talks.", ("Norway", "negotiatedWith", "Sweden")),
    ("Norway and Sweden have a dispute.", ("Norway", "opposes", "Sweden")),
    ("Norway and Sweden are at loggerheads.", ("Sweden", "opposes", "Norway")),
    (
        "A war of words between Dana Roth and Peter Hallam began.",
        ("Peter Hallam", "criticized", "Dana Roth"),
    ),
    ("Talks by Norway and Sweden began.", ("Norway", "negotiatedWith", "Sweden")),
    (
        "It was hit in a joint operation by Norway and Sweden.",
        ("Norway", "cooperatesWith", "Sweden"),
    ),
    (
        "A joint appeal was issued by Norway and Sweden.",
        ("Norway", "cooperatesWith", "Sweden"),
    ),
    (
        "In a joint letter, Dana Roth and Peter Hallam warned of floods.",
        ("Dana Roth", "cooperatesWith", "Peter Hallam"),
    ),
]

BY_THE_CLAUSE = [
    (
        "In a long interview with Peter Hallam, Dana Roth looked back.",
        ("Dana Roth", "spokeWith", "Peter Hallam"),
    ),
    (
        "Following talks with Peter Hallam, Dana Roth flew home.",
        ("Dana Roth", "negotiatedWith", "Peter Hallam"),
    ),
    (
        "Dana Roth smiled ahead of talks with Peter Hallam.",
        ("Dana Roth", "negotiatedWith", "Peter Hallam"),
    ),
    (
        "Dana Roth replied with harsh criticism of Peter Hallam.",
        ("Dana Roth", "criticized", "Peter Hallam"),
    ),
    (
        "Dana Roth won with the backing of Peter Hallam.",
        ("Peter Hallam", "supports", "Dana Roth"),
    ),
    (
        "Norway ignored a request from Sweden to send troops.",
        ("Sweden", "demanded", "Norway"),
    ),
    (
        "Norway launched a new invasion of Sweden.",
        ("Norway", "attacked", "Sweden"),
    ),
    ("Sweden slumped to a 2-0 loss to Norway.", ("Norway", "defeated", "Sweden")),
    (
        "A late goal handed Norway a win over Sweden.",
        ("Norway", "defeated", "Sweden"),
    ),
    ("Norway led 1-0 after a win over Sweden.", ("Norway", "defeated", "Sweden")),
]

BY_WORDS_BESIDE = [
    (
        "Dana Roth's criticism of Peter Hallam's plan is known.",
        ("Dana Roth", "criticized", "Peter Hallam"),
    ),
    (
        "Help from Norway for Sweden was late.",
        ("Norway", "gaveAidTo", "Sweden"),
    ),
    (
        "Norway's hostility to Sweden and support for Denmark is old.",
        ("Norway", "supports", "Denmark"),
    ),
    (
        "Dana Roth's accusation that Peter Hallam lied is old.",
        ("Dana Roth", "accused", "Peter Hallam"),
    ),
    (
        "Calls by Norway for Sweden to free the sailors were heard.",
        ("Norway", "demanded", "Sweden"),
    ),
    (
        "A face-off between Norway and Sweden is near.",
        ("Norway", "fought", "Sweden"),
    ),
    # The first part of an adjective of two countries is one of them.
    ("Franco-German ties grew.", ("France", "cooperatesWith", "Germany")),
    ("Sino-American ties grew.", ("China", "cooperatesWith", "United States")),
    # What precedes the noun has the act, where no clause says who does it.
    ("Dana Roth saw a Norway attack on Sweden.", ("Norway", "attacked", "Sweden")),
    (
        "Dana Roth praised the ties between Norway and Sweden.",
        ("Norway", "cooperatesWith", "Sweden"),
    ),
]


@pytest.mark.parametrize(
    ("text", "claim"), [*BOTH_PARTIES, *BY_THE_CLAUSE, *BY_WORDS_BESIDE]
)
def test_noun_is_read_in_its_phrase_and_clause(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in claims_of(text)


NEIGHBOURS = [
    # War that both wage on a third.
    ("Norway and Sweden waged war on Denmark.", ("Norway", "fought", "Sweden")),
    # Without what anyone shall do, a call is for help, or a name is called.
    ("Norway's calls for Sweden were heard.", ("Norway", "demanded", "Sweden")),
    # Who deals with an attack does not attack.
    ("Norway dealt with an attack on Sweden.", ("Norway", "attacked", "Sweden")),
    # Nor does who falls in it.
    ("Dana Roth fell in the attack on Sweden.", ("Dana Roth", "criticized", "Sweden")),
    # The winner is not whoever speaks of a defeat.
    (
        "Dana Roth spoke after the defeat of Peter Hallam.",
        ("Dana Roth", "defeated", "Peter Hallam"),
    ),
    # Another sense of the noun.
    ("The trade war between Norway and Sweden began.", ("Norway", "fought", "Sweden")),
    (
        "An exchange of fire between soldiers and rebels began.",
        ("soldiers", "spokeWith", "rebels"),
    ),
    # A court that dismisses a suit is not sued.
    (
        "Judge Dana Roth dismissed a lawsuit by Peter Hallam.",
        ("Peter Hallam", "accused", "Dana Roth"),
    ),
    # What somebody's handling is of, nobody criticizes.
    (
        "Dana Roth's criticism of Peter Hallam's handling of Sweden is known.",
        ("Dana Roth", "criticized", "Sweden"),
    ),
    # Journalists' questions.
    (
        "Norway did not answer a request for comment from the Easthaven Post.",
        ("Easthaven Post", "demanded", "Norway"),
    ),
    # Who is punished over a visit has made it, not who punishes.
    (
        "Norway imposed sanctions on Peter Hallam over a visit to Sweden.",
        ("Norway", "visited", "Sweden"),
    ),
    # Who says together what of another has no part in that.
    (
        "The talks were called off by Norway in a joint statement with Sweden.",
        ("Norway", "negotiatedWith", "Sweden"),
    ),
    (
        "The pact was dismissed by Norway and Sweden.",
        ("Norway", "agreedWith", "Sweden"),
    ),
    # Who files a case brings it, whatever court or law it names.
    ("Norway filed an EU rights case against Sweden.", ("EU", "accused", "Sweden")),
    # Ties that suffer.
    (
        "Ties between Norway and Sweden have soured.",
        ("Norway", "cooperatesWith", "Sweden"),
    ),
    (
        "Dana Roth spoke of tense ties between Norway and Sweden.",
        ("Norway", "cooperatesWith", "Sweden"),
    ),
    (
        "Ties between Norway and Sweden are frosty.",
        ("Norway", "cooperatesWith", "Sweden"),
    ),
    # A mayor's criticism is not that of the town.
    (
        "Criticism from the mayor of Oslo over the plan grew.",
        ("mayor of Oslo", "criticized", "Oslo"),
    ),
]


@pytest.mark.parametrize(("text", "claim"), NEIGHBOURS)
def test_noun_says_nothing_of_those_who_take_no_part(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim not in claims_of(text)
