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
    is_participle = participle.dep_ == "advcl" and participle.tag_ == "VBG"
    if not is_participle or parsed.lemma(participle) not in SUCCEEDING:
        return []
    is_appointed = participle.head.lower_ in APPOINTING
    return (
        dependent_mentions(parsed, participle.head, ("dobj",)) if is_appointed else []
    )
