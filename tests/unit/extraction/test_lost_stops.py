"""A sentence begins where a page has lost the full stop before it."""

from __future__ import annotations

import pytest

from actorgraph.extraction import Reader


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Roth said so on Friday In 2010 she had left.", "In"),
        ("It closed. Support from the north The mayor paid for it.", "The"),
        ("The strike went on for years But on Monday it ended.", "But"),
    ],
)
def test_a_capital_after_a_lost_full_stop_begins_a_sentence(
    reader: Reader, text: str, opening: str
) -> None:
    doc = next(iter(reader.parser.parse([text])))

    first = next(token for token in doc[1:] if token.text == opening)

    assert first.is_sent_start


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Roth flew from Oslo to The Hague on Friday.", "The"),
        ("Roth wrote the novel After Dark in May.", "After"),
        ("Roth spoke to The Times of Norland.", "The"),
        ("Roth said The bank was safe.", "The"),
    ],
)
def test_a_capital_inside_a_name_begins_none(
    reader: Reader, text: str, word: str
) -> None:
    doc = next(iter(reader.parser.parse([text])))

    inner = next(token for token in doc[1:] if token.text == word)

    assert not inner.is_sent_start
