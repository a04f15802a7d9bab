"""Described bodies that someone has a role for: "head of *the relief force*"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.actor_types import COLLECTIVES
from actorgraph.extraction.mentions.roles.role_phrases import (
    Owner,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import AT_PLACE, ONE_OF_SEVERAL
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import may_modify
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How an owner may precede its role noun.
BEFORE_ROLE = frozenset(
    {OwnerMark.POSSESSIVE, OwnerMark.PREMODIFIER, OwnerMark.DEMONYM, OwnerMark.DISTANT}
)


def add_described_bodies(parsed: ParsedText, roles: Iterable[RolePhrase]) -> None:
    """Add the described bodies before and after role nouns to their owners."""
    for phrase in roles:
        possessor = _body_before(parsed, phrase)
        if possessor is not None:
            phrase.owners.insert(0, Owner(possessor, OwnerMark.POSSESSIVE))
            continue
        i = phrase.end
        if not phrase.senses or not _may_follow(parsed, phrase, i):
            continue
        for body in _bodies_after(parsed, parsed.doc[i]):
            # CASE body taken for a part: "the army's head of *the relief force*"
            is_part = 0 < phrase.part_end <= body.end
            place = 0 if is_part else len(phrase.owners)
            phrase.owners.insert(place, Owner(body, parsed.lower[i]))
            if is_part:
                phrase.partial, phrase.part_end = False, 0


def _body_before(parsed: ParsedText, phrase: RolePhrase) -> TokenMention | None:
    """Return the described body that possesses a role: "*the Norse army*'s chief"."""
    if not phrase.senses or phrase.is_possessed:
        return None
    i = phrase.noun - 1
    while i > 0 and may_modify(parsed.doc[i]):
        i -= 1
    if i <= 0 or parsed.tags[i] != "POS":
        return None
    body = parsed.actor_at(i - 1)
    return body if body is not None and _is_described_body(body) else None


def _may_follow(parsed: ParsedText, phrase: RolePhrase, i: int) -> bool:
    """Whether a preposition that a role noun takes follows it, and no named body does."""
    if i >= len(parsed.doc) or parsed.doc[i].head.i != phrase.head:
        return False
    word = parsed.lower[i]
    # CASE named body: "head of the aid group *Brightwater*", but not "head of a team in *Oslo*"
    if any(_is_after_word(owner, word) for owner in phrase.owners):
        return False
    return any(
        word in sense.prepositions and ActorType.PERSON in sense.subject_types
        for sense in phrase.senses
    )


def _is_after_word(owner: Owner, preposition: str) -> bool:
    """Whether an owner follows the noun, and not by another preposition."""
    if owner.mark in BEFORE_ROLE:
        return False
    return owner.mark == preposition or owner.mark not in AT_PLACE


def _bodies_after(parsed: ParsedText, preposition: Token) -> Iterator[TokenMention]:
    """Yield the described body after a preposition: "for *the relief force*"."""
    for noun in preposition.children:
        # CASE one of several: "for *one of Norland's largest newspapers*"
        body = (
            parsed.covering(noun.i)
            if noun.lower_ in ONE_OF_SEVERAL
            else parsed.actor_at(noun.i)
        )
        if noun.dep_ == "pobj" and body is not None and _is_described_body(body):
            yield body


def _is_described_body(mention: TokenMention) -> bool:
    if not mention.is_description:
        return False
    return mention.type in COLLECTIVES
