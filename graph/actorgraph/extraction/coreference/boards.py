"""Boards that stand for their bodies: "the board of *Delmore Bank* fired its director"."""

from __future__ import annotations

from actorgraph.extraction.mentions.appointing_bodies import BOARDS
from actorgraph.extraction.mentions.coordination import dependent_mentions, introduced
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.parse.closed_classes import OF_WHOLE
from actorgraph.model import ActorType


def body_of_board(entities: Entities, owner: Entity) -> Entity:
    """Return the body whose board an actor is, or the actor itself where it is none."""
    parsed = entities.parsed
    noun = parsed.head_of(owner.mentions[0])
    if owner.has_name or noun.lower_ not in BOARDS:
        return owner
    bodies = dependent_mentions(parsed, noun, ("poss",))
    bodies += introduced(parsed, noun, OF_WHOLE)
    for mention in bodies:
        entity = entities.of(mention)
        if entity is not None and entity.type is ActorType.ORGANIZATION:
            return entity
    return owner
