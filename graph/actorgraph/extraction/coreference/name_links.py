"""Which names of a document refer to the same entity.

Names are compared by spelling, surname, acronym and territory.  A short name joins the longer name
that it abbreviates; if it could abbreviate two, it joins neither.
"""

from __future__ import annotations

from actorgraph.extraction.coreference.acronyms import join_acronyms
from actorgraph.extraction.coreference.genders import genders_of
from actorgraph.extraction.coreference.name_index import NameIndex, NameKey
from actorgraph.extraction.knowledge.gazetteer import Gazetteer, Territory
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import without_article
from actorgraph.model import ActorType, MentionKind
from actorgraph.names import fold_name

#: Types of names of which the longest are linked first, so that shorter ones can join them.
LONGEST_FIRST = frozenset({ActorType.PERSON, ActorType.ORGANIZATION})

#: Types that are easily mistaken for each other, so that one name may have both.
THINGS = frozenset({ActorType.OTHER, ActorType.WORK})


def link_names(parsed: ParsedText, gazetteer: Gazetteer) -> Entities:
    """Return the entities that the names of a text refer to."""
    entities = Entities(parsed, gazetteer)
    index = NameIndex()
    for name in _in_linking_order(parsed):
        _link(entities, index, name)
    join_acronyms(entities)
    for entity in entities.all:
        entity.genders = genders_of(entities, entity)
    return entities


def _in_linking_order(parsed: ParsedText) -> list[TokenMention]:
    """Return the names, the longest of people and organisations first, else in text order."""
    names = [name for name in parsed.in_order() if name.kind is MentionKind.NAME]
    return sorted(names, key=_linking_rank)


def _linking_rank(name: TokenMention) -> tuple[int, int]:
    length = name.end - name.start
    return (-length if name.type in LONGEST_FIRST else 0), name.start


def _link(entities: Entities, index: NameIndex, name: TokenMention) -> None:
    territory = _territory(entities, name)
    key = _key(entities, name, territory)
    entity = index.get(key) or index.longer_name(name, key)
    if entity is not None:
        entities.join(name, entity)
    else:
        entity = _new_entity(entities, name, key, territory)
    if _is_lasting(name, key, entity):
        index.add(key, entity)


def _key(
    entities: Entities, name: TokenMention, territory: Territory | None
) -> NameKey:
    """Return what a name has in common with other names of its entity."""
    if territory is not None:
        return NameKey("territory", territory.code)
    text = entities.text(name)
    if name.type is ActorType.TIME:
        return NameKey(ActorType.TIME, text.lower())
    kind = "Thing" if name.type in THINGS else name.type.value
    return NameKey(kind, without_article(fold_name(text)))


def _territory(entities: Entities, name: TokenMention) -> Territory | None:
    """Return the territory of "Norway" and of "Norwegian", but not that of "Norwegians"."""
    text, gazetteer = entities.text(name), entities.gazetteer
    if name.type is ActorType.PLACE:
        return gazetteer.territory(text)
    if name.demonym and not gazetteer.is_people(text):
        return gazetteer.demonym(text)
    return None


def _new_entity(
    entities: Entities, name: TokenMention, key: NameKey, territory: Territory | None
) -> Entity:
    if territory is None:
        return entities.new(name, key.text)
    entity = entities.new(
        name, territory.code, wikidata=territory.wikidata, label=territory.name
    )
    entity.type, entity.subtype = ActorType.PLACE, territory.subtype
    return entity


def _is_lasting(name: TokenMention, key: NameKey, entity: Entity) -> bool:
    """Whether a name refers to the same entity throughout the text.

    A bare surname that abbreviates a longer name is looked up each time: whom it means can change.
    """
    is_bare = len(key.text.split()) <= 1 and name.type is ActorType.PERSON
    return entity.key == key.text or not is_bare
