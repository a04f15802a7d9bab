"""Arguments that a text names only to deny them: "Roth, but *not Marsh*"."""

from __future__ import annotations

from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words

#: "Roth, but *not* Marsh", "Roth rather *than* Marsh".
NOT = grammar_words("negation of an argument")
#: Dependency labels of prepositions, which may be negated: "met *not with* Roth but Marsh".
PREPOSITIONS = ("prep", "agent")


def is_denied_argument(parsed: ParsedText, mention: TokenMention) -> bool:
    """Whether a mention, or the preposition before it, is denied rather than the verb."""
    if mention.start and parsed.lower[mention.start - 1] in NOT:
        return True
    preposition = parsed.head_of(mention).head
    if preposition.dep_ not in PREPOSITIONS:
        return False
    return bool(dependents(preposition, "neg"))
