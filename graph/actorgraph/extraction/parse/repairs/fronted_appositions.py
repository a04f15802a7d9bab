"""Appositions before their subject: "*A Democrat*, Roth opposes the plan".

The parser takes both for subjects of the verb, so that the Democrats seem to oppose the plan too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import INDEFINITE
from actorgraph.extraction.parse.dependents import (
    AUXILIARIES,
    SUBJECTS,
    dependents,
    has_dependent,
    subject_label,
)
from actorgraph.extraction.parse.trees import reattach

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: What the parser takes an opening description for.
OPENING = (*SUBJECTS, "advcl", "npadvmod")


def attach_fronted_appositions(doc: Doc) -> Doc:
    """Make a description that opens a sentence the apposition of the subject after its comma."""
    for verb in list(doc):
        for noun in dependents(verb, *OPENING):
            if not _opens_sentence(noun):
                continue
            subject = _subject_after(noun, verb)
            if subject is not None:
                label = subject_label(verb)
                changes = {noun: (subject, "appos"), subject: (verb, label)}
                reattach(doc, changes)
    return doc


def _opens_sentence(noun: Token) -> bool:
    is_new = has_dependent(noun, INDEFINITE, "det")
    return bool(noun.left_edge.is_sent_start) and is_new


def _subject_after(noun: Token, verb: Token) -> Token | None:
    """Return the noun between a comma and its verb: not in "A nurse, *Roth said*, left"."""
    group = (verb, *dependents(verb, *AUXILIARIES, "neg", "advmod"))
    places = {word.i for word in group}
    # CASE taken for an apposition itself: "A Democrat, *Roth* opposes the plan"
    apposed = [word for word in noun.subtree if word.dep_ == "appos"]
    for subject in (*dependents(verb, *SUBJECTS), *apposed):
        comma, end = subject.left_edge.i - 1, subject.right_edge.i
        if comma <= noun.i or noun.doc[comma].text != ",":
            continue
        if noun.right_edge.i not in (comma - 1, comma, end):
            continue
        is_alone = end + 1 in places and not subject.conjuncts
        if is_alone:
            return subject
    return None
