"""Deeds and contacts: visits, meetings, hosts, help, attacks, and where no such thing is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Polarity
from tests.unit.extraction.conftest import Triple

ROTH, HALLAM, COLE = "Dana Roth", "Peter Hallam", "Ellen Cole"
BANK, LINES = "Delmore Bank", "Norvale Lines"
HARBOUR, MEADOW = "Harbour Party", "Meadow Party"

READ = [
    # CASE journey
    (f"{ROTH} flew out of Porto on Sunday.", (ROTH, "visited", "Porto")),
    (f"{ROTH} was sent to Norway to fix it.", (ROTH, "visited", "Norway")),
    (f"{ROTH} has returned from a trip to Norway.", (ROTH, "visited", "Norway")),
    (f"{ROTH} inspected the damage in Porto.", (ROTH, "visited", "Porto")),
    (f"{ROTH} told supporters in Porto that she won.", (ROTH, "visited", "Porto")),
    (f"{ROTH} was photographed in Porto.", (ROTH, "visited", "Porto")),
    (f"Stranded in Porto, {ROTH} rang him.", (ROTH, "visited", "Porto")),
    (f"{ROTH}, on a visit to Porto, met {HALLAM}.", (ROTH, "visited", "Porto")),
    # CASE company
    (f"{ROTH} appeared alongside {HALLAM}.", (ROTH, "metWith", HALLAM)),
    (f"{ROTH} attended a meeting with {HALLAM}.", (ROTH, "metWith", HALLAM)),
    (f"{ROTH} hosted a meeting with {HALLAM}.", (ROTH, "metWith", HALLAM)),
    (f"{ROTH}'s visit to {HALLAM} was short.", (ROTH, "metWith", HALLAM)),
    # CASE host
    (f"{ROTH} threw a party for {HALLAM}.", (ROTH, "hosted", HALLAM)),
    (
        f"At the invitation of {ROTH}, {HALLAM} travelled to Porto.",
        (ROTH, "invited", HALLAM),
    ),
    (
        f"{HALLAM} accepted an invitation from {ROTH}.",
        (ROTH, "invited", HALLAM),
    ),
    # CASE talks
    ("Norway suspended talks with Sweden.", ("Norway", "negotiatedWith", "Sweden")),
    ("Norway and Sweden are in talks.", ("Norway", "negotiatedWith", "Sweden")),
    # CASE joint work
    (f"{BANK} built it together with {LINES}.", (BANK, "cooperatesWith", LINES)),
    (f"{BANK} does business with {LINES}.", (BANK, "cooperatesWith", LINES)),
    (f"{LINES} is a partner of {BANK}.", (LINES, "cooperatesWith", BANK)),
    (
        f"The {HARBOUR} and its coalition partner, the {MEADOW}, won.",
        (MEADOW, "alliedWith", HARBOUR),
    ),
    # CASE help
    ("Norway threw Sweden a lifeline.", ("Norway", "gaveAidTo", "Sweden")),
    ("Sweden is reliant on aid from Norway.", ("Norway", "gaveAidTo", "Sweden")),
    ("Norway agreed to provide Sweden with shells.", ("Norway", "gaveAidTo", "Sweden")),
    ("The tanks that Norway sent to Sweden came.", ("Norway", "gaveAidTo", "Sweden")),
    ("The tons of food Norway gave to Sweden came.", ("Norway", "gaveAidTo", "Sweden")),
    (f"{ROTH} helped {HALLAM} find a flat.", (ROTH, "gaveAidTo", HALLAM)),
    (f"{ROTH} helped {HALLAM} to find a flat.", (ROTH, "gaveAidTo", HALLAM)),
    ("Sweden built it with a loan from Norway.", ("Norway", "gaveAidTo", "Sweden")),
    # CASE titles, which the parse may take for the object
    (
        f"The sacking of coach {ROTH} by Norway came late.",
        ("Norway", "dismissed", ROTH),
    ),
    (
        f"Norway swore in {ROTH} as its minister of trade on Monday.",
        (ROTH, "ministerOf", "Norway"),
    ),
    # CASE example
    (
        f"Corrupt judges, among them {ROTH}, were praised by {HALLAM}.",
        (HALLAM, "praised", ROTH),
    ),
    # CASE bodies
    (
        f"{LINES} belongs to Orvane Holdings.",
        (LINES, "subsidiaryOf", "Orvane Holdings"),
    ),
    (f"{ROTH} works for the Bergen Post.", (ROTH, "worksFor", "Bergen Post")),
    (
        f"{ROTH} sang with her band, the Alder Owls.",
        (ROTH, "affiliatedWith", "Alder Owls"),
    ),
    # CASE violence
    ("Norway has committed war crimes in Sweden.", ("Norway", "attacked", "Sweden")),
    ("Norway recaptured territory from Sweden.", ("Norway", "fought", "Sweden")),
    ("Norway seized large swathes of Sweden.", ("Norway", "occupied", "Sweden")),
    # CASE contest
    (f"{ROTH} challenged {HALLAM} for the seat.", (ROTH, "fought", HALLAM)),
    ("Norway cruised past Sweden.", ("Norway", "defeated", "Sweden")),
    # CASE office
    (f"{ROTH} tapped {HALLAM} to lead the agency.", (ROTH, "appointed", HALLAM)),
    (f"{ROTH} made {HALLAM} her deputy.", (ROTH, "appointed", HALLAM)),
    # CASE shared object
    (f"In Porto, {ROTH} arrested and charged {HALLAM}.", (ROTH, "arrested", HALLAM)),
    (f"{ROTH} arrested and charged {HALLAM}.", (ROTH, "arrested", HALLAM)),
    (f"{ROTH} has jailed and later freed {HALLAM}.", (ROTH, "arrested", HALLAM)),
    (f"{ROTH} kidnapped, tortured and killed {HALLAM}.", (ROTH, "arrested", HALLAM)),
]

NOT_READ = [
    # CASE other place
    (f"{ROTH} was sent to prison in Porto.", (ROTH, "visited", "Porto")),
    (f"{ROTH} told {HALLAM} in Porto that she won.", (HALLAM, "visited", "Porto")),
    # CASE other sense
    (f"{ROTH} received {HALLAM}'s letter.", (ROTH, "hosted", HALLAM)),
    (
        f"{HALLAM} accepted {ROTH}'s resignation.",
        (ROTH, "invited", HALLAM),
    ),
    (f"{ROTH} developed a feud with {HALLAM}.", (ROTH, "cooperatesWith", HALLAM)),
    (f"{ROTH} and her partner {HALLAM} left.", (HALLAM, "cooperatesWith", ROTH)),
    (f"{ROTH} hit {HALLAM} with a lawsuit.", (ROTH, "attacked", HALLAM)),
    (f"{ROTH} is held in esteem by Norway.", ("Norway", "arrested", ROTH)),
    (f"{ROTH} strolled past {HALLAM}.", (ROTH, "defeated", HALLAM)),
    (f"{HALLAM} surrendered to Norway.", ("Norway", "defeated", HALLAM)),
    (f"{ROTH} challenged {HALLAM} for an answer.", (ROTH, "fought", HALLAM)),
    (f"{ROTH} picked {HALLAM} to win the race.", (ROTH, "appointed", HALLAM)),
    ("Norway lost to Sweden.", ("Sweden", "occupied", "Norway")),
    # CASE clause
    (f"{ROTH} let {HALLAM} go first.", (ROTH, "freed", HALLAM)),
    (f"{ROTH} said {HALLAM} was her deputy.", (ROTH, "appointed", HALLAM)),
    (f"{ROTH} helped bring down {HALLAM}.", (ROTH, "gaveAidTo", HALLAM)),
    (f"{ROTH} recommended {HALLAM} resign.", (ROTH, "supports", HALLAM)),
    # CASE object of one verb only
    (f"{ROTH} fired and killed {HALLAM}.", (ROTH, "dismissed", HALLAM)),
    (f"{ROTH} kidnapped at dawn and freed {HALLAM}.", (ROTH, "arrested", HALLAM)),
    (f"{ROTH} kidnapped, and {COLE} freed {HALLAM}.", (ROTH, "arrested", HALLAM)),
    (f"{ROTH} was kidnapped and killed {HALLAM}.", (ROTH, "arrested", HALLAM)),
    (
        f"{HALLAM} was kidnapped and later freed by {ROTH}.",
        (ROTH, "arrested", HALLAM),
    ),
]

OCCASIONS = [
    (f"{ROTH} refused it at a meeting with {HALLAM}.", (ROTH, "metWith", HALLAM)),
    (
        f"At a press conference with {HALLAM}, {ROTH} rejected the plan.",
        (ROTH, "metWith", HALLAM),
    ),
    (f"On a trip to Porto, {ROTH} rejected the plan.", (ROTH, "visited", "Porto")),
    (f"{ROTH} denied it in an interview with {BANK}.", (ROTH, "spokeWith", BANK)),
]

DENIED = [
    (f"{ROTH} cancelled a meeting with {HALLAM}.", (ROTH, "metWith", HALLAM)),
    (f"{ROTH} missed out on a meeting with {HALLAM}.", (ROTH, "metWith", HALLAM)),
    (f"{ROTH} cancelled a trip to Porto.", (ROTH, "visited", "Porto")),
]


@pytest.mark.parametrize(("text", "triple"), READ)
def test_deed_or_contact_is_read(
    claims_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple in claims_of(text)


@pytest.mark.parametrize(("text", "triple"), NOT_READ)
def test_near_neighbour_is_no_deed(
    claims_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple not in claims_of(text)


@pytest.mark.parametrize(("text", "triple"), OCCASIONS)
def test_what_is_refused_on_an_occasion_leaves_the_occasion(
    claim_in: Callable[[str, Triple], Claim], text: str, triple: Triple
) -> None:
    assert claim_in(text, triple).polarity is Polarity.AFFIRMED


@pytest.mark.parametrize(("text", "triple"), DENIED)
def test_what_is_refused_itself_does_not_happen(
    claim_in: Callable[[str, Triple], Claim], text: str, triple: Triple
) -> None:
    assert claim_in(text, triple).polarity is Polarity.DENIED
