"""Relative pronouns: "Roth, *who* resigned", "the ministers, *all of whom* resigned"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIVE_PRONOUN_TAGS = ("WP", "WDT")

#: Relative pronouns that no person is meant by: "the trial of Roth, *which* …".
OF_THINGS = grammar_words("relative pronoun of things")

#: Quantities that leave out nobody: "*all* of whom".
WHOLES = grammar_words("word for everybody")
OF_WHOLE = grammar_words("preposition of a whole")


def is_relative_pronoun(word: Token) -> bool:
    """Whether a word is "who", "which", "that" or the like."""
    return word.tag_ in RELATIVE_PRONOUN_TAGS


def counts_antecedent(noun: Token) -> bool:
    """Whether a quantity counts those before the relative clause: "*all of whom* left"."""
    if noun.lower_ not in WHOLES:
        return False
    prepositions = (child for child in noun.children if child.lower_ in OF_WHOLE)
    return any(any(map(is_relative_pronoun, word.children)) for word in prepositions)


def asks_for_thing(clause: Token) -> bool:
    """Whether a relative clause begins with "which"."""
    return any(child.lower_ in OF_THINGS for child in clause.children)


def asks_for_person(clause: Token) -> bool:
    """Whether a relative clause begins with "who" or "whom", not with "which"."""
    return any(child.tag_ == "WP" for child in clause.children)
