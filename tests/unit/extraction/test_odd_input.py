"""Odd texts are read without an error, and the texts beside them as usual."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.extraction import Reader
from actorgraph.model import Document, DocumentId, Reading
from tests.unit.extraction.conftest import Triple

ODD = {
    "nothing": "",
    "a space": " ",
    "line breaks": "\n" * 200,
    "punctuation": "?!… — “” '' () [] ;;; ...",
    "opening marks that never close": "“„«``" * 40,
    "one letter": "A",
    "digits": "1234 5678 90",
    "an emoji": "\U0001f6a2",
    "a zero-width joiner and a byte order mark": "\ufeff\u200d\u200b",
    "a null and control characters": "Dana\x00Roth \x07praised\x1b Ada Quint.",
    "right-to-left text": "قال المتحدث إن Dana Roth وصلت",
    "several scripts": "Дана Рот met 田中 and Dana Roth in Αθήνα ഇന്ത്യ.",
    "no capital letter": "dana roth met ada quint in oslo, norway, said the mayor of lisbon. "
    * 5,
    "capitals only": "PRESIDENT DANA ROTH MET ADA QUINT, THE MAYOR OF LISBON, IN OSLO.",
    "tabs and carriage returns": "Dana Roth\tmet\r\nAda Quint.\r\n\r\n",
    "a title at the end": "The president of",
    "a possessive at the start": "'s envoy met the mayor of",
    "a hyphen at the end": "The Oslo-",
    "brackets without a name": "(()) ( of ) Dana Roth ((NHF",
    "a very long word": "x" * 20_000,
    "markup": "<script>alert('Dana Roth')</script> &amp; <b>Ada Quint</b>",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_text_is_read_with_sound_offsets(
    read: Callable[[str], Reading], text: str
) -> None:
    reading = read(text)

    assert all(
        passage.holds_in(reading.document)
        for claim in reading.claims
        for passage in claim.evidence
    )
    assert all(
        text[m.start : m.end] == m.text
        for actor in reading.actors
        for m in actor.mentions
    )


@pytest.mark.parametrize("text", ["", " ", "\n" * 200, "?!…"])
def test_text_that_says_nothing_gives_an_empty_reading(
    read: Callable[[str], Reading], text: str
) -> None:
    reading = read(text)

    assert (reading.actors, reading.claims, reading.attributions) == ((), (), ())


def test_sentence_of_five_thousand_words_is_read(
    read: Callable[[str], Reading],
) -> None:
    text = (
        "Dana Roth praised Ada Quint, "
        + "and then the old harbour, which was grey, slept " * 555
        + "."
    )

    assert len(text.split()) >= 5_000
    assert "praised" in {claim.relation for claim in read(text).claims}


def test_hundreds_of_people_in_one_sentence_do_not_multiply(
    read: Callable[[str], Reading],
) -> None:
    text = (
        "Dana Roth met "
        + ", ".join(
            f"Ada Q{chr(97 + i % 26)}int{chr(97 + i // 26)}" for i in range(200)
        )
        + "."
    )

    assert len(read(text).claims) <= 2_000


def test_odd_text_leaves_its_neighbours_alone(
    reader: Reader, triples: Callable[[Reading], set[Triple]]
) -> None:
    texts = [
        "",
        "Dana Roth praised Ada Quint.",
        "\n" * 200,
        "Ada Quint praised Dana Roth.",
        "“„«",
    ]

    readings = list(
        reader.read(
            Document(DocumentId(str(i)), str(i), text) for i, text in enumerate(texts)
        )
    )

    assert [reading.document.name for reading in readings] == ["0", "1", "2", "3", "4"]
    assert triples(readings[1]) == {("Dana Roth", "praised", "Ada Quint")}
    assert triples(readings[3]) == {("Ada Quint", "praised", "Dana Roth")}
