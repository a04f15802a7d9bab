"""The place or the parties that distinguish a description: "a summit *in Zubrowka*"."""

from __future__ import annotations

from itertools import chain

from actorgraph.extraction.mentions.clauses.coordination import complements
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.mentions.roles.role_phrases import OwnerMark, RolePhrase
from actorgraph.extraction.parse.closed_classes import AT_PLACE, BEFORE_PARTIES
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorType


def place_of_act(entities: Entities, mention: TokenMention) -> str:
    """Return “, Easthaven” for "police" in “Police arrested Roth in Easthaven”."""
    parsed = entities.parsed
    verb = parsed.head_of(mention).head
    objects = dependents(verb, "dobj")
    within = (noun.children for noun in objects)
    for preposition in chain(verb.children, *within):
        if preposition.lower_ not in AT_PLACE or preposition.i < verb.i:
            continue
        for noun in preposition.children:
            place = parsed.actor_at(noun.i)
            if place is not None and place.is_name and place.is_place:
                return f", {entities.text(place)}"
    return ""


def place_of_event(
    entities: Entities, mention: TokenMention, phrase: RolePhrase | None
) -> str:
    """Return “in Zubrowka” for “a summit in Zubrowka”, which distinguishes it from others."""
    if phrase is None or mention.type is not ActorType.EVENT:
        return ""
    for owner in phrase.owners:
        place = owner.mention
        is_place = place.is_name and place.is_place
        if not is_place or place.start <= mention.root:
            continue
        # CASE parties: "the war *between Norland and Borduria*"
        if owner.mark in BEFORE_PARTIES:
            return _parties_after(entities.parsed, mention)
        # CASE place of a place: "a summit *in the capital of Zubrowka*"
        if owner.mark == OwnerMark.NESTED_OF:
            words = entities.parsed.doc[mention.end : place.end].text
            return " ".join(words.split())
        return f"{owner.mark} {entities.text(place)}"
    return ""


def _parties_after(parsed: ParsedText, mention: TokenMention) -> str:
    """Return the words that name all parties right after an event; empty if there are none."""
    if parsed.word(mention.end) not in BEFORE_PARTIES:
        return ""
    preposition = parsed.doc[mention.end]
    parties = complements(parsed, preposition)
    if len(parties) < 2:
        return ""
    end = max(party.end for party in parties)
    words = parsed.text(mention.end, end)
    return " ".join(words.split())
