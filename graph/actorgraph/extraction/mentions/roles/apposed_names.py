"""Holders of kinds of places and bodies, by the name beside the noun: "the *Alderfen* region"."""

from __future__ import annotations

from actorgraph.extraction.knowledge.actor_types import COUNTRY, SPORTS_TEAM
from actorgraph.extraction.mentions.roles.role_phrases import (
    Holder,
    HolderPattern,
    Owner,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import (
    CAPITALS,
    NEW_DETERMINERS,
    OF_WHOLE,
    TEAMS,
    TOWN_NOUNS,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorType

#: Kinds of things whose nouns are part of the name, or beside it: "the Alderfen region".
NAMED_KINDS = frozenset({ActorType.PLACE, ActorType.ORGANIZATION})


def by_apposed_name(parsed: ParsedText, phrase: RolePhrase) -> list[Holder]:
    """Return the holder that looks like an owner, where the role is a kind of place or body.

    The phrase loses that owner.
    """
    kind = _kind(phrase)
    # CASE several: "the Alderfen *clubs*" are not Alderfen
    if phrase.plural:
        return []
    after = _place_after_of(parsed, phrase) if kind == ActorType.PLACE else None
    is_named_after = after is not None and phrase.word in TOWN_NOUNS
    # CASE name before the noun: "the *Alderfen* region", but not "the Alderfen city of *Orvane*"
    name = None if is_named_after else _name_before(phrase, kind)
    if name is not None and not _may_own_its_kind(phrase, name.mention, kind):
        phrase.owners.remove(name)
        return [Holder(name.mention, HolderPattern.NAME)]
    # CASE name after "of": "the city of *Alderfen*"
    if after is not None:
        phrase.owners.remove(after)
        return [Holder(after.mention, HolderPattern.APPOSITION)]
    return []


def _kind(phrase: RolePhrase) -> str:
    """Return what a noun such as "region" or "party" says its holder is; empty for roles."""
    kinds: set[str] = set()
    for sense in phrase.senses:
        kinds |= sense.subject_types
    if len(kinds) != 1 or not kinds <= NAMED_KINDS or _is_capital(phrase):
        return ""
    return kinds.pop()


def _is_capital(phrase: RolePhrase) -> bool:
    first, *_ = phrase.word.split()
    return first in CAPITALS


def _name_before(phrase: RolePhrase, kind: str) -> Owner | None:
    for owner in phrase.owners:
        name = owner.mention
        is_adjacent = owner.mark == OwnerMark.PREMODIFIER and name.end == phrase.head
        # CASE country: "the *Norwegian* region" is not Norway
        if is_adjacent and name.type == kind and name.subtype != COUNTRY:
            return owner
    return None


def _may_own_its_kind(phrase: RolePhrase, name: TokenMention, kind: str) -> bool:
    """Whether an organisation may have another: the "Delmore Bank subsidiary" is not that bank."""
    if kind != ActorType.ORGANIZATION:
        return False
    # CASE part: "the Delmore Bank *team*", while a club's team is the club
    # CASE one of several: "*a* Delmore Bank subsidiary"
    is_team = phrase.word in TEAMS and name.subtype not in (None, SPORTS_TEAM)
    if is_team or phrase.determiner in NEW_DETERMINERS:
        return True
    return kind in phrase.owner_types


def _place_after_of(parsed: ParsedText, phrase: RolePhrase) -> Owner | None:
    for owner in phrase.owners:
        if owner.mark not in OF_WHOLE or not owner.mention.is_place:
            continue
        is_next = parsed.lower[phrase.end] in OF_WHOLE
        return owner if is_next else None
    return None
