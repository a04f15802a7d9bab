"""Lines that a text wraps are one sentence; headings, lists and paragraphs are not joined."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from actorgraph.extraction.parse.line_wraps import unwrapped
from actorgraph.model import Reading
from tests.unit.extraction.conftest import Triple

HEADED = "Roth resigns\nThe mayor of Alderfen, Dana Roth of the\nCivic Party, has resigned at last."


@pytest.mark.parametrize(
    "text",
    [
        "Dana Roth, who leads the Harbour\nParty, accused Prime Minister Otto\nBrandt of theft.",
        "It rained. The mayor of Old\nAlderfen met Dana\nRoth, and left.",
        "Dana Roth,\nthe mayor, resigned.",
        "Dana Roth left Mid-\nAlder Steel.",
        "Dana Roth, mayor of New\nAlderfen, met Otto Brandt, who leads San\nMartos.",
    ],
)
def test_a_wrapped_paragraph_becomes_one_line_of_the_same_length(text: str) -> None:
    assert unwrapped(text) == text.replace("\n", " ")


@pytest.mark.parametrize(
    "text",
    [
        "Roth resigns\nThe mayor resigned on Monday.",
        "Present were:\nDana Roth\nOtto Brandt\nThe meeting ended early.",
        "Dana Roth\n\nOtto Brandt\n\nThey left.",
        "- the mayor of Alderfen\n- the head of the port\n- a clerk.",
        "The mayor left.\nThe clerk stayed.",
        f"{'The mayor spoke for a long time about the harbour, ' * 3}and left\nhome.",
    ],
)
def test_a_line_that_is_no_part_of_a_sentence_stays(text: str) -> None:
    assert unwrapped(text) == text


def test_a_heading_stays_above_the_wrapped_paragraph() -> None:
    heading, *lines = HEADED.split("\n")
    assert unwrapped(HEADED) == f"{heading}\n{' '.join(lines)}"


def test_wrapped_names_and_their_quotes_are_those_of_the_text(
    read: Callable[[str], Reading], claims_of: Callable[[str], set[Triple]]
) -> None:
    text = "The lawyer Dana\nRoth, an adviser to Otto\nBrandt, slept in New\nYork, in an\nold inn."
    assert ("Dana Roth", "advisorTo", "Otto Brandt") in claims_of(text)
    (actor,) = [a for a in read(text).actors if a.name == "Otto Brandt"]
    assert actor.mentions[0].text == "Otto\nBrandt"


def test_a_long_line_between_blank_ones_costs_its_length() -> None:
    text = f"Roth resigns\n\n{'The mayor slept. ' * 20_000}\n\nShe left."
    started = time.process_time()
    assert unwrapped(text) == text
    assert time.process_time() - started < 1
