"""Places that say nothing of where somebody belongs: those left, and those spoken of."""

from __future__ import annotations

from actorgraph.extraction.parse.closed_classes import BEFORE_GOAL, OF_ORIGIN
from actorgraph.extraction.parse.dependents import prepositions
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import NOUN_TAGS
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: Between a role and what it is about: "an expert *on* Norland".
ABOUT_A_MATTER = grammar_words("preposition of a subject matter")
#: What is studied: "a professor of *Norwegian history*".
FIELDS = grammar_words("noun of a field of study")


def is_left(parsed: ParsedText, place: TokenMention) -> bool:
    """Whether somebody went from a place to another: "moved *from Oslo* to Bonn"."""
    origin = parsed.head_of(place).head
    is_origin = place.type is ActorType.PLACE and origin.lower_ in OF_ORIGIN
    return is_origin and bool(prepositions(origin.head, BEFORE_GOAL))


def is_subject_matter(parsed: ParsedText, place: TokenMention) -> bool:
    """Whether somebody's role is only about a place: "an expert *on Norland*"."""
    if place.type is not ActorType.PLACE and not place.demonym:
        return False
    token = parsed.head_of(place)
    # CASE field: "teaches *Norwegian* history", "an expert on *Norwegian* troops"
    if token.dep_ == "amod":
        token = token.head
        if token.lower_ in FIELDS:
            return True
    is_about = token.dep_ == "pobj" and token.head.lower_ in ABOUT_A_MATTER
    return is_about and token.head.head.tag_ in NOUN_TAGS
