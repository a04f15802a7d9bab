"""Acronyms: "NHF" is the Northern Harbour Federation."""

from __future__ import annotations

from collections import defaultdict

from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.mentions.names.spelled_out import initials, is_acronym
from actorgraph.extraction.parse.closed_classes import DEFINITE
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
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
        is_short = is_acronym(acronym) or _is_contraction(entities, entity.mentions[0])
        if not entity.is_organisation or not is_short:
            continue
        spelled_out = _spelled_out(
            entities, entity, by_initials.get(acronym.upper(), [])
        )
        if spelled_out is not None:
            entities.merge(entity, spelled_out)


def _is_contraction(entities: Entities, name: TokenMention) -> bool:
    """Whether a word in brackets contracts the name before it: "Fenland Roads (*Fenroads*)"."""
    parsed = entities.parsed
    is_in_brackets = parsed.word(name.start - 1) == "(" and parsed.word(name.end) == ")"
    full_name = parsed.covering(name.start - 2)
    if not is_in_brackets or name.length > 1 or full_name is None:
        return False
    rest = iter(entities.text(full_name).lower())
    word = entities.text(name).lower()
    return word[0] == next(rest) and all(letter in rest for letter in word[1:])


def _by_initials(entities: Entities) -> dict[str, list[Entity]]:
    """Return the organisations by the acronyms that their first names may have."""
    by_initials: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities.all:
        if not entity.is_organisation:
            continue
        first, *_ = entity.mentions
        for acronym in _acronyms(entities, first):
            by_initials[acronym].append(entity)
    return by_initials


def _acronyms(entities: Entities, name: TokenMention) -> set[str]:
    """Return the initials of a name, with and without its state: "*Norlandic* Crime Office"."""
    parsed = entities.parsed
    acronyms = initials(entities.text(name)) | _last_part(entities, name)
    first = parsed.doc[name.start].text
    if entities.gazetteer.territory_in_name(first):
        without_state = parsed.text(name.start + 1, name.end)
        acronyms |= initials(without_state)
    return acronyms


def _last_part(entities: Entities, name: TokenMention) -> set[str]:
    """Return the acronym that ends a name and may abbreviate it: "Fenland Grid *ESO*".

    Not what everybody knows, such as NATO, nor what a preposition attaches.
    """
    if name.length == 1:
        return set()
    last = entities.parsed.doc[name.end - 1].text
    if not is_acronym(last):
        return set()
    if full_name(ActorType.ORGANIZATION, last) is not None:
        return set()
    tags = entities.parsed.tags[name.start : name.end]
    is_attached = not PREPOSITION_TAGS.isdisjoint(tags)
    return set() if is_attached else {last.upper()}


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
            name = _before_bracket(parsed, mention.start - 1)
        else:
            name = _apposed_to(entities, mention)
        if name is None or not name.is_organisation:
            continue
        if name.actor != mention.actor:
            return entities.of(name)
    # CASE initials; candidates without mentions have been joined to another entity
    mentioned = [entity for entity in candidates if entity.mentions]
    return only(mentioned)


def _before_bracket(parsed: ParsedText, bracket: int) -> TokenMention | None:
    """Return the name before a bracket, and before a quotation mark: “"Clean *Front*" (CF)”."""
    last = bracket - 1
    if last > 0 and parsed.doc[last].is_quote:
        last -= 1
    return parsed.covering(last)


def _apposed_to(entities: Entities, acronym: TokenMention) -> TokenMention | None:
    """Return the name that an acronym in a foreign language is given beside.

    That is "the Norlandic *Crime Office*, the COK,": two letters of both agree.
    """
    parsed = entities.parsed
    comma = acronym.start - 1
    if parsed.word(comma) in DEFINITE:
        comma -= 1
    if parsed.word(comma) != "," or parsed.word(acronym.end) not in AFTER_APPOSITION:
        return None
    name = parsed.covering(comma - 1)
    if name is None:
        return None
    beginning = entities.text(acronym)[:SHARED_INITIALS].upper()
    for translated in _acronyms(entities, name):
        if translated.startswith(beginning):
            return name
    return None
