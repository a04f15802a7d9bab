"""Which descriptions refer to an entity of the text: "the chancellor", "the party".

A description that refers to none may become an entity of its own, see ``described_entities``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from actorgraph.extraction.coreference.descriptions.apposed_descriptions import (
    apposed_entity,
)
from actorgraph.extraction.coreference.descriptions.compatriots import (
    describe_compatriots,
)
from actorgraph.extraction.coreference.descriptions.definite_descriptions import (
    DefiniteDescriptions,
)
from actorgraph.extraction.coreference.descriptions.described_entities import (
    DescribedEntities,
)
from actorgraph.extraction.coreference.descriptions.named_kinds import NamedKinds
from actorgraph.extraction.coreference.descriptions.office_peers import counterpart
from actorgraph.extraction.coreference.descriptions.synonyms import Synonyms
from actorgraph.extraction.coreference.descriptions.telling_descriptions import (
    told_body,
)
from actorgraph.extraction.coreference.descriptions.wordings import is_in_title_case
from actorgraph.extraction.coreference.names.genders import gender_of
from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.mentions.roles.role_phrases import (
    Holder,
    HolderPattern,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import INDEFINITE, NEW_DETERMINERS
from actorgraph.extraction.parse.parsed_text import TokenMention

#: Before a description of somebody beside those in the text: "*another* judge".
OTHER = NEW_DETERMINERS - INDEFINITE


def link_descriptions(
    entities: Entities, roles: list[RolePhrase], successions: frozenset[str]
) -> None:
    """Resolve the descriptions of a text.

    Args:
        roles: The role phrases with their holders, whose entities get the roles.
        successions: Verbs that say that their subject takes the post of their object.
    """
    for phrase in roles:
        for holder in phrase.holders:
            _assign_role(entities, phrase, holder)
    _label_regions(entities, roles)
    describe_compatriots(entities)
    phrases = {id(phrase.nominal): phrase for phrase in roles}
    definite = DefiniteDescriptions(entities, successions)
    described = DescribedEntities(entities)
    kinds, synonyms = NamedKinds(entities), Synonyms(entities)
    for mention in _headlines_last(entities):
        described_role = phrases.get(id(mention))
        may_be_named = described_role is None or described_role.may_be_named_after
        entity = (
            (apposed_entity(entities, mention) if may_be_named else None)
            or definite.referent(mention, described_role)
            or told_body(entities, mention)
            or counterpart(entities, mention)
            or kinds.referent(mention)
            or synonyms.referent(mention)
        )
        if entity is not None:
            entities.join(mention, entity)
            kinds.add(mention)
        else:
            described.add(mention, described_role)
        if mention.is_resolved:
            synonyms.add(mention)


def _headlines_last(entities: Entities) -> Iterator[TokenMention]:
    """Yield the descriptions without an entity, those of headlines after the text below."""
    headlines: list[TokenMention] = []
    for mention in entities.parsed.in_order():
        if not mention.is_description or mention.is_resolved:
            continue
        if is_in_title_case(entities.parsed, mention):
            headlines.append(mention)
        else:
            yield mention
    yield from headlines


def _assign_role(entities: Entities, phrase: RolePhrase, holder: Holder) -> None:
    entity = entities.of(holder.mention)
    if entity is None:
        return
    status = phrase.status
    # CASE other: "the judge … Roth, *another* judge", who is not the one meant before
    if phrase.determiner not in OTHER:
        entity.roles.add((phrase.word, status))
    for sense in phrase.senses:
        entity.offices.add((sense.relation, status))
    for owner in phrase.owners:
        if owner.mention.is_resolved:
            entity.owners.add(owner.mention.actor)
        # CASE described: "*the country's* president, Roth", but not "*opposition* leader Roth"
        is_possessor = owner.mark == OwnerMark.POSSESSIVE
        is_described = is_possessor and not owner.mention.is_resolved
        entity.owner_unnamed |= owner.mention.is_pronoun or is_described
        is_group = owner.mention.is_group
        entity.group_owned |= is_group and owner.mention.is_description
    if not entity.genders:
        entity.genders = gender_of(phrase.word)


# regions --------------------------------------------------------------------------------


def _label_regions(entities: Entities, roles: list[RolePhrase]) -> None:
    """Label places by their noun: "the Alderfen region" is not the city of Alderfen."""
    nouns: dict[int, list[str]] = defaultdict(list)
    for phrase in roles:
        for mention, pattern in phrase.holders:
            if pattern is not HolderPattern.NAME:
                continue
            if mention.is_place and mention.is_resolved:
                nouns[mention.actor].append(phrase.word)
    for actor, words in nouns.items():
        _label_region(entities, entities.all[actor], words)


def _label_region(entities: Entities, entity: Entity, nouns: list[str]) -> None:
    """Add the noun to a place's name if every mention has it, and all have the same."""
    if entity.label is not None or len(nouns) != len(entity.mentions):
        return
    noun = only(set(nouns))
    if noun is None:
        return
    name = entities.text(entity.mentions[0])
    if not name.lower().endswith(noun):
        entity.label = f"{name} {noun}"
        entity.subtype = None
