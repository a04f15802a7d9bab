"""A verb with the words that change its meaning: "step down", "give way"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText

if TYPE_CHECKING:
    from spacy.tokens import Token


def verb_wordings(parsed: ParsedText, verb: Token) -> set[str]:
    """Return the dictionary form of a verb, alone and with its particle, adverb or object.

    The parser takes "down" in "stepped down" now for a particle, now for an adverb, and "out" in
    "voted out of office" for a preposition.
    """
    lemma = parsed.lemma(verb)
    wordings = {lemma, parsed.phrasal(verb)}
    for word in dependents(verb, "dobj", "advmod", "prep"):
        wordings.add(f"{lemma} {word.lower_}")
    return wordings
