"""Bodies whose noun is beside a role noun: "a *police* spokesman", "the *army* chief"."""

from __future__ import annotations

from collections.abc import Iterable

from actorgraph.extraction.knowledge.actor_types import ARMED_FORCE, COUNTRY
from actorgraph.extraction.mentions.roles.role_phrases import (
    Owner,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.mentions.roles.states_in_names import ARMIES
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import may_modify
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType, MentionKind

#: Nouns for bodies that a country has once; "a *company* spokesman" is one of a named company.
STATE_BODIES = grammar_words("noun for a body of a state")


def class_of_body(noun: str) -> str | None:
    """Return the class of the bodies that a noun describes, if it tells one: "the *army*"."""
    return ARMED_FORCE if noun in ARMIES else None


def add_compound_bodies(parsed: ParsedText, roles: Iterable[RolePhrase]) -> None:
    """Add the bodies that a role noun is compounded with to the owners of the role."""
    for phrase in roles:
        # CASE nobody named: "a police officer" is only called so
        if not phrase.holders or phrase.plural:
            continue
        noun = _body_noun(parsed, phrase)
        if noun is None:
            continue
        # CASE soldier: "Norwegian *army captain*", who plays for nobody
        if _is_of_army(parsed, phrase, noun) or not _has_other_owner(phrase):
            body = _mention_of(parsed, phrase, noun)
            phrase.owners.insert(0, Owner(body, OwnerMark.PREMODIFIER))


def _is_of_army(parsed: ParsedText, phrase: RolePhrase, noun: int) -> bool:
    """Whether a role is one in armed forces, and the noun before it is for such."""
    is_rank = ARMED_FORCE in phrase.owner_types
    return is_rank and class_of_body(parsed.lower[noun]) == ARMED_FORCE


def _has_other_owner(phrase: RolePhrase) -> bool:
    """Whether a role serves a body or country that is named: "*Norwegian* army chief"."""
    return any(
        owner.mark is not OwnerMark.DISTANT and _may_be_served(phrase, owner)
        for owner in phrase.owners
    )


def _may_be_served(phrase: RolePhrase, owner: Owner) -> bool:
    """Whether a sense of the role admits an owner: not in "*Norland* opposition leader"."""
    types = {owner.mention.type.value, owner.mention.subtype}
    # CASE demonym: it means its country
    if owner.mention.demonym:
        types.add(COUNTRY)
    return any(not types.isdisjoint(sense.object_types) for sense in phrase.senses)


def _body_noun(parsed: ParsedText, phrase: RolePhrase) -> int | None:
    """Return the noun for a body before a role noun, or in it: "*police* spokesman"."""
    # CASE listed with its body: "*army* chief"
    if phrase.noun < phrase.head and parsed.lower[phrase.noun] in STATE_BODIES:
        return phrase.noun
    i = phrase.noun - 1
    if i < phrase.start or parsed.lower[i] not in STATE_BODIES:
        return None
    return i if parsed.name_at(i) is None else None


def _mention_of(parsed: ParsedText, phrase: RolePhrase, noun: int) -> TokenMention:
    """Return the mention of a body, with its modifiers: "a *transport police* spokesman"."""
    existing = parsed.covering(noun)
    if existing is not None and existing.root == noun:
        return existing
    start = noun
    while start > phrase.start and _belongs_to_body(parsed, start - 1, noun):
        start -= 1
    body = TokenMention(
        start,
        noun + 1,
        noun,
        ActorType.ORGANIZATION,
        MentionKind.NOMINAL,
        class_of_body(parsed.lower[noun]),
    )
    parsed.mentions.append(body)
    parsed.assign(noun, body)
    return body


def _belongs_to_body(parsed: ParsedText, i: int, noun: int) -> bool:
    """Whether a word before the noun for a body modifies it: "*Norwegian* army chief"."""
    word = parsed.doc[i]
    return may_modify(word) and word.head.i <= noun
