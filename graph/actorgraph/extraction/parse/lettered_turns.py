"""Interviews whose questions and answers begin with letters: "Q. Who won?", "A. Dana Roth won."."""

from __future__ import annotations

import re

from actorgraph.extraction.parse.closed_classes import SPEAKER_LABELS

#: A letter with a full stop at the beginning of a line.
LETTER = re.compile(r"^([A-Z])\.(?=\s)", re.MULTILINE)
#: Fewest letters that take turns.
FEWEST_LETTERS = 2


def with_colons(text: str) -> str:
    r"""Return a text of the same length, with a colon after the letters that take turns.

    One letter is an initial.

    >>> with_colons("Q. Who won?\nA. Dana Roth won.")
    'Q: Who won?\nA: Dana Roth won.'
    >>> with_colons("A. Roth won.")
    'A. Roth won.'
    """
    labels = {
        letter for letter in LETTER.findall(text) if letter.lower() in SPEAKER_LABELS
    }
    if len(labels) < FEWEST_LETTERS:
        return text
    return LETTER.sub(
        lambda line: f"{line[1]}:" if line[1] in labels else line[0], text
    )
