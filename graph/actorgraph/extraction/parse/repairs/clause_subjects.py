"""Subjects of clauses that the parser takes for objects: "promised *Norland* would help".

The clause has no "that", so that the promise seems to be made to Norland.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import dependents, has_subject
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import FINITE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def attach_clause_subjects(doc: Doc) -> Doc:
    """Make the object of a verb the subject of the finite clause that follows it at once."""
    for verb in list(doc):
        objects, clauses = dependents(verb, "dobj"), dependents(verb, "ccomp")
        if len(objects) == 1 and len(clauses) == 1:
            noun, clause = objects[0], clauses[0]
            if noun.i > verb.i and _lacks_subject(clause, noun):
                label = "nsubjpass" if dependents(clause, "auxpass") else "nsubj"
                reattach(doc, {noun: (clause, label)})
    return doc


def _lacks_subject(clause: Token, noun: Token) -> bool:
    """Whether a clause begins right after a noun with its finite verb or auxiliary."""
    start = clause.left_edge
    is_next = start.i == noun.right_edge.i + 1 and start in (clause, *clause.lefts)
    return is_next and start.tag_ in FINITE_TAGS and not has_subject(clause)
