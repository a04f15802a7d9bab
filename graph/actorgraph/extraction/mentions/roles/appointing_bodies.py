"""Who appoints a person: "*Delmore Bank* named Roth", "the board of *Delmore Bank* named Roth"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.actor_types import COUNTRY
from actorgraph.extraction.knowledge.relation_lists import (
    HEADSHIPS,
    NATIONAL_OFFICES,
    relation_list,
)
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.coordination import (
    dependent_mentions,
    introduced,
)
from actorgraph.extraction.mentions.entities import only
from actorgraph.extraction.mentions.roles.role_phrases import (
    Owner,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import OF_WHOLE
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Those who decide for a body: "the *board* of Delmore Bank".
BOARDS = grammar_words("noun for those who appoint")
#: Roles that people have for a person: "Marsh hired Roth as an *adviser*".
SERVICES = relation_list("service to a person")
#: What follows a role without being what it is a role of.
NO_OWNERS = frozenset({ActorType.PERSON, ActorType.TIME})


def read_appointing_body(parsed: ParsedText, phrase: RolePhrase, verb: Token) -> None:
    """Let whoever appoints a person to a role of their own be its owner.

    A body appoints its head, "*Delmore* named Roth chairman", a state its ministers, and a person
    those who serve people, "*Marsh* hired Roth as an adviser".
    """
    subject = appointing_body(parsed, verb)
    if subject is None:
        return
    relations = phrase.relations
    # CASE no owner: "Delmore elected *Roth* chair in *May*"
    is_owned = any(owner.mention.type not in NO_OWNERS for owner in phrase.owners)
    is_open = not (is_owned or phrase.determiner)
    is_of_state = subject.subtype == COUNTRY and not NATIONAL_OFFICES.isdisjoint(
        relations
    )
    serves = {
        ActorType.ORGANIZATION: is_open and not HEADSHIPS.isdisjoint(relations),
        ActorType.PERSON: not (phrase.owners or SERVICES.isdisjoint(relations)),
        ActorType.PLACE: is_open and is_of_state,
    }
    if serves.get(subject.type, False):
        phrase.owners.insert(0, Owner(subject, OwnerMark.POSSESSIVE))


def appointing_body(parsed: ParsedText, verb: Token) -> TokenMention | None:
    """Return the only actor that appoints a person, by itself or by its board, or None."""
    subjects = arguments(parsed, verb, ("nsubj",))
    for noun in dependents(verb, "nsubj"):
        if noun.lower_ in BOARDS:
            subjects = bodies_of_board(parsed, noun)
    subject = only(subjects)
    if subject is None or subject.is_description:
        return None
    return subject


def bodies_of_board(parsed: ParsedText, board: Token) -> list[TokenMention]:
    """Return the bodies whose board a noun names: "the board of *Delmore Bank*"."""
    bodies = dependent_mentions(parsed, board, ("poss",))
    return bodies + introduced(parsed, board, OF_WHOLE)
