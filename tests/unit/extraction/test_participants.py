"""Who takes part in an event by its own phrase, and acts that the phrase of an event tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple

PARTICIPANTS = [
    ("There was a news conference with Dana Roth.", "Dana Roth", "news conference"),
    ("The match against Norway was short.", "Norway", "match"),
    ("A protest by Norwegian drivers ended.", "Norwegian drivers", "protest"),
    ("The trial of Dana Roth began.", "Dana Roth", "trial"),
    ("A summit involving Dana Roth began.", "Dana Roth", "summit"),
    ("The drill featured Norway and Sweden.", "Sweden", "drill"),
    ("Dana Roth's rally was short.", "Dana Roth", "rally"),
    ("A Norwegian counteroffensive began.", "Norway", "counteroffensive"),
    ("It was a meeting in which Dana Roth smiled.", "Dana Roth", "meeting"),
    ("They praised the summit where Dana Roth spoke.", "Dana Roth", "summit"),
    ("Dana Roth smiled on the sidelines of the summit.", "Dana Roth", "summit"),
]

OTHERS = [
    # against whom they protest or vote
    ("Anti-Norwegian protests began.", "Norway"),
    ("The vote against Dana Roth was short.", "Dana Roth"),
    # who lives where it is
    ("The Norwegian protests began.", "Norway"),
    # the funeral is not theirs
    ("The funeral of Dana Roth was short.", "Dana Roth"),
    # what came after
    ("They praised the day after the summit, when Dana Roth smiled.", "Dana Roth"),
    ("Dana Roth smiled on the summit of the hill.", "Dana Roth"),
]


@pytest.mark.parametrize(("text", "actor", "event"), PARTICIPANTS)
def test_the_phrase_of_an_event_names_participants(
    proposals_of: Callable[[str], set[Triple]], text: str, actor: str, event: str
) -> None:
    participants = {
        (subject, object_)
        for subject, relation, object_ in proposals_of(text)
        if relation == "participatedIn"
    }

    assert any(actor == who and event in what for who, what in participants)


@pytest.mark.parametrize(("text", "actor"), OTHERS)
def test_others_in_the_phrase_take_no_part(
    proposals_of: Callable[[str], set[Triple]], text: str, actor: str
) -> None:
    proposals = proposals_of(text)

    assert [c for c in proposals if c[:2] == (actor, "participatedIn")] == []


ACTS = [
    # an adjective does not make an event its own author
    ("Norway launched a third invasion of Sweden.", ("Norway", "attacked", "Sweden")),
    # who hurts somebody in an attack
    (
        "Norwegian forces killed two soldiers in a strike on Sweden.",
        ("Norwegian forces", "attacked", "Sweden"),
    ),
    # whose the act is that somebody receives
    ("Dana Roth drew Norwegian criticism.", ("Norway", "criticized", "Dana Roth")),
    ("Dana Roth faces Norwegian sanctions.", ("Norway", "sanctioned", "Dana Roth")),
    (
        "Sweden, which was under Norwegian attack, fell.",
        ("Norway", "attacked", "Sweden"),
    ),
    # the parser joins what follows to the time
    (
        "Norwegian soldiers clashed for the second time with members of a gang.",
        ("Norwegian soldiers", "fought", "members"),
    ),
    # the parser joins the place to the press
    (
        "Dana Roth told journalists in Bergen it was over.",
        ("Dana Roth", "visited", "Bergen"),
    ),
    # the result of a contest
    ("Norway moved up with a win over Sweden.", ("Norway", "defeated", "Sweden")),
    ("Dana Roth led Norway to a win over Sweden.", ("Norway", "defeated", "Sweden")),
    ("Norway settled for a draw with Sweden.", ("Norway", "fought", "Sweden")),
    # whose attack is resisted
    ("Norway halted a Swedish incursion.", ("Norway", "fought", "Sweden")),
    ("Norway repelled an attack by Sweden.", ("Norway", "fought", "Sweden")),
    # whose reporter somebody speaks to
    ("Dana Roth told CNN's Ada Quint it was over.", ("Dana Roth", "spokeWith", "CNN")),
    # adverbs between an occasion and its verb
    (
        "Elsewhere in an interview with Peter Hallam, Dana Roth mocked Norway.",
        ("Dana Roth", "spokeWith", "Peter Hallam"),
    ),
    # a recipient without a preposition
    ("Dana Roth was awarded an Oscar.", ("Dana Roth", "awarded", "Oscar")),
    ("The jury gave Dana Roth the award.", ("Dana Roth", "awarded", "award")),
    # a title between the comma and the name
    (
        "Peter Hallam met the candidate, former mayor Dana Roth.",
        ("Peter Hallam", "metWith", "Dana Roth"),
    ),
]

NO_ACTS = [
    ("Two soldiers were killed in a strike on Sweden.", "attacked"),
    ("Norwegians killed in a strike on Sweden were praised.", "attacked"),
    ("Norwegian police arrested a soldier in a strike on Sweden.", "attacked"),
    ("Dana Roth told a friend in Bergen it was over.", "visited"),
    ("Dana Roth watched the win over Sweden.", "defeated"),
    ("Dana Roth was given the report.", "awarded"),
]


@pytest.mark.parametrize(("text", "triple"), ACTS)
def test_the_author_of_an_act_is_found(
    proposals_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple in proposals_of(text)


@pytest.mark.parametrize(("text", "relation"), NO_ACTS)
def test_others_are_not_its_author(
    proposals_of: Callable[[str], set[Triple]], text: str, relation: str
) -> None:
    assert [c for c in proposals_of(text) if c[1] == relation] == []


def test_a_body_is_not_spoken_with_for_its_people(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    proposals = proposals_of("Dana Roth told Delmore Bank's Ada Quint it was over.")

    assert ("Dana Roth", "spokeWith", "Delmore Bank") not in proposals
    assert ("Dana Roth", "spokeWith", "Ada Quint") in proposals
