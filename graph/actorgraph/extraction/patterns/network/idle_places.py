"""Places that do not show where a person belongs: left, approached, spoken of, buildings."""

from __future__ import annotations

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.mentions.roles.no_seats import is_abroad, is_no_seat
from actorgraph.extraction.parse.closed_classes import BEFORE_GOAL, OF_ORIGIN
from actorgraph.extraction.parse.dependents import (
    governor_of,
    is_complement_of,
    prepositions,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import COMPARATIVE_TAGS, NOUN_TAGS
from actorgraph.grammar import grammar_words

#: Between a role and what it is about: "an expert *on* Norland".
ABOUT_A_MATTER = grammar_words("preposition of a subject matter")
#: What is studied: "a professor of *Norwegian history*".
FIELDS = grammar_words("noun of a field of study")


def is_no_home(
    parsed: ParsedText, owner: TokenMention, place: TokenMention, knowledge: Knowledge
) -> bool:
    """Whether an actor left a place, only comes near it, is sued there, or is at home abroad."""
    is_far = _is_left(parsed, place) or _is_approached(parsed, place)
    if is_far or is_no_seat(parsed, owner, place):
        return True
    return is_abroad(parsed, owner, place, knowledge)


def _is_left(parsed: ParsedText, place: TokenMention) -> bool:
    """Whether an actor went from a place to another: "moved *from Oslo* to Bonn"."""
    origin = parsed.head_of(place).head
    if not place.is_place or origin.lower_ not in OF_ORIGIN:
        return False
    return bool(prepositions(origin.head, BEFORE_GOAL))


def _is_approached(parsed: ParsedText, place: TokenMention) -> bool:
    """Whether an actor only comes near a place: "moved *closer to Oslo*"."""
    goal = parsed.head_of(place).head
    if not place.is_place or goal.lower_ not in BEFORE_GOAL:
        return False
    return parsed.tag(goal.i - 1) in COMPARATIVE_TAGS


def is_subject_matter(parsed: ParsedText, place: TokenMention) -> bool:
    """Whether a role is only about a place: "an expert *on Norland*"."""
    if not place.is_place and not place.demonym:
        return False
    token = parsed.head_of(place)
    # CASE field: "teaches *Norwegian* history", "an expert on *Norwegian* troops"
    if token.dep_ == "amod":
        token = token.head
        if token.lower_ in FIELDS:
            return True
    is_about = is_complement_of(token, ABOUT_A_MATTER)
    return is_about and token.head.head.tag_ in NOUN_TAGS


def owns_building(parsed: ParsedText, body: TokenMention) -> bool:
    """Whether a body is only named for its building: "the headquarters of *Delmore*"."""
    token = parsed.head_of(body)
    if token.dep_ != "pobj":
        return False
    building = parsed.covering(governor_of(token).i)
    if building is None or building is body:
        return False
    return building.is_place and building.is_description
