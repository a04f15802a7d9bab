"""Actors at the noun of an event: "Norland's invasion", "his visit", "Roth's Norland trip"."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from actorgraph.extraction.mentions.clauses.clause_starts import clause_of
from actorgraph.extraction.mentions.clauses.coordination import antecedent
from actorgraph.extraction.parse.dependents import NOUN_MODIFIERS, OWNER_LABELS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.parse.word_tags import WHOSE_TAG, is_noun_form
from actorgraph.model import ActorType

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What may precede the noun of an event, but does nothing itself: "a *May* meeting".
NO_AGENTS = frozenset({ActorType.EVENT, ActorType.TIME, ActorType.WORK})

#: Types of what a trip or win is named after: "the *Norland* trip", "the *Olympics* win".
GOALS = frozenset({ActorType.EVENT, ActorType.PLACE})


def owners_of(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return the actors before a noun: "Russia's invasion", "the U.S. sanctions", "his visit"."""
    owners: list[TokenMention] = []
    # CASE shared: "Norland's hostility to Roth and *praise* for Marsh"
    is_joined = noun.dep_ == "conj" and is_noun_form(noun.head)
    if is_joined and all(child.i > noun.i for child in noun.children):
        return owners_of(parsed, noun.head)
    for child in noun.children:
        precedes = child.i < noun.i
        # CASE relative: "Roth, *whose* criticism of Marsh …"
        if child.tag_ == WHOSE_TAG:
            owners.extend(antecedent(parsed, clause_of(noun)))
        if precedes and child.dep_ in OWNER_LABELS:
            mention = parsed.covering(child.i)
            if is_owner(mention, noun) and mention not in owners:
                owners.append(mention)
    return owners


def is_owner(mention: TokenMention | None, noun: Token) -> TypeGuard[TokenMention]:
    """Whether a mention before a noun may act; not "a *long* interview", which is the event."""
    if mention is None or mention.end > noun.i:
        return False
    return mention.type not in NO_AGENTS


def owners_and_goals(
    parsed: ParsedText, noun: Token
) -> tuple[list[TokenMention], list[TokenMention]]:
    """Return owners and what is right before a noun: “Roth's Norland trip”, or nobody."""
    owners: list[TokenMention] = []
    goals: list[TokenMention] = []
    for child in noun.children:
        if child.dep_ == "poss":
            owner = parsed.actor_at(child.i)
            if owner is not None:
                owners.append(owner)
        elif child.dep_ in NOUN_MODIFIERS:
            goal = parsed.covering(child.i)
            if goal is not None and goal.type in GOALS and goal.end == noun.i:
                goals.append(goal)
    if not owners or not goals:
        return [], []
    return owners, goals
