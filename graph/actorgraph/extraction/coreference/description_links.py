"""Which descriptions refer to an entity of the text: "the chancellor", "the party".

A description that refers to none, but is specific enough, becomes an entity of its own: "a Dutch
lender".
"""

from __future__ import annotations

from collections import defaultdict

from actorgraph.extraction.coreference.definite_descriptions import DefiniteDescriptions
from actorgraph.extraction.coreference.genders import gender_of
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.mentions.role_phrases import (
    Holder,
    HolderPattern,
    Owner,
    RolePhrase,
)
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType, MentionKind

#: Before a description of someone new: "*a* man", "*another* man".
NEW_DETERMINERS = grammar_words("determiner of something new")
#: Tags of words that do not tell descriptions apart.
DETERMINER_TAGS = ("DT", "PRP$")

#: Described entities by type and wording.
DescribedEntities = dict[tuple[ActorType, str], Entity]


def link_descriptions(
    entities: Entities,
    roles: list[RolePhrase],
    successions: frozenset[str] = frozenset(),
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
    phrases = {id(phrase.nominal): phrase for phrase in roles}
    definite = DefiniteDescriptions(entities, successions)
    described: DescribedEntities = {}
    for mention in entities.parsed.in_order():
        if mention.kind is not MentionKind.NOMINAL or mention.actor >= 0:
            continue
        described_role = phrases.get(id(mention))
        entity = definite.referent(mention, described_role)
        if entity is not None:
            entities.join(mention, entity)
        else:
            _add_described(entities, mention, described_role, described)


def _assign_role(entities: Entities, phrase: RolePhrase, holder: Holder) -> None:
    entity = entities.of(holder.mention)
    if entity is None:
        return
    entity.roles.add((phrase.word, phrase.status))
    for sense in phrase.senses:
        entity.offices.add((sense.relation, phrase.status))
    for owner in phrase.owners:
        if owner.mention.actor >= 0:
            entity.owners.add(owner.mention.actor)
    entity.genders = entity.genders or gender_of(phrase.word)


# regions --------------------------------------------------------------------------------


def _label_regions(entities: Entities, roles: list[RolePhrase]) -> None:
    """Label places by their noun: "the Alderfen region" is not the city of Alderfen."""
    nouns: dict[int, list[str]] = defaultdict(list)
    for phrase in roles:
        for mention, pattern in phrase.holders:
            is_place = mention.type is ActorType.PLACE and mention.actor >= 0
            if is_place and pattern is HolderPattern.NAME:
                nouns[mention.actor].append(phrase.word)
    for actor, words in nouns.items():
        _label_region(entities, entities.all[actor], words)


def _label_region(entities: Entities, entity: Entity, nouns: list[str]) -> None:
    """Add the noun to a place's name if every mention has it, and all have the same."""
    is_always_called_so = len(nouns) == len(entity.mentions) and len(set(nouns)) == 1
    name = entities.text(entity.mentions[0])
    if entity.label is not None or not is_always_called_so:
        return
    if not name.lower().endswith(nouns[0]):
        entity.label, entity.subtype = f"{name} {nouns[0]}", None


# entities that are only described -------------------------------------------------------


def _add_described(
    entities: Entities,
    mention: TokenMention,
    phrase: RolePhrase | None,
    described: DescribedEntities,
) -> None:
    """Let a description refer to an entity of its own, if it is specific enough.

    Equal descriptions refer to the same entity.
    """
    place = _place_of_event(entities, mention, phrase)
    if not place and not _contains_name(entities, mention):
        return
    wording = f"{_distinct_wording(entities, mention)} {place}"
    key = mention.type, wording
    if key in described:
        entities.join(mention, described[key])
        return
    label = " ".join([*_content_words(entities, mention), place]) if place else None
    described[key] = entities.new(
        mention, f"described {wording} {mention.start}", label=label
    )


def _place_of_event(
    entities: Entities, mention: TokenMention, phrase: RolePhrase | None
) -> str:
    """Return “in Zubrowka” for “a summit in Zubrowka”, which tells it from other summits."""
    if phrase is None or mention.type is not ActorType.EVENT:
        return ""
    for owner in phrase.owners:
        if _is_place_after(owner, mention):
            return f"{owner.mark} {entities.text(owner.mention)}"
    return ""


def _is_place_after(owner: Owner, mention: TokenMention) -> bool:
    place = owner.mention
    is_place_name = place.type is ActorType.PLACE and place.kind is MentionKind.NAME
    return is_place_name and place.start > mention.root


def _contains_name(entities: Entities, mention: TokenMention) -> bool:
    """Whether a name in a description tells its entity from others: "a *Dutch* lender"."""
    for i in range(mention.start, mention.root):
        inner = entities.parsed.covering(i)
        if inner is None or inner is mention:
            continue
        if inner.kind is MentionKind.NAME and inner.type is not ActorType.TIME:
            return True
    return False


def _distinct_wording(entities: Entities, mention: TokenMention) -> str:
    """Return the words of a description; with its position if it is "a man", another each time."""
    wording = " ".join(_content_words(entities, mention)).lower()
    is_new = entities.parsed.lower[mention.start] in NEW_DETERMINERS
    if is_new and mention.type is ActorType.PERSON:
        return f"{wording}@{mention.start}"
    return wording


def _content_words(entities: Entities, mention: TokenMention) -> list[str]:
    parsed = entities.parsed
    return [
        parsed.doc[i].text
        for i in range(mention.start, mention.end)
        if parsed.tags[i] not in DETERMINER_TAGS
    ]
