"""Actors that a text calls by several names which it does not explain: "ISIL", "Islamic State"."""

from __future__ import annotations

from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.model import ActorType
from actorgraph.other_names import full_name


def join_known(entities: Entities) -> None:
    """Join the entities whose names mean one actor to everybody, to the first of them."""
    first: dict[tuple[ActorType, str], Entity] = {}
    for entity in entities.all:
        name = known_name(entities, entity)
        if name is None:
            continue
        known = first.setdefault((entity.type, name), entity)
        # CASE homonyms: "Norland's Labour Party" is not "Westmark's Labour Party"
        if known.key != entity.key:
            entities.merge(entity, known)


def known_name(entities: Entities, entity: Entity) -> str | None:
    """Return the full name of the actor that the longest name of an entity means to everybody.

    "ANC" says nothing of an entity that is the Armenian National Congress.
    """
    names = entities.names(entity)
    if not names:
        return None
    longest = max(names, key=len)
    return full_name(entity.type, longest)
