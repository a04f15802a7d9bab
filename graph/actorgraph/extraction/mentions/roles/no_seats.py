"""Places beside a body where it need not be based: "sued Delmore in Oslo"."""

from __future__ import annotations

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.parse.closed_classes import (
    ARTICLES,
    AT_PLACE,
    OF_WHOLE,
)
from actorgraph.extraction.parse.dependents import (
    NOUN_MODIFIERS,
    dependents,
    governor_of,
    is_complement_of,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words

#: Acts against an organisation, whose place is not its seat: "*sued* Delmore in Oslo".
OPPOSING = grammar_words("verb of a contest in a place")

#: What a body has in other places as well: "a *branch* of Delmore in Oslo".
BRANCHES = grammar_words("noun for a part of a body elsewhere")


def is_no_seat(parsed: ParsedText, body: TokenMention, place: TokenMention) -> bool:
    """Whether a place after a body is that of an act against it, or of a part of it."""
    if is_of_opponent(parsed, place):
        return True
    return _is_of_part(parsed, body, place)


def is_abroad(
    parsed: ParsedText, body: TokenMention, place: TokenMention, knowledge: Knowledge
) -> bool:
    """Whether a body is known to be at home in another country: "told *the BBC* in Oslo"."""
    if not body.is_organisation:
        return False
    home = knowledge.lexicon.homes.get(parsed.mention_text(body))
    name = parsed.mention_text(place)
    country = knowledge.gazetteer.country_of(name) or knowledge.gazetteer.territory(
        name
    )
    return home is not None and country is not None and country.code != home


def _is_of_part(parsed: ParsedText, body: TokenMention, place: TokenMention) -> bool:
    """Whether only a part of a body is somewhere: "the *office* of Delmore in Oslo"."""
    if _modifies_part(parsed, body, place):
        return True
    preposition = body.start - 1
    if parsed.word(preposition) in ARTICLES:
        preposition -= 1
    if parsed.word(preposition) not in OF_WHOLE:
        return False
    if parsed.word(preposition - 1) not in BRANCHES:
        return False
    return parsed.word(place.start - 1) in AT_PLACE


def _modifies_part(parsed: ParsedText, body: TokenMention, place: TokenMention) -> bool:
    """Whether a body's name precedes the part of it that is somewhere: "the Delmore *office*"."""
    word = parsed.head_of(place)
    if not is_complement_of(word, AT_PLACE):
        return False
    part = governor_of(word)
    is_owner = parsed.head_of(body) in dependents(part, "poss", *NOUN_MODIFIERS)
    return is_owner and part.lower_ in BRANCHES


def is_of_opponent(parsed: ParsedText, place: TokenMention) -> bool:
    """Whether it is an act that takes place there: "sued *Delmore* in Oslo"."""
    word = parsed.head_of(place)
    if not is_complement_of(word, AT_PLACE):
        return False
    body = word.head.head
    if parsed.lemma(body) in OPPOSING:
        return True
    return body.dep_ == "dobj" and parsed.lemma(body.head) in OPPOSING
