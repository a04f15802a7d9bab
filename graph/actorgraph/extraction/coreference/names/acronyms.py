"""Acronyms: "NHF" is the Northern Harbour Federation."""

from __future__ import annotations

from collections import defaultdict

from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.mentions.names.spelled_out import initials, is_acronym
from actorgraph.extraction.parse.closed_classes import DEFINITE
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.parse.word_tags import PREPOSITION_TAGS
from actorgraph.model import ActorType
from actorgraph.other_names import full_name

#: Letters that an acronym shares with the translated name before it, and what ends both.
SHARED_INITIALS = 2
AFTER_APPOSITION = frozenset({",", ".", ";"})


def join_acronyms(entities: Entities) -> None:
    """Join each organisation that is named by an acronym to the one that is spelled out."""
    by_initials = _by_initials(entities)
    for entity in entities.all:
        acronym = entities.text(entity.mentions[0])
        if not entity.is_organisation or not is_acronym(acronym):
            continue
        spelled_out = _spelled_out(
            entities, entity, by_initials.get(acronym.upper(), [])
        )
        if spelled_out is not None:
            entities.merge(entity, spelled_out)


def _by_initials(entities: Entities) -> dict[str, list[Entity]]:
    """Return the organisations by the acronyms that their first names may have."""
    by_initials: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities.all:
        if entity.is_organisation:
            for acronym in _acronyms(entities, entity.mentions[0]):
                by_initials[acronym].append(entity)
    return by_initials


def _acronyms(entities: Entities, name: TokenMention) -> set[str]:
    """Return the initials of a name, with and without its state: "*Norlandic* Crime Office"."""
    parsed = entities.parsed
    state = entities.gazetteer.territory_in_name(parsed.doc[name.start].text)
    rest = parsed.text(name.start + 1, name.end) if state else ""
    acronyms = initials(entities.text(name)) | initials(rest)
    return acronyms | _last_part(entities, name)


def _last_part(entities: Entities, name: TokenMention) -> set[str]:
    """Return the acronym that ends a name and may abbreviate it: "Fenland Grid *ESO*".

    Not what everybody knows, such as NATO, nor what a preposition attaches.
    """
    last = entities.parsed.doc[name.end - 1].text
    known = full_name(ActorType.ORGANIZATION, last) is not None
    tags = entities.parsed.tags[name.start : name.end]
    is_attached = not PREPOSITION_TAGS.isdisjoint(tags)
    is_single = name.length == 1
    if known or is_attached or is_single or not is_acronym(last):
        return set()
    return {last.upper()}


def _spelled_out(
    entities: Entities, entity: Entity, candidates: list[Entity]
) -> Entity | None:
    """Return the organisation that an acronym abbreviates.

    Args:
        candidates: The organisations with these initials.
    """
    # CASE brackets: "*Norland Institute of Trade* (NIT)"
    parsed = entities.parsed
    for mention in entity.mentions:
        if parsed.lower[mention.start - 1 : mention.start] == ["("]:
            name = parsed.covering(mention.start - 2)
        else:
            name = _apposed_to(entities, mention)
        if name is None or not name.is_organisation:
            continue
        if name.actor != mention.actor:
            return entities.of(name)
    # CASE initials; candidates without mentions have been joined to another entity
    mentioned = [entity for entity in candidates if entity.mentions]
    return only(mentioned)


def _apposed_to(entities: Entities, acronym: TokenMention) -> TokenMention | None:
    """Return the name that an acronym in a foreign language is given beside.

    That is "the Norlandic *Crime Office*, the COK,": two letters of both agree.
    """
    parsed, i = entities.parsed, acronym.start - 1
    i -= parsed.word(i) in DEFINITE
    name = parsed.covering(i - 1) if parsed.word(i) == "," else None
    if name is None or parsed.word(acronym.end) not in AFTER_APPOSITION:
        return None
    beginning = entities.text(acronym)[:SHARED_INITIALS].upper()
    is_alike = any(each.startswith(beginning) for each in _acronyms(entities, name))
    return name if is_alike else None
