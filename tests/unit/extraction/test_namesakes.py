"""Whom a short name means where the names of several begin or end like it."""

from __future__ import annotations

import pytest

from actorgraph.extraction import Reader
from actorgraph.model import Document, DocumentId


@pytest.mark.parametrize(
    ("text", "first", "second", "is_one"),
    [
        # whose title it is
        (
            "Ada Quint wrote to Judge Otto Quint. Judge Quint was ill.",
            "Otto Quint",
            "Quint was",
            True,
        ),
        (
            "Judge Ada Quint wrote to Judge Otto Quint. Judge Quint was ill.",
            "Otto Quint",
            "Quint was",
            False,
        ),
        # who does something to a body is another
        ("The Delmore Union sued Delmore.", "Delmore Union", "Delmore.", False),
        (
            "The Castle Trust lent money to Castle.",
            "Castle Trust",
            "Castle.",
            False,
        ),
        (
            "The Delmore Union said Delmore was ill.",
            "Delmore Union",
            "Delmore was",
            True,
        ),
    ],
)
def test_grammar_and_titles_say_whom_a_short_name_means(
    reader: Reader, text: str, first: str, second: str, *, is_one: bool
) -> None:
    reading = next(reader.read([Document(DocumentId("d"), "d", text)]))
    actors = [
        [each for each in reading.actors if start in {m.start for m in each.mentions}]
        for start in (text.index(first), text.index(second))
    ]

    assert (actors[0] == actors[1]) is is_one
