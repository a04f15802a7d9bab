"""Wordings with near neighbours that say something else, and what each says or does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Modality, Reading, Status
from tests.unit.extraction.conftest import Triple

ROTH, HALLAM, HALE = "Dana Roth", "Peter Hallam", "Ada Hale"
FILMS = ("Norvale Films", "accused", "Delmore Bank")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        # CASE name in several parts
        (f"{ROTH} runs a charity named Clear River Relief.", "Clear River Relief"),
        (f"{ROTH} runs a charity called Clear River Relief.", "Clear River Relief"),
        # CASE possessive of the only body, which somebody else acts on
        (f"Police raided Norvale Bank and held its director, {ROTH}.", "Norvale Bank"),
        # CASE board, which stands for its body
        (f"The board of Norvale Bank praised its director, {ROTH}.", "Norvale Bank"),
        (f"Norvale Bank's board praised its director, {ROTH}.", "Norvale Bank"),
    ],
)
def test_whose_head_somebody_is(
    claims_of: Callable[[str], set[Triple]], text: str, body: str
) -> None:
    assert (ROTH, "leads", body) in claims_of(text)


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        (
            f"Sweden named {ROTH} minister of trade.",
            (ROTH, "ministerOf", "Sweden"),
        ),
        (
            f"Prime Minister {ROTH} left. The Swedish premier praised {HALLAM}.",
            (ROTH, "praised", HALLAM),
        ),
        (
            f"Norvale Lines lost a ship. The Oslo-based carrier praised {HALLAM}.",
            ("Norvale Lines", "praised", HALLAM),
        ),
        (f"{ROTH} rejected criticism from {HALLAM}.", (HALLAM, "criticized", ROTH)),
        (f"{ROTH} had stopped in Bergen on the way.", (ROTH, "visited", "Bergen")),
        (
            f"{ROTH} has rejoined Norvale Bank as head of risk.",
            (ROTH, "affiliatedWith", "Norvale Bank"),
        ),
        (
            f"The envoy, Dean Marsh, met {ROTH}.",
            ("Dean Marsh", "metWith", ROTH),
        ),
        (
            f"The under-secretary, {ROTH}, took questions.",
            (ROTH, "holdsPost", "under-secretary"),
        ),
        (
            f"The judge, Mr Justice {HALLAM}, spoke.",
            (HALLAM, "holdsPost", "Justice"),
        ),
        (
            f"{ROTH}, a partner of {HALLAM}, left the firm.",
            (ROTH, "holdsPost", "partner"),
        ),
        (
            f"{ROTH} spoke. Asked about {HALLAM}, she praised {HALE}.",
            (ROTH, "praised", HALE),
        ),
        # CASE possessive of a state, which has ministers
        (
            f"Sweden praised its foreign minister, {ROTH}.",
            (ROTH, "ministerOf", "Sweden"),
        ),
        (
            f"Sweden praised its ambassador to Peru, {ROTH}.",
            (ROTH, "ambassadorOf", "Sweden"),
        ),
        (
            f"Sweden's home minister, {HALLAM}, and its law minister, {ROTH}, left.",
            (ROTH, "ministerOf", "Sweden"),
        ),
        (
            f"Peru left after Sweden expelled its own envoy, {ROTH}.",
            (ROTH, "envoyOf", "Sweden"),
        ),
        (
            f"{HALLAM} sued Norvale Bank and its founder, {ROTH}.",
            (ROTH, "founderOf", "Norvale Bank"),
        ),
        ("Sweden joined the Alder League.", ("Sweden", "memberOf", "Alder League")),
        (
            "The Alder Fund awarded Norvale Bank a grant.",
            ("Alder Fund", "gaveAidTo", "Norvale Bank"),
        ),
        (
            f"A group known as Voice of the North killed {ROTH}.",
            ("Voice of the North", "killed", ROTH),
        ),
        ("Peter Hallam met Dean Ada Hale.", (HALE, "holdsPost", "Dean")),
        (
            "A gang calling itself the Alder Foxes robbed Norvale Bank.",
            ("Alder Foxes", "attacked", "Norvale Bank"),
        ),
        (
            f"{ROTH} set up a think tank by the name of Alder Forum.",
            (ROTH, "founderOf", "Alder Forum"),
        ),
        # CASE series of roles and names
        (
            f"The mayor of Oslo, {ROTH}, the head of Delmore Bank, {HALLAM}, and {HALE} met.",
            (HALLAM, "leads", "Delmore Bank"),
        ),
        (
            f"Ministers {ROTH} of Sweden and {HALLAM} of Peru left.",
            (HALLAM, "ministerOf", "Peru"),
        ),
        (
            f"{ROTH}, whose stepson {HALLAM} owns the boat, is ill.",
            (HALLAM, "relativeOf", ROTH),
        ),
        (f"Praise for {ROTH} came from {HALE}.", (HALE, "praised", ROTH)),
        # CASE companion without a comma
        (
            f"{ROTH} founded Norvale Bank together with {HALLAM}.",
            (HALLAM, "founderOf", "Norvale Bank"),
        ),
        (
            f"Alder Workers' Union attacked {ROTH} over the cuts.",
            ("Alder Workers' Union", "criticized", ROTH),
        ),
        # CASE epithets
        (
            f"{ROTH} spoke on Sunday. The veteran goalkeeper praised {HALLAM}.",
            (ROTH, "praised", HALLAM),
        ),
        (
            f"The Alder Trust moved to Oslo. The charity praised {HALLAM}.",
            ("Alder Trust", "praised", HALLAM),
        ),
    ],
)
def test_a_rarer_wording_says_the_same(
    claims_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple in claims_of(text)


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        (
            f"Police raided Norvale Bank and held its director, {ROTH}.",
            (ROTH, "leads", "police"),
        ),
        (
            f"Delmore Bank sued Norvale Bank and blamed its director, {ROTH}.",
            (ROTH, "leads", "Delmore Bank"),
        ),
        (
            f"Norvale Lines lost a ship. The Oslo-based carrier sued {HALE} Ltd.",
            (f"{HALE} Ltd", "basedIn", "Oslo"),
        ),
        (
            f"{ROTH} stood in for Chancellor {HALLAM}.",
            (ROTH, "candidateFor", "Chancellor"),
        ),
        (
            f"{ROTH}, the finance director of Norvale Bank, spoke.",
            (ROTH, "leads", "Norvale Bank"),
        ),
        (
            f"{ROTH} sued Delmore Group in Bergen.",
            ("Delmore Group", "basedIn", "Bergen"),
        ),
        (
            f"{ROTH}, a partner of {HALLAM}, left the firm.",
            (ROTH, "worksFor", HALLAM),
        ),
        (
            f"{ROTH} spoke. Asked about {HALLAM}, he praised {HALE}.",
            (HALLAM, "praised", HALE),
        ),
        (
            f"The mayor of Oslo, {ROTH}, the head of Delmore Bank, {HALLAM}, and {HALE} met.",
            (ROTH, "leads", "Delmore Bank"),
        ),
        # CASE company of the object
        (f"{ROTH} freed {HALE} together with {HALLAM}.", (HALLAM, "freed", HALE)),
        (
            f"Alder Workers' Union attacked {ROTH} over the cuts.",
            ("Alder Workers' Union", "attacked", ROTH),
        ),
        # CASE time, weapon
        (
            f"The Alder Guard attacked {ROTH} over the weekend.",
            ("Alder Guard", "criticized", ROTH),
        ),
        (
            f"The Alder Guard attacked {ROTH} for the third time.",
            ("Alder Guard", "criticized", ROTH),
        ),
        (
            f"The Alder Guard attacked {ROTH} with knives over a debt.",
            ("Alder Guard", "criticized", ROTH),
        ),
        # CASE origin, which does nothing
        (f"The attack on {ROTH} came from Peru.", ("Peru", "attacked", ROTH)),
        # CASE somebody else, whom the noun meant before
        (f"{ROTH} met the tycoon. The tycoon sued {HALE}.", (ROTH, "accused", HALE)),
        # CASE company, which is no charity
        (
            f"Norvale Airlines moved to Oslo. The charity praised {HALLAM}.",
            ("Norvale Airlines", "praised", HALLAM),
        ),
        # CASE leader of the country, who may be the other
        (
            f"Chancellor {ROTH} met President {HALLAM}. The German leader spoke.",
            (HALLAM, "headOfStateOf", "Germany"),
        ),
        (
            f"Peru left after Sweden expelled its own envoy, {ROTH}.",
            (ROTH, "envoyOf", "Peru"),
        ),
    ],
)
def test_wording_does_not_say_it(
    claims_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple not in claims_of(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Sweden left the Danube Council in 2003.", ("Sweden", "memberOf")),
        ("Sweden withdrew from the Danube Council.", ("Sweden", "memberOf")),
        (f"{ROTH} walked out of the Harbour Party in May.", (ROTH, "memberOf")),
        (f"{ROTH} was raised in Bergen.", (ROTH, "livesIn")),
        (
            f"{ROTH} left Norvale Bank, and {HALLAM} retired as its chairman.",
            (HALLAM, "leads"),
        ),
    ],
)
def test_what_is_over_is_former(
    read: Callable[[str], Reading], text: str, ends: tuple[str, str]
) -> None:
    reading = read(text)
    names = {actor.id: actor.name for actor in reading.actors}
    states = {
        claim.status
        for claim in reading.claims
        if (names[claim.subject], claim.relation) == ends
    }
    assert states == {Status.FORMER}


def test_who_returned_as_head_is_head(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = f"{ROTH} returned as chair of Norvale Bank."
    claim = claim_in(text, (ROTH, "leads", "Norvale Bank"))
    assert claim.status is Status.CURRENT


def test_a_visit_that_was_due_is_only_planned(read: Callable[[str], Reading]) -> None:
    reading = read(f"{ROTH} was due in Bergen on Friday.")
    visits = {claim.modality for claim in reading.claims if claim.relation == "visited"}
    assert visits == {Modality.PLANNED}


def test_what_was_to_have_happened_did_not(read: Callable[[str], Reading]) -> None:
    reading = read(f"{ROTH} was to have met {HALLAM} on Friday.")
    talks = {claim.modality for claim in reading.claims if claim.relation == "metWith"}
    assert talks == {Modality.POSSIBLE}


def test_a_company_called_films_tells_no_story(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    claim = claim_in("Norvale Films is suing Delmore Bank.", FILMS)
    assert claim.modality is Modality.ASSERTED


@pytest.mark.parametrize("who", [ROTH, "Unions"])
def test_what_is_called_something_has_happened(
    claim_in: Callable[[str, Triple], Claim], who: str
) -> None:
    text = f"{who} called Peru's arrest of {HALLAM} a mistake."
    claim = claim_in(text, ("Peru", "arrested", HALLAM))
    assert claim.modality is Modality.ASSERTED
