"""Lists whose end the parser takes for a second subject of the verb after them.

In "A banker sanctioned by Norland, the *European Union* and Canada has died", or in "A clash
between the rebels and the *army* killed two", it hangs the last names on the verb; in "Roth was
attacked by Marsh, *Hale* and Cole" on Roth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.closed_classes import BEFORE_PARTIES, LIST_ENDS
from actorgraph.extraction.parse.dependents import (
    AUXILIARIES,
    COMPLEMENTS,
    SUBJECTS,
    dependents,
)
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import NAME_TAGS, PLURAL_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Dependencies of what is taken for a further name of somebody, or for another beside them.
LISTED = ("conj", "appos")

#: Past forms of verbs that no plural subject has.
OF_ONE = grammar_words("past form for one")


def attach_late_lists(doc: Doc) -> Doc:
    """Join what ends a list to the noun that begins it."""
    for verb in list(doc):
        subjects = dependents(verb, *SUBJECTS)
        if len(subjects) != 2 or subjects[1].i > verb.i:
            continue
        subject, late = subjects
        before = late.left_edge.nbor(-1)
        if before.lower_ in LIST_ENDS:
            _join_party(doc, subject, before, late)
        elif before.text == "," and _is_of_one(verb, subject):
            _join_list(doc, before, late)
    return doc


def attach_late_agents_of_lists(doc: Doc) -> Doc:
    """Join what ends a list of agents, and is joined to whom they did something, to its start."""
    for late in list(doc):
        if late.dep_ not in LISTED or late.left_edge.i < 2:
            continue
        comma = late.left_edge.nbor(-1)
        noun = comma.nbor(-1)
        is_agent = noun.dep_ == "pobj" and noun.head.dep_ == "agent"
        if comma.text == "," and is_agent and late.head.i < noun.head.i:
            _join_list(doc, comma, late)
    return doc


def _is_of_one(verb: Token, subject: Token) -> bool:
    """Whether a verb has the form for one: in "her aide, Roth and Marsh *have* left" all left."""
    if subject.tag_ in PLURAL_TAGS:
        return False
    for word in (verb, *dependents(verb, *AUXILIARIES)):
        if word.tag_ == "VBZ" or word.lower_ in OF_ONE:
            return True
    return False


def _join_list(doc: Doc, comma: Token, late: Token) -> None:
    """Join the names after a comma to what a preposition introduces before it."""
    noun = comma.nbor(-1)
    if noun.dep_ not in COMPLEMENTS:
        return
    are_names = noun.tag_ in NAME_TAGS and late.tag_ in NAME_TAGS
    if noun.head.dep_ != "agent" and not are_names:
        return
    if dependents(late, "cc") and dependents(late, "conj"):
        reattach(doc, {late: (noun, "conj")})


def _join_party(doc: Doc, subject: Token, conjunction: Token, late: Token) -> None:
    """Join the second party to the first: "a clash between the rebels and the *army*"."""
    for preposition in subject.subtree:
        if preposition.lower_ not in BEFORE_PARTIES:
            continue
        parties = dependents(preposition, "pobj")
        if parties and not dependents(parties[0], "conj"):
            first, *_ = parties
            reattach(doc, {late: (first, "conj"), conjunction: (first, "cc")})
            return
