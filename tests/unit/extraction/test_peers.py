"""Those of one kind: peers, soldiers of one army, heirs of one office, teams of one player."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Polarity, Status
from tests.unit.extraction.conftest import Triple

HALLAM, QUINT = "Peter Hallam", "Ada Quint"


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # beside others of a body
        (
            "Peter Hallam and other executives of Delmore Bank were charged.",
            (HALLAM, "worksFor", "Delmore Bank"),
        ),
        (
            "Police questioned Peter Hallam and fellow Delmore Bank managers.",
            (HALLAM, "worksFor", "Delmore Bank"),
        ),
        (
            "Ada Quint and other Norwegian poets protested.",
            (QUINT, "citizenOf", "Norway"),
        ),
        # beside other members of an alliance
        ("Norway and other NATO countries paid.", ("Norway", "memberOf", "NATO")),
        (
            "Spain, Portugal and other EU states paid.",
            ("Spain", "memberOf", "EU"),
        ),
        ("NATO nations such as Norway paid.", ("Norway", "memberOf", "NATO")),
        # a soldier, by the army
        (
            "Peter Hallam is a sergeant in the Norwegian army.",
            (HALLAM, "memberOf", "Norwegian army"),
        ),
        (
            "Norwegian army captain Peter Hallam was wounded.",
            (HALLAM, "memberOf", "Norwegian army"),
        ),
        (
            "Peter Hallam served in the Norwegian navy.",
            (HALLAM, "memberOf", "Norwegian navy"),
        ),
        # a player of a club and of a country
        (
            "Arsenal and Norway midfielder Peter Hallam scored.",
            (HALLAM, "playsFor", "Arsenal"),
        ),
        (
            "Arsenal and Norway midfielder Peter Hallam scored.",
            (HALLAM, "playsFor", "Norway"),
        ),
        # whoever gets an office
        (
            "Delmore Bank replaced its chairman, Peter Hallam, with Ada Quint.",
            (QUINT, "leads", "Delmore Bank"),
        ),
        (
            "Norway's president, Peter Hallam, was succeeded by Ada Quint.",
            (QUINT, "headOfStateOf", "Norway"),
        ),
        (
            "Ada Quint succeeded Peter Hallam, the mayor of Oslo.",
            (QUINT, "mayorOf", "Oslo"),
        ),
        (
            "Ada Quint took over Peter Hallam's duties.",
            (QUINT, "succeeded", HALLAM),
        ),
        # the body of the title before
        (
            "Delmore Bank founder Peter Hallam and chairwoman Ada Quint met.",
            (QUINT, "leads", "Delmore Bank"),
        ),
        (
            "Delmore Bank founder Peter Hallam and spokeswoman Ada Quint met.",
            (QUINT, "spokespersonOf", "Delmore Bank"),
        ),
        # a pronoun before its name
        (
            "When she was mayor of Oslo, Ada Quint sang.",
            (QUINT, "mayorOf", "Oslo"),
        ),
        # a role after the town of another
        (
            "Ada Quint, the mayor of Oslo, the owner of Delmore Bank, wept.",
            (QUINT, "ownerOf", "Delmore Bank"),
        ),
    ],
)
def test_peers_are_read(
    claims_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple in claims_of(text)


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # others of another kind
        (
            "Peter Hallam and executives of Delmore Bank were charged.",
            (HALLAM, "worksFor", "Delmore Bank"),
        ),
        ("Norway and NATO countries paid.", ("Norway", "memberOf", "NATO")),
        ("Norway and other NATO critics paid.", ("Norway", "memberOf", "NATO")),
        # leaders of the members of an alliance
        ("EU leaders such as Ada Quint met in Oslo.", (QUINT, "leads", "EU")),
        ("Ada Quint and other EU leaders met in Oslo.", (QUINT, "leads", "EU")),
        (
            "Ada Quint and other European leaders met in Oslo.",
            (QUINT, "leads", "European"),
        ),
        # a soldier, not a player
        (
            "Norwegian army captain Peter Hallam was wounded.",
            (HALLAM, "playsFor", "Norway"),
        ),
        # the body of the title before, which others need not serve
        (
            "Delmore Bank founder Peter Hallam and painter Ada Quint met.",
            (QUINT, "worksFor", "Delmore Bank"),
        ),
        (
            "Delmore Bank founder Peter Hallam and Norvale chairwoman Ada Quint met.",
            (QUINT, "leads", "Delmore Bank"),
        ),
        (
            "Delmore Bank founder Peter Hallam and President Ada Quint met.",
            (QUINT, "leads", "Delmore Bank"),
        ),
        # a pronoun of another gender than the name after it
        (
            "When he was mayor of Oslo, Anna Berg sang.",
            ("Anna Berg", "mayorOf", "Oslo"),
        ),
        # another office, one of many, and one that was lost before
        (
            "Ada Quint replaced Norway's president, Peter Hallam, as head of the jury.",
            (QUINT, "headOfStateOf", "Norway"),
        ),
        (
            "Ada Quint succeeded Peter Hallam, a former mayor of Oslo.",
            (QUINT, "mayorOf", "Oslo"),
        ),
        (
            "Ada Quint succeeded Peter Hallam, a head of Delmore Bank.",
            (QUINT, "leads", "Delmore Bank"),
        ),
        (
            "Ada Quint succeeded Peter Hallam, the deputy mayor of Oslo.",
            (QUINT, "mayorOf", "Oslo"),
        ),
        (
            "Voters replaced Labour minister Peter Hallam with Ada Quint.",
            (QUINT, "memberOf", "Labour"),
        ),
        # a town, and the country that may own something
        (
            "Ada Quint, the mayor of Oslo, the owner of Delmore Bank, wept.",
            ("Oslo", "ownerOf", "Delmore Bank"),
        ),
    ],
)
def test_no_peers_are_read(
    claims_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple not in claims_of(text)


def test_successor_of_a_holder_is_in_office(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = "Delmore Bank replaced its chairman, Peter Hallam, with Ada Quint."

    status = {
        name: claim_in(text, (name, "leads", "Delmore Bank")).status
        for name in (HALLAM, QUINT)
    }

    assert status == {HALLAM: Status.FORMER, QUINT: Status.CURRENT}


@pytest.mark.parametrize(
    "text",
    [
        "Peter Hallam was suspended as chairman of Delmore Bank.",
        "Delmore Bank suspended its chairman, Peter Hallam.",
    ],
)
def test_whoever_is_suspended_has_not_lost_the_office(
    claim_in: Callable[[str, Triple], Claim],
    claims_of: Callable[[str], set[Triple]],
    text: str,
) -> None:
    claim = claim_in(text, (HALLAM, "leads", "Delmore Bank"))

    assert claim.status is Status.CURRENT
    assert ("Delmore Bank", "dismissed", HALLAM) not in claims_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quint is not qualified to be mayor of Oslo.",
        "Ada Quint is unfit to serve as mayor of Oslo.",
    ],
)
def test_whoever_is_fit_for_an_office_has_none(
    proposals_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert proposals_of(text) == set()


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Critics spoke of the US government.", True),
        ("Critics spoke of the former US government.", False),
        ("Critics spoke of the government.", False),
        ("Critics spoke of a US lender.", False),
    ],
)
def test_bodies_of_a_state_are_told_by_their_description(
    proposals_of: Callable[[str], set[Triple]], text: str, *, is_told: bool
) -> None:
    bodies = {triple for triple in proposals_of(text) if triple[1] == "institutionOf"}

    assert bool(bodies) is is_told


def test_what_is_not_meant_is_still_a_body_of_its_state(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = "Peter Hallam was attacked by miners, not the Norwegian police."

    claim = claim_in(text, ("Norwegian police", "agencyOf", "Norway"))

    assert claim.polarity is Polarity.AFFIRMED


def test_body_of_a_former_role_is_not_former(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = "Former government spokesman Peter Hallam spoke."

    assert (HALLAM, "spokespersonOf", "government") in claims_of(text)
