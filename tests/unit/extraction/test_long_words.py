"""What is too long for a word is cut in pieces; nothing is lost, and the time stays short."""

from __future__ import annotations

import time

import pytest

from actorgraph.extraction.parse.long_words import LongWordTokenizer
from actorgraph.extraction.parse.parser import Parser

STORY = "Dana Roth (the mayor) met Milo Marsh."


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.mark.parametrize(
    "noise", ["(" * 9_000, '"' * 9_000, "[" * 9_000, "x" * 9_000, "((((" + "-'" * 400]
)
@pytest.mark.parametrize("before", ["", STORY, f"{STORY}\n\n"])
def test_tokens_of_a_long_run_of_signs_are_the_text(
    parser: Parser, noise: str, before: str
) -> None:
    text = f"{before}{noise} \n{STORY}"
    tokenize = parser._language.tokenizer
    started = time.process_time()
    doc = tokenize(text)
    assert time.process_time() - started < 3
    assert doc.text == text
    assert doc[-10:].text == STORY


def test_the_tokens_of_usual_words_are_what_they_were(parser: Parser) -> None:
    tokenize = parser._language.tokenizer
    assert isinstance(tokenize, LongWordTokenizer)
    address = f"https://example.org/{'a' * 250}"
    for text in ("", " ", STORY, f"See {address}, (she said)."):
        assert [*map(str, tokenize(text))] == [*map(str, tokenize._tokenize(text))]
