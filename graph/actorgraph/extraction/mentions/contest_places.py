"""Where somebody acts against a body, which need not be based there: "sued Delmore in Oslo"."""

from __future__ import annotations

from actorgraph.extraction.parse.closed_classes import AT_PLACE
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words

#: Acts against somebody that take place somewhere: "*sued* Delmore in Oslo".
OPPOSING = grammar_words("verb of a contest in a place")


def is_of_opponent(parsed: ParsedText, place: TokenMention) -> bool:
    """Whether it is an act that takes place there: "sued *Delmore* in Oslo"."""
    word = parsed.head_of(place)
    body = word.head.head
    is_venue = word.dep_ == "pobj" and word.head.lower_ in AT_PLACE
    is_opponent = body.dep_ == "dobj" and parsed.lemma(body.head) in OPPOSING
    return is_venue and (is_opponent or parsed.lemma(body) in OPPOSING)
