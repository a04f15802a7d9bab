"""When something holds: dates of their own precision, and where they open, close or mark a span."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.extraction import Reader
from actorgraph.model import Claim, Document, DocumentId
from tests.unit.extraction.conftest import Triple

WORKS = ("Dana Roth", "worksFor", "Delmore Bank")
VISITED = ("Dana Roth", "visited", "Lisbon")
MAYOR = ("Dana Roth", "mayorOf", "Lisbon")


@pytest.mark.parametrize(
    ("text", "triple", "start", "end"),
    [
        ("Dana Roth has worked for Delmore Bank since 2010.", WORKS, "2010", None),
        ("Dana Roth worked for Delmore Bank until 2010.", WORKS, None, "2010"),
        ("Dana Roth worked for Delmore Bank before 2010.", WORKS, None, "2010"),
        ("Dana Roth worked for Delmore Bank after 2010.", WORKS, "2010", None),
        ("Dana Roth worked for Delmore Bank from 2001 to 2010.", WORKS, "2001", "2010"),
        ("Dana Roth previously worked for Delmore Bank in 2010.", WORKS, None, "2010"),
        ("Dana Roth visited Lisbon in 2010.", VISITED, "2010", "2010"),
        ("Dana Roth visited Lisbon in March 2010.", VISITED, "2010-03", "2010-03"),
        ("Dana Roth visited Lisbon with 2010 in mind.", VISITED, None, None),
        (
            "Dana Roth visited Lisbon from 4 to 9 March 2012.",
            VISITED,
            "2012-03-04",
            "2012-03-09",
        ),
        (
            "Dana Roth visited Lisbon between 30 December and 3 January 2014.",
            VISITED,
            "2013-12-30",
            "2014-01-03",
        ),
        ("Dana Roth was the mayor of Lisbon from 2010 to 2013.", MAYOR, "2010", "2013"),
        (
            "Dana Roth was the mayor of Lisbon from December until March 2013.",
            MAYOR,
            "2012-12",
            "2013-03",
        ),
        ("Dana Roth was the mayor of Lisbon from 2013 to 2010.", MAYOR, None, None),
        ("Dana Roth, mayor of Lisbon from 2010 to 2013, sang.", MAYOR, "2010", "2013"),
        ("Dana Roth, the mayor of Lisbon since 2010, sang.", MAYOR, "2010", None),
        ("Dana Roth, the mayor of Lisbon, sang from 2010 to 2013.", MAYOR, None, None),
    ],
)
def test_preposition_says_where_a_date_stands(
    claim_in: Callable[[str, Triple], Claim],
    text: str,
    triple: tuple[str, str, str],
    start: str | None,
    end: str | None,
) -> None:
    claim = claim_in(text, triple)

    assert (claim.valid_from, claim.valid_until) == (start, end)


@pytest.mark.parametrize(
    ("published", "status"), [("2026-03-11", "current"), ("2029-01-01", "former")]
)
def test_term_is_over_when_its_end_is_before_the_day_of_publication(
    reader: Reader, published: str, status: str
) -> None:
    text = "Dana Roth, mayor of Lisbon from 2024 to 2028, sang."
    document = Document(DocumentId("a"), "a", text, date=published)

    (reading,) = reader.read([document])

    assert {
        claim.status for claim in reading.claims if claim.relation == "mayorOf"
    } == {status}


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth used to work for Delmore Bank.",
        "Dana Roth no longer works for Delmore Bank.",
        "Dana Roth previously worked for Delmore Bank.",
        "Dana Roth worked for Delmore Bank.",
        "Having worked for Delmore Bank for years, Dana Roth knows it.",
        "Employed by Delmore Bank until 2019, Dana Roth knows it.",
    ],
)
def test_words_beside_a_verb_say_that_it_is_over(
    claim_in: Callable[[str, Triple], Claim], text: str
) -> None:
    assert claim_in(text, WORKS).status == "former"


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth works for Delmore Bank.",
        "Dana Roth has worked for Delmore Bank since 2010.",
        "Having worked for Delmore Bank since 2010, Dana Roth knows it.",
    ],
)
def test_what_lasts_is_not_over(
    claim_in: Callable[[str, Triple], Claim], text: str
) -> None:
    assert claim_in(text, WORKS).status is None


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth left Fidesz.",
        "Dana Roth was expelled from Fidesz.",
        "Dana Roth resigned from Fidesz.",
    ],
)
def test_one_who_leaves_was_a_member(
    claim_in: Callable[[str, Triple], Claim], text: str
) -> None:
    assert claim_in(text, ("Dana Roth", "memberOf", "Fidesz")).status == "former"


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth never left Fidesz.",
        "Dana Roth refused to leave Fidesz.",
        "Dana Roth will leave Fidesz.",
        "Dana Roth must leave Fidesz.",
    ],
)
def test_one_who_has_not_left_is_no_former_member(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert ("Dana Roth", "memberOf", "Fidesz") not in claims_of(text)


#: A Saturday.
PUBLISHED = "2026-10-17"


@pytest.fixture
def dates_of(
    reader: Reader,
) -> Callable[[str, str, str | None], tuple[str | None, str | None]]:
    """The dates of the only claim of a text with this relation: (first, last)."""

    def find(
        text: str, relation: str, published: str | None
    ) -> tuple[str | None, str | None]:
        document = Document(DocumentId("d"), "d", text, date=published)
        (reading,) = reader.read([document])
        (claim,) = [c for c in reading.claims if c.relation == relation]
        return claim.valid_from, claim.valid_until

    return find


AHEAD = [
    ("Dana Roth planned to visit Oslo on Tuesday.", "visited", "2026-10-20"),
    ("Dana Roth plans to visit Oslo on Tuesday.", "visited", "2026-10-20"),
    ("Dana Roth is going to visit Oslo on Tuesday.", "visited", "2026-10-20"),
    ("Dana Roth is expected to visit Oslo next Tuesday.", "visited", "2026-10-20"),
    ("Dana Roth is visiting Oslo on Tuesday.", "visited", "2026-10-20"),
    ("Chancellor Dana Roth to visit Oslo on Tuesday.", "visited", "2026-10-20"),
    ("Dana Roth's planned visit to Oslo on Tuesday.", "visited", "2026-10-20"),
    ("Dana Roth will meet Peter Marsh on Monday.", "metWith", "2026-10-19"),
    ("Dana Roth will be met by Peter Marsh on Monday.", "metWith", "2026-10-19"),
    ("Dana Roth is to meet Peter Marsh on Monday.", "metWith", "2026-10-19"),
    ("Dana Roth may meet Peter Marsh on Monday.", "metWith", "2026-10-19"),
    ("Dana Roth said she would meet Peter Marsh on Monday.", "metWith", "2026-10-19"),
    ("Dana Roth will meet Peter Marsh on Saturday.", "metWith", "2026-10-17"),
    (
        "Dana Roth will praise Ada Quint and visit Oslo on Monday.",
        "visited",
        "2026-10-19",
    ),
    ("Dana Roth will meet Peter Marsh in May.", "metWith", "2027-05"),
    ("Dana Roth will meet Peter Marsh on 3 October.", "metWith", "2027-10-03"),
    ("Dana Roth will meet Peter Marsh on 24 October.", "metWith", "2026-10-24"),
]

BEHIND = [
    ("Dana Roth met Peter Marsh on Monday.", "metWith", "2026-10-12"),
    ("Dana Roth has met Peter Marsh on Monday.", "metWith", "2026-10-12"),
    ("Dana Roth was met by Peter Marsh on Monday.", "metWith", "2026-10-12"),
    ("Dana Roth may have met Peter Marsh on Monday.", "metWith", "2026-10-12"),
    ("Dana Roth said she had met Peter Marsh on Monday.", "metWith", "2026-10-12"),
    ("Dana Roth refused to meet Peter Marsh on Monday.", "metWith", "2026-10-12"),
    (
        "Dana Roth, who plans to resign, met Peter Marsh on Monday.",
        "metWith",
        "2026-10-12",
    ),
    ("Dana Roth met Peter Marsh in May.", "metWith", "2026-05"),
]


@pytest.mark.parametrize(("text", "relation", "date"), [*AHEAD, *BEHIND])
def test_what_is_planned_is_dated_after_publication_and_what_happened_before(
    dates_of: Callable[[str, str, str | None], tuple[str | None, str | None]],
    text: str,
    relation: str,
    date: str,
) -> None:
    assert dates_of(text, relation, PUBLISHED) == (date, date)


@pytest.mark.parametrize(("text", "relation", "date"), [*AHEAD, *BEHIND])
def test_relative_date_is_left_out_of_a_text_without_a_date(
    dates_of: Callable[[str, str, str | None], tuple[str | None, str | None]],
    text: str,
    relation: str,
    date: str,
) -> None:
    assert dates_of(text, relation, None) == (None, None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Dana Roth will work for Delmore Bank from Monday.", "2026-10-19", None),
        ("Dana Roth will work for Delmore Bank until Monday.", None, "2026-10-19"),
    ],
)
def test_what_will_last_begins_or_ends_after_publication(
    dates_of: Callable[[str, str, str | None], tuple[str | None, str | None]],
    text: str,
    start: str | None,
    end: str | None,
) -> None:
    assert dates_of(text, "worksFor", PUBLISHED) == (start, end)


def test_day_of_an_announcement_is_not_that_of_the_plan(
    dates_of: Callable[[str, str, str | None], tuple[str | None, str | None]],
) -> None:
    text = "Dana Roth's planned visit to Oslo was announced on Monday."

    assert dates_of(text, "visited", PUBLISHED) == (None, None)


@pytest.mark.parametrize("published", [PUBLISHED, None])
def test_year_of_a_plan_is_the_one_in_the_text(
    dates_of: Callable[[str, str, str | None], tuple[str | None, str | None]],
    published: str | None,
) -> None:
    text = "Dana Roth will visit Oslo in 2031."

    assert dates_of(text, "visited", published) == ("2031", "2031")


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth is to meet Peter Marsh on Monday.",
        "Dana Roth was to meet Peter Marsh on Monday.",
        "Dana Roth is going to meet Peter Marsh on Monday.",
    ],
)
def test_scheduled_infinitive_is_a_plan(
    claim_in: Callable[[str, Triple], Claim], text: str
) -> None:
    claim = claim_in(text, ("Dana Roth", "metWith", "Peter Marsh"))

    assert claim.modality == "planned"
