"""Wording for what was left out of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actorgraph.documents.visible import count_letters
from actorgraph.model import Omission

#: Letters of hidden text from which it is reported: less is the label of a button.
WORTH_TELLING = 40
#: Characters of it that are shown.
SHOWN = 60


def hidden_text(name: str, reason: str, passages: Sequence[str]) -> Iterator[Omission]:
    """Yield what no reader sees, with its beginning, unless it is too short to matter.

    Args:
        name: Of the document.
        reason: Why nobody sees it, as an attribute.
        passages: The text.
    """
    words = " ".join(passages).split()
    text = " ".join(words)
    letters = count_letters(text)
    if letters < WORTH_TELLING:
        return
    shown = text
    if len(text) > SHOWN:
        shown = f"{text[:SHOWN].rstrip()} …"
    content = f"text that is {reason} ({letters:,} letters): “{shown}”"
    yield Omission(name, content)
