"""What is still to come when the text is published, and what is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.extraction import Reader
from actorgraph.extraction.modality.factuality.tense import is_ahead
from actorgraph.extraction.parse.parsed_text import ParsedText


@pytest.fixture
def ahead(reader: Reader) -> Callable[[str], bool]:
    """Whether the word between asterisks is about something still to come."""

    def find(text: str) -> bool:
        before, word, _ = text.split("*")
        (doc,) = reader.parser.parse([text.replace("*", "")])
        (token,) = [t for t in doc if t.idx == len(before) and t.text == word]
        return is_ahead(ParsedText(doc, reader.parser), token, reader.knowledge.lexicon)

    return find


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth will *meet* Peter Marsh.",
        "Dana Roth will be *meeting* Peter Marsh.",
        "Dana Roth is *meeting* Peter Marsh.",
        "Dana Roth is due to *meet* Peter Marsh.",
        "Dana Roth is scheduled to *meet* Peter Marsh.",
        "Dana Roth must *meet* Peter Marsh.",
        "Dana Roth will praise Ada Quint and *meet* Peter Marsh.",
        "Dana Roth plans a *meeting* with Peter Marsh.",
        "Dana Roth will hold *talks* with Peter Marsh.",
        "The planned *talks* were welcomed.",
    ],
)
def test_plans_demands_and_possibilities_are_still_to_come(
    ahead: Callable[[str], bool], text: str
) -> None:
    assert ahead(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth *met* Peter Marsh.",
        "Dana Roth was *meeting* Peter Marsh.",
        "Dana Roth has been *meeting* Peter Marsh.",
        "Dana Roth might have *met* Peter Marsh.",
        "Ada Quint asked whether Dana Roth *met* Peter Marsh.",
        "Dana Roth will praise Ada Quint, who *met* Peter Marsh.",
        "Dana Roth planned to resign and *met* Peter Marsh.",
        "Dana Roth may have held *talks* with Peter Marsh.",
        "Dana Roth welcomed the *talks*.",
    ],
)
def test_what_happened_or_may_have_happened_is_not(
    ahead: Callable[[str], bool], text: str
) -> None:
    assert not ahead(text)
