"""What stands nearer to a possessive than its antecedent: "sanctions on *Norland* for its war".

Grammar alone does not tell then whose it is, so the possessive refers to nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.arguments import CONTROLLING
from actorgraph.extraction.mentions.entities import Entities, Entity
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.model import ActorType, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Dependencies of verbs whose own arguments come first, before the subject of the sentence.
ATTRIBUTES = ("acl", "relcl")


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
    verb = _verb_above(parsed.doc[pronoun.root])
    for token in _rivals(verb, parsed.doc[pronoun.root]):
        mention = parsed.actor_at(token.i)
        if mention is None or mention.kind is not MentionKind.NAME:
            continue
        entity = entities.of(mention)
        if entity is not None and entity is not owner and entity.type in types:
            return True
    return False


def _verb_above(token: Token) -> Token:
    """Return the next verb above a word; the highest word if there is none."""
    for word in token.ancestors:
        if word.tag_.startswith("V") or word.head.i == word.i:
            return word
    return token


def _rivals(verb: Token, pronoun: Token) -> Iterator[Token]:
    """Yield the words before a possessive whose it may be, rather than the subject's."""
    own_phrase = {word.i for word in pronoun.ancestors}
    is_attribute = verb.dep_ in ATTRIBUTES
    for child in verb.children:
        if child.i in own_phrase or child.i > pronoun.i:
            continue
        # CASE attribute: "fined firms for breaking rules imposed on *Norland* for its war"
        if is_attribute and child.dep_ == "prep":
            yield from child.children
        # CASE blame: "accused *Norland* of crimes during its war"
        elif child.dep_ == "dobj" and (is_attribute or _is_blaming(verb)):
            yield child


def _is_blaming(verb: Token) -> bool:
    """Whether a verb says what its object does: "accused Norland *of* crimes"."""
    return any(
        child.dep_ == "prep" and child.lower_ in CONTROLLING for child in verb.children
    )
