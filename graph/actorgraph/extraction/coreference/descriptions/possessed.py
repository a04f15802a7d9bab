"""Descriptions of what someone has: "his supporters", "her party", "its invasion".

They refer to the one named in that role ("his wife" after “Marsh's wife, Dana Roth”) or to
the party and country that it gives the owner; else to an entity of their own.
"""

from __future__ import annotations

from collections.abc import Iterable

from actorgraph.extraction.coreference.descriptions.named_kinds import BODIES, PLACES
from actorgraph.extraction.coreference.descriptions.wordings import written
from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.mentions.roles.role_phrases import RolePhrase
from actorgraph.extraction.parse.closed_classes import COMPANIONS
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.model import ActorType

#: Types of what someone has that need not be named elsewhere: "his supporters", "her funeral".
POSSESSED_TYPES = frozenset(
    {ActorType.GROUP, ActorType.ORGANIZATION, ActorType.EVENT, ActorType.WORK}
)

#: A possessed entity by its type, its words and the number of its owner.
Key = tuple[ActorType, str, int]


def link_possessed(entities: Entities, roles: list[RolePhrase]) -> None:
    """Let "his supporters" refer to an entity, once it is clear who "he" is.

    Args:
        roles: The role phrases of the text with their holders.
    """
    possessed: dict[Key, Entity] = {}
    for mention in entities.parsed.in_order():
        if not mention.is_description or mention.is_resolved:
            continue
        owner = _owner_of(entities, mention)
        if owner is None:
            continue
        named = only(
            _holders(entities, mention, owner, roles)
            if mention.is_person
            else _bodies(entities, mention, owner)
        )
        if named is not None:
            entities.join(mention, named)
        elif _may_stand_alone(entities, mention, owner):
            _add(entities, mention, owner, possessed)


def _owner_of(entities: Entities, mention: TokenMention) -> Entity | None:
    """Return the entity of the pronoun with which a description begins: "*his* supporters"."""
    pronoun = entities.parsed.covering(mention.start)
    if pronoun is None or not pronoun.is_pronoun:
        return None
    return entities.of(pronoun)


def _may_stand_alone(entities: Entities, mention: TokenMention, owner: Entity) -> bool:
    if mention.type in POSSESSED_TYPES:
        return True
    noun = entities.parsed.head_word(mention)
    is_companion = mention.is_person and noun in COMPANIONS
    # CASE named: "his sister" may be Clara Marsh, where "he" is Otto Marsh
    return is_companion and not _has_namesake(entities, owner)


def _has_namesake(entities: Entities, owner: Entity) -> bool:
    """Whether the text names someone else with the surname of a person."""
    surname = owner.key.split()[-1]
    for entity in entities.all:
        if entity is owner or not entity.is_person or not entity.has_name:
            continue
        if entity.key.split()[-1] == surname:
            return True
    return False


def _add(
    entities: Entities,
    mention: TokenMention,
    owner: Entity,
    possessed: dict[Key, Entity],
) -> None:
    """Let equal descriptions of one owner refer to one entity, "supporters of Roth"."""
    words = written(entities, mention)
    key = mention.type, words.lower(), owner.number
    entity = possessed.get(key)
    if entity is not None:
        entities.join(mention, entity)
        return
    label = f"{words} of {_name_of(entities, owner)}"
    identity = f"possessed {label} {mention.start}"
    new = entities.new(mention, identity, label=label)
    new.bare = True
    possessed[key] = new


def _name_of(entities: Entities, entity: Entity) -> str:
    if entity.label:
        return entity.label
    names: Iterable[str] = entities.names(entity)
    if not names:
        names = map(entities.text, entity.mentions)
    return max(names, key=len)


# named elsewhere ------------------------------------------------------------------------


def _holders(
    entities: Entities, mention: TokenMention, owner: Entity, roles: list[RolePhrase]
) -> set[Entity]:
    """Return who has a role for an owner: "Marsh's wife, *Dana Roth*, … *his wife*"."""
    noun = entities.parsed.head_word(mention)
    holders: set[Entity] = set()
    for phrase in roles:
        owners = [name.mention.actor for name in phrase.owners]
        if phrase.word != noun or owner.number not in owners:
            continue
        for holder in phrase.holders:
            entity = entities.of(holder.mention)
            if entity is not None and entity.has_name:
                holders.add(entity)
    return holders


def _bodies(entities: Entities, mention: TokenMention, owner: Entity) -> set[Entity]:
    """Return the bodies of a kind that an owner has a role for: "*her party*"."""
    noun = entities.parsed.head_word(mention)
    is_of_kind = BODIES.get(noun) or PLACES.get(noun)
    if is_of_kind is None:
        return set()
    bodies: set[Entity] = set()
    for number in owner.owners:
        if is_of_kind(entities.all[number]):
            bodies.add(entities.all[number])
    return bodies
