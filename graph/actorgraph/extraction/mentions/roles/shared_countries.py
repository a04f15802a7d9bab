"""Countries that two offices share: "*Norwegian* King Roth and Minister Hale"."""

from __future__ import annotations

from actorgraph.extraction.knowledge.actor_types import COUNTRY
from actorgraph.extraction.mentions.roles.role_phrases import (
    HolderPattern,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import LIST_ENDS
from actorgraph.extraction.parse.parsed_text import ParsedText


def share_country(parsed: ParsedText, first: RolePhrase, second: RolePhrase) -> None:
    """Copy the country before a title to the next, where both are titles of names."""
    titles = {holder.pattern for holder in first.holders + second.holders}
    is_pair = bool(first.owners and first.holders and second.holders)
    if titles != {HolderPattern.TITLE} or not is_pair:
        return
    # CASE no office of a state: "Norwegian singer Roth and *actor* Hale"
    is_office = COUNTRY in second.owner_types
    if second.owners or second.determiner or not is_office:
        return
    gap = " ".join(parsed.lower[first.holders[-1].mention.end : second.start])
    country = first.owners[0]
    is_country = country.mention.is_place or country.mention.demonym
    is_before = country.mark in (OwnerMark.DEMONYM, OwnerMark.PREMODIFIER)
    if gap in LIST_ENDS and is_before and is_country:
        second.owners = [country]
