"""Whether type and gender let a pronoun refer to an entity: "she" is no company, "its" no man."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from actorgraph.extraction.knowledge.actor_types import COLLECTIVES
from actorgraph.extraction.knowledge.pronoun_words import pronoun_gender
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.parse.closed_classes import NEUTER_POSSESSIVES
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

#: Types of what "it" and "its" may refer to.
SINGULAR_TYPES = frozenset({ActorType.ORGANIZATION, ActorType.PLACE})
#: Types of what "it" may refer to, where the learned reader is sure.
THING_TYPES = SINGULAR_TYPES | {ActorType.EVENT, ActorType.WORK}
#: Types of what "they" and "their" may refer to.
PLURAL_TYPES = COLLECTIVES

#: Possessives → types of what they may refer to.
POSSESSIVE_TYPES = {
    **dict.fromkeys(NEUTER_POSSESSIVES, SINGULAR_TYPES),
    **dict.fromkeys(grammar_words("plural possessive"), PLURAL_TYPES),
}


def agrees(parsed: ParsedText, pronoun: TokenMention, entity: Entity) -> bool:
    """Whether a pronoun may refer to an entity: "she", "it" or "they"."""
    if pronoun.is_person:
        return may_be_person(parsed, pronoun, entity)
    if pronoun.is_group:
        return entity.type in PLURAL_TYPES
    return entity.type in THING_TYPES


def may_be_person(parsed: ParsedText, pronoun: TokenMention, entity: Entity) -> bool:
    """Whether an entity is a person whose gender a pronoun has, if it is known."""
    if not entity.is_person:
        return False
    if not entity.genders:
        return True
    return gender_of_pronoun(parsed, pronoun) in entity.genders


def of_known_gender(
    entities: Entities, mentions: Iterable[TokenMention]
) -> list[TokenMention]:
    """Return the mentions of those whose names or titles allow one gender only."""
    return [each for each in mentions if len(entities.all[each.actor].genders) == 1]


def last_of_gender(
    entities: Entities, people: Iterable[TokenMention], pronoun: TokenMention
) -> Entity | None:
    """Return the last person named in a clause above if their name alone allows the pronoun."""
    parsed = entities.parsed
    names = (mention for mention in people if mention.is_name)
    last = max(names, key=attrgetter("start"), default=None)
    # CASE another clause: "Hale, who left after *Quint* won, said *he* had lost"
    above = parsed.head_of(pronoun).ancestors
    if last is None or parsed.head_of(last).head not in above:
        return None
    entity = entities.all[last.actor]
    return entity if entity.genders else None


def gender_of_pronoun(parsed: ParsedText, pronoun: TokenMention) -> str:
    """Return the gender that a pronoun gives a person: "she", "his"."""
    word = parsed.head_word(pronoun)
    return pronoun_gender(word)
