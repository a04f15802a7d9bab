"""Who lost an office, as words beside the role say, and who has it now."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Status
from tests.unit.extraction.conftest import Triple

HALLAM = ("Peter Hallam", "leads", "Delmore Bank")
MINISTER = ("Peter Hallam", "holdsPost", "Finance Minister")


@pytest.mark.parametrize(
    ("text", "triple", "status"),
    [
        # the loss of an office as a noun
        (
            "The sacking of Delmore Bank chairman Peter Hallam was wise.",
            HALLAM,
            "former",
        ),
        ("Finance Minister Peter Hallam's dismissal was unwise.", MINISTER, "former"),
        (
            "Voters called for the resignation of Finance Minister Peter Hallam.",
            MINISTER,
            "current",
        ),
        (
            "The king refused to accept the resignation of Finance Minister Peter Hallam.",
            MINISTER,
            "current",
        ),
        (
            "The king announced the resignation of Finance Minister Peter Hallam.",
            MINISTER,
            "former",
        ),
        (
            "The departure of Finance Minister Peter Hallam for Oslo was delayed.",
            MINISTER,
            "current",
        ),
        (
            "The dismissal of Finance Minister Peter Hallam as patron was unwise.",
            MINISTER,
            "current",
        ),
        # the loss of an office as a participle
        (
            "Ousted as chairman of Delmore Bank in May, Peter Hallam keeps bees.",
            HALLAM,
            "former",
        ),
        (
            "Ousted as chairman of Delmore Bank in May, Peter Hallam now keeps bees.",
            HALLAM,
            "former",
        ),
        (
            "Chosen as chairman of Delmore Bank in May, Peter Hallam keeps bees.",
            HALLAM,
            "current",
        ),
        # a time that is over
        ("Peter Hallam, head of Delmore Bank at the time, fled.", HALLAM, "former"),
        ("Peter Hallam, Delmore Bank's head at that time, fled.", HALLAM, "former"),
        (
            "The head of Delmore Bank in the 1980s, Peter Hallam, fled.",
            HALLAM,
            "former",
        ),
        ("Peter Hallam, head of Delmore Bank in the 1970s, fled.", HALLAM, "former"),
        ("The head of Delmore Bank in Oslo, Peter Hallam, fled.", HALLAM, "current"),
        (
            "After leading Delmore Bank for six years, Peter Hallam fled.",
            HALLAM,
            "former",
        ),
        # two offices of one body share it, others do not
        (
            "Peter Hallam, the late founder and head of Delmore Bank, was rich.",
            HALLAM,
            "former",
        ),
        (
            "Peter Hallam, the former president and chairman of Delmore Bank, fled.",
            HALLAM,
            "former",
        ),
        (
            "Peter Hallam, a former minister and head of Delmore Bank, fled.",
            HALLAM,
            "current",
        ),
        (
            "Peter Hallam, the former treasurer and the head of Delmore Bank, fled.",
            HALLAM,
            "current",
        ),
    ],
)
def test_words_beside_a_role_say_if_it_is_over(
    claim_in: Callable[[str, Triple], Claim], text: str, triple: Triple, status: str
) -> None:
    assert claim_in(text, triple).status is Status(status)


@pytest.mark.parametrize(
    ("text", "triple", "is_told"),
    [
        (
            "Ada Quint thanked Peter Hallam, now the head of Delmore Bank.",
            HALLAM,
            True,
        ),
        (
            "After talks with Peter Hallam, now the head of Delmore Bank fled.",
            HALLAM,
            False,
        ),
        (
            "Peter Hallam, the judge's nephew and the mayor's cousin, fled.",
            ("Peter Hallam", "holdsPost", "mayor"),
            False,
        ),
        (
            "Peter Hallam, the judge's nephew and the mayor of Oslo, fled.",
            ("Peter Hallam", "mayorOf", "Oslo"),
            True,
        ),
    ],
)
def test_a_role_belongs_to_whom_it_is_beside(
    claims_of: Callable[[str], set[Triple]], text: str, triple: Triple, *, is_told: bool
) -> None:
    assert (triple in claims_of(text)) is is_told
