"""Bodies and peoples of a state that a text names and describes: "the Norlandic parliament"."""

from __future__ import annotations

from actorgraph.extraction.coreference.descriptions.same_bodies import (
    described_bodies,
    only_owner,
)
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.grammar import grammar_words

#: All of a country: "the *people* of Norland".
POPULATIONS = grammar_words("noun for all of a country")
#: Who makes the laws of a state: "Norway's *parliament*" is the Storting.
PARLIAMENTS = grammar_words("noun for a parliament")


def join_national_bodies(entities: Entities) -> None:
    """Join the people and the parliament of a state to what the text calls them by name."""
    _join_described(entities, _peoples(entities), POPULATIONS)
    _join_described(entities, _parliaments(entities), PARLIAMENTS)


def _join_described(
    entities: Entities, named: dict[str, Entity], nouns: frozenset[str]
) -> None:
    """Join what a state has by one of some nouns to what is named.

    Args:
        named: Code of a state → what it has.
    """
    for description in described_bodies(entities):
        if description.kind not in nouns or description.words:
            continue
        state = only_owner(entities, description.names)
        if state is None or state.key not in named:
            continue
        described = entities.all[description.number]
        entities.merge(described, named[state.key])


def _peoples(entities: Entities) -> dict[str, Entity]:
    """Return the peoples that a text names, by the code of their country: "Norlanders"."""
    peoples: dict[str, Entity] = {}
    for entity in entities.all:
        if not entity.is_group:
            continue
        for mention in entity.mentions:
            country = entities.gazetteer.peoples.get(entities.text(mention))
            if country and mention.is_name:
                peoples[country] = entity
    return peoples


def _parliaments(entities: Entities) -> dict[str, Entity]:
    """Return the parliaments that a text names, by the code of their state: "the Storting"."""
    parliaments: dict[str, Entity] = {}
    for entity in entities.all:
        if not entity.is_organisation:
            continue
        for name in entities.names(entity):
            state = entities.gazetteer.parliaments.get(name)
            if state:
                parliaments[state] = entity
    return parliaments
