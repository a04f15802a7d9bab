"""Roles in the wordings of news: ranks, brackets, letters of parties, shared articles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Reading
from tests.unit.extraction.conftest import Triple

ROTH = "Dana Roth"


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # CASE rank between role and name
        (
            "Delmore Bank spokesman Major Gen. Dana Roth spoke.",
            (ROTH, "spokespersonOf", "Delmore Bank"),
        ),
        # CASE unknown region and unknown town
        (
            "The governor of Zamfara, Dana Roth, spoke.",
            (ROTH, "headOfGovernmentOf", "Zamfara"),
        ),
        (
            "A resident of Hargrove, the singer Dana Roth moved to Oslo.",
            (ROTH, "livesIn", "Hargrove"),
        ),
        # CASE ruler
        (
            "Norway's Empress Dana Roth spoke.",
            (ROTH, "headOfStateOf", "Norway"),
        ),
        # CASE diplomat of three words
        (
            "Norway's chargé d'affaires, Dana Roth, spoke.",
            (ROTH, "representativeOf", "Norway"),
        ),
        # CASE agent of a person, who is no spy
        (
            "Dana Roth, Ada Quint's agent, spoke.",
            (ROTH, "representativeOf", "Ada Quint"),
        ),
        # CASE officials of a region
        (
            "Ohio officials praised Dana Roth.",
            ("Ohio officials", "representativeOf", "Ohio"),
        ),
        # CASE represented people, who are a group
        (
            "Dana Roth represents bereaved families.",
            (ROTH, "representativeOf", "bereaved families"),
        ),
        # CASE bracket after the body
        (
            "The head of the Farmers' League (NFL), Dana Roth, spoke.",
            (ROTH, "leads", "Farmers' League"),
        ),
        # CASE body named in the bracket only
        (
            "Dana Roth, deputy leader of the socialist opposition party (NSP), spoke.",
            (ROTH, "deputyOf", "NSP"),
        ),
        # CASE name inside the title
        (
            "Dana Roth, the Norwegian Minister of Foreign Affairs, spoke.",
            (ROTH, "ministerOf", "Norway"),
        ),
        # CASE described country and city
        (
            "Norway voted. The country's Interior Minister Dana Roth spoke.",
            (ROTH, "ministerOf", "Norway"),
        ),
        # CASE state that is a city
        ("The mayor of Berlin, Dana Roth, spoke.", (ROTH, "mayorOf", "Berlin")),
        # CASE place before the role: it cannot be a mayor
        (
            "She was born in Norway, the mayor of Lisbon, Dana Roth, said.",
            (ROTH, "mayorOf", "Lisbon"),
        ),
        # CASE deputies are in the body, and no mere employees
        (
            "Dana Roth, deputy director of Delmore Bank, spoke.",
            (ROTH, "deputyOf", "Delmore Bank"),
        ),
        # CASE head of an office of the body
        (
            "Delmore Bank bureau chief Dana Roth spoke.",
            (ROTH, "worksFor", "Delmore Bank"),
        ),
        # CASE party as an adjective
        (
            "Harbour Party governor Dana Roth spoke.",
            (ROTH, "memberOf", "Harbour Party"),
        ),
        # CASE party after the name
        (
            "Sen. Dana Roth, R-Texas, spoke. Republicans won.",
            (ROTH, "memberOf", "Republicans"),
        ),
        (
            "Dana Roth (Lab) spoke. The Labour Party won.",
            (ROTH, "memberOf", "Labour Party"),
        ),
        # CASE press that the noun beside its name tells
        (
            "The Alderfen Union newspaper was sued. The Alderfen Union's Dana Roth spoke.",
            (ROTH, "worksFor", "Alderfen Union"),
        ),
        # CASE described subject of a copula
        (
            "Norwegian writer Dana Roth left. The writer is a columnist at Delmore Bank.",
            (ROTH, "worksFor", "Delmore Bank"),
        ),
        # CASE party before a member of parliament: known, worded as one, or letters
        ("Labour MP Dana Roth spoke.", (ROTH, "memberOf", "Labour")),
        ("Harbour Bloc MP Dana Roth spoke.", (ROTH, "memberOf", "Harbour Bloc")),
        (
            "Dana Roth, an NHP MP, spoke. The National Harbour Party (NHP) won.",
            (ROTH, "memberOf", "National Harbour Party"),
        ),
        # CASE member of a national team
        ("Dana Roth, a Norwegian international, spoke.", (ROTH, "playsFor", "Norway")),
        # CASE relative: whose role it is has no name
        ("The union, whose leader Dana Roth left, closed.", (ROTH, "leads", "union")),
        # CASE one of several, named after them, or with a title before their owner
        (
            "The Harbour Front said one of its commanders, Dana Roth, was ill.",
            (ROTH, "commanderOf", "Harbour Front"),
        ),
        ("One of Ada Quint's aides, Dana Roth, spoke.", (ROTH, "aideTo", "Ada Quint")),
        (
            "Dana Roth, one of President Ada Quint's old aides, spoke.",
            (ROTH, "aideTo", "Ada Quint"),
        ),
        # CASE letters between a body and the role in it
        (
            "Norvale Trade Union (NTU) chairman Dana Roth spoke.",
            (ROTH, "leads", "Norvale Trade Union"),
        ),
        (
            "Dana Roth, the former Harbour Union (HU) president, spoke.",
            (ROTH, "leads", "Harbour Union"),
        ),
        # CASE two roles with one article and one "for"
        (
            "Dana Roth is the commander and spokesman for the Harbour Army.",
            (ROTH, "commanderOf", "Harbour Army"),
        ),
        # CASE region by the last word of its name
        (
            "Dana Roth, the governor of Orvane Province, spoke.",
            (ROTH, "headOfGovernmentOf", "Orvane Province"),
        ),
        # CASE two before the role that they share, or have in turn
        (
            "Dana Roth and Nils Berg, Ada Quint's lawyers, spoke.",
            (ROTH, "representativeOf", "Ada Quint"),
        ),
        (
            "They met Dana Roth and Nils Berg, members of the Harbour Party.",
            ("Nils Berg", "memberOf", "Harbour Party"),
        ),
        (
            "Dana Roth and Nils Berg, presidents of Norway and Sweden, spoke.",
            ("Nils Berg", "headOfStateOf", "Sweden"),
        ),
        # CASE opening: the role of the subject
        (
            "As a visiting professor at Oslo University, Dana Roth spoke.",
            (ROTH, "worksFor", "Oslo University"),
        ),
        (
            "Dana Roth slept. As the head of Delmore Bank, she praised Otto Brandt.",
            (ROTH, "leads", "Delmore Bank"),
        ),
    ],
)
def test_role_is_read(
    proposals_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple in proposals_of(text)


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # a bracket that is no name of the body
        (
            "The head of the workers (NSP) and Dana Roth spoke.",
            (ROTH, "leads", "NSP"),
        ),
        # a party of which the text says nothing, and a day
        (
            "Dana Roth, D-Day veteran, spoke. Democrats won.",
            (ROTH, "memberOf", "Democrats"),
        ),
        ("Harbour Party governor Dana Roth spoke.", (ROTH, "leads", "Harbour Party")),
        # a rival of a party is not in it
        (
            "The Harbour Party, a rival of the Forest Party, won.",
            ("Harbour Party", "memberOf", "Forest Party"),
        ),
        # an adjective tells a player's nationality only
        ("Norwegian midfielder Dana Roth spoke.", (ROTH, "playsFor", "Norway")),
        # nobody in particular
        (
            "She will meet any Norwegian minister.",
            ("Norwegian minister", "ministerOf", "Norway"),
        ),
        # a people has no leader of rebels, and an occupation no country of another
        ("The Hutu rebel leader Dana Roth was arrested.", (ROTH, "leads", "Hutu")),
        (
            "Norwegian singer Ada Quint and actor Dana Roth spoke.",
            (ROTH, "citizenOf", "Norway"),
        ),
        # one of several is nobody who speaks
        (
            "The party accused one of the Harbour Party's leaders, Dana Roth said.",
            (ROTH, "leads", "Harbour Party"),
        ),
        # a longer list, and a clause after two names
        (
            "Dana Roth, Ada Quint and Nils Berg, leaders of the Harbour Party, spoke.",
            (ROTH, "leads", "Harbour Party"),
        ),
        (
            "After talks with Dana Roth and Nils Berg, members of the Harbour Party left.",
            (ROTH, "memberOf", "Harbour Party"),
        ),
        # the station is a part of the body
        (
            "Delmore Bank station chief Dana Roth spoke.",
            (ROTH, "leads", "Delmore Bank"),
        ),
        # CASE opening: a role that she does not have yet
        (
            "Dana Roth slept. As the head of Delmore Bank, she would praise Otto Brandt.",
            (ROTH, "leads", "Delmore Bank"),
        ),
        # CASE comparison
        (
            "Otto Brandt, as good as the head of Delmore Bank, praised Dana Roth.",
            ("Otto Brandt", "leads", "Delmore Bank"),
        ),
    ],
)
def test_neighbour_is_not_read(
    proposals_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple not in proposals_of(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # CASE two roles with one article
        (
            "A former lawmaker and professor, Dana Roth spoke.",
            {"lawmaker", "professor"},
        ),
        # CASE field with a name
        (
            "Dana Roth, head of Norway research at Delmore Bank, spoke.",
            {"head of Norway research at Delmore Bank"},
        ),
        # CASE abbreviation, and the same in full
        (
            "PM Dana Roth met Prime Minister Ada Quint.",
            {"prime minister"},
        ),
        # CASE description of a named person, told there only, or before
        ("Dana Roth wrote a book. The author lives in Lisbon.", {"author"}),
        ("Foreign Minister Dana Roth left. The minister slept.", {"Foreign Minister"}),
        # CASE rank after a role, each a post
        ("Bank spokesman Colonel Dana Roth spoke.", {"Bank spokesman", "Colonel"}),
        ("Chief Magistrate Dana Roth spoke.", {"Chief Magistrate"}),
        ("Lieutenant-Colonel Dana Roth spoke.", {"Lieutenant-Colonel"}),
        # CASE partner in a firm, and at home
        ("Dana Roth, a partner at the firm, spoke.", {"partner"}),
        ("Her partner Dana Roth spoke.", set()),
        # CASE amount, and several people
        ("Dana Roth is 40 delegates short.", set()),
        ("Dana Roth and Ada Quint are delegates.", {"delegate"}),
        # CASE comparison
        ("Dana Roth is a better president than Ada Quint.", set()),
    ],
)
def test_posts_that_people_hold(
    read: Callable[[str], Reading], text: str, names: set[str]
) -> None:
    reading = read(text)
    posts = {actor.name for actor in reading.actors if actor.type == "Role"}

    assert posts == names


def test_names_of_one_party_are_one_actor(
    read: Callable[[str], Reading], claim_in: Callable[[str, Triple], Claim]
) -> None:
    text = "Republican candidate Dana Roth lost. The GOP met. Republicans left."

    parties = [a for a in read(text).actors if a.subtype == "PoliticalParty"]

    assert [len(party.mentions) for party in parties] == [3]
