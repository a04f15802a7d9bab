"""What the title before a name says against a relation."""

from __future__ import annotations

from actorgraph.extraction.learned.pair_scores import PairScore
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.patterns.roles.candidacies import CANDIDATES


def is_sought(parsed: ParsedText, score: PairScore) -> bool:
    """Whether a person only wants to belong to a body: "*Senate* candidate *Dana Roth*"."""
    between = parsed.lower[score.object.end : score.subject.start]
    return not CANDIDATES.isdisjoint(between[-1:])
