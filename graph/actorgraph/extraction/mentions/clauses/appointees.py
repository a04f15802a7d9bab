"""Appointees that a participle modifies: "Roth named *Marsh* as envoy, replacing Hale"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.clauses.coordination import dependent_mentions
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.repairs.apposed_appointees import APPOINTING
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: "Roth *succeeded* Marsh as chancellor": the subject is the new holder.
SUCCEEDING = grammar_words("verb of succession")


def appointee_in_place(parsed: ParsedText, participle: Token) -> list[TokenMention]:
    """Return who is given a post in another's place; empty for any other participle."""
    if participle.dep_ != "advcl" or participle.tag_ != "VBG":
        return []
    if parsed.lemma(participle) not in SUCCEEDING:
        return []
    verb = participle.head
    if verb.lower_ not in APPOINTING:
        return []
    return dependent_mentions(parsed, verb, ("dobj",))
