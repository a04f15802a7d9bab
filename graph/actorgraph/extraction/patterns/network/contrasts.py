"""Clauses that set the subject of another act against it: "signed it, while *Norland* left"."""

from __future__ import annotations

from actorgraph.extraction.learned.pair_scores import PairScore
from actorgraph.extraction.parse.closed_classes import REASONS
from actorgraph.extraction.parse.dependents import SUBJECTS, has_dependent
from actorgraph.extraction.parse.parsed_text import ParsedText


def is_contrasted(parsed: ParsedText, score: PairScore) -> bool:
    """Whether the subject does something else, in a clause without the object."""
    subject, object_ = parsed.head_of(score.subject), parsed.head_of(score.object)
    clause = subject.head
    is_subordinate = subject.dep_ in SUBJECTS and clause.dep_ == "advcl"
    is_set_against = is_subordinate and has_dependent(clause, REASONS, "mark")
    return is_set_against and object_ not in clause.subtree
