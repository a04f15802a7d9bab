"""What people are by occupation, and the posts that others have elsewhere or had before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim
from tests.unit.extraction.conftest import Triple

POST = "holdsPost"
QUINT, ROTH, LIND = "Ada Quint", "Dana Roth", "Bo Lind"


@pytest.mark.parametrize(
    ("text", "holder", "post"),
    [
        ("Bo Lind, a priest loyal to the mayor, arrived.", LIND, "priest"),
        ("“No,” said Bo Lind, an arts student from Elden.", LIND, "arts student"),
        ("Bo Lind, a Norwegian politician who had lost, wept.", LIND, "politician"),
        ("Ada Quint, animal rights activist, wept.", QUINT, "animal rights activist"),
        ("Former TV host and campaigner Ada Quint wept.", QUINT, "campaigner"),
        ("The race was won by world champion Ada Quint.", QUINT, "world champion"),
        ("Ada Quint is a painter and sculptor.", QUINT, "painter"),
        ("Ada Quint is a painter and sculptor.", QUINT, "sculptor"),
        ("Ada Quint worked as a nurse in Bergen.", QUINT, "nurse"),
        ("Ada Quint won a medal for her work as a dancer.", QUINT, "dancer"),
        ("Ada Quint made her debut as an actress in Bergen.", QUINT, "actress"),
        ("Bo Lind sits as an independent councillor.", LIND, "councillor"),
        # where somebody stands is no judgement
        ("The march honoured wartime nationalist leader Bo Lind.", LIND, "leader"),
        ("A liberal parliamentarian and poet, Bo Lind wept.", LIND, "parliamentarian"),
        ("Bo Lind, the town's lead member for roads, wept.", LIND, "lead member"),
        ("Ex-footballer Bo Lind wept.", LIND, "footballer"),
        # a plural noun of another phrase
        ("After talk of robberies actor Bo Lind hid in Bergen.", LIND, "actor"),
        # a time before the verb
        (
            "Delmore's director of sales, Ada Quint this week blamed the mayor.",
            QUINT,
            "director of sales of Delmore",
        ),
        # who served is the person, not the bank
        (
            "Bo Lind, analyst at Delmore Bank, who served as an army officer, wept.",
            LIND,
            "army officer",
        ),
        (
            "Bo Lind, head of Asia research at Delmore Bank, who was a judge, wept.",
            LIND,
            "judge",
        ),
        # the office of a counterpart
        (
            "Norwegian Prime Minister Ada Quint met her Danish counterpart Bo Lind.",
            LIND,
            "Prime Minister of Denmark",
        ),
        # whose office it is, where the sentence begins with another name
        (
            "According to Dana Roth, the head of the Harbour Union, Bo Lind, left.",
            LIND,
            "head of Harbour Union",
        ),
    ],
)
def test_post_or_occupation_is_held(
    claims_of: Callable[[str], set[Triple]], text: str, holder: str, post: str
) -> None:
    assert (holder, POST, post) in claims_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quint was a keen singer.",
        "Ada Quint was the driver.",
        "Ada Quint, author of the letter, wept.",
        "Ada Quint, one of the bill's co-authors still in town, wept.",
        "They believed that Ada Quint was a tool of the army, the party and rich traders.",
        "Ada Quint, a self-styled imam, wept.",
        "Self-proclaimed president Ada Quint wept.",
        "Aspiring singer Ada Quint wept.",
        "Bo Lind scored twice for the club. The so-called striker was delighted.",
        # a work
        "Ada Quint read “Doctor Quint” in Bergen.",
        # a stop is lost
        "The star was Quint's driver Quint had been friends with her for years.",
    ],
)
def test_no_post_is_held(claims_of: Callable[[str], set[Triple]], text: str) -> None:
    assert POST not in {relation for _, relation, _ in claims_of(text)}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # the other has an office of another kind
        (
            "French President Ada Quint met her German counterpart, Chancellor Bo Lind.",
            (LIND, "headOfStateOf", "Germany"),
        ),
        (
            "French President Ada Quint met her German counterpart, Chancellor Bo Lind.",
            (LIND, POST, "President of Germany"),
        ),
        (
            "According to Dana Roth, the head of the Harbour Union, Bo Lind, left.",
            (ROTH, "leads", "Harbour Union"),
        ),
        # a team may be meant
        (
            "They met Bo Lind, a coach at Alderfen United, who defeated Lowick Rovers.",
            (LIND, "defeated", "Lowick Rovers"),
        ),
    ],
)
def test_another_has_no_such_office(
    claims_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple not in claims_of(text)


def test_next_superior_is_one_of_the_role(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("Ada Quint, an adviser to Dana Roth and then to Bo Lind, wept.")
    assert (QUINT, "advisorTo", LIND) in claims


@pytest.mark.parametrize(
    ("text", "post", "status"),
    [
        (
            "Ada Quint, a judge and until quite recently head of the union, wept.",
            "head of union",
            "former",
        ),
        (
            "Ada Quint, the head of Delmore Bank and until recently a judge, wept.",
            "judge",
            "former",
        ),
        ("Ada Quint, a judge and until recently a mayor, wept.", "judge", "current"),
        ("Ada Quint, a judge and then a mayor, wept.", "mayor", "current"),
        ("Ada Quint moved when she was a student.", "student", "former"),
        ("Once an aide to Dana Roth, Ada Quint wept.", "aide", "former"),
        ("Ada Quint was paid for her work as a consultant.", "consultant", "current"),
    ],
)
def test_post_of_the_past_beside_another(
    claim_in: Callable[[str, Triple], Claim], text: str, post: str, status: str
) -> None:
    assert claim_in(text, (QUINT, POST, post)).status == status
