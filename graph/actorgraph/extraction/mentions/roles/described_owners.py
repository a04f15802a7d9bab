"""Bodies and places that have roles, by a description: "*the party's* leader"."""

from __future__ import annotations

from actorgraph.extraction.knowledge.actor_types import (
    COLLECTIVES,
    COUNTRY,
    REGION,
    SETTLEMENT,
)
from actorgraph.extraction.knowledge.lexicon import Lexicon
from actorgraph.extraction.parse.closed_classes import (
    BODY_KINDS,
    COUNTRY_NOUNS,
    DEFINITE,
    REGION_NOUNS,
    TOWN_NOUNS,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import POSSESSIVE_TAG, may_modify
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType, MentionKind

#: Nouns for places that have offices → class of the place: "*the country*'s king".
PLACE_CLASSES = {
    **dict.fromkeys(COUNTRY_NOUNS, COUNTRY),
    **dict.fromkeys(REGION_NOUNS, REGION),
    **dict.fromkeys(TOWN_NOUNS, SETTLEMENT),
}

#: Nouns that mean a body only where its name ends in them: "the *trust* lost the case".
NAMED_BODIES = grammar_words("noun for a body that was named")


def described_owner(
    parsed: ParsedText, lexicon: Lexicon, i: int
) -> TokenMention | None:
    """Add a mention for "the party" in "the party's leader", "the country" in "the country's king".

    Coreference decides which party or country it is.
    """
    # CASE named: "the *Brightwater* union's leader"
    named = _named_body(parsed, i)
    if named is not None:
        return named
    noun = parsed.lower[i]
    subtype = PLACE_CLASSES.get(noun)
    body = lexicon.actor_nouns.get(noun) if subtype is None else None
    # CASE named before: "the Quint Trust … the *trust's* director"
    if ends_name_before(parsed, i):
        body = ActorType.ORGANIZATION
    is_owner = subtype is not None or body in COLLECTIVES
    start = _start_of_definite(parsed, i) if is_owner else None
    if start is None:
        return None
    kind = ActorType.PLACE if body is None else ActorType(body)
    return parsed.add(TokenMention(start, i + 1, i, kind, MentionKind.NOMINAL, subtype))


def ends_name_before(parsed: ParsedText, noun: int) -> bool:
    """Whether a noun means a body whose name, before it, ends in the noun: "the *trust*"."""
    if parsed.lower[noun] not in NAMED_BODIES:
        return False
    return any(
        name.is_name
        and name.is_organisation
        and name.end <= noun
        and parsed.lower[name.end - 1] == parsed.lower[noun]
        for name in parsed.mentions
    )


def _named_body(parsed: ParsedText, noun: int) -> TokenMention | None:
    """Return the name before a noun for its kind: "the *Brightwater* union"."""
    if parsed.lower[noun] not in BODY_KINDS:
        return None
    name = parsed.name_at(noun - 1)
    if name is None or not name.is_organisation:
        return None
    return name


def _start_of_definite(parsed: ParsedText, noun: int) -> int | None:
    """Return the article or possessive of a noun, without names between: "*his* old party"."""
    i = noun - 1
    while i >= 0 and parsed.covering(i) is None and may_modify(parsed.doc[i]):
        i -= 1
    if parsed.word(i) in DEFINITE or parsed.tag(i) == POSSESSIVE_TAG:
        return i
    return None
