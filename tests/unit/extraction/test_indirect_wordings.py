"""What is said in a roundabout way: by nouns, through others, of pairs, and by descriptions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.extraction import Reader
from actorgraph.model import Reading, Status
from tests.unit.extraction.conftest import Triple

RECEIVED = {
    "The plan earned Dana Roth a rebuke from Otto Marsh.",
    "Dana Roth met with sharp criticism from Otto Marsh.",
    "Dana Roth was greeted with criticism by Otto Marsh.",
    "Dana Roth has been the target of repeated attacks by Otto Marsh.",
    "Dana Roth shrugged off criticism from Otto Marsh.",
    "Otto Marsh's attack on Dana Roth was long.",
    "The remark brought Dana Roth a rebuke from Otto Marsh.",
}

READ = {
    "Dana Roth kept the support of Delmore Bank and of Otto Marsh.": [
        ("Delmore Bank", "supports", "Dana Roth"),
        ("Otto Marsh", "supports", "Dana Roth"),
    ],
    "Opposition to Dana Roth from Otto Marsh grew.": [
        ("Otto Marsh", "opposes", "Dana Roth")
    ],
    "Dana Roth gave a speech accusing Otto Marsh of greed.": [
        ("Dana Roth", "accused", "Otto Marsh")
    ],
    "Lisbon, where Dana Roth was born, is old.": [("Dana Roth", "bornIn", "Lisbon")],
    "Dana Roth and Otto Marsh were late. Both thanked Ilya Hale.": [
        ("Dana Roth", "praised", "Ilya Hale"),
        ("Otto Marsh", "praised", "Ilya Hale"),
    ],
    "Norway and Sweden were late. The two countries accused Chile of spying.": [
        ("Norway", "accused", "Chile"),
        ("Sweden", "accused", "Chile"),
    ],
    "Together with Dana Roth, Otto Marsh visited Lisbon.": [
        ("Dana Roth", "visited", "Lisbon"),
        ("Otto Marsh", "visited", "Lisbon"),
    ],
    "Ada Quint, along with Otto Marsh, founded Delmore Bank.": [
        ("Ada Quint", "founderOf", "Delmore Bank"),
        ("Otto Marsh", "founderOf", "Delmore Bank"),
    ],
    "Delmore Bank is in trouble. Norway has accused it of fraud.": [
        ("Norway", "accused", "Delmore Bank")
    ],
    "Dana Roth won. The Democrat thanked Otto Marsh.": [
        ("Dana Roth", "praised", "Otto Marsh")
    ],
    "Dana Roth won. The mother of two thanked Otto Marsh.": [
        ("Dana Roth", "praised", "Otto Marsh")
    ],
    "Dana Roth borrowed 3m euros from Delmore Bank.": [
        ("Delmore Bank", "paid", "Dana Roth")
    ],
    "Dana Roth won. The Nobel laureate thanked Otto Marsh.": [
        ("Dana Roth", "praised", "Otto Marsh")
    ],
    "Norway's bid failed. The oil-rich country accused Chile of cheating.": [
        ("Norway", "accused", "Chile")
    ],
    "Dana Roth demanded Otto Marsh's resignation.": [
        ("Dana Roth", "demanded", "Otto Marsh")
    ],
    "Dana Roth handed Otto Marsh an envelope with 10,000 dollars.": [
        ("Dana Roth", "paid", "Otto Marsh")
    ],
    "Dana Roth leads the charity Second Dawn.": [("Dana Roth", "leads", "Second Dawn")],
    "Ada Quint and the party she leads, the Harbour Party, won.": [
        ("Ada Quint", "leads", "Harbour Party")
    ],
    "Dana Roth apologised for her firm, Orlo Steel.": [
        ("Dana Roth", "affiliatedWith", "Orlo Steel")
    ],
    "Dana Roth and Otto Marsh have been married since 2004.": [
        ("Dana Roth", "spouseOf", "Otto Marsh")
    ],
    "The union urged Dana Roth to act.": [("union", "demanded", "Dana Roth")],
}

#: Near neighbours, and what must not be read in them.
OTHER = {
    # the support is for those from Norway
    "Support for refugees from Norway grew.": ("Norway", "supports", "refugees"),
    "Dana Roth has criticism of Otto Marsh.": ("Otto Marsh", "criticized", "Dana Roth"),
    "Norway and Sweden met Chile. Both accused Peru.": ("Chile", "accused", "Peru"),
    "Roth met Ilya Hale. Both of the miners accused Peru.": ("Roth", "accused", "Peru"),
    "Norway's bid failed. The neighbouring country accused Chile.": (
        "Norway",
        "accused",
        "Chile",
    ),
    "Dana Roth met Otto Marsh. The Democrat thanked Ilya Hale.": (
        "Otto Marsh",
        "praised",
        "Ilya Hale",
    ),
    "Dana Roth won. The mother of Ada Quint thanked Ilya Hale.": (
        "Dana Roth",
        "praised",
        "Ilya Hale",
    ),
    "Dana Roth sold his stake in Delmore Bank.": (
        "Dana Roth",
        "ownerOf",
        "Delmore Bank",
    ),
    "Dana Roth went to Leave rallies.": ("Dana Roth", "visited", "Leave"),
}


@pytest.mark.parametrize("text", sorted(RECEIVED))
def test_who_receives_criticism_is_its_object(
    proposals_of: Callable[[str], set[Triple]], text: str
) -> None:
    claims = proposals_of(text)
    assert ("Otto Marsh", "criticized", "Dana Roth") in claims
    assert ("Dana Roth", "criticized", "Otto Marsh") not in claims


@pytest.mark.parametrize("text", READ)
def test_indirect_wording_is_read(
    proposals_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert set(READ[text]) <= proposals_of(text)


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("Dana Roth won. The 27-year-old thanked Otto Marsh.", "Marsh", "thanked"),
        ("Norway's request to Sweden was late.", "Sweden", "to"),
    ],
)
def test_misread_word_is_mended(
    reader: Reader, text: str, word: str, head: str
) -> None:
    heads = {t.text: t.head.text for t in next(iter(reader.parser.parse([text])))}
    assert heads[word] == head


@pytest.mark.parametrize("text", OTHER)
def test_near_neighbour_is_not_read_so(
    proposals_of: Callable[[str], set[Triple]], text: str
) -> None:
    assert OTHER[text] not in proposals_of(text)


@pytest.mark.parametrize(
    ("text", "relation", "status"),
    [
        ("Dana Roth and Otto Marsh divorced in 2012.", "spouseOf", Status.FORMER),
        ("Ada Quint, Otto Marsh's ex-wife, left.", "spouseOf", Status.FORMER),
        (
            "Dana Roth was fired from her job at Delmore Bank.",
            "worksFor",
            Status.FORMER,
        ),
    ],
)
def test_what_is_over_is_former(
    read: Callable[[str], Reading], text: str, relation: str, status: Status
) -> None:
    statuses = [c.status for c in read(text).claims if c.relation == relation]
    assert statuses == [status]


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("Norway's request to Sweden was turned down.", "affirmed", "asserted"),
        ("Dana Roth is on her way to Lisbon.", "affirmed", "planned"),
    ],
)
def test_answer_denies_no_request_and_a_journey_is_ahead(
    read: Callable[[str], Reading], text: str, polarity: str, modality: str
) -> None:
    told = {(c.polarity, c.modality) for c in read(text).claims}
    assert told == {(polarity, modality)}


@pytest.mark.parametrize("name", ["Bruno “Big Hand” Marsh", "Bruno “the Hand” Marsh"])
def test_nickname_of_two_words_is_part_of_the_name(
    read: Callable[[str], Reading], name: str
) -> None:
    reading = read(f"{name} met Dana Roth.")
    assert sorted(actor.name for actor in reading.actors) == [name, "Dana Roth"]


def test_witness_with_a_title_has_turns(
    said_in: Callable[[str], set[tuple[str | None, str]]],
) -> None:
    text = "THE JUDGE: Do you know Ada Quint?\n\nMR MARSH: I met Ada Quint in May."
    assert ("Marsh", "I met Ada Quint in May") in said_in(text)


def test_medium_that_quotes_somebody_before_does_not_speak(
    said_in: Callable[[str], set[tuple[str | None, str]]],
) -> None:
    text = "“It rains,” the Bergen Post quoted Dana Roth as saying."
    assert {speaker for speaker, _ in said_in(text)} == {"Dana Roth"}
