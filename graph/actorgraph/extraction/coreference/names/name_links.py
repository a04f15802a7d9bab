"""Which names of a document refer to the same entity.

Names are compared by spelling, surname, acronym and territory.  A short name joins the longer name
that it abbreviates; if it could abbreviate two, it joins neither.
"""

from __future__ import annotations

from functools import partial

from actorgraph.extraction.coreference.names.acronyms import join_acronyms
from actorgraph.extraction.coreference.names.aliases import (
    join_aliases,
    join_bracketed_names,
)
from actorgraph.extraction.coreference.names.couples import shared_surname
from actorgraph.extraction.coreference.names.genders import genders_of
from actorgraph.extraction.coreference.names.known_names import join_known
from actorgraph.extraction.coreference.names.last_words import join_last_words
from actorgraph.extraction.coreference.names.name_index import NameIndex, NameKey
from actorgraph.extraction.coreference.names.parties import join_parties
from actorgraph.extraction.coreference.names.shared_names import (
    homonym_keys,
    territory_of,
)
from actorgraph.extraction.coreference.names.short_names import (
    GENERATIONS,
    may_abbreviate,
    usual_bearer,
    with_whole_surname,
)
from actorgraph.extraction.coreference.names.titled_names import (
    bearer_of_title,
    title_fits,
)
from actorgraph.extraction.knowledge.gazetteer import Gazetteer, Territory
from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words, without_article
from actorgraph.model import ActorType
from actorgraph.names import fold_name

#: Types of names whose longest are linked first, so that shorter ones can join them.
LONGEST_FIRST = frozenset({ActorType.PERSON, ActorType.ORGANIZATION})

#: "Dana Roth *KC*"; a name keeps at least this many words.
LETTERS_AFTER_NAMES = grammar_words("letters after a name")
FEWEST_WORDS = 2

#: Before the name of somebody who has that of another: "a cousin*, also named* Jan Roth".
BEFORE_NAMESAKE = grammar_words("words before the name of a namesake")
LONGEST_BEFORE_NAMESAKE = 5
#: What the key of such a name has more.
NAMESAKE = " namesake"

#: Types that are easily mistaken for each other, so that one name may have both.
THINGS = frozenset({ActorType.OTHER, ActorType.WORK})


def link_names(parsed: ParsedText, gazetteer: Gazetteer) -> Entities:
    """Return the entities that the names of a text refer to."""
    entities = Entities(parsed, gazetteer)
    index = NameIndex()
    homonyms = homonym_keys(entities)
    for name in _in_linking_order(parsed):
        _link(entities, index, name, homonyms.get((name.start, name.end)))
    join_acronyms(entities)
    join_known(entities)
    join_last_words(entities)
    join_aliases(entities)
    join_bracketed_names(entities)
    join_parties(entities)
    for entity in entities.all:
        entity.genders = genders_of(entities, entity)
    return entities


def _in_linking_order(parsed: ParsedText) -> list[TokenMention]:
    """Return the names, the longest of people and organisations first, else in text order."""
    names = (name for name in parsed.in_order() if name.is_name)
    return sorted(names, key=_linking_rank)


def _linking_rank(name: TokenMention) -> tuple[int, int]:
    if name.type in LONGEST_FIRST:
        return -name.length, name.start
    return 0, name.start


def _link(
    entities: Entities, index: NameIndex, name: TokenMention, homonym: NameKey | None
) -> None:
    territory = territory_of(entities, name)
    key = homonym or _key(entities, name, territory)
    is_homonym = homonym is not None
    # CASE surname of several people: whom it means can change
    is_surname = not is_homonym and _is_bare(name, key)
    entity = None
    if not is_surname:
        entity = _same_name(entities, index, name, key)
    if entity is None and not is_homonym:
        entity = _longer_name(entities, index, name, key)
    if entity is None and is_surname:
        entity = _same_name(entities, index, name, key)
    if entity is not None:
        entities.join(name, entity)
    else:
        entity = _new_entity(entities, name, key, territory)
    if _is_lasting(name, key, entity):
        index.add(key, entity)


def _longer_name(
    entities: Entities, index: NameIndex, name: TokenMention, key: NameKey
) -> Entity | None:
    """Return the entity whose longer name a name abbreviates."""
    words = key.text.split()
    admits = partial(may_abbreviate, entities, name, words)
    longer = index.longer_names(name, key, admits)
    longer = with_whole_surname(entities, name, longer) or longer
    entity = only(longer) or bearer_of_title(entities, name, longer)
    if entity is None:
        entity = usual_bearer(entities, name, longer)
    return entity or index.other_given_name(key) or index.other_spelling(key)


def _same_name(
    entities: Entities, index: NameIndex, name: TokenMention, key: NameKey
) -> Entity | None:
    """Return the entity with the same name, but not "Mrs Roth" for "Mr Roth"."""
    entity = index.get(key)
    if entity is None or not name.is_person:
        return entity
    return entity if title_fits(entities, name, entity) else None


def _key(
    entities: Entities, name: TokenMention, territory: Territory | None
) -> NameKey:
    """Return what a name has in common with other names of its entity."""
    if territory is not None:
        return NameKey("territory", territory.code)
    text = entities.text(name)
    if name.is_time:
        return NameKey(ActorType.TIME, text.lower())
    kind = "Thing" if name.type in THINGS else name.type.value
    folded = without_article(fold_name(text))
    if not name.is_person:
        return NameKey(kind, folded)
    surname = shared_surname(entities, name)
    words = f"{_without_letters(folded)} {surname}".strip()
    generation = _generation(entities, name)
    return NameKey(kind + generation, words)


def _without_letters(folded: str) -> str:
    """Return a person's name without letters after it: "Dana Roth *KC*"."""
    words = folded.split()
    while len(words) > FEWEST_WORDS:
        if words[-1] not in LETTERS_AFTER_NAMES:
            break
        words.pop()
    return " ".join(words)


def _generation(entities: Entities, name: TokenMention) -> str:
    """Return "junior" for "Jan Roth junior" if there is another generation of that name."""
    # CASE namesake: "his grandson, *also named* Jan Roth"
    if _follows_namesake(entities, name):
        return NAMESAKE
    word = _word_after(entities, name)
    if not word or " " not in entities.text(name):
        return ""
    generations = _generations(entities, name)
    if len(generations) == 1:
        return ""
    return f" {word}"


def _generations(entities: Entities, name: TokenMention) -> set[str]:
    """Return the words for a generation that follow a name anywhere in the text."""
    text = entities.text(name)
    words: set[str] = set()
    for mention in entities.parsed.mentions:
        word = _word_after(entities, mention)
        if word and entities.text(mention) == text:
            words.add(word)
    return words


def _follows_namesake(entities: Entities, name: TokenMention) -> bool:
    """Whether the words before a name say that somebody else has it too."""
    start = max(0, name.start - LONGEST_BEFORE_NAMESAKE)
    before = " ".join(entities.parsed.lower[start : name.start])
    return before.endswith(tuple(BEFORE_NAMESAKE))


def _word_after(entities: Entities, name: TokenMention) -> str:
    """Return the word for a generation after a name: "Roth *junior*", "Roth the *younger*"."""
    parsed = entities.parsed
    word = parsed.word(parsed.past_article(name.end))
    if word not in GENERATIONS:
        return ""
    return word.rstrip(".")


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

    A bare surname that abbreviates a longer name is looked up each time: its referent can change.
    """
    if entity.key == key.text:
        return True
    return not _is_bare(name, key)


def _is_bare(name: TokenMention, key: NameKey) -> bool:
    """Whether a name is a person's surname or given name alone."""
    if not name.is_person:
        return False
    return len(key.text.split()) <= 1
