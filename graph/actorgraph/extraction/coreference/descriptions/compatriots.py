"""People who are described by their country alone: "*the Kenyan* won", which Kenya did not."""

from __future__ import annotations

from actorgraph.extraction.mentions.entities import Entities, Entity, only
from actorgraph.extraction.parse.closed_classes import ARTICLES, INDEFINITE
from actorgraph.extraction.parse.dependents import ARGUMENTS, MODIFIERS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType, MentionKind

#: Of demonyms that mean one person where no ending makes them several: "Kenyan", but not "Dutch".
PLURAL_ENDING = "s"
#: Of those that mean one person and have another plural: "the French*woman*".
ENDINGS_OF_ONE = tuple(sorted(grammar_words("ending of a person of a country")))


def describe_compatriots(entities: Entities) -> None:
    """Add a description for each new person who is known by the country alone."""
    parsed = entities.parsed
    for name in parsed.in_order():
        article = name.start - 1
        is_new = parsed.word(article) in INDEFINITE
        if is_new and means_one_person(entities, name):
            person = TokenMention(
                article,
                name.end,
                name.root,
                ActorType.PERSON,
                MentionKind.NOMINAL,
            )
            parsed.add(person)
            parsed.assign(name.root, person)


def means_one_person(entities: Entities, name: TokenMention) -> bool:
    """Whether a demonym after an article is a person who takes part in what a verb says."""
    if not name.demonym:
        return False
    parsed = entities.parsed
    if parsed.word(name.start - 1) not in ARTICLES:
        return False
    if parsed.head_of(name).dep_ not in ARGUMENTS:
        return False
    return may_mean_one(entities, name)


def may_mean_one(entities: Entities, demonym: TokenMention) -> bool:
    """Whether a demonym may be one person: "the Kenyan", but not "the French", "the Kenyans"."""
    word = entities.text(demonym)
    has_plural = entities.gazetteer.is_people(word + PLURAL_ENDING)
    if has_plural or word.endswith(ENDINGS_OF_ONE):
        return True
    return _is_called_one(entities.parsed, demonym)


def _is_called_one(parsed: ParsedText, name: TokenMention) -> bool:
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
    if word.dep_ not in MODIFIERS:
        return True
    person = parsed.actor_at(word.head.i)
    return person is not None and person.is_person


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
    if not entity.is_person or not entity.has_name:
        return False
    return entity.start < mention.start


def _is_of(entities: Entities, person: Entity, country: str) -> bool:
    """Whether a person has a role that the text says to be of a country: "*Kenyan* runner"."""
    owners = (entities.all[owner] for owner in person.owners)
    return any(owner.key == country for owner in owners)
