"""People who are described by their country alone: "*the Kenyan* won", which Kenya did not."""

from __future__ import annotations

from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.parse.closed_classes import ARTICLES, INDEFINITE
from actorgraph.extraction.parse.dependents import MODIFIERS, SUBJECTS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import ActorType, MentionKind

#: Dependency labels of whoever takes part in what a verb says.
ARGUMENTS = (*SUBJECTS, "dobj", "pobj")
#: Of demonyms that mean one person where no ending makes them several: "Kenyan", but not "Dutch".
PLURAL_ENDING = "s"


def describe_compatriots(entities: Entities) -> None:
    """Add a description for each new person who is known by the country alone."""
    parsed = entities.parsed
    for name in parsed.in_order():
        is_new = parsed.word(name.start - 1) in INDEFINITE
        if is_new and means_one_person(entities, name):
            kind = MentionKind.NOMINAL
            start, end, root = name.start - 1, name.end, name.root
            person = parsed.add(TokenMention(start, end, root, ActorType.PERSON, kind))
            parsed.assign(root, person)


def means_one_person(entities: Entities, name: TokenMention) -> bool:
    """Whether a demonym after an article is a person who takes part in what a verb says."""
    if not name.demonym:
        return False
    parsed = entities.parsed
    has_article = parsed.word(name.start - 1) in ARTICLES
    is_argument = has_article and parsed.head_of(name).dep_ in ARGUMENTS
    return is_argument and (_has_plural(entities, name) or is_called_one(parsed, name))


def _has_plural(entities: Entities, name: TokenMention) -> bool:
    return entities.gazetteer.is_people(entities.text(name) + PLURAL_ENDING)


def is_called_one(parsed: ParsedText, name: TokenMention) -> bool:
    """Whether a text has called one person so: "Roth, *a Maltese*, came. *The Maltese* left"."""
    text = parsed.mention_text(name)
    return any(
        earlier.start <= name.start
        and parsed.word(earlier.start - 1) in INDEFINITE
        and parsed.mention_text(earlier) == text
        and _is_of_person(parsed, earlier)
        for earlier in parsed.mentions
    )


def _is_of_person(parsed: ParsedText, demonym: TokenMention) -> bool:
    """Whether a demonym is a noun, or modifies the noun for a person: "a *Maltese* lawyer"."""
    word = parsed.head_of(demonym)
    person = parsed.actor_at(word.head.i) if word.dep_ in MODIFIERS else None
    is_person = person is not None and person.is_person
    return is_person or word.dep_ not in MODIFIERS


def compatriot(entities: Entities, name: TokenMention) -> Entity | None:
    """Return the only person of a country before a demonym for one person, "the *Kenyan*"."""
    country = entities.gazetteer.demonym(entities.text(name))
    if country is None or not means_one_person(entities, name):
        return None
    people = [
        entity
        for entity in entities.all
        if _is_named_before(entity, name) and _is_of(entities, entity, country.code)
    ]
    return only(people)


def _is_named_before(entity: Entity, mention: TokenMention) -> bool:
    is_person = entity.is_person and entity.has_name
    return is_person and entity.start < mention.start


def _is_of(entities: Entities, person: Entity, country: str) -> bool:
    """Whether a person has a role that the text says to be of a country: "*Kenyan* runner"."""
    return any(entities.all[owner].key == country for owner in person.owners)
