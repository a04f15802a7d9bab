"""Who appoints somebody: "*Delmore Bank* named Roth", "the board of *Delmore Bank* named Roth"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.arguments import arguments
from actorgraph.extraction.mentions.coordination import dependent_mentions, introduced
from actorgraph.extraction.parse.closed_classes import OF_WHOLE
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Those who decide for a body: "the *board* of Delmore Bank".
BOARDS = grammar_words("noun for those who appoint")


def appointing_body(parsed: ParsedText, verb: Token) -> TokenMention | None:
    """Return the only actor that appoints somebody, by itself or by its board, or None."""
    subjects = arguments(parsed, verb, ("nsubj",))
    for noun in dependents(verb, "nsubj"):
        if noun.lower_ in BOARDS:
            subjects = dependent_mentions(parsed, noun, ("poss",))
            subjects += introduced(parsed, noun, OF_WHOLE)
    is_known = len(subjects) == 1 and not subjects[0].is_description
    return subjects[0] if is_known else None
