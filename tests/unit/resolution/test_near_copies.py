"""Agency copy: texts that several papers took from one source."""

import random

import pytest

from actorgraph.model import Document, DocumentId, Reading
from actorgraph.resolution import resolve
from actorgraph.vocabulary import load_vocabulary

DICE = random.Random(5)  # repeatable texts, no secrets
WORDS = ["".join(DICE.choices("abcdefghijklmnop", k=6)) for _ in range(900)]


def text(seed: int, length: int = 240) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


AGENCY = text(1)
WORDS_OF_AGENCY = AGENCY.split()


def stored(readings: list[Reading]) -> tuple[Reading, ...]:
    return resolve(readings, (), load_vocabulary()).readings


def marks(*texts: str, dates: tuple[str | None, ...] = ()) -> list[str | None]:
    """Return the document that each text is a copy of; they are called a, b, c, …"""
    days = dates or (None,) * len(texts)
    readings = [
        Reading(Document(DocumentId(id_), id_, text, date=day))
        for id_, text, day in zip("abcdefgh", texts, days, strict=False)
    ]
    return [reading.document.copy_of for reading in stored(readings)]


@pytest.mark.parametrize(
    "copy",
    [
        AGENCY,
        AGENCY.upper().replace(" ", "\n"),
        " ".join(WORDS_OF_AGENCY[:120]),
        f"From our own correspondent. {AGENCY} Send us your view.",
        " ".join(w if n % 50 else "changed" for n, w in enumerate(WORDS_OF_AGENCY)),
        AGENCY + " " + text(2, 80),
    ],
)
def test_a_copy_is_whole_cut_or_slightly_changed(copy: str) -> None:
    assert marks(AGENCY, copy) == [None, "a"]


@pytest.mark.parametrize(
    "other",
    [
        text(2),
        " ".join(WORDS_OF_AGENCY[:60]) + " " + text(3, 180),
        " ".join(sorted(WORDS_OF_AGENCY)),
        " ".join(WORDS_OF_AGENCY[:12]),
        "",
    ],
)
def test_what_only_quotes_or_resembles_is_none(other: str) -> None:
    assert marks(AGENCY, other) == [None, None]


def test_the_oldest_is_the_original() -> None:
    assert marks(AGENCY, AGENCY, dates=("2031-02-02", "2031-02-01")) == ["b", None]
    assert marks(AGENCY, AGENCY, dates=(None, "2031-02-01")) == ["b", None]


def test_all_copies_have_one_original() -> None:
    half, rest = WORDS_OF_AGENCY[:160], WORDS_OF_AGENCY[80:]
    assert marks(AGENCY, " ".join(half), " ".join(rest), AGENCY) == [
        None,
        "a",
        "a",
        "a",
    ]


def test_a_mark_that_no_longer_holds_is_taken_off() -> None:
    old = Document(DocumentId("b"), "b", AGENCY, copy_of=DocumentId("a"))
    (reading,) = stored([Reading(old)])
    assert reading.document.copy_of is None


def test_a_common_footer_does_not_make_copies() -> None:
    footer = text(9, 120)
    assert marks(*(f"{text(n, 150)} {footer}" for n in range(10, 18))) == [None] * 8
