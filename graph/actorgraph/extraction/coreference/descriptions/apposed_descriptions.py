"""Descriptions before the name of their actor: "the agency, *NPA*", "a lawyer in Oslo, *Hale*"."""

from __future__ import annotations

from actorgraph.extraction.coreference.descriptions.wordings import is_named
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.mentions.names.place_words import is_region_after_town
from actorgraph.extraction.parse.closed_classes import ONE_OF_SEVERAL
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention


def apposed_entity(entities: Entities, mention: TokenMention) -> Entity | None:
    """Return the entity that is named right after a description: "the agency, *NPA*".

    In “His sect's spokesman, *Peter Hallam*, …” that is so too.
    """
    parsed = entities.parsed
    for child in dependents(parsed.head_of(mention), "appos"):
        name = parsed.covering(child.i)
        if name is None or not is_named(name) or name.type is not mention.type:
            continue
        # CASE adjacent: in "the wife of the mayor, Hale," the name may be that of either
        if name.start - mention.end <= 1:
            return entities.of(name)
    return _named_after_place(entities, mention)


def _named_after_place(entities: Entities, mention: TokenMention) -> Entity | None:
    """Return who is named after the place of a description: "a lawyer in Oslo, *Hale*"."""
    parsed = entities.parsed
    for word in parsed.head_of(mention).subtree:
        if word.dep_ != "appos":
            continue
        name = parsed.name_at(word.i)
        place = parsed.name_at(word.head.i)
        if name is None or place is None or not _may_name(parsed, name, mention):
            continue
        is_next = place.end + 1 == name.start
        # CASE its region: "a suburb in Alderfen, *Norland*"
        is_meant = is_next and not is_region_after_town(place, name)
        if is_meant and place.is_place:
            return entities.of(name)
    return None


def _may_name(parsed: ParsedText, name: TokenMention, mention: TokenMention) -> bool:
    """Whether a name is of the kind that is described: "one of the richest men, *Hale*"."""
    if name.type is mention.type:
        return True
    is_single = parsed.lower[mention.start] in ONE_OF_SEVERAL
    return is_single and name.is_person
