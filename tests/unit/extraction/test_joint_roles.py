"""Roles of one person side by side, and roles of the members of a party in another body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.extraction.conftest import Triple

RIGHT = [
    # a body before two offices has both, also where its name ends in a role noun
    (
        "Delmore Bank founder and chief executive Ida Falk left.",
        ("Ida Falk", "chiefExecutiveOf", "Delmore Bank"),
    ),
    (
        "Ida Falk, Delmore Bank's founder and chairwoman, left.",
        ("Ida Falk", "leads", "Delmore Bank"),
    ),
    (
        "Delmore Bank president and co-founder Ida Falk left.",
        ("Ida Falk", "founderOf", "Delmore Bank"),
    ),
    (
        "Delmore Bank chairwoman and former minister Ida Falk left.",
        ("Ida Falk", "leads", "Delmore Bank"),
    ),
    (
        "Harbour Party chairwoman and former minister Ida Falk left.",
        ("Ida Falk", "leads", "Harbour Party"),
    ),
    # the name after a role within the complement of another
    (
        "Nils Berg, an adviser to the prime minister, Ida Falk, left.",
        ("Nils Berg", "advisorTo", "Ida Falk"),
    ),
    # bodies and people in turn
    (
        "Nils Berg met the heads of Norvale Bank, Paul Marsh, and Delmore Steel, Ada Quint.",
        ("Paul Marsh", "leads", "Norvale Bank"),
    ),
    (
        "Nils Berg met the heads of Norvale Bank, Paul Marsh, and Delmore Steel, Ada Quint.",
        ("Ada Quint", "leads", "Delmore Steel"),
    ),
    (
        "Nils Berg met the heads of Norvale Bank, Paul Marsh, and Delmore Steel, Ada Quint.",
        ("Nils Berg", "metWith", "Ada Quint"),
    ),
    (
        "The presidents of Ghana, Kofi Baah, Togo, Yao Koffi, and Benin, Luc Agbo, left.",
        ("Yao Koffi", "headOfStateOf", "Togo"),
    ),
    # whose relative somebody is, who is said to have an office
    (
        "Nora Lind, the mayor of Bergen, whose husband, Senator Paul Marsh, is ill, left.",
        ("Paul Marsh", "spouseOf", "Nora Lind"),
    ),
    # a party before the role of its member in another body
    (
        "Ida Falk, the Labour chairwoman of the Orvane Council, left.",
        ("Ida Falk", "leads", "Orvane Council"),
    ),
    (
        "Ida Falk, the Labour chairwoman of the Orvane Council, left.",
        ("Ida Falk", "memberOf", "Labour"),
    ),
    ("Ida Falk, the Labour mayor of Leeds, left.", ("Ida Falk", "mayorOf", "Leeds")),
    ("Ida Falk, the Labour mayor of Leeds, left.", ("Ida Falk", "memberOf", "Labour")),
    (
        "Ida Falk, a Labour member of the House of Lords, left.",
        ("Ida Falk", "memberOf", "House of Lords"),
    ),
    (
        "Republican congresswoman Ida Falk of Ohio left.",
        ("Ida Falk", "representativeOf", "Ohio"),
    ),
    # a described body whose country stands before it
    (
        "The Norwegian parliament's speaker, Ida Falk, left.",
        ("Ida Falk", "leads", "Norwegian parliament"),
    ),
    # whoever has an office in a part of a body
    (
        "Ida Falk, deputy head of the Kremlin's press service, left.",
        ("Ida Falk", "worksFor", "Kremlin"),
    ),
    # whoever is at the head of a delegation
    (
        "The head of the UN delegation, Ida Falk, left.",
        ("Ida Falk", "leads", "UN delegation"),
    ),
    (
        "Dana Roth was a member of the U.S. House of Representatives and U.S. Senate.",
        ("Dana Roth", "memberOf", "U.S. House of Representatives"),
    ),
]


@pytest.mark.parametrize(("text", "claim"), RIGHT)
def test_shared_role_is_read(
    claims_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in claims_of(text)


WRONG = [
    (
        "Nils Berg met the heads of Norvale Bank, Paul Marsh, and Delmore Steel, Ada Quint.",
        ("Paul Marsh", "leads", "Delmore Steel"),
    ),
    # no office, and one that has a body or a past of its own
    (
        "Delmore Bank founder and lawyer Ida Falk left.",
        ("Ida Falk", "representativeOf", "Delmore Bank"),
    ),
    (
        "Delmore Bank economist and chairwoman Ida Falk left.",
        ("Ida Falk", "leads", "Delmore Bank"),
    ),
    (
        "Delmore Bank founder and party leader Ida Falk left.",
        ("Ida Falk", "leads", "Delmore Bank"),
    ),
    (
        "Delmore Bank founder and president Ida Falk left.",
        ("Ida Falk", "leads", "Delmore Bank"),
    ),
    (
        "Delmore Bank founder and former director Ida Falk left.",
        ("Ida Falk", "leads", "Delmore Bank"),
    ),
    # a member of a party heads another body
    (
        "Ida Falk, the Labour chairwoman of the Orvane Council, left.",
        ("Ida Falk", "leads", "Labour"),
    ),
    # nobody is a delegation
    (
        "The head of the UN delegation, Ida Falk, left.",
        ("Ida Falk", "holdsPost", "delegation of the UN"),
    ),
    # what a prosecutor looks into, and a headline before a dash
    (
        "Ida Falk, the Orvane special counsel, left.",
        ("Ida Falk", "representativeOf", "Orvane"),
    ),
    (
        "Time to Resolve Ukrainian Crisis - Norwegian Prime Minister Ida Falk",
        ("Ida Falk", "citizenOf", "Ukraine"),
    ),
    # whoever gives a speech, and an office of a body
    (
        "Ida Falk, a speaker at Delmore Bank, left.",
        ("Ida Falk", "leads", "Delmore Bank"),
    ),
    (
        "Ida Falk, head of the Norwegian army's press office, left.",
        ("Ida Falk", "holdsPost", "head of the Norwegian army"),
    ),
    # no office, not in a part, or of a body without staff
    (
        "Ida Falk, a critic of Delmore Bank's press office, left.",
        ("Ida Falk", "worksFor", "Delmore Bank"),
    ),
    (
        "Ida Falk, head of Delmore Bank's rival, left.",
        ("Ida Falk", "worksFor", "Delmore Bank"),
    ),
    (
        "Ida Falk, head of the Labour Party's press office, left.",
        ("Ida Falk", "worksFor", "Labour Party"),
    ),
    # someone for a country is not of it, nor a firm of where it is at work
    ("The pro-Russian Ida Falk left.", ("Ida Falk", "citizenOf", "Russia")),
    ("A clerk told CNN in Oslo that it rained.", ("CNN", "basedIn", "Oslo")),
    (
        "Dana Roth was a member of the U.S. House of Representatives and U.S. Senate.",
        ("Senate", "memberOf", "U.S. House of Representatives"),
    ),
]


@pytest.mark.parametrize(("text", "claim"), WRONG)
def test_no_role_is_shared_too_far(
    proposals_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim not in proposals_of(text)


def test_party_is_no_part_of_a_members_post(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("Ida Falk, the Labour chairwoman of the Orvane Council, left.")
    posts = {post for _, relation, post in claims if relation == "holdsPost"}

    assert posts == {"chairwoman of Orvane Council"}


def test_body_ends_before_a_region_of_its_office(
    types_in: Callable[[str], dict[str, str]],
) -> None:
    types = types_in("Ida Falk runs Amnesty International's Europe office.")

    assert types["Amnesty International"] == "Organization"
    assert types["Europe"] == "Place"
