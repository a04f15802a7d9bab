"""Roles that a predicate gives to nobody: "40 *delegates* short", "fit to be *president*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import dependents
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Adjectives that judge by what someone can do or be: "*unfit* to be president".
OF_FITNESS = grammar_words("adjective of fitness")


def is_unheld(noun: Token, verb: Token, subjects: int) -> bool:
    """Whether a predicate says of nobody that they have a role.

    Args:
        noun: The noun of the role.
        verb: The verb that connects it with its subjects.
        subjects: How many subjects there are.
    """
    # CASE amount: "Roth is 40 *delegates* short"
    if subjects == 1 and noun.tag_ == "NNS" and dependents(noun, "nummod"):
        return True
    # CASE judgement: "is not *qualified* to be president"
    return verb.dep_ == "xcomp" and verb.head.lower_ in OF_FITNESS
