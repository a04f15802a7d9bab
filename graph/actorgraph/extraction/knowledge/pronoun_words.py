"""Personal pronouns and their gender."""

from __future__ import annotations

from actorgraph.grammar import grammar_words

FIRST_PERSON = grammar_words("pronoun of the first person")
FEMININE = grammar_words("feminine pronoun")
MASCULINE = grammar_words("masculine pronoun")
#: Who does what is done by saying so: "*I* thank Roth", "*we* condemn it".
PERFORMERS = grammar_words("speaker and those for whom one speaks")


def pronoun_gender(word: str) -> str:
    """Return the gender of a pronoun of the third person: ``f`` or ``m``."""
    return "f" if word in FEMININE else "m"
