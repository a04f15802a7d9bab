"""Arguments beyond the words beside a trigger: in lists, relative clauses and wider places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Modality, Reading
from tests.unit.extraction.conftest import Triple

ROTH, HALLAM, QUINT = "Dana Roth", "Peter Hallam", "Ada Quint"

READ = [
    # a verb after an apposition that commas enclose
    (
        "Dana Roth, leader of a party in the Alderfen parliament, called on Ada Quint to quit.",
        (ROTH, "demanded", QUINT),
    ),
    (
        "Dana Roth, the head of a union, called on Ada Quint to apologise to Peter Hallam.",
        (QUINT, "spokeWith", HALLAM),
    ),
    # the end of a list before a verb
    (
        "A Danish banker sanctioned by Norway, the European Union and Canada has died.",
        ("European Union", "sanctioned", "Danish banker"),
    ),
    (
        "A fight between supporters of Ada Quint and the police broke out at a march.",
        ("supporters of Ada Quint", "fought", "police"),
    ),
    # a plural verb, which has all names for its subject
    (
        "Her lawyer in Norway, the Reform Party and Delmore Bank have sued Ada Quint.",
        ("Delmore Bank", "accused", QUINT),
    ),
    # who else is one of those whom a relative clause is about
    (
        "Dana Roth and Ada Quint, two of the nurses who sued Peter Hallam, were there.",
        (QUINT, "accused", HALLAM),
    ),
    (
        "Dana Roth was one of the lawmakers who opposed Peter Hallam.",
        (ROTH, "opposes", HALLAM),
    ),
    # people, and not a time or a house, do what a clause with "who" says
    (
        "The road was mined by rebels in the 1990s, who fought the Danish army.",
        ("rebels", "fought", "Danish army"),
    ),
    (
        "Workers at a plant who had criticised Ada Quint were fired.",
        ("workers", "criticized", QUINT),
    ),
    # what is counted
    (
        "A total of 120 lawmakers supported Ada Quint.",
        ("120 lawmakers", "supports", QUINT),
    ),
    # whose deed a relative clause says it is
    (
        "Dana Roth scoffed at the steps that Norway and the European Union have taken.",
        (ROTH, "criticized", "European Union"),
    ),
    (
        "Dana Roth praised the work Ada Quint had done.",
        (ROTH, "praised", QUINT),
    ),
    (
        "Dana Roth criticised the way Ada Quint had handled the strike.",
        (ROTH, "criticized", QUINT),
    ),
    (
        "Dana Roth criticised how Ada Quint had handled the strike.",
        (ROTH, "criticized", QUINT),
    ),
    # a demand without "that"
    (
        "The Reform Party demands Ada Quint immediately resign.",
        ("Reform Party", "demanded", QUINT),
    ),
    # a state or a body that a noun for people is said of
    ("Norway invaded its neighbour Sweden.", ("Norway", "attacked", "Sweden")),
    (
        "Norway has waged a brutal war against its southern neighbor, Sweden.",
        ("Norway", "attacked", "Sweden"),
    ),
    # a wider place that the text names
    ("Dana Roth visited Bergen, Norway.", (ROTH, "visited", "Norway")),
    (
        "Dana Roth held talks in Oslo, the capital of Norway.",
        (ROTH, "visited", "Norway"),
    ),
    # a place where somebody does something
    (
        "Dana Roth gave a speech in Oslo praising Ada Quint.",
        (ROTH, "praised", QUINT),
    ),
    (
        "Danish soldiers left for Romania to assist Ada Quint.",
        ("Danish soldiers", "supports", QUINT),
    ),
    ("On arriving in Oslo, Dana Roth met Ada Quint.", (ROTH, "visited", "Oslo")),
    # a verb after a name, which the parser takes for a part of it
    (
        "Dana Roth's sacking by Ada Quint shocked voters.",
        (QUINT, "dismissed", ROTH),
    ),
    # whoever comes along
    (
        "Dana Roth, accompanied by Ada Quint, visited Oslo.",
        (QUINT, "visited", "Oslo"),
    ),
    # whoever is asked to do what a noun says
    (
        "Dana Roth urged Norway to boost military support for Sweden.",
        ("Norway", "gaveAidTo", "Sweden"),
    ),
    # a team and its contest
    (
        "Premier League side Delmore United sacked Dana Roth.",
        ("Delmore United", "participatedIn", "Premier League"),
    ),
    # whoever has several fields
    (
        "Delmore Bank's director of property, technology and sales, Dana Roth, left.",
        (ROTH, "worksFor", "Delmore Bank"),
    ),
]

NOT_READ = [
    # whoever asks for something does not do it
    (
        "Dana Roth, the head of a union, called on Ada Quint to apologise to Peter Hallam.",
        (ROTH, "spokeWith", HALLAM),
    ),
    # a participle after an apposition is passive
    (
        "Dana Roth, leader of the Reform Party, sued by Ada Quint.",
        (ROTH, "accused", QUINT),
    ),
    # whoever is none of those whom the clause is about
    (
        "Dana Roth praised one of the men who arrested Ada Quint.",
        (ROTH, "arrested", QUINT),
    ),
    # what somebody does to a deed of others
    (
        "Dana Roth criticised the decision that Ada Quint regretted.",
        (ROTH, "criticized", QUINT),
    ),
    (
        "Dana Roth criticised the decision that cost Ada Quint her job.",
        (ROTH, "criticized", QUINT),
    ),
    (
        "Dana Roth criticised how Ada Quint was treated.",
        (ROTH, "criticized", QUINT),
    ),
    # what several are said to do is no demand
    ("Norway insists rebels praise Ada Quint.", ("Norway", "demanded", "rebels")),
    # whoever did not go to a town may have been in its country
    ("Dana Roth did not visit Bergen, Norway.", (ROTH, "visited", "Norway")),
    # a place does nothing that is done there
    (
        "Dana Roth gave a speech in Oslo praising Ada Quint.",
        ("Oslo", "praised", QUINT),
    ),
    (
        "Danish soldiers left for Romania to assist Ada Quint.",
        ("Romania", "supports", QUINT),
    ),
    # nor does whoever is shocked by it
    (
        "Dana Roth's sacking by Ada Quint shocked voters.",
        ("voters", "dismissed", ROTH),
    ),
    # a guest of a league is no team of it
    (
        "Premier League sponsor Delmore United sacked Dana Roth.",
        ("Delmore United", "participatedIn", "Premier League"),
    ),
    # whoever governs a country is no guest in it
    (
        "Norwegian Prime Minister Dana Roth visited Bergen, Norway.",
        (ROTH, "visited", "Norway"),
    ),
    # a country that is only named where a town is spoken of elsewhere
    (
        "Dana Roth visited Bergen. The mayor of Bergen in Norway left.",
        (ROTH, "visited", "Norway"),
    ),
]


@pytest.mark.parametrize(("text", "claim"), READ)
def test_an_argument_is_found_where_it_stands(
    proposals_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in proposals_of(text)


@pytest.mark.parametrize(("text", "claim"), NOT_READ)
def test_a_near_neighbour_is_no_argument(
    proposals_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim not in proposals_of(text)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Norway is planning an attack on Sweden.", "attacked"),
        ("Norway is preparing an invasion of Sweden.", "attacked"),
        ("Dana Roth prepared a lawsuit against Delmore Bank.", "accused"),
    ],
)
def test_what_is_prepared_is_planned(
    read: Callable[[str], Reading], text: str, relation: str
) -> None:
    claims = [claim for claim in read(text).claims if claim.relation == relation]

    assert [claim.modality for claim in claims] == [Modality.PLANNED]
