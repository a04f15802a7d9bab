"""Roles in bodies that are described beside the role noun, and members of described groups."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple

ROTH = "Dana Roth"


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # CASE body beside the role noun
        (
            "Dana Roth, a transport police spokesman, left Oslo.",
            (ROTH, "spokespersonOf", "transport police"),
        ),
        # CASE listed with its body
        ("Army chief Dana Roth left Oslo.", (ROTH, "leads", "Army")),
        # CASE possessive of a description with adjectives
        (
            "Dana Roth left Delmore Bank. His old firm's chairman, Jan Hale, wept.",
            ("Jan Hale", "leads", "old firm of Dana Roth"),
        ),
        # CASE body that the network or parser may take for a person
        (
            "Dana Roth, director of the Ada Quint Gallery, left Oslo.",
            (ROTH, "leads", "Ada Quint Gallery"),
        ),
        # CASE country before a body of which each country has one
        (
            "Dana Roth, a Denmark opposition leader, left Oslo.",
            (ROTH, "leads", "opposition"),
        ),
        # CASE body that a group makes up
        (
            "Roth led the Norse League, an alliance of states, including Denmark.",
            ("Denmark", "memberOf", "Norse League"),
        ),
        # CASE role that each example has
        (
            "Harbour Party lawmakers such as Dana Roth and Jan Hale left Oslo.",
            (ROTH, "memberOf", "Harbour Party"),
        ),
        (
            "Members of the Norse League such as Denmark and Latvia left.",
            ("Denmark", "memberOf", "Norse League"),
        ),
        # CASE body with a staff, and one with members
        (
            "Dana Roth, from the Oslo Institute for Peace, spoke.",
            (ROTH, "worksFor", "Oslo Institute for Peace"),
        ),
        (
            "Dana Roth, from the Oslo Farmers' Union, spoke.",
            (ROTH, "affiliatedWith", "Oslo Farmers' Union"),
        ),
        # CASE rank in an armed force
        (
            "Dana Roth, a sergeant in the Norland Army, left Oslo.",
            (ROTH, "memberOf", "Norland Army"),
        ),
        # CASE candidate of a party beside its member
        (
            "The Harbour Party candidate, Dana Roth, left Oslo.",
            (ROTH, "candidateFor", "Harbour Party"),
        ),
        # CASE one of a group
        (
            "Dana Roth was one of seven Norwegian poets who left Oslo.",
            (ROTH, "memberOf", "seven Norwegian poets"),
        ),
        (
            "Dana Roth was among the Norwegian soldiers who left Oslo.",
            (ROTH, "memberOf", "Norwegian soldiers"),
        ),
    ],
)
def test_described_body_or_group_is_served(
    proposals_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple in proposals_of(text)


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # CASE seat or bracket between a name and a role
        (
            "Sen. Dana Roth, D-Ohio, the chair of Delmore Bank, spoke.",
            (ROTH, "leads", "Delmore Bank"),
        ),
        (
            "Dana Roth (R-Ohio), the chair of Delmore Bank, spoke.",
            (ROTH, "leads", "Delmore Bank"),
        ),
        # CASE body that is named after its noun
        (
            "Dana Roth is the head of an agency called the Harbour Watch.",
            (ROTH, "leads", "Harbour Watch"),
        ),
        # CASE members of a body that is named after them
        (
            "Dana Roth is a member of a group of doctors known as White Bridge.",
            (ROTH, "memberOf", "White Bridge"),
        ),
        # CASE role without an article, which a sentence begins with
        (
            "Foreign minister, Dana Roth, spoke.",
            (ROTH, "holdsPost", "Foreign minister"),
        ),
    ],
)
def test_roles_are_apposed_across_insertions(
    proposals_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple in proposals_of(text)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        # CASE named company: "a company spokesman" is one of Delmore Bank
        ("Delmore Bank lost. Dana Roth, a company spokesman, wept.", "spokespersonOf"),
        # CASE somebody unnamed is only called so
        ("A police officer met Dana Roth.", "worksFor"),
        # CASE person whom one serves
        ("Jan Hale, a spokesman for Dana Roth, left Oslo.", "leads"),
        # CASE place among which nobody is
        ("Dana Roth was seen among the ruins of Oslo.", "memberOf"),
        # CASE other state: who accuses or warns it is not its president
        ("President Dana Roth accused Norway of lying.", "headOfStateOf"),
        ("Norway was told: President Dana Roth had warned Norway.", "headOfStateOf"),
        # CASE no union: the noun that governs the name is another
        ("Dana Roth's State of the Union speech praised Jan Hale.", "memberOf"),
        # CASE list, not a title: "ministers" are others
        ("Ministers, Dana Roth and Jan Hale met in Oslo.", "holdsPost"),
        # CASE owner: the president is another
        ("The president's envoy to Norway, Dana Roth, resigned.", "headOfStateOf"),
        # CASE example of another's: only the leader leads the party
        ("The leaders of Delmore Bank met guests such as Jan Hale.", "leads"),
        # CASE judgement
        ("Delmore Bank is one of the most innovative companies.", "memberOf"),
        # CASE role for someone, which says more
        ("Dana Roth is one of Jan Hale's lawyers.", "memberOf"),
        # CASE work, not people
        ("Dana Roth wrote one of seven Norwegian operas.", "memberOf"),
    ],
)
def test_near_neighbours_have_no_such_role(
    proposals_of: Callable[[str], set[Triple]], text: str, relation: str
) -> None:
    assert relation not in {claim[1] for claim in proposals_of(text)}


def test_counterparts_are_abroad(proposals_of: Callable[[str], set[Triple]]) -> None:
    text = "Prime Minister Dana Roth met her Danish counterpart Ada Quint."
    assert (ROTH, "headOfGovernmentOf", "Denmark") not in proposals_of(text)


def test_occupations_are_held_with_any_adjective(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    posts = proposals_of("The famous composer Dana Roth met the good leader Jan Hale.")
    assert (ROTH, "holdsPost", "composer") in posts
    assert "Jan Hale" not in {claim[0] for claim in posts if claim[1] == "holdsPost"}
