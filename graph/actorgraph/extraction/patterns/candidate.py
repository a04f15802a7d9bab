"""A claim before it is checked: two chunks, a relation, and the words that say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.model import LEARNED, Status


@dataclass(slots=True)
class Candidate:
    """A relation that a template read between two chunks.

    Attributes:
        trigger: The token that expresses the relation; how the claim is told is read around it.
        template: The grammatical pattern, such as ``apposition``.
        word: The trigger word in its dictionary form.
        status: For roles; None for happenings.
        stated_by: The token around which polarity and modality are to be read; None where they are plain.
        negated: Whether the phrase itself is denied ("not the head of …").
        misfit: Why no frame of the word admits these arguments, as a sentence; None where one does.
        signals: What the learned reader thinks of its own candidate, see ``learned.candidates``.
        background: The relation comes from a gazetteer or a name, so nobody in the text says it.
    """

    subject: TokenMention
    relation: str
    object: TokenMention
    trigger: int
    template: str
    word: str
    status: Status | None = None
    stated_by: int | None = None
    negated: bool = False
    misfit: str | None = None
    background: bool = False
    signals: Mapping[str, float] = field(default_factory=dict)

    @property
    def method(self) -> str:
        """Template and trigger in words, as users see it."""
        return f"{self.template}: {self.word}" if self.word else self.template


def method_label(method: str, probability: float | None) -> str:
    """A method with what the learned reader thinks, as users see it."""
    if probability is None:
        return method
    pair_score = f"{LEARNED} {probability:.2f}"
    return pair_score if method == LEARNED else f"{method}; {pair_score}"
