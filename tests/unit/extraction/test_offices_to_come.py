"""Offices that somebody has yet to get, and words beside offices that say little of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Modality, Status
from tests.unit.extraction.conftest import Triple


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Nils Berg nominated Ida Falk to lead Delmore Bank.", Modality.PLANNED),
        ("Nils Berg appointed Ida Falk to lead Delmore Bank.", Modality.ASSERTED),
    ],
)
def test_a_nominee_does_not_lead_yet(
    claim_in: Callable[[str, Triple], Claim], text: str, modality: Modality
) -> None:
    claim = claim_in(text, ("Ida Falk", "leads", "Delmore Bank"))

    assert claim.modality is modality


@pytest.mark.parametrize(
    ("post", "status"),
    [
        ("MP", Status.CURRENT),
        ("mayor of Leeds", Status.CURRENT),
        ("activist", Status.FORMER),
        ("deputy leader", Status.FORMER),
    ],
)
def test_a_former_office_of_the_public_ends_no_membership(
    claim_in: Callable[[str, Triple], Claim], post: str, status: Status
) -> None:
    text = f"Ida Falk, a former Labour {post}, left."

    assert claim_in(text, ("Ida Falk", "memberOf", "Labour")).status is status


def test_an_adviser_at_a_ministry_works_there(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("Ida Falk, a senior adviser at the Ministry of Health, left.")

    assert ("Ida Falk", "worksFor", "Ministry of Health") in claims


def test_a_member_for_a_constituency_is_no_member_of_it(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    claims = proposals_of("Ida Falk, a member of parliament for Leeds, left.")

    assert ("Ida Falk", "memberOf", "Leeds") not in claims
