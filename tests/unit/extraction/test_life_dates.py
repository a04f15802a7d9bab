"""Birth and death in brackets after a name, and where people are said to be born."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.extraction.knowledge.constructions import Construction
from actorgraph.extraction.knowledge.lexicon_file import load_lexicon
from actorgraph.model import Claim, Reading
from tests.unit.extraction.conftest import Triple

LIFE = {"bornOn", "diedOn"}

#: A text and the dates of Ada Quint's birth and death in it.
DATES = [
    ("Ada Quint (1920–2001) painted harbours.", "1920", "2001"),
    ("Ada Quint (1920-2001) painted harbours.", "1920", "2001"),
    ("Ada Quint (1920 – 2001) painted harbours.", "1920", "2001"),
    ("Ada Quint (1920—2001) painted harbours.", "1920", "2001"),
    (
        "Ada Quint (3 May 1920 – 4 June 2001) painted harbours.",
        "3 May 1920",
        "4 June 2001",
    ),
    (
        "Ada Quint (May 3, 1920 – June 4, 2001) painted harbours.",
        "May 3, 1920",
        "June 4, 2001",
    ),
    ("The painter Ada Quint (1920–2001) came from Oslo.", "1920", "2001"),
    ("Ada Quint (born 1920) paints harbours.", "1920", None),
    ("Ada Quint (b. 1920) paints harbours.", "1920", None),
    ("Ada Quint (b. 3 May 1920) paints harbours.", "3 May 1920", None),
    ("Ada Quint (born 3 May 1920) paints harbours.", "3 May 1920", None),
    ("Ada Quint (died 2001) painted harbours.", None, "2001"),
    ("Ada Quint (d. 4 June 2001) painted harbours.", None, "4 June 2001"),
    ("Ada Quint (b. 1920; d. 2001) painted harbours.", "1920", "2001"),
    (
        "Ada Quint (b. 3 May 1920, d. 4 June 2001) painted harbours.",
        "3 May 1920",
        "4 June 2001",
    ),
]

#: Brackets that are no dates of a life.
NEAR_MISSES = [
    "Delmore Bank (1920–2001) lent money.",
    "The Civic Party (1920–2001) won in Oslo.",
    "Ada Quint (3–1) beat Dana Roth.",
    "Ada Quint (112–118) describes Oslo.",
    "Ada Quint (pp. 1120–1180) describes Oslo.",
    "Ada Quint (2001) describes Oslo.",
    "Ada Quint (2009–2017) was followed by Dana Roth.",
    "Ada Quint (2001–1920) painted harbours.",
    "Ada Quint (1720–2001) painted harbours.",
    "Ada Quint (1920–) painted harbours.",
    "Ada Quint (0320–0401) painted harbours.",
    "Chancellor Ada Quint (1949–1976) was followed by Dana Roth.",
    "King Olav Quint (1905–1957) was followed by Haakon Marsh.",
    "Ada Quint won (1920–2001).",
    "Ada Quint (room 1920–2001) met Dana Roth.",
    "Ada Quint (b. 3 men) met Dana Roth.",
]


@pytest.mark.parametrize(("text", "birth", "death"), DATES)
def test_dates_in_brackets_are_read(
    claims_of: Callable[[str], set[Triple]],
    types_in: Callable[[str], dict[str, str]],
    text: str,
    birth: str | None,
    death: str | None,
) -> None:
    expected = {
        ("Ada Quint", relation, date)
        for relation, date in (("bornOn", birth), ("diedOn", death))
        if date is not None
    }

    found = {claim for claim in claims_of(text) if claim[1] in LIFE}

    assert found == expected
    assert {types_in(text)[date] for date in (birth, death) if date} == {"Time"}


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_other_brackets_are_not_read(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert not [claim for claim in claims_of(text) if claim[1] in LIFE]


def test_a_date_is_claimed_once(read: Callable[[str], Reading]) -> None:
    claims = read("Ada Quint (born 1920) paints harbours.").claims

    assert [claim.relation for claim in claims] == ["bornOn"]


def test_dates_are_quoted_with_the_name(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = "Ada Quint (1920–2001) painted harbours."
    birth = claim_in(text, ("Ada Quint", "bornOn", "1920"))
    death = claim_in(text, ("Ada Quint", "diedOn", "2001"))

    assert birth.evidence[0].quote == "Ada Quint (1920"
    assert death.evidence[0].quote == "Ada Quint (1920–2001"
    assert (birth.method, death.method) == ("life dates", "life dates end")


def test_a_year_that_the_text_mentions_again_is_one_actor(
    read: Callable[[str], Reading],
) -> None:
    reading = read("Ada Quint (1920–2001) saw Oslo. Peter Hallam was born in 1920.")

    years = [actor for actor in reading.actors if actor.name == "1920"]
    births = {claim.object for claim in reading.claims if claim.relation == "bornOn"}
    assert len(years) == 1
    assert births == {years[0].id}


def test_dates_of_whom_somebody_mentions_are_the_document_s_own(
    speaker_of: Callable[[str, Triple], str | None],
) -> None:
    text = "Peter Hallam said that Ada Quint (1920–2001) had painted the harbour."

    assert speaker_of(text, ("Ada Quint", "bornOn", "1920")) is None


#: What the lexicon lets “Norwegian-born” express.
BORN = {sense.relation for sense in load_lexicon().constructions[Construction.BORN]}


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian-born Ada Quint criticized Peter Hallam.",
        "Norwegian-born painter Ada Quint criticized Peter Hallam.",
        "The Norwegian-born chess champion Ada Quint criticized Peter Hallam.",
    ],
)
def test_country_of_birth_is_read_before_a_name(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    found = claims_of(text)

    assert BORN
    assert {("Ada Quint", relation, "Norway") for relation in BORN} <= found


def test_city_of_birth_is_read_before_a_name(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    found = claims_of("The Oslo-born painter Ada Quint criticized Peter Hallam.")

    assert ("Ada Quint", "bornIn", "Oslo") in found


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian-born Delmore Bank criticized Peter Hallam.",
        "The Norwegian-born wife of Ada Quint criticized Peter Hallam.",
        "Norwegian-born, Ada Quint criticized Peter Hallam.",
        "Norwegian-born painters and Ada Quint criticized Peter Hallam.",
        "The Norwegian-built ship Ada Quint reached Peter Hallam.",
    ],
)
def test_country_of_birth_is_not_read_of_anybody_else(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    relations = {relation for subject, relation, _ in claims_of(text)}

    assert relations.isdisjoint(BORN)
