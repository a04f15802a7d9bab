"""Roles after roles: "the head of the union, Jan Hale, the mayor, Ada Quint, …"."""

from __future__ import annotations

from actorgraph.extraction.knowledge.actor_types import COUNTRY
from actorgraph.extraction.mentions.roles.appositions import (
    begins_clause,
    by_reversed_apposition,
)
from actorgraph.extraction.mentions.roles.role_phrases import (
    Holder,
    HolderPattern,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import DEFINITE
from actorgraph.extraction.parse.parsed_text import ParsedText


def by_series(
    parsed: ParsedText, phrase: RolePhrase, previous: RolePhrase | None
) -> list[Holder]:
    """Return the name after a role, if the name before it has the role before that.

    So of "the head of the union, Jan Hale, the mayor of Oslo, *Ada Quint*, and …".
    """
    is_definite = phrase.determiner in DEFINITE
    if previous is None or not previous.holders or not is_definite:
        return []
    name = previous.holders[-1].mention
    is_between = previous.end <= name.start and name.end == phrase.start - 1
    return by_reversed_apposition(parsed, phrase) if is_between else []


def by_town_before(
    parsed: ParsedText, phrase: RolePhrase, previous: RolePhrase | None
) -> list[Holder]:
    """Return who is beside a role before this one: "*Roth*, the mayor of Oslo, the owner of …".

    The town between the two has no role itself.
    """
    comma = phrase.start - 1
    if previous is None or not previous.owners or parsed.word(comma) != ",":
        return []
    town = previous.owners[-1].mention
    if town.end != comma or not town.is_place or town.subtype == COUNTRY:
        return []
    # CASE clause: "met Roth, the mayor of Oslo, the owner of the hotel *said*"
    if begins_clause(parsed, phrase, town):
        return []
    # CASE relative: "Roth, the mayor of Oslo, *whose* husband, Hale, …"
    owned_by = [owner.mention for owner in phrase.owners]
    return [
        holder
        for holder in previous.holders
        if holder.pattern is HolderPattern.APPOSITION
        and holder.mention not in owned_by
        and phrase.admits(holder.mention)
    ]
