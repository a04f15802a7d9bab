"""Wordings of newspapers: careers, opinions, demands, errors, shares, and who is meant by them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Modality, Polarity, Reading, Status
from tests.unit.extraction.conftest import Triple

ROTH, HALLAM = "Dana Roth", "Peter Hallam"
LINES, BANK = "Norvale Lines", "Delmore Bank"
BEFORE = (ROTH, "affiliatedWith", LINES)

FORMER = [
    # CASE time after the body
    (f"{ROTH} resigned as head of {LINES} last month.", (ROTH, "leads", LINES)),
    # CASE one body to another
    (f"{ROTH} moved from {LINES} to {BANK}.", BEFORE),
    (f"{ROTH} has joined {BANK} from {LINES}.", BEFORE),
    (f"{BANK} poached {ROTH} from {LINES}.", BEFORE),
    # CASE time spent there
    (f"{ROTH} spent ten years at {LINES}.", BEFORE),
    (f"After ten years at {LINES}, {ROTH} joined {BANK}.", BEFORE),
    (f"{ROTH} was forced out of {LINES}.", BEFORE),
    # CASE prefix
    (f"{ROTH} sued her ex-employer, {BANK}.", (ROTH, "worksFor", BANK)),
    (
        "Latvia pulled out of the Harbour Council.",
        ("Latvia", "memberOf", "Harbour Council"),
    ),
    # CASE part of a body
    (f"{ROTH} resigned from {LINES}' board.", BEFORE),
    # CASE capital at the beginning
    (f"Sacked {LINES} chairman {ROTH} flew home.", (ROTH, "leads", LINES)),
]

READ = [
    # CASE first of a state
    (
        f"{ROTH} became Sweden's first female finance minister.",
        (ROTH, "ministerOf", "Sweden"),
    ),
    (f"Outgoing {LINES} chairman {ROTH} flew home.", (ROTH, "leads", LINES)),
    (
        f"{ROTH}, press secretary to {HALLAM}, left.",
        (ROTH, "spokespersonOf", HALLAM),
    ),
    (f"Sweden offered a loan to {BANK}.", ("Sweden", "promised", BANK)),
    # CASE share
    (f"{LINES} is majority-owned by {BANK}.", (BANK, "ownerOf", LINES)),
    (f"{LINES} is 60 percent owned by {BANK}.", (BANK, "ownerOf", LINES)),
    (f"{LINES}, majority-owned by {BANK}, lost a ship.", (BANK, "ownerOf", LINES)),
    # CASE several with a role
    (f"{LINES}' owners include {ROTH} and {HALLAM}.", (HALLAM, "ownerOf", LINES)),
    (f"The founders of {LINES} are {ROTH} and {HALLAM}.", (ROTH, "founderOf", LINES)),
    # CASE officer in the next sentence
    (f"{LINES} was raided. Its owner, {ROTH}, was held.", (ROTH, "ownerOf", LINES)),
    # CASE two partners, one firm
    (
        f"Law firm Dorn and Weller hired {ROTH}.",
        (ROTH, "worksFor", "Dorn and Weller"),
    ),
    # CASE name in a phrase
    (
        f"{ROTH} founded a charity by the name of Clear Wells.",
        (ROTH, "founderOf", "Clear Wells"),
    ),
    (
        f"A gang that goes by the name of the Clear Wells killed {ROTH}.",
        ("Clear Wells", "killed", ROTH),
    ),
    # CASE another word for whoever reigns, and for a firm
    (f"Queen {ROTH} left. The monarch thanked {HALLAM}.", (ROTH, "praised", HALLAM)),
    (
        f"{LINES} lost a ferry. The shipowner thanked {HALLAM}.",
        (LINES, "praised", HALLAM),
    ),
    # CASE part of the money
    (
        "The Harbour Clinic gets most of its money from Sweden.",
        ("Sweden", "paid", "Harbour Clinic"),
    ),
    (
        f"{ROTH} contributed two million euros to the Harbour Party.",
        (ROTH, "gaveAidTo", "Harbour Party"),
    ),
    (f"{BANK} lured {ROTH} away from {LINES}.", (ROTH, "affiliatedWith", BANK)),
    (f"{ROTH} drew fire from {HALLAM}.", (HALLAM, "criticized", ROTH)),
    (
        f"{ROTH} was hit with an asset freeze by Sweden.",
        ("Sweden", "sanctioned", ROTH),
    ),
    # CASE amount between
    (
        "The Quint Trust received a grant of 90,000 euros from Sweden.",
        ("Sweden", "gaveAidTo", "Quint Trust"),
    ),
    # CASE end of the name
    (
        f"The Quint Trust lost its case. The trust's director, {ROTH}, left.",
        (ROTH, "leads", "Quint Trust"),
    ),
    # CASE name of a firm
    (f"Norvale Steel hired {ROTH}.", (ROTH, "worksFor", "Norvale Steel")),
    # CASE title in the plural
    (
        f"Swedish giants Delmore United praised {ROTH}.",
        ("Delmore United", "praised", ROTH),
    ),
    # CASE epithets
    (
        f"{ROTH} won a medal. The Kenyan runner praised {HALLAM}.",
        (ROTH, "praised", HALLAM),
    ),
    (
        f"{ROTH} lost her seat. The mother of three thanked {HALLAM}.",
        (ROTH, "praised", HALLAM),
    ),
    # CASE one of a people whose name may mean all of it
    (
        f"{ROTH}, a Maltese, came late. The Maltese thanked {HALLAM}.",
        (ROTH, "praised", HALLAM),
    ),
    # CASE one of a people whose members have a name of their own
    (
        f"{ROTH} won a medal. The Czech thanked {HALLAM}.",
        (ROTH, "praised", HALLAM),
    ),
    (
        f"{ROTH} won a medal. The Frenchwoman thanked {HALLAM}.",
        (ROTH, "praised", HALLAM),
    ),
    # CASE regulator, which is a body
    (
        f"The regulator fined {BANK} two million euros.",
        ("regulator", "sanctioned", BANK),
    ),
    # CASE hyphen, which makes a noun no time
    (
        f"The head of the Swedish metal-working employers, {ROTH}, left.",
        (ROTH, "leads", "Swedish metal-working employers"),
    ),
]

NOT_READ = [
    (f"{ROTH} is Sweden's youngest mayor.", (ROTH, "mayorOf", "Sweden")),
    (
        f"{ROTH} is Europe's youngest finance minister.",
        (ROTH, "ministerOf", "Europe"),
    ),
    ("Sweden promised Latvia a loan.", ("Sweden", "gaveAidTo", "Latvia")),
    # CASE official of another country
    (
        f"President {ROTH} met Swedish Foreign Minister {HALLAM}.",
        (ROTH, "headOfStateOf", "Sweden"),
    ),
    (
        f"{ROTH} lost her seat. The mother of three thanked {HALLAM}.",
        (ROTH, "parentOf", HALLAM),
    ),
    (f"{BANK} hired {ROTH} from {LINES}.", (ROTH, "worksFor", LINES)),
    # CASE either of two who reign
    (
        f"Queen {ROTH} met King Olav Lind. The monarch thanked {HALLAM}.",
        (ROTH, "praised", HALLAM),
    ),
    # CASE end of a penalty
    (f"Sweden lifted its sanctions on {BANK}.", ("Sweden", "sanctioned", BANK)),
    (f"Sweden will end its ban on {BANK}.", ("Sweden", "sanctioned", BANK)),
    # CASE one of a people
    (
        f"{ROTH}, a Maltese lawyer, came late. The Maltese thanked {HALLAM}.",
        ("Malta", "praised", HALLAM),
    ),
    # CASE several of a people
    (
        f"{ROTH} won a medal. The Frenchwomen thanked {HALLAM}.",
        (ROTH, "praised", HALLAM),
    ),
    (
        f"{ROTH} won a medal. The French thanked {HALLAM}.",
        (ROTH, "praised", HALLAM),
    ),
    # CASE two people
    (
        f"In court Marks and Hadley accused {ROTH}.",
        ("Marks and Hadley", "accused", ROTH),
    ),
]


@pytest.mark.parametrize(("text", "triple"), FORMER)
def test_whoever_left_was_there(
    claim_in: Callable[[str, Triple], Claim], text: str, triple: Triple
) -> None:
    assert claim_in(text, triple).status is Status.FORMER


@pytest.mark.parametrize(("text", "triple"), READ)
def test_wording_is_read(
    claims_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple in claims_of(text)


@pytest.mark.parametrize(("text", "triple"), NOT_READ)
def test_near_neighbour_is_not_read(
    claims_of: Callable[[str], set[Triple]], text: str, triple: Triple
) -> None:
    assert triple not in claims_of(text)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("is sure that", ROTH),
        ("remains adamant that", ROTH),
        ("is convinced that", ROTH),
        ("made clear that", ROTH),
        ("is glad that", None),
    ],
)
def test_opinion_is_that_of_whoever_holds_it(
    speaker_of: Callable[[str, Triple], str | None], words: str, speaker: str | None
) -> None:
    text = f"{ROTH} {words} {HALLAM} owns {BANK}."
    assert speaker_of(text, (HALLAM, "ownerOf", BANK)) == speaker


def test_opinion_without_a_clause_of_its_own_says_nothing(
    read: Callable[[str], Reading],
) -> None:
    text = "Senators want the report to make clear that the fees will not go up."
    assert all(said.content for said in read(text).attributions)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In {}'s view, {} owns {}.", ROTH),
        ("As {} tells it, {} owns {}.", ROTH),
        ("In {}'s house, {} owns {}.", None),
        ("In {}'s version of the play, {} owns {}.", None),
        ("As {} left, {} owned {}.", None),
    ],
)
def test_view_is_that_of_whoever_has_it(
    speaker_of: Callable[[str, Triple], str | None], text: str, speaker: str | None
) -> None:
    said = text.format(ROTH, HALLAM, BANK)
    assert speaker_of(said, (HALLAM, "ownerOf", BANK)) == speaker


@pytest.mark.parametrize("words", ["says {}", "{} says", "{} believes"])
def test_afterthought_says_who_says_so(
    speaker_of: Callable[[str, Triple], str | None], words: str
) -> None:
    text = f"{HALLAM} owns {BANK}, or so {words.format(ROTH)}."
    assert speaker_of(text, (HALLAM, "ownerOf", BANK)) == ROTH


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The court ordered that Sweden free {}.", Modality.DEMANDED),
        ("Latvia insisted that Sweden free {}.", Modality.DEMANDED),
        ("Latvia insisted that Sweden had freed {}.", Modality.ASSERTED),
    ],
)
def test_what_is_demanded_is_not_done(
    claim_in: Callable[[str, Triple], Claim], text: str, modality: Modality
) -> None:
    claim = claim_in(text.format(ROTH), ("Sweden", "freed", ROTH))
    assert claim.modality is modality


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("A doctored picture shows that {} met {}.", Polarity.DENIED),
        ("Due to an editing error, a story said that {} met {}.", Polarity.DENIED),
        ("Police no longer believe that {} met {}.", Polarity.DENIED),
        ("Due to the rain, a story said that {} met {}.", Polarity.AFFIRMED),
    ],
)
def test_what_was_said_by_mistake_is_denied(
    claim_in: Callable[[str, Triple], Claim], text: str, polarity: Polarity
) -> None:
    claim = claim_in(text.format(ROTH, HALLAM), (ROTH, "metWith", HALLAM))
    assert claim.polarity is polarity


def test_its_is_of_the_body_that_a_text_turns_to(
    claims_of: Callable[[str], set[Triple]],
) -> None:
    text = f"{LINES} was raided. Its editor, {ROTH}, left. {BANK} was fined."
    text = f"{text} Its head, {HALLAM}, left."
    assert (HALLAM, "leads", LINES) not in claims_of(text)


def test_a_surname_is_no_firm(types_in: Callable[[str], dict[str, str]]) -> None:
    assert types_in(f"David Steel met {ROTH}.")["David Steel"] == "Person"


def test_a_common_noun_is_no_body(claims_of: Callable[[str], set[Triple]]) -> None:
    text = f"The Quint Club met. The trust praised {ROTH}."
    assert not {claim for claim in claims_of(text) if claim[1] == "praised"}


def test_a_role_before_a_body_is_no_part_of_its_name(
    read: Callable[[str], Reading],
) -> None:
    names = {actor.name for actor in read(f"Sacked {LINES} head {ROTH} left.").actors}
    assert LINES in names
