"""Personal pronouns, and the gender that they tell."""

from __future__ import annotations

from actorgraph.grammar import grammar_words

FIRST_PERSON = grammar_words("pronoun of the first person")
FEMININE = grammar_words("feminine pronoun")


def pronoun_gender(word: str) -> str:
    """Return the gender that a third-person pronoun tells: ``f`` or ``m``."""
    return "f" if word in FEMININE else "m"
