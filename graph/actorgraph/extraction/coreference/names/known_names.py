"""Actors that a text calls by several names which it does not explain: "ISIL", "Islamic State"."""

from __future__ import annotations

from actorgraph.extraction.knowledge.actor_types import PARTY
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType
from actorgraph.other_names import full_name

#: How the name of a party ends.
(PARTY_NAME,) = grammar_words("last word of a party's name")


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
    longest = max(entities.names(entity), key=len, default="")
    name = full_name(entity.type, longest)
    # CASE party: "*Conservative* MPs", of whom the text speaks as "Tory MPs" too
    if name is None and entity.subtype == PARTY:
        return full_name(entity.type, f"{longest} {PARTY_NAME}")
    return name
