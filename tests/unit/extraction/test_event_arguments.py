"""Arguments of happenings that are not right beside their verb or noun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Modality
from tests.unit.extraction.conftest import Triple

READ = [
    # the noun that a participle or a relative clause modifies
    (
        "A lawsuit filed against Dana Roth by Peter Hallam cost a lot.",
        ("Peter Hallam", "accused", "Dana Roth"),
    ),
    (
        "The sanctions imposed on Poland by Norway hurt.",
        ("Norway", "sanctioned", "Poland"),
    ),
    # nouns that only measure another
    (
        "Norway imposed a third round of sanctions on Poland.",
        ("Norway", "sanctioned", "Poland"),
    ),
    (
        "Norway held several hours of talks with Poland.",
        ("Norway", "negotiatedWith", "Poland"),
    ),
    # a preposition that the parse attaches to the agent
    (
        "The attacks by Norwegian fighters against Polish troops went on.",
        ("Norwegian fighters", "attacked", "Polish troops"),
    ),
    # a preposition that the parse attaches to a verb that only carries the noun
    (
        "Norway, Poland and Sweden took legal action against Delmore Bank.",
        ("Norway", "accused", "Delmore Bank"),
    ),
    # an owner that suffers what the noun says
    ("Norway's defeat by Poland was a shock.", ("Poland", "defeated", "Norway")),
    ("Norway's 2-1 loss to Poland was a shock.", ("Poland", "defeated", "Norway")),
    ("Dana Roth's arrest by Norway was a shock.", ("Norway", "arrested", "Dana Roth")),
    # what somebody is under
    (
        "Dana Roth resigned under pressure from Peter Hallam.",
        ("Peter Hallam", "demanded", "Dana Roth"),
    ),
    (
        "Dana Roth is under investigation by Delmore Bank.",
        ("Delmore Bank", "investigated", "Dana Roth"),
    ),
    # adjectives and participles without a copula of their own
    (
        "Journalists critical of Dana Roth smiled.",
        ("journalists", "criticized", "Dana Roth"),
    ),
    (
        "Increasingly critical of Norway, Dana Roth moved away.",
        ("Dana Roth", "criticized", "Norway"),
    ),
    (
        "Dana Roth is strongly opposed to the deal.",
        ("Dana Roth", "opposes", "deal"),
    ),
    # conduct of somebody
    ("Poland criticized the policies of Norway.", ("Poland", "criticized", "Norway")),
    ("Dana Roth praised Norwegian policy.", ("Dana Roth", "praised", "Norway")),
    # what the object of a verb serves
    (
        "Dana Roth used the meeting to threaten Peter Hallam.",
        ("Dana Roth", "threatened", "Peter Hallam"),
    ),
    # a threat to do something
    (
        "Dana Roth threatened to sue Peter Hallam.",
        ("Dana Roth", "threatened", "Peter Hallam"),
    ),
    # together
    (
        "Dana Roth met together with Peter Hallam.",
        ("Dana Roth", "metWith", "Peter Hallam"),
    ),
    # what somebody is given
    (
        "Dana Roth was handed the Harbour Prize in May.",
        ("Dana Roth", "awarded", "Harbour Prize"),
    ),
    (
        "The Harbour Prize was given to Dana Roth.",
        ("Dana Roth", "awarded", "Harbour Prize"),
    ),
    ("Fifa handed Norway a long ban.", ("Fifa", "sanctioned", "Norway")),
    # two names with their titles
    (
        "Mayor Dana Roth and Governor Peter Hallam visited Oslo.",
        ("Dana Roth", "visited", "Oslo"),
    ),
    # a share of those who act
    (
        "Fifty percent of farmers criticized Norway.",
        ("farmers", "criticized", "Norway"),
    ),
]

NOT_READ = [
    # no prize
    ("The Harbour Letter was given to Dana Roth.", ("Dana Roth", "awarded", "letter")),
    # a share of the votes
    ("Norway captured ten percent of the farmers.", ("Norway", "arrested", "farmers")),
    # no accord
    (
        "Norway reached the border with Poland, according to the mayor.",
        ("Norway", "agreedWith", "Poland"),
    ),
    ("Norway's defeat by Poland was a shock.", ("Norway", "defeated", "Poland")),
    ("Norway's invasion of Poland was long ago.", ("Poland", "attacked", "Norway")),
    # whose bond is said to end
    ("Norway cut its aid to Poland.", ("Norway", "gaveAidTo", "Poland")),
    ("Norway ended its support for Poland.", ("Norway", "supports", "Poland")),
    # remarks have no object before them
    (
        "Her remarks by the sea pleased Dana Roth.",
        ("Dana Roth", "spokeWith", "unnamed woman"),
    ),
    # no conduct
    ("Poland criticized the sale of Norway.", ("Poland", "criticized", "Norway")),
    (
        "Poland criticized the arrest of Dana Roth.",
        ("Poland", "criticized", "Dana Roth"),
    ),
    # company, not a partner
    (
        "Dana Roth will speak on Monday, along with Peter Hallam.",
        ("Dana Roth", "spokeWith", "Peter Hallam"),
    ),
    # who is urged acts, not who urges
    (
        "Dana Roth urged Norway to sue Peter Hallam.",
        ("Dana Roth", "accused", "Peter Hallam"),
    ),
]


@pytest.mark.parametrize(("text", "triple"), READ)
def test_arguments_are_followed(
    claims_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple in claims_of(text)


@pytest.mark.parametrize(("text", "triple"), NOT_READ)
def test_arguments_are_not_followed_too_far(
    claims_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple not in claims_of(text)


def test_a_purpose_is_a_plan(claim_in: Callable[[str, Triple], Claim]) -> None:
    text = "Dana Roth flew to Oslo to meet Peter Hallam."
    claim = claim_in(text, ("Dana Roth", "metWith", "Peter Hallam"))

    assert claim.modality is Modality.PLANNED


THROUGH_WHAT_IS_THEIRS = [
    ("Norway rejected an offer from Denmark.", ("Norway", "rejected", "Denmark")),
    ("Norway rejected a Danish offer.", ("Norway", "rejected", "Denmark")),
    ("Norway shelled Danish positions.", ("Norway", "attacked", "Denmark")),
    ("Norway's strikes on Danish positions ended.", ("Norway", "attacked", "Denmark")),
    (
        "Norway threatened to cut off aid to Denmark.",
        ("Norway", "threatened", "Denmark"),
    ),
    (
        "Norwegian soldiers arrested fifty Danes.",
        ("Norwegian soldiers", "arrested", "Danes"),
    ),
    (
        "Norway put Dana Roth on its sanctions list.",
        ("Norway", "sanctioned", "Dana Roth"),
    ),
    (
        "Norway accused Denmark and neighbouring Sweden.",
        ("Norway", "accused", "Sweden"),
    ),
    (
        "Dana Roth told a meeting that it was over.",
        ("Dana Roth", "participatedIn", "meeting"),
    ),
    (
        "Dana Roth accused Norway, alongside Peter Hallam, of lying.",
        ("Peter Hallam", "accused", "Norway"),
    ),
]

NOT_THROUGH_IT = [
    # no position of theirs
    ("Norway shelled Danish fish.", ("Norway", "attacked", "Denmark")),
    ("Norway rejected the sale of Denmark.", ("Norway", "rejected", "Denmark")),
    ("Norway refused to cut off aid to Denmark.", ("Norway", "threatened", "Denmark")),
    ("Norway put Dana Roth on a waiting list.", ("Norway", "sanctioned", "Dana Roth")),
    # what did it is unclear
    (
        "Norway left the town where the tower fell, killing Dana Roth.",
        ("Norway", "killed", "Dana Roth"),
    ),
    # whom others shall do something to
    (
        "Dana Roth called for Norway to be punished.",
        ("Dana Roth", "demanded", "Norway"),
    ),
    ("Norway must be punished, said Dana Roth.", ("Dana Roth", "demanded", "Norway")),
    (
        "Dana Roth asked whether Norway should act.",
        ("Dana Roth", "demanded", "Norway"),
    ),
    # nothing of any two of them
    ("Norway, Sweden and Poland did not agree.", ("Norway", "agreedWith", "Sweden")),
    # a crime is no contest
    (
        "Dana Roth beat Peter Hallam to death.",
        ("Dana Roth", "defeated", "Peter Hallam"),
    ),
    # a crime is nobody's opinion
    ("A man with an axe attacked passengers.", ("man", "criticized", "passengers")),
]


@pytest.mark.parametrize(("text", "triple"), THROUGH_WHAT_IS_THEIRS)
def test_acts_reach_somebody_through_what_is_theirs(
    proposals_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple in proposals_of(text)


@pytest.mark.parametrize(("text", "triple"), NOT_THROUGH_IT)
def test_acts_do_not_reach_further(
    claims_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple not in claims_of(text)
