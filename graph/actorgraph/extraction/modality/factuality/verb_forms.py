"""The form of a verb, with its auxiliaries: a bare subjunctive, or a present."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import AUXILIARIES, dependents

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Tags of forms that may be in the present.
PRESENT = ("VB", "VBP", "VBZ", "VBG")


def is_subjunctive(verb: Token) -> bool:
    """True for a bare verb with a subject in a clause, as in "that Roth *go*"."""
    if verb.tag_ != "VB":
        return False
    return not dependents(verb, "aux")


def is_present(verb: Token) -> bool:
    """Whether a verb is in the present: "arrests", "is arrested", "has arrested"."""
    auxiliaries = dependents(verb, *AUXILIARIES)
    if not auxiliaries:
        return verb.tag_ in PRESENT
    return all(word.tag_ in (*PRESENT, "MD") for word in auxiliaries)
