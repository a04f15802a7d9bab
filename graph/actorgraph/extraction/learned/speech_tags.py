"""Attributions as the network tags them: cues, sources and contents, each as spans of tokens."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actorgraph.extraction.learned.neural_network import WindowOutput
from actorgraph.extraction.learned.token_tags import OUTSIDE, tagged_spans, token_tags
from actorgraph.model import Span
from actorgraph.settings import CUE_ODDS

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: The parts of an attribution, in the order of the network's output.
SOURCE, CUE, CONTENT = range(3)
SPEECH_PARTS = (SOURCE, CUE, CONTENT)

#: Columns of the output for one part: outside, begin, inside.
COLUMNS = 3

#: The tags of a piece that is in no part.
IN_NO_PART = (OUTSIDE,) * len(SPEECH_PARTS)


@dataclass(frozen=True, slots=True)
class SpeechTags:
    """Spans of tokens, end exclusive, that are tagged as parts of attributions."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()

    def cue_tokens(self) -> frozenset[int]:
        """Return the tokens of all cues."""
        ranges = [range(*cue) for cue in self.cue]
        return frozenset().union(*ranges)


def speech_tags(doc: Doc, outputs: Iterable[WindowOutput]) -> SpeechTags:
    """Return the spans of each part, in text order.

    Args:
        doc: The document.
        outputs: What the network returned for its windows, in text order.
    """
    rows = token_tags(doc, outputs, _most_likely, IN_NO_PART)
    return SpeechTags(
        source=_spans(rows, SOURCE),
        cue=_spans(rows, CUE),
        content=_spans(rows, CONTENT),
    )


def _spans(rows: list[tuple[int, ...]], part: int) -> tuple[Span, ...]:
    tags = [row[part] for row in rows]
    spans = dict(tagged_spans(tags))
    return tuple(spans)


def _most_likely(output: WindowOutput) -> list[tuple[int, ...]]:
    """Return the most likely tag of each part, for each piece without the marks around them."""
    pieces = output.speech_tags[1:-1]
    scores = pieces.reshape(-1, len(SPEECH_PARTS), COLUMNS).copy()
    scores[:, CUE, OUTSIDE] += math.log(CUE_ODDS)
    tags: list[list[int]] = scores.argmax(2).tolist()
    return list(map(tuple, tags))
