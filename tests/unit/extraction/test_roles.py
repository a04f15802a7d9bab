"""Roles: who is what to whom, in every construction that news uses to say so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Polarity, Reading
from tests.unit.extraction.conftest import Triple

COMPOUND_TITLES = [
    (
        "German Chancellor Otto Brandwein spoke first.",
        ("Otto Brandwein", "headOfGovernmentOf", "Germany"),
    ),
    (
        "President Roth's special envoy Ada Quint arrived on Monday.",
        ("Ada Quint", "envoyOf", "Roth"),
    ),
    (
        "Delmore Bank spokesman Peter Hallam declined to comment.",
        ("Peter Hallam", "spokespersonOf", "Delmore Bank"),
    ),
    (
        "Norwegian Foreign Minister Peter Hallam met Anna Quint.",
        ("Peter Hallam", "ministerOf", "Norway"),
    ),
    (
        "Foreign Minister Peter Hallam of Norway met Anna Quint.",
        ("Peter Hallam", "ministerOf", "Norway"),
    ),
]

APPOSITIONS = [
    (
        "Ada Quint, the mayor of Lisbon, resigned on Friday.",
        ("Ada Quint", "mayorOf", "Lisbon"),
    ),
    (
        "The mayor of Lisbon, Ada Quint, resigned on Friday.",
        ("Ada Quint", "mayorOf", "Lisbon"),
    ),
    (
        "Peter Hallam, an analyst at the Carver Institute, wrote a book.",
        ("Peter Hallam", "analystAt", "Carver Institute"),
    ),
    (
        "Dana Roth, 45, a senior fellow at the Carver Institute, wrote a book.",
        ("Dana Roth", "analystAt", "Carver Institute"),
    ),
    (
        "Peter Hallam, leader of the Farmers' League, met Anna Quint.",
        ("Peter Hallam", "leads", "Farmers' League"),
    ),
    (
        "Peter Hallam, the son of Dana Roth, wrote a book.",
        ("Peter Hallam", "childOf", "Dana Roth"),
    ),
    (
        "Peter Hallam, a Norwegian diplomat, met Anna Quint.",
        ("Peter Hallam", "representativeOf", "Norway"),
    ),
]

COPULAS = [
    (
        "Ada Quint is the chief executive of Delmore Bank.",
        ("Ada Quint", "chiefExecutiveOf", "Delmore Bank"),
    ),
    (
        "Ada Quint became the chief executive of Delmore Bank.",
        ("Ada Quint", "chiefExecutiveOf", "Delmore Bank"),
    ),
    (
        "Delmore Bank is a subsidiary of Carver Holdings.",
        ("Delmore Bank", "subsidiaryOf", "Carver Holdings"),
    ),
]

APPOINTMENTS = [
    (
        "Ada Quint has been appointed chief executive of Delmore Bank.",
        ("Ada Quint", "chiefExecutiveOf", "Delmore Bank"),
    ),
    (
        "Dana Roth was elected president of Norway.",
        ("Dana Roth", "headOfStateOf", "Norway"),
    ),
    (
        "President Dana Roth appointed Ada Quint on Monday.",
        ("Dana Roth", "appointed", "Ada Quint"),
    ),
    (
        "Ada Quint was appointed by President Dana Roth on Monday.",
        ("Dana Roth", "appointed", "Ada Quint"),
    ),
    (
        "President Dana Roth dismissed Ada Quint on Monday.",
        ("Dana Roth", "dismissed", "Ada Quint"),
    ),
    (
        "Ada Quint was dismissed by President Dana Roth on Monday.",
        ("Dana Roth", "dismissed", "Ada Quint"),
    ),
]

POSSESSIVES = [
    (
        "Delmore Bank's spokesman Peter Hallam declined to comment.",
        ("Peter Hallam", "spokespersonOf", "Delmore Bank"),
    ),
    (
        "Norway's foreign minister, Peter Hallam, met Anna Quint.",
        ("Peter Hallam", "ministerOf", "Norway"),
    ),
    (
        "Dana Roth's husband, Peter Hallam, wrote a book.",
        ("Peter Hallam", "spouseOf", "Dana Roth"),
    ),
    (
        "Peter Hallam, Norway's ambassador to Poland, met Dana Roth.",
        ("Peter Hallam", "ambassadorOf", "Norway"),
    ),
    ("Turin's La Stampa praised Dana Roth.", ("La Stampa", "basedIn", "Turin")),
]

DEMONYMS = [
    (
        "French analyst Peter Hallam wrote a book.",
        ("Peter Hallam", "citizenOf", "France"),
    ),
    (
        "Dana Roth, a Dutch lawmaker for the Civic Party, wrote a book.",
        ("Dana Roth", "citizenOf", "Netherlands"),
    ),
    (
        "Norwegian Foreign Minister Peter Hallam met his Danish counterpart Anna Quint.",
        ("Anna Quint", "citizenOf", "Denmark"),
    ),
]

OF_AN_ORGANISATION = [
    (
        "Peter Hallam of the Carver Institute wrote a book.",
        ("Peter Hallam", "worksFor", "Carver Institute"),
    ),
    (
        "Dana Roth, a member of the Civic Union, spoke first.",
        ("Dana Roth", "memberOf", "Civic Union"),
    ),
]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        *COMPOUND_TITLES,
        *APPOSITIONS,
        *COPULAS,
        *APPOINTMENTS,
        *POSSESSIVES,
        *DEMONYMS,
        *OF_AN_ORGANISATION,
    ],
)
def test_role_is_read_and_never_turned_round(
    claims_of: Callable[[str], set[Triple]], text: str, claim: tuple[str, str, str]
) -> None:
    subject, relation, object_ = claim

    found = claims_of(text)

    assert claim in found
    assert (object_, relation, subject) not in found


def test_title_inside_a_title_belongs_to_its_own_bearer(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    found = claims_of("President Roth's special envoy Ada Quint arrived on Monday.")

    assert ("Roth", "holdsPost", "President") in found
    assert ("Ada Quint", "holdsPost", "special envoy") in found
    assert ("Ada Quint", "holdsPost", "President") not in found


@pytest.mark.parametrize(
    "text",
    [
        "Presidents Dana Roth of Norway and Peter Hallam of Sweden met in Oslo.",
        "Dana Roth, president of Norway, and Peter Hallam, president of Sweden, met in Oslo.",
    ],
)
def test_each_of_two_bearers_has_the_owner_that_follows_the_name(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    found = {triple for triple in claims_of(text) if triple[1] == "headOfStateOf"}

    assert found == {
        ("Dana Roth", "headOfStateOf", "Norway"),
        ("Peter Hallam", "headOfStateOf", "Sweden"),
    }


def test_ambassador_represents_the_sender_and_not_the_host(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    found = claims_of("Peter Hallam, Norway's ambassador to Poland, met Dana Roth.")

    assert ("Peter Hallam", "ambassadorOf", "Poland") not in found


def test_post_is_a_node_of_its_own(read: Callable[[str], Reading]) -> None:
    reading = read("Ada Quint, the mayor of Lisbon, resigned on Friday.")

    (post,) = [actor for actor in reading.actors if actor.type == "Role"]
    assert post.name == "mayor of Lisbon"


def test_kin_hold_no_post(claims_of: Callable[[str], set[Triple]]) -> None:
    assert "holdsPost" not in {
        relation
        for _, relation, _ in claims_of(
            "Dana Roth's husband, Peter Hallam, wrote a book."
        )
    }


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth praised her predecessor, Peter Hallam.",
        "Dana Roth's predecessor, Peter Hallam, wrote a book.",
        "Peter Hallam's successor as head of Delmore Bank is Dana Roth.",
        "Dana Roth, a successor of Peter Hallam at Delmore Bank, wrote a book.",
    ],
)
def test_successor_holds_no_post_of_this_name_and_the_text_itself_says_so(
    read: Callable[[str], Reading],
    claim_in: Callable[[str, Triple], Claim],
    text: str,
) -> None:
    posts = {actor.name for actor in read(text).actors if actor.type == "Role"}

    assert posts.isdisjoint({"predecessor", "successor"})
    claim = claim_in(text, ("Dana Roth", "succeeded", "Peter Hallam"))
    assert claim.attributed_to is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norwegian Chancellor Dana Roth wrote a book.", "current"),
        ("Former Norwegian Chancellor Dana Roth wrote a book.", "former"),
        ("Dana Roth, a former chancellor of Norway, wrote a book.", "former"),
        ("Dana Roth was the chancellor of Norway.", "former"),
        ("Interim Norwegian Chancellor Dana Roth wrote a book.", "acting"),
        ("Dana Roth, the acting chancellor of Norway, wrote a book.", "acting"),
        ("Norwegian Chancellor-designate Dana Roth wrote a book.", "designate"),
        ("Dana Roth, the chancellor-designate of Norway, wrote a book.", "designate"),
    ],
)
def test_text_says_whether_a_role_is_held_now(
    claim_in: Callable[[str, Triple], Claim], text: str, status: str
) -> None:
    assert (
        claim_in(text, ("Dana Roth", "headOfGovernmentOf", "Norway")).status == status
    )


def test_happening_has_no_status(claim_in: Callable[[str, Triple], Claim]) -> None:
    assert (
        claim_in(
            "Dana Roth praised Ada Quint.", ("Dana Roth", "praised", "Ada Quint")
        ).status
        is None
    )


def test_post_carries_the_status_too(read: Callable[[str], Reading]) -> None:
    reading = read("Dana Roth, the acting mayor of Lisbon, wrote a book.")

    assert [
        claim.status for claim in reading.claims if claim.relation == "holdsPost"
    ] == ["acting"]


def test_claim_holds_from_the_year_that_the_text_gives(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    claim = claim_in(
        "Dana Roth has worked for Delmore Bank since 2010.",
        ("Dana Roth", "worksFor", "Delmore Bank"),
    )

    assert (claim.valid_from, claim.valid_until) == ("2010", None)


def test_roles_that_share_an_article_share_their_complement(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    found = claims_of("Dana Roth, the founder and chairman of Delmore Bank, slept.")

    assert {
        ("Dana Roth", "founderOf", "Delmore Bank"),
        ("Dana Roth", "leads", "Delmore Bank"),
    } <= found
    assert ("Dana Roth", "founderOf", "Delmore Bank") not in claims_of(
        "Dana Roth, a founder and the chairman of Delmore Bank, slept."
    )


def test_capitalised_verb_of_a_heading_is_nobody(
    read: Callable[[str], Reading],
) -> None:
    reading = read(
        "American Envoy Flies to Moscow as Kremlin Weighs Truce\n\nDana Roth landed in Moscow."
    )

    assert "Flies" not in {actor.name for actor in reading.actors}


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth, director of research at Delmore Bank, wrote a book.",
        "Delmore Bank's head of research, Dana Roth, wrote a book.",
        "Dana Roth, the political director of Delmore Bank, wrote a book.",
        "Delmore Bank station chief Dana Roth wrote a book.",
    ],
)
def test_head_of_a_part_does_not_lead_the_whole(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert ("Dana Roth", "leads", "Delmore Bank") not in claims_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth, director of Delmore Bank, wrote a book.",
        "Delmore Bank's chairman of the board, Dana Roth, wrote a book.",
        "Dana Roth, the head of the lender Delmore Bank, wrote a book.",
    ],
)
def test_head_of_the_whole_leads_it(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert ("Dana Roth", "leads", "Delmore Bank") in claims_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Otto Brandt's wife is Ada Quint.",
        "Otto Brandt, whose wife Ada Quint is a judge, laughed.",
    ],
)
def test_wife_is_read_as_subject_and_in_a_relative_clause(
    claims_of: Callable[[str], set[Triple]],
    text: str,
) -> None:
    assert ("Ada Quint", "spouseOf", "Otto Brandt") in claims_of(text)


def test_relative_in_a_relative_clause_is_somebody_else(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("Peter Hallam, whose sister is the mayor of Oslo, laughed.")

    assert ("Peter Hallam", "mayorOf", "Oslo") not in claims


def test_owner_is_named_in_a_relative_clause(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("Delmore Bank, whose owner is Ada Quint, has closed.")

    assert ("Ada Quint", "ownerOf", "Delmore Bank") in claims


def test_whoever_is_forced_out_held_the_post(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = "Peter Hallam was forced out as chairman of Delmore Bank."

    assert claim_in(text, ("Peter Hallam", "leads", "Delmore Bank")).status == "former"


def test_post_has_the_field_that_it_is_for(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("Ada Quint, minister for trade and industry, met Dana Roth.")

    assert ("Ada Quint", "holdsPost", "minister for trade and industry") in claims


@pytest.mark.parametrize(
    "post",
    [
        "Minister of Labour and Social Affairs",
        "Minister of Culture and Sport",
        "Minister of State for Trade and Energy",
        "Secretary of State for Work and Pensions",
    ],
)
@pytest.mark.parametrize(
    "wording", ["Ada Quint, {}, met Bo Lind.", "{} Ada Quint left."]
)
def test_fields_of_an_office_are_no_bodies(
    read: Callable[[str], Reading],
    triples: Callable[[Reading], set[Triple]],
    post: str,
    wording: str,
) -> None:
    reading = read(f"Ada Quint, {post}, met Bo Lind.")

    assert ("Ada Quint", "holdsPost", post) in triples(reading)
    assert {"Organization"}.isdisjoint(actor.type for actor in reading.actors)


def test_title_has_all_its_fields(claims_of: Callable[[str], set[Triple]]) -> None:
    claims = claims_of("Minister of Labour and Social Affairs Zora Lind met Bo Quint.")

    post = "Minister of Labour and Social Affairs"
    assert ("Zora Lind", "holdsPost", post) in claims


def test_islands_with_two_names_are_no_fields(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("Ada Quint, minister of Trinidad and Tobago, met Bo Lind.")

    assert ("Ada Quint", "ministerOf", "Trinidad and Tobago") in claims


def test_time_in_a_post_is_no_field(claims_of: Callable[[str], set[Triple]]) -> None:
    claims = claims_of("Ada Quint, minister for ten years, met Dana Roth.")

    assert ("Ada Quint", "holdsPost", "minister") in claims


def test_stepmother_is_a_relative(claims_of: Callable[[str], set[Triple]]) -> None:
    claims = claims_of("Dana Roth is the stepmother of Peter Hallam.")

    assert ("Dana Roth", "relativeOf", "Peter Hallam") in claims


def test_son_in_law_is_no_son(claims_of: Callable[[str], set[Triple]]) -> None:
    claims = claims_of("Otto Brandt thanked his son-in-law, Peter Hallam.")

    assert ("Peter Hallam", "relativeOf", "Otto Brandt") in claims
    assert ("Peter Hallam", "childOf", "Otto Brandt") not in claims


@pytest.mark.parametrize("gap", [", 58, of", ", 25 and from", ", from"])
def test_person_lives_where_the_age_is_told(
    claims_of: Callable[[str], set[Triple]],
    gap: str,
) -> None:
    claims = claims_of(f"Dana Roth{gap} Oslo, criticized Peter Hallam.")

    assert ("Dana Roth", "livesIn", "Oslo") in claims


def test_friend_is_an_ally(claims_of: Callable[[str], set[Triple]]) -> None:
    claims = claims_of("Ada Quint, an old friend of Dana Roth, wrote a book.")

    assert ("Ada Quint", "alliedWith", "Dana Roth") in claims


def test_number_of_delegates_is_no_post(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    amount = claims_of("Dana Roth is 40 delegates short of victory.")
    posts = claims_of("Dana Roth and Ada Quint are two senators of Ohio.")

    assert "holdsPost" not in {relation for _, relation, _ in amount}
    assert ("Dana Roth", "holdsPost", "senator") in posts


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        # CASE act denied, or its company
        (
            "Neither the Norwegian president, Dana Roth, nor Ada Quint came.",
            Polarity.AFFIRMED,
        ),
        ("Ada Quint left without Norwegian president Dana Roth.", Polarity.AFFIRMED),
        # CASE role denied
        ("Dana Roth is not the president of Norway.", Polarity.DENIED),
        ("Dana Roth is neither the president of Norway nor its king.", Polarity.DENIED),
    ],
)
def test_who_does_not_act_has_a_role_all_the_same(
    claim_in: Callable[[str, Triple], Claim], text: str, polarity: Polarity
) -> None:
    claim = claim_in(text, ("Dana Roth", "headOfStateOf", "Norway"))

    assert claim.polarity is polarity
