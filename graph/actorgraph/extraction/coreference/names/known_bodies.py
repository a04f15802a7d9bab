"""Bodies that a text calls by several names which it does not explain: "ISIL", "Islamic State"."""

from __future__ import annotations

from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.model import ActorType
from actorgraph.other_names import full_name


def join_known_bodies(entities: Entities) -> None:
    """Join the organisations whose names mean one body to everybody, to the first of them."""
    first: dict[str, Entity] = {}
    for entity in entities.all:
        body = _known_body(entities, entity)
        if body is not None:
            entities.merge(entity, first.setdefault(body, entity))


def _known_body(entities: Entities, entity: Entity) -> str | None:
    """Return the full name of the body that the longest name of an organisation means.

    "ANC" says nothing of an entity that is the Armenian National Congress.
    """
    names = entities.names(entity)
    if entity.type is not ActorType.ORGANIZATION or not names:
        return None
    return full_name(max(names, key=len))
