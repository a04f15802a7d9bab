"""What is nearer to a possessive than its antecedent: "sanctions on *Norland* for its war".

Grammar alone cannot decide then whose it is, so the possessive refers to nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.clauses.arguments import CONTROLLING
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.parse.dependents import (
    RELATIVE_CLAUSES,
    dependents,
    prepositions,
    shares_subject,
    verb_above,
)
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.parse.word_tags import is_noun_form
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token


def has_nearer_owner(
    entities: Entities,
    pronoun: TokenMention,
    owner: Entity,
    types: Collection[ActorType],
) -> bool:
    """Whether a possessive may be that of a name that is nearer than its antecedent.

    Args:
        pronoun: The possessive: "its".
        owner: The entity that it would refer to.
        types: Types of what it may refer to.
    """
    parsed = entities.parsed
    verb = verb_above(parsed.head_of(pronoun).head)
    for token in _rivals(verb, parsed.head_of(pronoun)):
        mention = parsed.actor_at(token.i)
        is_owner = token.dep_ == "poss"
        if mention is None or not (mention.is_name or is_owner):
            continue
        entity = entities.of(mention)
        if entity is not None and entity is not owner and entity.type in types:
            return True
    return False


def _rivals(verb: Token, pronoun: Token) -> Iterator[Token]:
    """Yield the words before a possessive whose it may be, rather than the subject's."""
    own_phrase = {word.i for word in pronoun.ancestors}
    is_attribute = verb.dep_ in RELATIVE_CLAUSES
    yield from _owners_around(pronoun)
    # CASE coordination: "the court fined *Delmore* and jailed its chairman"
    if shares_subject(verb):
        yield from dependents(verb.head, "dobj", "dative")
    for child in verb.children:
        if child.i in own_phrase or child.i > pronoun.i:
            continue
        # CASE attribute: "fined firms for breaking rules imposed on *Norland* for its war"
        if is_attribute and child.dep_ == "prep":
            yield from child.children
        # CASE blame: "accused *Norland* of crimes during its war"
        elif child.dep_ == "dobj" and (is_attribute or _is_blaming(verb)):
            yield child


def _owners_around(pronoun: Token) -> Iterator[Token]:
    """Yield whose the phrase around a possessive is: "the *board's* attacks on its staff"."""
    noun = pronoun.head
    while noun.dep_ == "pobj" and is_noun_form(noun.head.head):
        noun = noun.head.head
        yield from dependents(noun, "poss")


def _is_blaming(verb: Token) -> bool:
    """Whether a verb says what its object does: "accused Norland *of* crimes"."""
    return bool(prepositions(verb, CONTROLLING))
