"""Holders of the same office elsewhere: "Norland's minister met her *Bordurian counterpart*"."""

from __future__ import annotations

from collections.abc import Iterator

from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.parse.closed_classes import COUNTERPARTS
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.model import Status


def counterpart(entities: Entities, mention: TokenMention) -> Entity | None:
    """Return the only person of a state with the office that someone named before has in another.

    Those before are in the same sentence.
    """
    parsed = entities.parsed
    if not mention.is_person:
        return None
    if parsed.head_word(mention) not in COUNTERPARTS:
        return None
    states = {name.number for name in _names_within(entities, mention)}
    roles: set[tuple[str, Status]] = set()
    for entity in _people_before(entities, mention):
        if states.isdisjoint(entity.owners):
            roles |= entity.roles
    candidates: set[Entity] = set()
    for entity in entities.all:
        if not entity.is_person or states.isdisjoint(entity.owners):
            continue
        if not roles.isdisjoint(entity.roles):
            candidates.add(entity)
    return only(candidates)


def _names_within(entities: Entities, mention: TokenMention) -> Iterator[Entity]:
    """Yield the states in a description: "her *Bordurian* counterpart"."""
    for i in range(mention.start, mention.root):
        name = entities.parsed.covering(i)
        if name is None:
            continue
        state = entities.of(name)
        if state is not None and state.is_place:
            yield state


def _people_before(entities: Entities, mention: TokenMention) -> Iterator[Entity]:
    """Yield the people named before a description in its sentence."""
    parsed = entities.parsed
    for name in parsed.in_order():
        is_before = name.end <= mention.start
        if not is_before or not name.is_name:
            continue
        if not parsed.same_sentence(name.start, mention.start):
            continue
        entity = entities.of(name)
        if entity is not None and entity.is_person:
            yield entity
