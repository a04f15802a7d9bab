"""Clauses that say who did a deed: "denied claims *made* by Roth", "the steps *Roth took*"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.parse.word_tags import PAST_TAGS
from actorgraph.grammar import grammar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs that make the subject the author of a deed: "the steps Norland *took*".
DOING = grammar_words("verb of doing a deed")


def participles_of_doing(
    parsed: ParsedText, nouns: Iterable[Token]
) -> dict[Token, None]:
    """Return the participles that have the agents of deeds: "claims *made* by Roth"."""
    participles: dict[Token, None] = {}
    for noun in nouns:
        for verb in dependents(noun, "acl"):
            if verb.tag_ in PAST_TAGS and parsed.phrasal(verb) in DOING:
                participles[verb] = None
    return participles
