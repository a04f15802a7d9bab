"""Roles that several have to one another, that a leader gives, or that a list spells out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Modality, Polarity
from tests.unit.extraction.conftest import Triple

ROTH, HALLAM, HALE = "Dana Roth", "Peter Hallam", "Ada Hale"
BANK = "Norvale Bank"


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # CASE one another
        (f"{ROTH} and {HALE} are sisters.", (ROTH, "siblingOf", HALE)),
        (f"The siblings {ROTH} and {HALLAM} sang.", (ROTH, "siblingOf", HALLAM)),
        (f"{ROTH} and {HALLAM} are allies.", (ROTH, "alliedWith", HALLAM)),
        # CASE office from a leader
        (
            f"Swedish President {ROTH} named {HALLAM} as trade minister.",
            (HALLAM, "ministerOf", "Sweden"),
        ),
        (
            f"Swedish President {ROTH} appointed {HALLAM} prime minister.",
            (HALLAM, "headOfGovernmentOf", "Sweden"),
        ),
        (
            f"{HALLAM} was appointed trade minister by Sweden's president, {ROTH}.",
            (HALLAM, "ministerOf", "Sweden"),
        ),
        # CASE list
        (
            f"Among the owners of {BANK} are {ROTH} and {HALLAM}.",
            (HALLAM, "ownerOf", BANK),
        ),
        (
            f"Magazines owned by {BANK} are Alda and Borea.",
            (BANK, "ownerOf", "Borea"),
        ),
    ],
)
def test_role_is_shared(
    claims_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple in claims_of(text)


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # CASE allies of somebody else
        (f"Sweden's allies {ROTH} and {HALLAM} sang.", (ROTH, "alliedWith", HALLAM)),
        (f"The allies {ROTH} and {HALLAM} sang.", (ROTH, "alliedWith", HALLAM)),
        # CASE office that no leader gives, or no longer
        (
            f"Swedish President {ROTH} named {HALLAM} president of the museum.",
            (HALLAM, "headOfStateOf", "Sweden"),
        ),
        (
            f"Former Swedish President {ROTH} named {HALLAM} as trade minister.",
            (HALLAM, "ministerOf", "Sweden"),
        ),
        # CASE predicate
        (
            f"Magazines owned by {BANK} are read in Sweden.",
            (BANK, "ownerOf", "Sweden"),
        ),
        # CASE occasion that others share
        (f"{ROTH}, after the attack on {HALLAM}, sang.", (ROTH, "attacked", HALLAM)),
    ],
)
def test_role_is_not_shared(
    claims_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple not in claims_of(text)


def test_who_are_not_siblings_are_said_not_to_be(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    claim = claim_in(f"{ROTH} and {HALE} are not sisters.", (ROTH, "siblingOf", HALE))
    assert claim.polarity is Polarity.DENIED


def test_who_is_due_in_a_city_has_not_been_there(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = f"{ROTH}, due in Oslo on Friday, sang."
    assert claim_in(text, (ROTH, "visited", "Oslo")).modality is Modality.PLANNED
