"""Who belongs to a party or group, who stands for a post, and where the described are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.extraction import Reader
from actorgraph.extraction.knowledge.actor_types import PARTY
from actorgraph.extraction.mentions.names.body_classes import classify_bodies
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorType, Claim, Modality, Polarity
from tests.unit.extraction.conftest import Triple

READ = [
    # the chamber that a candidate wants a seat in
    (
        "U.S. Senate candidate Ann Marsh spoke.",
        ("Ann Marsh", "candidateFor", "Senate"),
    ),
    # the name of a party before or after its member
    ("Democrat Ann Marsh spoke.", ("Ann Marsh", "memberOf", "Democrat")),
    (
        "Dana Roth, a Republican from Ohio, left.",
        ("Dana Roth", "memberOf", "Republican"),
    ),
    (
        "Republican Secretary of State Jon Marsh smiled.",
        ("Jon Marsh", "memberOf", "Republican"),
    ),
    (
        "It hosted two Republican rivals -- Ohio Gov. Jon Marsh and Sen. Ann Hale -- in May.",
        ("Ann Hale", "memberOf", "Republican"),
    ),
    (
        "A retired Democratic lawmaker – Ann Hale, who grew up in Utah – paid for the bridge.",
        ("Ann Hale", "memberOf", "Democratic"),
    ),
    (
        "Most of them trust the Democratic hopefuls Ann Hale or Jon Marsh.",
        ("Jon Marsh", "memberOf", "Democratic"),
    ),
    (
        "Two Labour ministers, Ann Hale and Jon Marsh, skipped the dinner.",
        ("Ann Hale", "memberOf", "Labour"),
    ),
    ("A Democrat, Ann Hale grew up in Utah.", ("Ann Hale", "memberOf", "Democrat")),
    (
        "They invited Ann Hale (of the Meadow Party) to the harvest.",
        ("Ann Hale", "memberOf", "Meadow Party"),
    ),
    # members of alliances, cabinets, courts and units
    ("NATO ally Turkey sent a ship.", ("Turkey", "memberOf", "NATO")),
    (
        "The Meadow League is made up of Norway and Sweden.",
        ("Sweden", "memberOf", "Meadow League"),
    ),
    (
        "Ann Hale served in Marsh's cabinet.",
        ("Ann Hale", "memberOf", "Marsh's cabinet"),
    ),
    ("Ann Hale led a sleeper cell.", ("Ann Hale", "leads", "sleeper cell")),
    (
        "Supreme Court Justice Ann Hale wrote the ruling.",
        ("Ann Hale", "memberOf", "Supreme Court"),
    ),
    (
        "Jon Marsh is fighting near Lyon with the 19th rifle brigade.",
        ("Jon Marsh", "memberOf", "19th rifle brigade"),
    ),
    ("Jon Marsh joined al-Qaeda in May.", ("Jon Marsh", "memberOf", "al-Qaeda")),
    (
        "Jon Marsh is fighting for Boko Haram in Chad.",
        ("Jon Marsh", "memberOf", "Boko Haram"),
    ),
    (
        "Jon Marsh joined the Danish army.",
        ("Jon Marsh", "memberOf", "Danish army"),
    ),
    (
        "Ann Hale was appointed to the Supreme Court.",
        ("Ann Hale", "memberOf", "Supreme Court"),
    ),
    ("Ann Hale won a seat in the Senate.", ("Ann Hale", "memberOf", "Senate")),
    (
        "Ann Hale, a lawmaker from the Meadow Party, grows apples.",
        ("Ann Hale", "memberOf", "Meadow Party"),
    ),
    (
        "Ann Hale, an activist with the Otter Trust, climbed the crane.",
        ("Ann Hale", "memberOf", "Otter Trust"),
    ),
    # those who play for a team, and who trains them
    ("Team GB's Ann Hale won the race.", ("Ann Hale", "playsFor", "Team GB")),
    ("Ann Hale scored two goals for Norway.", ("Ann Hale", "playsFor", "Norway")),
    (
        "The club Kiln Rovers will face their former coach Jon Marsh.",
        ("Jon Marsh", "coachOf", "Kiln Rovers"),
    ),
    # examples of a group, and the country of all its members
    (
        "The bank paid Norwegian painters such as Ada Quint and Dana Roth.",
        ("Dana Roth", "citizenOf", "Norway"),
    ),
    (
        "Countries that make steel, including Norway and Sweden, met.",
        ("Sweden", "memberOf", "countries"),
    ),
    # candidates and their posts
    (
        "Dana Roth plans to run for president.",
        ("Dana Roth", "candidateFor", "president"),
    ),
    (
        "Peter Hallam's bid for prime minister failed.",
        ("Peter Hallam", "candidateFor", "prime minister"),
    ),
    (
        "The vice presidential candidate, Dana Roth, left.",
        ("Dana Roth", "candidateFor", "vice president"),
    ),
    (
        "Ann Hale is seeking the Meadow Party nomination.",
        ("Ann Hale", "candidateFor", "Meadow Party nomination"),
    ),
    (
        "Jon Marsh, the front-runner for the Democratic nomination, cycled to work.",
        ("Jon Marsh", "candidateFor", "Democratic nomination"),
    ),
    (
        "Ann Hale endorsed Jon Marsh for the presidency.",
        ("Jon Marsh", "candidateFor", "president"),
    ),
    (
        "Ann Hale dropped out of the race for the presidency of Norway.",
        ("Ann Hale", "candidateFor", "president of Norway"),
    ),
    (
        "A bakery pays for Ann Hale's mayoral campaign.",
        ("Ann Hale", "candidateFor", "mayor"),
    ),
    (
        "Ann Hale ran to replace Jon Marsh as mayor.",
        ("Ann Hale", "candidateFor", "mayor"),
    ),
    (
        "Ann Hale, a candidate in May's election, grows apples.",
        ("Ann Hale", "candidateFor", "May's election"),
    ),
    (
        "Ann Hale exited the race for re-election.",
        ("Ann Hale", "candidateFor", "re-election"),
    ),
    # where described groups, events and bodies are
    ("Officials in Ohio sued.", ("officials in Ohio", "locatedIn", "Ohio")),
    ("A trial in Oslo began.", ("trial in Oslo", "locatedIn", "Oslo")),
    # the office of a counterpart
    (
        "Norwegian Chancellor Dana Roth met her Danish counterpart Peter Hallam.",
        ("Peter Hallam", "headOfGovernmentOf", "Denmark"),
    ),
    (
        "Foreign Minister Dana Roth left. In Oslo she met her Danish counterpart Peter Hallam.",
        ("Peter Hallam", "ministerOf", "Denmark"),
    ),
    # a body after a person, with an adjective and its kind in between
    (
        "Peter Hallam, from the Danish aid group Brightwater, left.",
        ("Peter Hallam", "affiliatedWith", "Brightwater"),
    ),
    # where someone is from
    ("Dana Roth, a student from Lyon, left.", ("Dana Roth", "livesIn", "Lyon")),
    # a body that is only described
    (
        "Dana Roth, head of the relief committee, resigned.",
        ("Dana Roth", "leads", "relief committee"),
    ),
    (
        "A spokesman for the Norwegian government told Dana Roth so.",
        (
            "spokesman for the Norwegian government",
            "spokespersonOf",
            "Norwegian government",
        ),
    ),
]

NOT_READ = [
    # outsiders of a party
    ("Labour critic Dana Roth left.", ("Dana Roth", "memberOf", "Labour")),
    # what a post is called, what begins a sentence, and who only speaks of the described
    (
        "Labour Minister Ann Hale opened the school.",
        ("Ann Hale", "memberOf", "Labour"),
    ),
    (
        "A Democrat, Ann Hale said, broke the window.",
        ("Ann Hale", "memberOf", "Democrat"),
    ),
    # opponents in battle, a room, and what only bears the name of a place
    (
        "Ann Hale fought with the army of Norway.",
        ("Ann Hale", "memberOf", "army of Norway"),
    ),
    ("Ann Hale ran a prison cell.", ("Ann Hale", "leads", "prison cell")),
    ("Norway's EU bid has failed.", ("EU", "basedIn", "Norway")),
    (
        "President Hale's State of the Union speech was long.",
        ("Hale", "memberOf", "State of the Union"),
    ),
    # whoever only says something of the described
    ("A nurse, Ann Hale said, sang.", ("Ann Hale", "holdsPost", "nurse")),
    # a candidacy that others speak of, and what its name is for
    (
        "Ann Hale mocked the race for the presidency.",
        ("Ann Hale", "candidateFor", "president"),
    ),
    (
        "Ann Hale ran to warn Jon Marsh as mayor.",
        ("Ann Hale", "candidateFor", "mayor"),
    ),
    (
        "Ann Hale stood as director of the choir.",
        ("Ann Hale", "candidateFor", "director"),
    ),
    (
        "Ann Hale's election campaign cost little.",
        ("Ann Hale", "opposes", "Ann Hale's election"),
    ),
    # "non-Norwegian" is not Norwegian
    (
        "The bank paid non-Norwegian painters such as Ada Quint.",
        ("Ada Quint", "citizenOf", "Norway"),
    ),
    # the subject of the next clause, and what goes on after a list that never was one
    (
        "Countries that make steel, including Norway, Sweden said, met.",
        ("Sweden", "memberOf", "countries"),
    ),
    # deputy of the post
    (
        "Dana Roth is the vice-presidential candidate of the Harbour Party.",
        ("Dana Roth", "candidateFor", "president"),
    ),
    # no post that is sought
    (
        "Dana Roth called for Mayor Ada Quint to go.",
        ("Dana Roth", "candidateFor", "Mayor"),
    ),
    # the place of the verb, not of the noun
    ("They sent soldiers to Oslo.", ("soldiers", "locatedIn", "Oslo")),
    # a counterpart of somebody with another office, or of nobody in office
    (
        (
            "French President Dana Roth met her German counterpart, Chancellor Peter Hallam. "
            "German Chancellor Peter Hallam smiled."
        ),
        ("Peter Hallam", "headOfStateOf", "Germany"),
    ),
    (
        "Former Norwegian Chancellor Dana Roth met her Danish counterpart Peter Hallam.",
        ("Peter Hallam", "headOfGovernmentOf", "Denmark"),
    ),
    # where somebody's funeral was
    (
        "They attended the funeral of Peter Hallam at Delmore Church.",
        ("Peter Hallam", "affiliatedWith", "Delmore Church"),
    ),
    # where someone is from, but no longer, or sits for
    ("Dana Roth, a refugee from Lyon, left.", ("Dana Roth", "livesIn", "Lyon")),
    ("Dana Roth, a senator from Ohio, left.", ("Dana Roth", "livesIn", "Ohio")),
    # a part of a body
    (
        "Dana Roth, head of research at Delmore Bank, resigned.",
        ("Dana Roth", "leads", "Delmore Bank"),
    ),
]


@pytest.mark.parametrize(("text", "claim"), READ)
def test_membership_candidacy_or_place_is_read(
    proposals_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in proposals_of(text)


@pytest.mark.parametrize(("text", "claim"), NOT_READ)
def test_near_neighbour_is_not_read(
    proposals_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim not in proposals_of(text)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("A nurse, Ada Quint sang.", "Quint"),
        ("A nurse, Ada Quint of Lyon, sang.", "sang"),
        ("A nurse, Ada Quint and Jon Marsh sang.", "sang"),
    ],
)
def test_an_opening_description_is_in_apposition_to_one_subject(
    reader: Reader, text: str, head: str
) -> None:
    (doc,) = reader.parser.parse([text])
    assert doc[1].head.text == head


#: Text, claim, how it is told.
TOLD = [
    (
        "Jon Marsh is accused of joining al-Qaeda.",
        ("Jon Marsh", "memberOf", "al-Qaeda"),
        (Polarity.AFFIRMED, Modality.ALLEGED),
    ),
    (
        "Jon Marsh is running to become governor of Ohio.",
        ("Jon Marsh", "headOfGovernmentOf", "Ohio"),
        (Polarity.AFFIRMED, Modality.PLANNED),
    ),
    (
        "Jon Marsh will stand as an MP in May.",
        ("Jon Marsh", "candidateFor", "MP"),
        (Polarity.AFFIRMED, Modality.PLANNED),
    ),
    (
        "Jon Marsh is not seeking the nomination.",
        ("Jon Marsh", "candidateFor", "nomination"),
        (Polarity.DENIED, Modality.ASSERTED),
    ),
    (
        "Jon Marsh contemplated a presidential run.",
        ("Jon Marsh", "candidateFor", "president"),
        (Polarity.AFFIRMED, Modality.POSSIBLE),
    ),
    # who is named as one of a gang is only said to be, unlike who is named its head
    (
        "Prosecutors named Jon Marsh as a member of the Tar Hill Gang.",
        ("Jon Marsh", "memberOf", "Tar Hill Gang"),
        (Polarity.AFFIRMED, Modality.ALLEGED),
    ),
    (
        "Jon Marsh was named as a member of a terrorist cell.",
        ("Jon Marsh", "memberOf", "terrorist cell"),
        (Polarity.AFFIRMED, Modality.ALLEGED),
    ),
    (
        "Jon Marsh was named as the head of the Tar Hill Trust.",
        ("Jon Marsh", "leads", "Tar Hill Trust"),
        (Polarity.AFFIRMED, Modality.ASSERTED),
    ),
]


@pytest.mark.parametrize(("text", "claim", "told"), TOLD)
def test_membership_or_candidacy_is_told_as_in_the_text(
    claim_in: Callable[[str, Triple], Claim],
    text: str,
    claim: Triple,
    told: tuple[Polarity, Modality],
) -> None:
    found = claim_in(text, claim)
    assert (found.polarity, found.modality) == told


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        ("Yesterday a Liberal lawmaker resigned.", PARTY),
        ("Liberal estimates say ten.", None),
    ],
)
def test_a_party_is_known_by_what_its_members_are_called(
    reader: Reader, text: str, subtype: str | None
) -> None:
    (doc,) = reader.parser.parse([text])
    i = next(token.i for token in doc if token.text == "Liberal")
    name = TokenMention(i, i + 1, i, ActorType.ORGANIZATION)
    classify_bodies(ParsedText(doc, reader.parser), [name])
    assert name.subtype == subtype


def test_label_of_a_complement_holds_no_role(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of("Otto Brandt, counsel to Democrat Ann Marsh, resigned.")

    assert ("Ann Marsh", "memberOf", "Democrat") in claims
    assert ("Otto Brandt", "representativeOf", "Ann Marsh") in claims
    assert not any(
        subject == "Ann Marsh"
        for subject, relation, _ in claims
        if relation == "holdsPost"
    )
