"""Owners after the names of holders: "Presidents Roth *of Sylvania* and Marsh *of Borduria*"."""

from __future__ import annotations

from dataclasses import replace

from actorgraph.extraction.knowledge.actor_types import PARTY
from actorgraph.extraction.mentions.roles.role_phrases import (
    HolderPattern,
    Owner,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import OF_WHOLE
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention


def with_owners_after_names(parsed: ParsedText, phrase: RolePhrase) -> list[RolePhrase]:
    """Return a phrase for each holder with an owner after the name.

    “Presidents Dana Roth of Sylvania and Ilya Marsh of Borduria” are two phrases; a phrase without
    such owners stays as it is.
    """
    owners = [owner_after(parsed, holder.mention) for holder in phrase.holders]
    if not any(owners) or not _takes_owners_after_names(phrase):
        return [phrase]
    phrases: list[RolePhrase] = []
    for holder, mention in zip(phrase.holders, owners, strict=True):
        held = replace(phrase, holders=[holder], owners=list(phrase.owners))
        if mention is not None:
            owner = Owner(mention, OwnerMark.AFTER_NAME)
            held.owners.append(owner)
        phrases.append(held)
    return phrases


def _takes_owners_after_names(phrase: RolePhrase) -> bool:
    """Whether "of" after a holder's name may give an owner: not in "Sylvania's Presidents …"."""
    # CASE party: "the *Labour* mayor Dana Roth of Bergen"
    marks = {owner.mark for owner in phrase.owners if owner.mention.subtype != PARTY}
    patterns = {holder.pattern for holder in phrase.holders}
    has_owner_before = marks & {OwnerMark.POSSESSIVE, OwnerMark.PREMODIFIER}
    return not has_owner_before and patterns <= {HolderPattern.TITLE}


def owner_after(parsed: ParsedText, name: TokenMention) -> TokenMention | None:
    """Return the mention after "of" or "of the": "Dana Roth of *Sylvania*"."""
    preposition = name.end
    if parsed.word(preposition) not in OF_WHOLE:
        return None
    return parsed.covering(parsed.past_article(preposition + 1))
