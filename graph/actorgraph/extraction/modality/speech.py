"""An attribution in tokens: who says what, and which words express that they say it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.modality.quotation_index import QuotationIndex
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.quotations import Quotation
from actorgraph.grammar import grammar_words

#: Punctuation that belongs neither to the beginning nor to the end of a content.
EDGES = frozenset({",", ".", ";", ":", "-", "–"})

#: What may begin a content besides, without being part of it: "said *that* …".
OPENING_EDGES = EDGES | grammar_words("complementizer")


class SpeechPattern(StrEnum):
    """How the text connects the source of an attribution with its content.

    The first four are also the kinds of cues under which the lexicon lists verbs of speech.
    """

    CLAUSE = "clause"  # Roth said that it was over; "It is over," Roth said
    INFINITIVE = "infinitive"  # Roth vowed to come back
    OBJECT = "object"  # Roth denounced the plan to sell the harbour
    PREPOSITION = "preposition"  # Roth complained about the slow trains
    ACCORDING = "according"  # according to Roth, it was over
    ADJACENT = (
        "adjacent"  # a quotation next to a verb of speech that the parse leaves apart
    )
    TURN = "turn"  # Roth: It is over.
    LEARNED = "learned"  # tagged by the network only


@dataclass(slots=True)
class Speech:
    """An attribution, all of whose parts are sorted token numbers.

    Attributes:
        cue: The words that express it: "has said", "according to".
        source: The speaker's phrase; empty where the text names no speaker.
        content: What is said.
        construction: How source and content are connected.
        speaker: The mention that the source is about, if there is one.
        direct: Whether most of the content is in quotation marks.
    """

    cue: list[int]
    source: list[int]
    content: list[int]
    construction: SpeechPattern
    speaker: TokenMention | None = None
    direct: bool = False

    @property
    def position(self) -> tuple[list[int], list[int]]:
        """The key by which attributions are put into text order."""
        return self.cue or self.content, self.content

    def says(self, token: int) -> bool:
        """Whether a token is part of the content."""
        content = self.content
        place = bisect_left(content, token)
        return place < len(content) and content[place] == token


@dataclass(frozen=True, slots=True)
class SpeechContext:
    """What the search for attributions needs to know about a text."""

    parsed: ParsedText
    lexicon: Lexicon
    quotations: QuotationIndex

    def interrupted_by(self, cue: Sequence[int], content: set[int]) -> set[int]:
        """Return the tokens of a quotation that a cue interrupts: "…," Roth said, "…".

        Empty unless a quotation ends before the cue, another begins after it without a verb
        between them, and the content is in either.
        """
        around = [q for q in self.quotations.beside(cue) if self._is_beside(q, cue)]
        is_before = [quotation.end <= cue[0] for quotation in around]
        if len(set(is_before)) == 1:
            return set()
        tokens: set[int] = set()
        for quotation in around:
            tokens.update(range(quotation.start, quotation.end))
        return set() if content.isdisjoint(tokens) else tokens

    def _is_beside(self, quotation: Quotation, cue: Sequence[int]) -> bool:
        """Whether only the speaker is between a quotation and a cue of the same paragraph."""
        if quotation.end <= cue[0]:
            return self.parsed.same_paragraph(quotation.end, cue[0])
        between = self.parsed.tags[cue[-1] + 1 : quotation.start]
        has_verb = any(tag.startswith("V") for tag in between)
        return not has_verb and self.parsed.same_paragraph(cue[-1], quotation.start)


def trimmed(parsed: ParsedText, content: list[int]) -> list[int]:
    """Return a content without the punctuation and the white space at its ends.

    Args:
        parsed: The text.
        content: Sorted token numbers; may be empty.
    """
    start, end = 0, len(content)
    while end > start and _is_edge(parsed, content[end - 1], EDGES):
        end -= 1
    while start < end and _is_edge(parsed, content[start], OPENING_EDGES):
        start += 1
    return content[start:end]


def _is_edge(parsed: ParsedText, token: int, edges: frozenset[str]) -> bool:
    is_space = bool(parsed.doc[token].is_space)
    word = parsed.lower[token]
    return is_space or word in edges
