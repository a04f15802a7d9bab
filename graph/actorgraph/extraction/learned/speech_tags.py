"""Who says what, as the learned reader tags it: the words that say it is said, the speaker's, and what is said."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actorgraph.extraction.learned.neural_network import WindowOutput
from actorgraph.extraction.learned.token_tags import tagged_runs, token_tags
from actorgraph.settings import CUE_ODDS

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Columns of the tags of one part: outside, begin, inside.
COLUMNS = 3
#: The tags of a piece that is in no part.
OUTSIDE: tuple[int, ...] = (0, 0, 0)
#: Which of the parts is the cue.
CUE = 1


@dataclass(frozen=True, slots=True)
class SpeechTags:
    """Runs of tokens that are tagged as source, cue and content of what somebody says; empty where nobody reads."""

    source: tuple[range, ...] = ()
    cue: tuple[range, ...] = ()
    content: tuple[range, ...] = ()


def speech_tags(doc: Doc, outputs: Iterable[WindowOutput]) -> SpeechTags:
    """The runs of each part, in text order: a token is tagged as its first piece is."""
    rows = token_tags(doc, outputs, _best, OUTSIDE)
    source, cue, content = (
        tuple(run for run, _ in tagged_runs([row[part] for row in rows]))
        for part in range(3)
    )
    return SpeechTags(source, cue, content)


def _best(output: WindowOutput) -> list[tuple[int, ...]]:
    """The likeliest tag of each part, for each piece."""
    scores = output.parts[1:-1].reshape(-1, 3, COLUMNS).copy()
    scores[:, CUE, OUTSIDE[CUE]] += math.log(CUE_ODDS)
    return [tuple(row) for row in scores.argmax(2).tolist()]
