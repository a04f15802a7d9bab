"""Relative clauses that the parser lists with their noun: "Roth, whom they sued and *who left*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.trees import reattach
from actorgraph.extraction.parse.word_tags import RELATIVE_TAGS, is_verb_form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def attach_second_relatives(doc: Doc) -> Doc:
    """Make a verb with a relative pronoun, listed with a noun, a relative clause of the noun."""
    for verb in list(doc):
        if verb.dep_ == "conj" and _is_second(verb):
            reattach(doc, {verb: (verb.head, "relcl")})
    return doc


def _is_second(verb: Token) -> bool:
    if not is_verb_form(verb):
        return False
    if not any(child.tag_ in RELATIVE_TAGS for child in verb.lefts):
        return False
    return bool(dependents(verb.head, "relcl"))
