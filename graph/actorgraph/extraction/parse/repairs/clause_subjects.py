"""Subjects of clauses that the parser takes for objects: "promised *Norland* would help".

The clause has no "that", so that the promise seems to be made to Norland.  In "Roth, *who* police
say killed Marsh" it has no subject, so that the police seem to have killed him.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import (
    SUBJECTS,
    dependents,
    has_subject,
    subject_label,
)
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import FINITE_TAGS, RELATIVE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: A relative pronoun and another: "*who police* say killed Marsh".
FEWEST_SUBJECTS = 2


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


def attach_reported_relatives(doc: Doc) -> Doc:
    """Make a relative pronoun the subject of what the verb after another subject reports."""
    for verb in list(doc):
        pronoun = verb.left_edge
        is_relative = pronoun.tag_ in RELATIVE_TAGS and pronoun.head == verb
        subjects = dependents(verb, *SUBJECTS)
        if verb.dep_ != "relcl" or not is_relative or len(subjects) < FEWEST_SUBJECTS:
            continue
        for clause in dependents(verb, "xcomp", "ccomp"):
            if clause.tag_ in FINITE_TAGS and not has_subject(clause):
                label = subject_label(clause)
                reattach(doc, {pronoun: (clause, label), clause: (verb, "ccomp")})
    return doc


def _lacks_subject(clause: Token, noun: Token) -> bool:
    """Whether a clause begins right after a noun with its finite verb or auxiliary."""
    start = clause.left_edge
    if start.i != noun.right_edge.i + 1 or start.tag_ not in FINITE_TAGS:
        return False
    if start not in (clause, *clause.lefts):
        return False
    return not has_subject(clause)
