"""Places that the parser takes for whoever does something there.

In "left for *Oslo* to meet Roth", and in "gave a speech in *Oslo* praising Roth", it is nobody who
meets or praises.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import AT_PLACE, OF_PURPOSE
from actorgraph.extraction.parse.dependents import dependents, is_infinitive
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import NAME_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Verb forms that name a goal with "for": "*left* for Oslo".
DEPARTING = grammar_words("verb form of departure")


def attach_lost_goals(doc: Doc) -> Doc:
    """Make the place after "left for" what the preposition introduces, and nobody's name."""
    for clause in list(doc):
        verb = clause.head
        if verb.lower_ in DEPARTING and is_infinitive(clause):
            _attach_goal(doc, verb, clause)
        elif clause.dep_ == "pcomp" and verb.lower_ in AT_PLACE:
            _attach_place(doc, verb, clause)
    return doc


def _attach_goal(doc: Doc, verb: Token, clause: Token) -> None:
    for name in dependents(clause, "nsubj"):
        if name.tag_ not in NAME_TAGS:
            continue
        before = name.left_edge.nbor(-1)
        is_next = before.i == verb.i + 1
        if is_next and before.lower_ in OF_PURPOSE:
            reattach(doc, {before: (verb, "prep"), name: (before, "pobj")})


def _attach_place(doc: Doc, preposition: Token, clause: Token) -> None:
    """Make the place between a preposition and a participle the complement of the former."""
    for name in dependents(clause, "nsubj"):
        is_next = name.left_edge.i == preposition.i + 1
        if is_next and name.tag_ in NAME_TAGS:
            changes = {name: (preposition, "pobj")}
            changes[clause] = preposition.head, "advcl"
            reattach(doc, changes)
