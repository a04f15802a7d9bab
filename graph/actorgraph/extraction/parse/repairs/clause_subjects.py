"""Subjects of clauses that the parser takes for objects: "promised *Norland* would help".

The clause has no "that", so that the promise seems to be made to Norland.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import (
    dependents,
    has_subject,
    subject_label,
)
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import FINITE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def attach_clause_subjects(doc: Doc) -> Doc:
    """Make the object of a verb the subject of the finite clause that follows it at once."""
    for verb in list(doc):
        objects, clauses = dependents(verb, "dobj"), dependents(verb, "ccomp")
        if len(objects) != 1 or len(clauses) != 1:
            continue
        (noun,), (clause,) = objects, clauses
        if noun.i > verb.i and _lacks_subject(clause, noun):
            reattach(doc, {noun: (clause, subject_label(clause))})
    return doc


def _lacks_subject(clause: Token, noun: Token) -> bool:
    """Whether a clause begins right after a noun with its finite verb or auxiliary."""
    start = clause.left_edge
    if start.i != noun.right_edge.i + 1 or start.tag_ not in FINITE_TAGS:
        return False
    if start not in (clause, *clause.lefts):
        return False
    return not has_subject(clause)
