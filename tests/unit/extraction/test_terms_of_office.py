"""Who has a role no longer, who only stands in for another, and whose role it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Status
from tests.unit.extraction.conftest import Triple

FORMER = [
    (
        "Peter Hallam, who once led Delmore Bank, wrote a book.",
        ("Peter Hallam", "leads", "Delmore Bank"),
    ),
    (
        "Peter Hallam was once married to Dana Roth.",
        ("Peter Hallam", "spouseOf", "Dana Roth"),
    ),
    (
        "Peter Hallam, mayor of Lisbon in 1987, wrote a book.",
        ("Peter Hallam", "mayorOf", "Lisbon"),
    ),
    (
        "Finance Minister Peter Hallam was dismissed on Friday.",
        ("Peter Hallam", "holdsPost", "Finance Minister"),
    ),
    (
        "Dana Roth stood down as chief executive of Delmore Bank on Friday.",
        ("Dana Roth", "chiefExecutiveOf", "Delmore Bank"),
    ),
    (
        "Delmore Bank fired its chairman, Peter Hallam, after a quarrel.",
        ("Peter Hallam", "leads", "Delmore Bank"),
    ),
    (
        "Delmore Bank chairman Peter Hallam, who was forced out in May, wrote a book.",
        ("Peter Hallam", "leads", "Delmore Bank"),
    ),
    (
        "Peter Hallam, who ran Delmore Bank until 2014, wrote a book.",
        ("Peter Hallam", "leads", "Delmore Bank"),
    ),
    (
        "Peter Hallam ran Delmore Bank for six years before he moved to Oslo.",
        ("Peter Hallam", "leads", "Delmore Bank"),
    ),
    (
        "Having run Delmore Bank for six years, Peter Hallam moved to Oslo.",
        ("Peter Hallam", "leads", "Delmore Bank"),
    ),
    (
        "Ada Quint, then the mayor of Lisbon, opened the museum.",
        ("Ada Quint", "mayorOf", "Lisbon"),
    ),
    (
        "Ada Quint, a one-time spokeswoman for Delmore Bank, wrote a book.",
        ("Ada Quint", "spokespersonOf", "Delmore Bank"),
    ),
    (
        "Dana Roth used to be the head of Delmore Bank.",
        ("Dana Roth", "leads", "Delmore Bank"),
    ),
    (
        "Ex-Delmore Bank chairwoman Dana Roth was fined.",
        ("Dana Roth", "leads", "Delmore Bank"),
    ),
    (
        "Dana Roth, sometime spokeswoman for Delmore Bank, wrote a book.",
        ("Dana Roth", "spokespersonOf", "Delmore Bank"),
    ),
    (
        "Toppled president Peter Hallam of Norway fled.",
        ("Peter Hallam", "headOfStateOf", "Norway"),
    ),
    (
        "Dana Roth succeeded Peter Hallam as chairwoman of Delmore Bank.",
        ("Peter Hallam", "leads", "Delmore Bank"),
    ),
    (
        "Peter Hallam was replaced by Dana Roth as chairman of Delmore Bank.",
        ("Peter Hallam", "leads", "Delmore Bank"),
    ),
    (
        "Peter Hallam made way for Dana Roth as head of Delmore Bank.",
        ("Peter Hallam", "leads", "Delmore Bank"),
    ),
    (
        "Dana Roth's divorce from Peter Hallam was quick.",
        ("Dana Roth", "spouseOf", "Peter Hallam"),
    ),
    (
        "Peter Hallam was relieved of his duties as head of Delmore Bank.",
        ("Peter Hallam", "leads", "Delmore Bank"),
    ),
    (
        "Delmore Bank chairman Peter Hallam handed in his resignation.",
        ("Peter Hallam", "leads", "Delmore Bank"),
    ),
    (
        "Peter Hallam sued his old employer, Delmore Bank.",
        ("Peter Hallam", "worksFor", "Delmore Bank"),
    ),
    (
        "Dana Roth has left her party, the Harbour Movement.",
        ("Dana Roth", "memberOf", "Harbour Movement"),
    ),
    (
        "Dana Roth was expelled from her party, the Harbour Movement.",
        ("Dana Roth", "memberOf", "Harbour Movement"),
    ),
    (
        "The marriage of Dana Roth and Peter Hallam ended in tears.",
        ("Dana Roth", "spouseOf", "Peter Hallam"),
    ),
    (
        "Ada Quint, in those days the mayor of Lisbon, opened the museum.",
        ("Ada Quint", "mayorOf", "Lisbon"),
    ),
    (
        "Ada Quint, until last spring the mayor of Lisbon, opened the museum.",
        ("Ada Quint", "mayorOf", "Lisbon"),
    ),
    (
        "Ada Quint, until recently mayor of Lisbon, opened the museum.",
        ("Ada Quint", "mayorOf", "Lisbon"),
    ),
    (
        "Ada Quint, at the time deputy head of Delmore Bank, wrote a book.",
        ("Ada Quint", "holdsPost", "deputy head of Delmore Bank"),
    ),
    (
        "Ada Quint, the mayor of Lisbon until 2013, opened the museum.",
        ("Ada Quint", "mayorOf", "Lisbon"),
    ),
    (
        "The museum was opened by Ada Quint, mayor of Lisbon from 2010 to 2013.",
        ("Ada Quint", "mayorOf", "Lisbon"),
    ),
    (
        "Ada Quint was the treasurer, spokeswoman and secretary of Delmore Bank.",
        ("Ada Quint", "holdsPost", "spokeswoman"),
    ),
    (
        "Ada Quint was working for Delmore Bank in 1999.",
        ("Ada Quint", "worksFor", "Delmore Bank"),
    ),
]

CURRENT = [
    (
        "Peter Hallam, elected mayor of Lisbon in 2019, wrote a book.",
        ("Peter Hallam", "mayorOf", "Lisbon"),
    ),
    (
        "Ada Quint is the treasurer, spokeswoman and secretary of Delmore Bank.",
        ("Ada Quint", "holdsPost", "spokeswoman"),
    ),
    (
        "The mayor was Ada Quint, spokeswoman of Delmore Bank.",
        ("Ada Quint", "holdsPost", "spokeswoman of Delmore Bank"),
    ),
    (
        "Dana Roth met Ada Quint, the mayor of Lisbon, until 2013.",
        ("Ada Quint", "mayorOf", "Lisbon"),
    ),
    (
        "Ada Quint, the mayor of Lisbon since 2013, opened the museum.",
        ("Ada Quint", "mayorOf", "Lisbon"),
    ),
    (
        "Delmore Bank chairman Peter Hallam handed in his letter.",
        ("Peter Hallam", "leads", "Delmore Bank"),
    ),
    (
        "Dana Roth left Peter Hallam's party, the Harbour Movement.",
        ("Peter Hallam", "memberOf", "Harbour Movement"),
    ),
    (
        "Dana Roth may leave her party, the Harbour Movement.",
        ("Dana Roth", "memberOf", "Harbour Movement"),
    ),
    (
        "Dana Roth lost the trust of her party, the Harbour Movement.",
        ("Dana Roth", "memberOf", "Harbour Movement"),
    ),
    (
        "Delmore Bank chairman Peter Hallam will step down in May.",
        ("Peter Hallam", "leads", "Delmore Bank"),
    ),
    (
        "Dana Roth will stand down as chief executive of Delmore Bank in May.",
        ("Dana Roth", "chiefExecutiveOf", "Delmore Bank"),
    ),
    (
        "Delmore Bank chairman Peter Hallam was not sacked.",
        ("Peter Hallam", "leads", "Delmore Bank"),
    ),
    (
        "Delmore Bank chairman Peter Hallam resigned from the board of a museum.",
        ("Peter Hallam", "leads", "Delmore Bank"),
    ),
    (
        "Dana Roth succeeded Peter Hallam as chairwoman of Delmore Bank.",
        ("Dana Roth", "leads", "Delmore Bank"),
    ),
    (
        "Dana Roth will succeed Peter Hallam as chairwoman of Delmore Bank.",
        ("Peter Hallam", "leads", "Delmore Bank"),
    ),
    (
        "Peter Hallam made way for Dana Roth as head of Delmore Bank.",
        ("Dana Roth", "leads", "Delmore Bank"),
    ),
]


@pytest.mark.parametrize(("text", "triple"), FORMER)
def test_lost_role_is_former(
    claim_in: Callable[[str, Triple], Claim],
    text: str,
    triple: Triple,
) -> None:
    assert claim_in(text, triple).status is Status.FORMER


def test_what_went_on_when_somebody_said_so_may_go_on(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = "Dana Roth said Ada Quint was working for Delmore Bank."
    claim = claim_in(text, ("Ada Quint", "worksFor", "Delmore Bank"))

    assert claim.status is not Status.FORMER


@pytest.mark.parametrize(
    "text",
    [
        "Once Peter Hallam led Delmore Bank, its shares rose.",
        "Peter Hallam has run Delmore Bank for six years.",
    ],
)
def test_what_is_told_beside_once_or_of_years_may_go_on(
    claim_in: Callable[[str, Triple], Claim], text: str
) -> None:
    claim = claim_in(text, ("Peter Hallam", "leads", "Delmore Bank"))

    assert claim.status is not Status.FORMER


@pytest.mark.parametrize(("text", "triple"), CURRENT)
def test_role_that_is_only_to_be_left_or_is_taken_up_is_current(
    claim_in: Callable[[str, Triple], Claim],
    text: str,
    triple: Triple,
) -> None:
    assert claim_in(text, triple).status is Status.CURRENT


@pytest.mark.parametrize(
    ("text", "post", "office"),
    [
        (
            "Ada Quint, deputy mayor of Lisbon, wept.",
            ("Ada Quint", "holdsPost", "deputy mayor of Lisbon"),
            ("Ada Quint", "mayorOf", "Lisbon"),
        ),
        (
            "The vice-president of Norway, Ada Quint, wept.",
            ("Ada Quint", "holdsPost", "vice-president of Norway"),
            ("Ada Quint", "headOfStateOf", "Norway"),
        ),
        (
            "Lt. Gov. Ada Quint of Texas wept.",
            ("Ada Quint", "holdsPost", "lieutenant governor"),
            ("Ada Quint", "headOfGovernmentOf", "Texas"),
        ),
        (
            "Ada Quint, deputy commander-in-chief of Norland's navy, wept.",
            ("Ada Quint", "holdsPost", "deputy commander-in-chief"),
            ("Ada Quint", "commanderOf", "navy of Norland"),
        ),
        (
            "Ada Quint, deputy head of Delmore Bank, wept.",
            ("Ada Quint", "holdsPost", "deputy head of Delmore Bank"),
            ("Ada Quint", "leads", "Delmore Bank"),
        ),
    ],
)
def test_deputy_keeps_the_word_and_does_not_lead(
    claims_of: Callable[[str], set[Triple]],
    text: str,
    post: Triple,
    office: Triple,
) -> None:
    assert post in claims_of(text)
    assert office not in claims_of(text)


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Secretary-General Ada Quint met Dana Roth.", "Secretary-General"),
        ("Under Secretary-General Ada Quint wept.", "Under Secretary-General"),
        (
            "Ada Quint, minister of trade and industry, wept.",
            "minister of trade and industry",
        ),
        (
            "Ada Quint, ex-chairwoman of Delmore Bank, wept.",
            "chairwoman of Delmore Bank",
        ),
        (
            "Ada Quint, secretary of state for work and pensions, wept.",
            "secretary of state for work and pensions",
        ),
        ("Ada Quint is the director of operations.", "director of operations"),
        (
            "Delmore Bank director of communications Ada Quint wept.",
            "director of communications of Delmore Bank",
        ),
        ("Many came, including Chancellor Ada Quint.", "Chancellor"),
        ("Norwegian Chancellor Ada Quint wept.", "Chancellor of Norway"),
        (
            "Ada Quint, the divisive leader of the Harbour Party, wept.",
            "leader of Harbour Party",
        ),
        ("Foreign Secretary Dame Ada Quint wept.", "Foreign Secretary"),
        ("Lieutenant Ada Quint wept.", "Lieutenant"),
    ],
)
def test_post_has_its_whole_name_and_no_more(
    claims_of: Callable[[str], set[Triple]],
    text: str,
    post: str,
) -> None:
    assert ("Ada Quint", "holdsPost", post) in claims_of(text)


def test_rank_that_begins_another_is_none(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("Lieutenant General Ada Quint met Lieutenant Dana Roth.")

    assert {claim for claim in claims if claim[1] == "holdsPost"} == {
        ("Ada Quint", "holdsPost", "Lieutenant General"),
        ("Dana Roth", "holdsPost", "Lieutenant"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quint was a good president.",
        "The gifted leader Ada Quint wept.",
        "Ada Quint, the founder of Delmore Bank, wept.",
        "Critic Ada Quint wept.",
        "Ada Quint, the emperor's younger sister, wept.",
    ],
)
def test_who_is_only_described_or_beside_an_office_holds_none(
    claims_of: Callable[[str], set[Triple]],
    text: str,
) -> None:
    assert "holdsPost" not in {relation for _, relation, _ in claims_of(text)}


@pytest.mark.parametrize(
    ("text", "triple", "is_read"),
    [
        (
            "Pro-Swedish leader Ada Quint wept.",
            ("Ada Quint", "citizenOf", "Sweden"),
            False,
        ),
        (
            "The Sweden envoy Ada Quint wept.",
            ("Ada Quint", "envoyOf", "Sweden"),
            False,
        ),
        (
            "The Swedish envoy Ada Quint wept.",
            ("Ada Quint", "envoyOf", "Sweden"),
            True,
        ),
        (
            "Ada Quint, a minister of defence of Sweden, wept.",
            ("Ada Quint", "ministerOf", "Sweden"),
            True,
        ),
        (
            "Ada Quint, minister for foreign affairs of Sweden, wept.",
            ("Ada Quint", "ministerOf", "Sweden"),
            True,
        ),
        (
            "Ada Quint, speaking for the Swedish Bank, wept.",
            ("Ada Quint", "representativeOf", "Swedish Bank"),
            True,
        ),
        (
            "Ada Quint was sent to Kenya as an envoy of Sweden.",
            ("Ada Quint", "envoyOf", "Sweden"),
            True,
        ),
        (
            "Swedish King Dana Roth and Defence Minister Ada Quint wept.",
            ("Ada Quint", "ministerOf", "Sweden"),
            True,
        ),
        (
            "Sweden will vote in May. Prime Minister Ada Quint was glad.",
            ("Ada Quint", "headOfGovernmentOf", "Sweden"),
            True,
        ),
        (
            "Sweden and Norway will vote in May. Prime Minister Ada Quint was glad.",
            ("Ada Quint", "headOfGovernmentOf", "Sweden"),
            False,
        ),
        (
            "Ada Quint runs a charity called Harbour House.",
            ("Ada Quint", "leads", "Harbour House"),
            True,
        ),
    ],
)
def test_role_is_held_for_whom_the_words_name(
    claims_of: Callable[[str], set[Triple]],
    text: str,
    triple: Triple,
    is_read: bool,
) -> None:
    assert (triple in claims_of(text)) is is_read


def test_one_country_occupies_a_town_of_which_it_is_no_part(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("The storm hit the Swedish-occupied town of Alderfen.")

    assert ("Sweden", "occupied", "Alderfen") in claims
    assert ("Alderfen", "locatedIn", "Sweden") not in claims
