"""Actors before the noun of an event: "his visit", "Roth's Norland trip", "Roth-Marsh talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from actorgraph.extraction.mentions.clause_starts import clause_of
from actorgraph.extraction.mentions.coordination import antecedent
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words
from actorgraph.model import ActorType, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Between two parties before a noun: "the Norland*-*Borduria talks".
JOINING = grammar_words("sign between two parties")

#: What may precede the noun of an event, but does nothing itself: "a *May* meeting".
MATTERS = frozenset({ActorType.EVENT, ActorType.TIME, ActorType.WORK})


def owners_of(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return the actors before a noun: "Russia's invasion", "the U.S. sanctions", "his visit"."""
    owners: list[TokenMention] = []
    for child in noun.children:
        precedes = child.i < noun.i
        # CASE relative: "Roth, *whose* criticism of Marsh …"
        if child.tag_ == "WP$":
            owners.extend(antecedent(parsed, clause_of(noun)))
        if precedes and child.dep_ in ("poss", "compound", "amod", "nmod"):
            mention = parsed.covering(child.i)
            if _can_own(mention, noun) and mention not in owners:
                owners.append(mention)
    return owners


def _can_own(mention: TokenMention | None, noun: Token) -> TypeGuard[TokenMention]:
    """Whether a mention before a noun may act; not "a *long* interview", which is the event."""
    if mention is None or mention.end > noun.i:
        return False
    return mention.type not in MATTERS


def joined_parties(parsed: ParsedText, noun: Token) -> list[TokenMention]:
    """Return both parties before a noun, as in "the Norland-Borduria talks", or an empty list."""
    for i in range(noun.left_edge.i + 1, noun.i - 1):
        first, second = parsed.covering(i - 1), parsed.covering(i + 1)
        is_between = parsed.lower[i] in JOINING and first is not second
        if is_between and _can_own(first, noun) and _can_own(second, noun):
            return [first, second]
    return []


def owners_and_goals(
    parsed: ParsedText, noun: Token
) -> tuple[list[TokenMention], list[TokenMention]]:
    """Return owners and places directly before a noun, as in “Roth's Norland trip”, or neither."""
    owners: list[TokenMention] = []
    goals: list[TokenMention] = []
    for child in noun.children:
        if child.dep_ == "poss":
            owner = parsed.actor_at(child.i)
            owners += [owner] if owner is not None else []
        elif child.dep_ in ("compound", "nmod"):
            goal = parsed.covering(child.i)
            is_place = goal is not None and goal.type is ActorType.PLACE
            if goal is not None and is_place and goal.end == noun.i:
                goals.append(goal)
    return (owners, goals) if owners and goals else ([], [])


def without_groups(parties: list[TokenMention]) -> list[TokenMention]:
    """Leave out "states" of "states including Norland": Norland is no party beside them."""
    if all(party.kind is not MentionKind.NAME for party in parties):
        return parties
    return [
        party
        for party in parties
        if party.type is not ActorType.GROUP or party.kind is MentionKind.NAME
    ]
