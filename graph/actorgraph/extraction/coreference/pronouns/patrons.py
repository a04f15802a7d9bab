"""Whose time in office is meant beside a patron: "worked for *Roth* during *his* campaign"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import dependents, is_complement_of
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: "worked *for* Roth", "served *under* Roth".
BEFORE_PATRON = grammar_words("preposition before a patron")
#: "*during* his campaign".
BEFORE_TERM = grammar_words("preposition before a patron's time")
#: What only one of the two has: "during his *presidency*".
TIMES = grammar_words("noun for a patron's time")


def patron_meant(parsed: ParsedText, pronoun: TokenMention) -> TokenMention | None:
    """Return the person for whom someone worked while he ran or was in office, or None."""
    token = parsed.head_of(pronoun)
    time = token.head
    if token.dep_ != "poss" or parsed.lemma(time) not in TIMES:
        return None
    if not is_complement_of(time, BEFORE_TERM):
        return None
    for patron in _patrons(time.head):
        mention = parsed.actor_at(patron.i)
        if mention is not None and mention.is_named_person:
            return mention
    return None


def _patrons(preposition: Token) -> list[Token]:
    """Return the objects of the preposition right before another one, of the same verb."""
    patrons: list[Token] = []
    for other in dependents(preposition.head, "prep"):
        if other.i < preposition.i and other.lower_ in BEFORE_PATRON:
            patrons = dependents(other, "pobj")
    return patrons
