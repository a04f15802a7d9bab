"""Offices that a noun gives or ends, and sentences whose tree the parser gets wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Modality, Polarity, Status
from tests.unit.extraction.conftest import Triple

ROTH = ("Dana Roth", "leads", "Delmore Bank")
HALLAM = ("Peter Hallam", "leads", "Delmore Bank")


@pytest.mark.parametrize(
    ("text", "triple", "status"),
    [
        (
            "The appointment of Dana Roth as head of Delmore Bank was hailed.",
            ROTH,
            "current",
        ),
        ("Dana Roth's resignation as head of Delmore Bank was hailed.", ROTH, "former"),
        (
            "The union called for the resignation of Dana Roth as head of Delmore Bank.",
            ROTH,
            "current",
        ),
        ("Dana Roth's tenure as head of Delmore Bank ended in May.", ROTH, "former"),
        ("Dana Roth's term as head of Delmore Bank began in May.", ROTH, "current"),
        ("Dana Roth lost her job as head of Delmore Bank.", ROTH, "former"),
        ("Dana Roth is happy in her job as head of Delmore Bank.", ROTH, "current"),
        (
            "Peter Hallam, Dana Roth's predecessor as head of Delmore Bank, wept.",
            ROTH,
            "current",
        ),
        (
            "Peter Hallam, Dana Roth's predecessor as head of Delmore Bank, wept.",
            HALLAM,
            "former",
        ),
        (
            "Peter Hallam handed the chairmanship of Delmore Bank to Dana Roth.",
            ROTH,
            "current",
        ),
        (
            "Peter Hallam handed the chairmanship of Delmore Bank to Dana Roth.",
            HALLAM,
            "former",
        ),
        (
            "Dana Roth will take over the chairmanship of Delmore Bank from Peter Hallam.",
            HALLAM,
            "current",
        ),
        ("Dana Roth was stripped of the chairmanship of Delmore Bank.", ROTH, "former"),
        ("Dana Roth did not resign the chairmanship of Delmore Bank.", ROTH, "current"),
        ("Dana Roth resigned from the chairmanship of Delmore Bank.", ROTH, "former"),
        ("Dana Roth was given the chairmanship of Delmore Bank.", ROTH, "current"),
        ("Dana Roth was elected to the chairmanship of Delmore Bank.", ROTH, "current"),
        (
            "Dana Roth beat Peter Hallam to become head of Delmore Bank.",
            ROTH,
            "current",
        ),
        (
            "Norway parted ways with Delmore Bank's chairman, Peter Hallam.",
            HALLAM,
            "former",
        ),
        (
            "Norway may part ways with Delmore Bank's chairman, Peter Hallam.",
            HALLAM,
            "current",
        ),
        ("Delmore Bank named Dana Roth as chairwoman.", ROTH, "current"),
        ("Delmore Bank elected Dana Roth chairwoman in May.", ROTH, "current"),
        (
            "The board of Delmore Bank elected Dana Roth chairwoman.",
            ROTH,
            "current",
        ),
        ("Dana Roth took office as head of Delmore Bank.", ROTH, "current"),
        (
            "Peter Hallam relinquished the chairmanship of Delmore Bank to Dana Roth.",
            ROTH,
            "current",
        ),
        (
            "Peter Hallam relinquished the chairmanship of Delmore Bank.",
            HALLAM,
            "former",
        ),
        ("Dana Roth was elected Delmore Bank chairwoman.", ROTH, "current"),
        ("Delmore Bank has appointed Dana Roth chair of the board.", ROTH, "current"),
        (
            "Delmore Bank replaced Peter Hallam with Dana Roth as chairwoman.",
            ROTH,
            "current",
        ),
        (
            "Delmore Bank replaced Peter Hallam with Dana Roth as chairwoman.",
            HALLAM,
            "former",
        ),
        (
            "Peter Hallam stepped aside for Dana Roth as head of Delmore Bank.",
            ROTH,
            "current",
        ),
        (
            "Peter Hallam turned over the chairmanship of Delmore Bank to Dana Roth.",
            HALLAM,
            "former",
        ),
        (
            "Peter Hallam was replaced as chairman of Delmore Bank by Dana Roth.",
            ROTH,
            "current",
        ),
    ],
)
def test_noun_of_office_or_act_tells_who_leads(
    claim_in: Callable[[str, Triple], Claim], text: str, triple: Triple, status: str
) -> None:
    assert claim_in(text, triple).status is Status(status)


@pytest.mark.parametrize(
    "text",
    [
        "Peter Hallam's talks with Dana Roth as head of Delmore Bank failed.",
        "Dana Roth wants the chairmanship of Delmore Bank.",
        "Together with the head of Delmore Bank, Dana Roth left Oslo.",
        "After talks with the head of Delmore Bank, Dana Roth left Oslo.",
    ],
)
def test_whoever_is_only_beside_an_office_does_not_lead(
    claims_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert ROTH not in claims_of(text)


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        (
            "The union blocked the appointment of Dana Roth as head of Delmore Bank.",
            "denied",
            "asserted",
        ),
        ("Dana Roth is seen as the head of Delmore Bank.", "affirmed", "possible"),
        ("Dana Roth was described as the head of Delmore Bank.", "affirmed", "alleged"),
        (
            "The paper wrongly described Dana Roth as the head of Delmore Bank.",
            "denied",
            "asserted",
        ),
    ],
)
def test_office_is_told_as_firmly_as_its_noun_and_verb(
    claim_in: Callable[[str, Triple], Claim], text: str, polarity: str, modality: str
) -> None:
    claim = claim_in(text, ROTH)
    assert (claim.polarity, claim.modality) == (Polarity(polarity), Modality(modality))


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth, says Peter Hallam, owns Delmore Bank.",
        "Dana Roth, Peter Hallam wrote in his diary, owns Delmore Bank.",
        "Peter Hallam said that Dana Roth owns Delmore Bank.",
        "Dana Roth owns Delmore Bank, Peter Hallam noted in May.",
        "Peter Hallam wrote to the council that Dana Roth owns Delmore Bank.",
        "Dana Roth owns Delmore Bank, Mayor Peter Hallam wrote on a website.",
        "Dana Roth is the owner of Delmore Bank, Peter Hallam told the Bergen Post.",
    ],
)
def test_inserted_clause_names_the_speaker(
    speaker_of: Callable[[str, Triple], str | None], text: str
) -> None:
    assert speaker_of(text, ("Dana Roth", "ownerOf", "Delmore Bank")) == "Peter Hallam"


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth bought Delmore Bank, Peter Hallam said nothing.",
        "Dana Roth bought Delmore Bank and Peter Hallam said so.",
    ],
)
def test_clause_that_says_something_else_names_no_speaker(
    speaker_of: Callable[[str, Triple], str | None], text: str
) -> None:
    assert speaker_of(text, ("Dana Roth", "ownerOf", "Delmore Bank")) is None


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        (
            "Dana Roth was arrested in Lisbon by Norway.",
            ("Norway", "arrested", "Dana Roth"),
        ),
        ("Dana Roth met Sir Peter Hallam.", ("Dana Roth", "metWith", "Peter Hallam")),
        (
            "The loan from Delmore Bank to Norway will be repaid in May.",
            ("Delmore Bank", "gaveAidTo", "Norway"),
        ),
        (
            "Peter Hallam did not say why Norway had arrested Dana Roth.",
            ("Norway", "arrested", "Dana Roth"),
        ),
    ],
)
def test_fact_is_plain_whatever_is_around_it(
    claim_in: Callable[[str, Triple], Claim], text: str, triple: Triple
) -> None:
    claim = claim_in(text, triple)
    assert (claim.polarity, claim.modality) == (Polarity.AFFIRMED, Modality.ASSERTED)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quint made a film in which Dana Roth killed Peter Hallam.",
        "The film shows Dana Roth killing Peter Hallam.",
    ],
)
def test_what_happens_in_a_film_is_not_asserted(
    claim_in: Callable[[str, Triple], Claim], text: str
) -> None:
    claim = claim_in(text, ("Dana Roth", "killed", "Peter Hallam"))
    assert claim.modality is Modality.POSSIBLE
