"""A "not" of an object that the parser attaches to the verb: "supported *not* Roth but Marsh"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.word_tags import is_verb_form
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Before what is meant instead: "not Roth *but* Marsh".
BEFORE_CONTRAST = grammar_words("conjunction before what is meant instead")
#: Dependency labels of what follows a verb and may be denied alone.
DENIABLE = ("dobj", "attr", "prep", "agent")


def attach_negations(doc: Doc) -> Doc:
    """Attach "not" after a verb to what follows it, if "but" says what is meant instead."""
    for word in doc:
        if word.dep_ != "neg":
            continue
        verb = word.head
        if verb.i > word.i or not is_verb_form(verb):
            continue
        for complement in dependents(verb, *DENIABLE):
            is_next = complement.left_edge.i == word.i + 1
            if is_next and _is_contrasted(complement):
                word.head = complement
    return doc


def _is_contrasted(token: Token) -> bool:
    """Whether "but" joins another to a word, or to the object of a preposition."""
    words = (token, *dependents(token, "pobj"))
    return any(
        child.lower_ in BEFORE_CONTRAST
        for word in words
        for child in dependents(word, "cc")
    )
