"""Who does something where the verb's own subject does not name them, and near neighbours."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Polarity, Reading
from tests.unit.extraction.conftest import Triple

READ = [
    # weapons and strikes act for whose they are
    ("Norwegian jets bombed a village in Sweden.", "Norway", "attacked", "village"),
    ("Three people were killed in Danish shelling.", "Denmark", "killed", "people"),
    ("US airstrikes killed ten rebels.", "United States", "killed", "rebels"),
    ("Two clerks were wounded by Norway's missiles.", "Norway", "attacked", "clerks"),
    # whose role is named by several words
    (
        "Dana Roth's chief of staff, Peter Hallam, criticised Ada Quint.",
        "Peter Hallam",
        "criticized",
        "Ada Quint",
    ),
    (
        "Delmore Bank's head of research, Peter Hallam, criticised Ada Quint.",
        "Peter Hallam",
        "criticized",
        "Ada Quint",
    ),
    (
        "Dana Roth's father-in-law, Peter Hallam, criticised Ada Quint.",
        "Peter Hallam",
        "criticized",
        "Ada Quint",
    ),
    # whoever has an aim does what it is
    (
        "Norway has an interest in arresting Dana Roth.",
        "Norway",
        "arrested",
        "Dana Roth",
    ),
    (
        "Norway is exploring ways of arresting Dana Roth.",
        "Norway",
        "arrested",
        "Dana Roth",
    ),
    # both parties of a passive
    ("A pact was signed between Norway and Sweden.", "Sweden", "signed", "pact"),
    ("That was agreed between Norway and Sweden.", "Norway", "agreedWith", "Sweden"),
    # all who are named before a relative clause
    (
        "Norway and Sweden, both of whom attacked Denmark, apologised.",
        "Norway",
        "attacked",
        "Denmark",
    ),
    # the second party within the first
    (
        "A meeting between a delegation of senators and Dana Roth failed.",
        "delegation",
        "metWith",
        "Dana Roth",
    ),
    # what is given is only measured by the object
    (
        "Norway sent thousands of rounds of ammunition to Sweden.",
        "Norway",
        "gaveAidTo",
        "Sweden",
    ),
    # a city that is a state of its own
    (
        "Dana Roth said in Hamburg that the port would close.",
        "Dana Roth",
        "visited",
        "Hamburg",
    ),
    # contests that are called leagues
    (
        "Hamburg qualified for the Champions League.",
        "Hamburg",
        "participatedIn",
        "League",
    ),
    # what a body does, not the body
    (
        "Norway is carrying out a sabotage campaign.",
        "Norway",
        "participatedIn",
        "campaign",
    ),
    # a weapon that hits says who attacked
    ("Oslo was hit by a Danish missile.", "Denmark", "attacked", "Oslo"),
    # both peoples of one noun
    ("Danish and Norwegian forces clashed.", "Denmark", "fought", "Norway"),
    # a gerund that is the noun of a fight
    (
        "Fighting between Danish forces and rebels continued.",
        "forces",
        "fought",
        "rebels",
    ),
    # the place of an event, beyond those who were there
    (
        "Dana Roth spoke on the sidelines of a summit in Oslo.",
        "Dana Roth",
        "visited",
        "Oslo",
    ),
    # an event before its noun
    ("Norway's Olympics win was a surprise.", "Norway", "participatedIn", "Olympics"),
    # fighters fight
    ("Ten soldiers died in a clash.", "soldiers", "participatedIn", "clash"),
    # a share of a body changes hands, and a campaign gets what is its candidate's
    (
        "Dana Roth sold her stake in Delmore Bank to Peter Hallam.",
        "Peter Hallam",
        "ownerOf",
        "Delmore Bank",
    ),
    (
        "Dana Roth donated ten euros to Peter Hallam's campaign.",
        "Dana Roth",
        "gaveAidTo",
        "Peter Hallam",
    ),
]

NOT_READ = [
    # whose helicopter it was says nothing of who killed them
    ("Five people were killed in a Danish helicopter.", "killed"),
    # where an attack was, or whose it was
    ("Five people were killed in a Danish attack.", "killed"),
    ("Syria airstrikes killed ten rebels.", "killed"),
    # who condemns a practice does not follow it
    ("Dana Roth condemned the practice of arresting Peter Hallam.", "arrested"),
    # two of three are not all
    (
        "Dana Roth, Peter Hallam and Ada Quint, two of whom killed Marsh, fled.",
        "killed",
    ),
    # whoever speaks for a country in its capital is no visitor
    ("Dana Roth said in Berlin that the port would close.", "visited"),
    # whoever stays away from an event is not where it is
    ("Dana Roth skipped the summit in Oslo.", "visited"),
    # whoever is on trial is no visitor
    ("Dana Roth is on trial in Norway.", "visited"),
    # a party has no weapons
    ("A Danish party hit Oslo.", "attacked"),
    # victims do not take part in a fight
    ("Ten civilians died in a clash.", "participatedIn"),
    # whoever meets a stakeholder buys nothing
    ("Dana Roth sold a report on Delmore Bank to Peter Hallam.", "ownerOf"),
    # whoever praises a campaign pays for nothing
    ("Dana Roth praised Peter Hallam's campaign.", "gaveAidTo"),
    # where an attack was made is not who made it
    ("Dana Roth condemned the Oslo attack.", "criticized"),
    # whoever works for a campaign is no part of an event
    ("Dana Roth works for the Quint campaign.", "participatedIn"),
]


@pytest.mark.parametrize(("text", "subject", "relation", "object_"), READ)
def test_the_words_around_a_trigger_say_who_acts(
    proposals_of: Callable[[str], set[Triple]],
    text: str,
    subject: str,
    relation: str,
    object_: str,
) -> None:
    triples = proposals_of(text)

    matches = [
        triple
        for triple in triples
        if subject in triple[0] and triple[1] == relation and object_ in triple[2]
    ]
    assert matches, triples


@pytest.mark.parametrize(("text", "relation"), NOT_READ)
def test_near_neighbours_are_left_alone(
    proposals_of: Callable[[str], set[Triple]], text: str, relation: str
) -> None:
    assert [claim for claim in proposals_of(text) if claim[1] == relation] == []


def test_whoever_skips_an_event_is_said_not_to_take_part(
    read: Callable[[str], Reading],
) -> None:
    claims = read("Dana Roth skipped the Bergen Summit.").claims

    shares = [claim for claim in claims if claim.relation == "participatedIn"]
    assert [claim.polarity for claim in shares] == [Polarity.DENIED]
