"""A parsed text knows which tokens share a paragraph and a sentence."""

from __future__ import annotations

from itertools import combinations_with_replacement

import pytest

from actorgraph.extraction import Reader
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.trees import root_of
from actorgraph.model import ActorType


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth left.",
        "Dana Roth left.\nPeter Hallam stayed.\n\nOtto Brandt slept.",
        "\nDana Roth left\n",
        "Dana\nRoth\n \nleft",
    ],
)
def test_tokens_share_a_paragraph_if_no_line_break_is_between_them(
    reader: Reader, text: str
) -> None:
    (doc,) = reader.parser.parse([text])
    parsed = ParsedText(doc, reader.parser)

    for i, j in combinations_with_replacement(range(len(doc)), 2):
        broken = any("\n" in token.text for token in doc[i:j])
        assert parsed.same_paragraph(i, j) is not broken
        assert parsed.same_paragraph(j, i) is not broken


def test_tokens_share_a_sentence(reader: Reader) -> None:
    (doc,) = reader.parser.parse(["Dana Roth left. Peter Hallam stayed."])
    parsed = ParsedText(doc, reader.parser)

    assert parsed.same_sentence(0, 3)
    assert not parsed.same_sentence(3, 4)


def test_an_editors_brackets_are_no_part_of_a_mention(reader: Reader) -> None:
    (doc,) = reader.parser.parse(["[Dana] Roth left."])
    parsed = ParsedText(doc, reader.parser)

    name = TokenMention(1, 4, 3, ActorType.PERSON)
    assert parsed.text(name.start, name.end) == "Dana] Roth"
    assert parsed.mention_text(name) == "Dana Roth"


@pytest.mark.parametrize(
    ("text", "words", "lemmas"),
    [
        ("They hoped.", ["they", "hoped", "."], ["they", "hope", "."]),
        ("Co-founded banks", ["co-founded", "banks"], ["co-found", "bank"]),
    ],
)
def test_wording_is_there_as_written_and_as_lemmas(
    reader: Reader, text: str, words: list[str], lemmas: list[str]
) -> None:
    (doc,) = reader.parser.parse([text])

    written, looked_up = ParsedText(doc, reader.parser).wording(0, len(doc))

    assert (written.split(), looked_up.split()) == (words, lemmas)


@pytest.mark.parametrize(
    ("text", "exemplified"),
    [
        # the parser attaches this to the verb
        (
            "The firm sold shares to investors in May, including Delmore Bank.",
            "investors",
        ),
        # and this to the noun that it belongs to
        ("Police arrested many people, including Dana Roth.", "people"),
    ],
)
def test_examples_are_of_a_noun_before_them(
    reader: Reader, text: str, exemplified: str
) -> None:
    (doc,) = reader.parser.parse([text])
    (including,) = (word for word in doc if word.text == "including")
    assert including.head.text == exemplified


def test_surname_taken_for_an_adverb_does_not_govern_its_name(reader: Reader) -> None:
    (doc,) = reader.parser.parse(["Mayor Patrick Orly met Mayor Dan Roth."])
    given, surname = 1, 2
    assert doc[surname].dep_ == "advmod"

    assert root_of(doc, given, surname + 1) == given
