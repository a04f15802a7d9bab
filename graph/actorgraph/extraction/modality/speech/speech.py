"""An attribution in tokens: who says what, and which words express that they say it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.modality.speech.quotation_index import (
    BESIDE_CUE,
    QuotationIndex,
)
from actorgraph.extraction.parse.closed_classes import COMPLEMENTIZERS
from actorgraph.extraction.parse.datelines import FULL_STOPS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.quotations import (
    BEFORE_CLOSING,
    Quotation,
    ends_in_stop,
)

#: Punctuation that belongs neither to the beginning nor to the end of a content.
EDGES = frozenset({",", ".", ";", ":", "-", "–"})

#: What may begin a content besides, without being part of it: "said *that* …".
OPENING_EDGES = EDGES | COMPLEMENTIZERS

#: A quotation of at least this many tokens is quoted for itself.
LONG_QUOTATION = 16


class SpeechPattern(StrEnum):
    """How the text connects the source of an attribution with its content.

    The first four are also the kinds of cues under which the lexicon lists verbs of speech.
    """

    #: "Roth said that it was over", "“It is over,” Roth said"
    CLAUSE = "clause"
    #: "Roth vowed to come back"
    INFINITIVE = "infinitive"
    #: "Roth denounced the plan to sell the harbour"
    OBJECT = "object"
    #: "Roth complained about the slow trains"
    PREPOSITION = "preposition"
    #: "according to Roth, it was over"
    ACCORDING = "according"
    #: A quotation beside a verb of speech that the parse does not connect with it.
    ADJACENT = "adjacent"
    #: "Roth: It is over."
    TURN = "turn"
    #: Only the network tags it.
    LEARNED = "learned"


@dataclass(slots=True)
class Speech:
    """An attribution, all of whose parts are sorted token numbers.

    Attributes:
        cue: The words that express it: "has said", "according to".
        source: The speaker's phrase; empty where the text names no speaker.
        content: What is said.
        pattern: How source and content are connected.
        speaker: The mention that the source is about, if there is one.
        direct: Whether most of the content is in quotation marks.
    """

    cue: list[int]
    source: list[int]
    content: list[int]
    pattern: SpeechPattern
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
        before: set[int] = set()
        after: set[int] = set()
        for quotation in self.quotations.beside(cue):
            if self._is_beside(quotation, cue):
                part = before if quotation.end <= cue[0] else after
                part.update(range(quotation.start, quotation.end))
        tokens = before | after
        is_interrupted = bool(before) and bool(after)
        if not is_interrupted or content.isdisjoint(tokens):
            return set()
        return set() if self.is_apart(before, min(after)) else tokens

    def is_apart(self, content: Collection[int], start: int) -> bool:
        """Whether the quotation that begins at a token is more than the end of what was said.

        "“…,” Roth said. “…”": a sentence after a long one, and long itself, is an attribution of
        its own.
        """
        quotation = self.quotations.at(start)
        if quotation is None or len(content) < LONG_QUOTATION:
            return False
        if quotation.end - quotation.start < LONG_QUOTATION:
            return False
        return self.parsed.lower[start - 1] in FULL_STOPS

    def _is_beside(self, quotation: Quotation, cue: Sequence[int]) -> bool:
        """Whether only the speaker is between a quotation and a cue of the same paragraph."""
        first, last = cue[0], cue[-1]
        start, end = quotation.start, quotation.end
        tags = self.parsed.tags
        if end <= first:
            # CASE other clause: "They sang “Cold Rain”, *and* Roth called it “a joy”"
            is_joined = "CC" in tags[end:first]
            return not is_joined and self.parsed.same_paragraph(end, first)
        if start - last > BESIDE_CUE and not self._is_rest(quotation):
            return False
        if any(tag.startswith("V") for tag in tags[last + 1 : start]):
            return False
        if not self.parsed.same_paragraph(last, start):
            return False
        # CASE answer: "“Why?” Roth asked. “*It rains,*” Marsh said": the comma awaits a cue
        is_sentence = self.parsed.lower[start - 1] in FULL_STOPS
        return not is_sentence or self.parsed.lower[end - 2] != ","

    def _is_rest(self, quotation: Quotation) -> bool:
        """Whether a quotation begins after a comma or a full stop, and ends with one."""
        before = self.parsed.doc[quotation.start - 1]
        if before.text not in BEFORE_CLOSING:
            return False
        return ends_in_stop(self.parsed.doc, quotation)


def trimmed(parsed: ParsedText, content: list[int]) -> list[int]:
    """Return a content without the punctuation and the white space at its ends.

    Args:
        parsed: The text.
        content: Sorted token numbers; may be empty.
    """
    start, end = 0, len(content)
    while end > start and _is_edge(parsed, content[end - 1], EDGES):
        end -= 1
    while start < end and _opens(parsed, content[start]):
        start += 1
    return content[start:end]


def _opens(parsed: ParsedText, token: int) -> bool:
    # CASE pronoun: "*That* is over", not "said *that* it is over"
    if parsed.tags[token] == "DT":
        return False
    return _is_edge(parsed, token, OPENING_EDGES)


def _is_edge(parsed: ParsedText, token: int, edges: frozenset[str]) -> bool:
    if parsed.doc[token].is_space:
        return True
    return parsed.lower[token] in edges
