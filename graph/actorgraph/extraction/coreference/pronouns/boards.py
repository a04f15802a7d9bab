"""Boards that act for their bodies: "the board of *Delmore Bank* fired its director"."""

from __future__ import annotations

from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.mentions.roles.appointing_bodies import (
    BOARDS,
    bodies_of_board,
)


def body_of_board(entities: Entities, owner: Entity) -> Entity:
    """Return the body whose board an actor is, or the actor itself where it is none."""
    parsed = entities.parsed
    noun = parsed.head_of(owner.mentions[0])
    if owner.has_name or noun.lower_ not in BOARDS:
        return owner
    for mention in bodies_of_board(parsed, noun):
        entity = entities.of(mention)
        if entity is not None and entity.is_organisation:
            return entity
    return owner
