"""Whose body a post is in, where words stand between them, and posts of several wordings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Reading
from tests.unit.extraction.conftest import Triple

BODIES = [
    # CASE kind before the name
    (
        "Ada Quint, managing director of mortgage broker Norvale, wrote a book.",
        ("Ada Quint", "leads", "Norvale"),
    ),
    # CASE kind after the name
    (
        "The leader of the Brightwater Guild union in Oslo, Ada Quint, wrote a book.",
        ("Ada Quint", "leads", "Brightwater Guild"),
    ),
    (
        "Ada Quint, the governor of Canada's Ontario province, wrote a book.",
        ("Ada Quint", "headOfGovernmentOf", "Ontario"),
    ),
    # CASE owner after the holder
    (
        "Mayor Ada Quint of Lisbon opened the bridge.",
        ("Ada Quint", "mayorOf", "Lisbon"),
    ),
    # CASE town that no list has
    (
        "Ada Quint, the mayor of Malmö, opened the bridge.",
        ("Ada Quint", "mayorOf", "Malmö"),
    ),
    # CASE part at the end of the post
    (
        "Ada Quint, the Norwegian Minister of Foreign Affairs, wrote a book.",
        ("Ada Quint", "ministerOf", "Norway"),
    ),
    # CASE head of a part, who works for the whole
    (
        "Ada Quint, head of risk research at Delmore Bank, wrote a book.",
        ("Ada Quint", "worksFor", "Delmore Bank"),
    ),
    # CASE one of several
    (
        "Ada Quint, one of Peter Hallam's lawyers, said that Dana Roth had left.",
        ("Ada Quint", "representativeOf", "Peter Hallam"),
    ),
    (
        "Ada Quint is one of Peter Hallam's advisers.",
        ("Ada Quint", "advisorTo", "Peter Hallam"),
    ),
    # CASE abbreviated title
    (
        "Ohio Gov. Ada Quint met Peter Hallam.",
        ("Ada Quint", "headOfGovernmentOf", "Ohio"),
    ),
    (
        "Texas Sen. Ada Quint met Peter Hallam.",
        ("Ada Quint", "representativeOf", "Texas"),
    ),
    # CASE seat
    (
        "Sen. Ada Quint, R-Texas, met Peter Hallam.",
        ("Ada Quint", "representativeOf", "Texas"),
    ),
    # CASE two relations in the same words
    (
        "Labour Party nominee Ada Quint met Peter Hallam.",
        ("Ada Quint", "candidateFor", "Labour Party"),
    ),
    (
        "Labour Party nominee Ada Quint met Peter Hallam.",
        ("Ada Quint", "memberOf", "Labour Party"),
    ),
    # CASE credit
    (
        "The harbour of Lisbon at dawn. Ada Quint/Reuters",
        ("Ada Quint", "worksFor", "Reuters"),
    ),
    # CASE described holder
    (
        "A spokesman for Delmore Bank accused Peter Hallam of lying.",
        ("spokesman for Delmore Bank", "spokespersonOf", "Delmore Bank"),
    ),
    # CASE party before a name
    (
        "The Labour Party's Ada Quint met Peter Hallam.",
        ("Ada Quint", "memberOf", "Labour Party"),
    ),
]


@pytest.mark.parametrize(("text", "triple"), BODIES)
def test_post_is_in_the_body_that_the_text_gives(
    claims_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple in claims_of(text)


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # the works council is a part of the bank
        (
            "Ada Quint, head of Delmore Bank's works council, wrote a book.",
            ("Ada Quint", "leads", "Delmore Bank"),
        ),
        # research in a region
        (
            "Ada Quint, head of Africa research at Delmore Bank, wrote a book.",
            ("Ada Quint", "leads", "Delmore Bank"),
        ),
        # a plural beside another title
        (
            "A group of senators and Norwegian Chancellor Ada Quint met.",
            ("Ada Quint", "holdsPost", "senator"),
        ),
        # whoever wants an office does not hold it
        (
            "Presidential candidate Ada Quint wrote a book.",
            ("Ada Quint", "holdsPost", "presidential candidate"),
        ),
        # a division of two names is no credit
        (
            "The harbour of Lisbon at dawn. Ada Quint, Reuters",
            ("Ada Quint", "worksFor", "Reuters"),
        ),
        # anybody may post there
        (
            "The harbour of Lisbon at dawn. Ada Quint/Telegram",
            ("Ada Quint", "worksFor", "Telegram"),
        ),
        (
            "The harbour of Lisbon at dawn. Ada Quint/Pool",
            ("Ada Quint", "worksFor", "Pool"),
        ),
        # a hyphen makes the country a part of an adjective
        (
            "Ada Quint, a Soviet-era minister, wrote a book.",
            ("Ada Quint", "ministerOf", "Soviet Union"),
        ),
        # the title begins the name of a body
        (
            "The General Administration of Customs reported a loss.",
            ("Administration of Customs", "holdsPost", "General"),
        ),
    ],
)
def test_post_is_in_no_other_body(
    claims_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple not in claims_of(text)


def test_the_singer_of_two_countries_is_a_citizen_of_both(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("The Norwegian-Swedish singer Ada Quint wrote a book.")
    assert ("Ada Quint", "citizenOf", "Norway") in claims
    assert ("Ada Quint", "citizenOf", "Sweden") in claims


def test_a_hyphen_may_join_a_body_to_the_role_in_it(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("Ada Quint met officials of the NATO-member state Norway.")
    assert ("Norway", "memberOf", "NATO") in claims


def test_a_day_after_a_body_is_not_its_name(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("Delmore Bank assured the council Tuesday that jobs are safe.")
    assert ("Delmore Bank", "promised", "Tuesday") not in claims


def posts(reading: Reading) -> set[str]:
    return {actor.name for actor in reading.actors if actor.type == "Role"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # CASE bare title of a holder whose country the text gives elsewhere
        (
            "Norwegian President Ada Quint left. Later President Quint came back.",
            {"President of Norway"},
        ),
        # CASE occupation
        ("Rapper and designer Ada Quint left.", {"Rapper", "designer"}),
        ("Ada Quint, the Norwegian screenwriter, left.", {"screenwriter"}),
        # CASE pastime, and work
        ("Ada Quint was a keen singer.", set()),
        ("Ada Quint, author of the manual, left.", set()),
        # CASE abbreviation after another role
        ("Labour Party nominee Sen. Ada Quint left.", {"senator"}),
        ("Deputy PM Ada Quint left.", {"Deputy prime minister"}),
        ("Former PM Ada Quint left.", {"prime minister"}),
        # CASE two presidents
        (
            "Norwegian President Ada Quint left. Later President Peter Hallam came.",
            {"President of Norway", "President"},
        ),
        # CASE region that has the post, and region that is its field
        ("Ohio governor Ada Quint left.", {"governor of Ohio"}),
        ("Balkans expert Ada Quint left.", {"Balkans expert"}),
        # CASE adjective
        (
            "Ada Quint, international director of Delmore Bank, left.",
            {"international director of Delmore Bank"},
        ),
    ],
)
def test_posts_are_named_with_their_body(
    read: Callable[[str], Reading], text: str, names: set[str]
) -> None:
    assert posts(read(text)) == names


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Dr. Dana Roth, Chief Compliance Officer of Delmore Bank, resigned.",
            {("Dana Roth", "worksFor", "Delmore Bank")},
        ),
        (
            "Dana Roth, chief of the police officers' union, slept.",
            {("Dana Roth", "leads", "police officers' union")},
        ),
    ],
)
def test_chief_officer_of_a_field_is_no_chief(
    claims_of: Callable[[str], set[Triple]], text: str, claims: set[Triple]
) -> None:
    posts = {claim for claim in claims_of(text) if claim[1] != "holdsPost"}

    assert posts == claims


@pytest.mark.parametrize(
    ("text", "holder", "post"),
    [
        (
            "Dana Roth quit as deputy chancellor, housing secretary and spokeswoman.",
            "Dana Roth",
            "housing secretary",
        ),
        (
            "Dana Roth took over Nils Berg's former job as housing secretary.",
            "Nils Berg",
            "housing secretary",
        ),
        (
            "Dana Roth takes over Nils Berg's old job as housing secretary.",
            "Nils Berg",
            "housing secretary",
        ),
    ],
)
def test_post_that_somebody_left_is_former(
    claim_in: Callable[[str, Triple], Claim], text: str, holder: str, post: str
) -> None:
    assert claim_in(text, (holder, "holdsPost", post)).status == "former"


def test_part_of_a_post_is_nobody(read: Callable[[str], Reading]) -> None:
    reading = read("Ada Quint, the Norwegian Minister of Foreign Affairs, slept.")

    assert {actor.name for actor in reading.actors if actor.type == "Person"} == {
        "Ada Quint"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Peru votes in May. President Dana Roth wrote a book.",
        "Peru's parliament met, and President Dana Roth wrote a book.",
        # an ambassador stands for another country
        "Peru votes in May. President Dana Roth met the Danish ambassador, Otto Brandt.",
    ],
)
def test_bare_title_is_an_office_of_the_country_nearby(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert ("Dana Roth", "headOfStateOf", "Peru") in claims_of(text)


def test_the_minister_is_one_of_the_country_nearby(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("Peru is in debt. The former oil minister, Dana Roth, left.")
    assert ("Dana Roth", "ministerOf", "Peru") in claims


@pytest.mark.parametrize(
    "text",
    [
        # an office that bodies have too
        "Delmore Bank left Peru. The president, Dana Roth, wrote a book.",
        # another country, named by a body of it
        "Peru votes in May. The Pentagon waits. President Dana Roth wrote a book.",
        # another country, named by a city of it
        "Peru votes in May. In Oslo, President Dana Roth wrote a book.",
        # an office that means something else elsewhere
        "Peru votes in May. Chancellor Dana Roth wrote a book.",
    ],
)
def test_bare_title_is_of_no_country_where_several_may_be_meant(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    triples = claims_of(text)
    offices = {"headOfStateOf", "headOfGovernmentOf"}

    assert offices.isdisjoint(relation for _, relation, _ in triples)
