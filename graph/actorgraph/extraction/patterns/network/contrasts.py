"""Clauses that set the subject of another act against it: "signed it, while *Norland* left"."""

from __future__ import annotations

from actorgraph.extraction.learned.pair_scores import PairScore
from actorgraph.extraction.parse.closed_classes import REASONS
from actorgraph.extraction.parse.dependents import SUBJECTS, has_dependent
from actorgraph.extraction.parse.parsed_text import ParsedText


def is_contrasted(parsed: ParsedText, score: PairScore) -> bool:
    """Whether the subject does something else, in a clause without the object."""
    subject = parsed.head_of(score.subject)
    clause = subject.head
    if subject.dep_ not in SUBJECTS or clause.dep_ != "advcl":
        return False
    if not has_dependent(clause, REASONS, "mark"):
        return False
    return parsed.head_of(score.object) not in clause.subtree
