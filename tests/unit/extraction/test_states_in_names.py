"""Bodies whose names say of which state they are, and members whom a party's name labels."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Polarity, Reading, Status
from tests.unit.extraction.conftest import Triple

BODIES = [
    (
        "The Norwegian Postal Service freed Dana Roth.",
        ("Norwegian Postal Service", "agencyOf", "Norway"),
    ),
    (
        "The Security Service of Denmark freed Dana Roth.",
        ("Security Service of Denmark", "agencyOf", "Denmark"),
    ),
    (
        "The California Department of Fisheries freed Dana Roth.",
        ("California Department of Fisheries", "agencyOf", "California"),
    ),
    (
        "The Danish Human Rights Commission freed Dana Roth.",
        ("Danish Human Rights Commission", "institutionOf", "Denmark"),
    ),
]


@pytest.mark.parametrize(("text", "triple"), BODIES)
def test_the_name_of_a_body_says_of_which_state_it_is(
    text: str, triple: Triple, claims_of: Callable[[str], set[Triple]]
) -> None:
    assert triple in claims_of(text)


@pytest.mark.parametrize(
    "text",
    [
        # CASE anybody's: a charity, a think tank, a union
        "The Norwegian Refugee Council freed Dana Roth.",
        "The Danish Institute for Peace freed Dana Roth.",
        "The Swedish Nurses Union freed Dana Roth.",
        # CASE rebels
        "The Danish Republican Army freed Dana Roth.",
        "The Liberation Army of Denmark freed Dana Roth.",
        # CASE state that is the matter, not the owner
        "The Oslo Museum of Denmark freed Dana Roth.",
    ],
)
def test_a_body_may_have_a_state_in_its_name_without_being_of_it(
    text: str, claims_of: Callable[[str], set[Triple]]
) -> None:
    relations = {relation for _, relation, _ in claims_of(text)}
    assert relations.isdisjoint({"agencyOf", "institutionOf", "ministryOf"})


@pytest.mark.parametrize(
    ("text", "polarity", "status"),
    [
        ("Dana Roth is a Democrat.", Polarity.AFFIRMED, Status.CURRENT),
        ("Dana Roth is not a Democrat.", Polarity.DENIED, Status.CURRENT),
        ("Dana Roth, an Ohio Democrat, left.", Polarity.AFFIRMED, Status.CURRENT),
        ("Dana Roth, a former Democrat, left.", Polarity.AFFIRMED, Status.FORMER),
    ],
)
def test_a_label_says_whether_someone_is_or_was_in_a_party(
    text: str, polarity: Polarity, status: Status, read: Callable[[str], Reading]
) -> None:
    (claim,) = (claim for claim in read(text).claims if claim.relation == "memberOf")
    assert (claim.polarity, claim.status) == (polarity, status)


def test_a_critic_of_a_party_does_not_work_for_it(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    claims = claims_of("Dana Roth, a Democratic critic, left the Danish mayor.")
    assert not {claim for claim in claims if claim[1] == "worksFor"}
