"""Holders of roles by the noun of an event: "the appointment of Roth as chancellor"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actorgraph.extraction.mentions.coordination import complements
from actorgraph.extraction.mentions.role_phrases import (
    Holder,
    HolderPattern,
    RolePhrase,
)
from actorgraph.extraction.mentions.word_tags import COMMON_NOUN_TAGS
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words
from actorgraph.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

#: "the *appointment* of Roth as chancellor"
APPOINTMENTS = grammar_words("noun of an appointment")
#: "the *nomination* of Roth as chancellor", about which others decide
NOMINATIONS = grammar_words("noun of a nomination")
#: "the *resignation* of Roth as chancellor"
DEPARTURES = grammar_words("noun of leaving a role")
#: Between the noun and the role.
BEFORE_ROLE = grammar_words("preposition before a predicate")
OF_WHOLE = grammar_words("preposition of a whole")

#: Dependency labels of an event that took place, not of one that somebody wants or fears.
TAKEN_PLACE = frozenset({"nsubj", "nsubjpass", "pobj"})


def by_event(parsed: ParsedText, phrase: RolePhrase) -> list[Holder]:
    """Return who gets or loses a role through an event; the phrase's status is filled in."""
    event = _event(parsed.doc[phrase.head])
    if event is None:
        return []
    status = _status(parsed, event)
    admitted = [name for name in _concerned(parsed, event) if phrase.admits(name)]
    if status is None or not admitted:
        return []
    # CASE still held: "demanded the resignation of *Roth* as chancellor"
    if status is not Status.CURRENT or parsed.lemma(event) in APPOINTMENTS:
        phrase.stated_by, phrase.status = event.i, status
    return [Holder(name, HolderPattern.APPOINTMENT) for name in admitted]


def _event(noun: Token) -> Token | None:
    """Return the noun that "as" connects with a role, across a name: "election of *Roth* as"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in BEFORE_ROLE:
        return None
    event = noun.head.head
    if event.dep_ == "pobj" and event.head.lower_ in OF_WHOLE:
        event = event.head.head
    return event if event.tag_ in COMMON_NOUN_TAGS else None


def _status(parsed: ParsedText, event: Token) -> Status | None:
    """Return what an event makes of a role; None if it does not concern roles."""
    lemma, is_over = parsed.lemma(event), event.dep_ in TAKEN_PLACE
    if lemma in APPOINTMENTS:
        return Status.CURRENT if is_over else Status.DESIGNATE
    if lemma in NOMINATIONS:
        return Status.DESIGNATE
    if lemma in DEPARTURES:
        return Status.FORMER if is_over else Status.CURRENT
    return None


def _concerned(parsed: ParsedText, event: Token) -> list[TokenMention]:
    """Return whose event it is: "the appointment *of Roth*", else "*Roth's* appointment"."""
    concerned: list[TokenMention] = []
    for child in event.children:
        if child.dep_ == "prep" and child.lower_ in OF_WHOLE:
            concerned.extend(complements(parsed, child))
    return concerned or list(_owners(parsed, event))


def _owners(parsed: ParsedText, event: Token) -> Iterator[TokenMention]:
    for child in event.children:
        owner = parsed.actor_at(child.i) if child.dep_ == "poss" else None
        if owner is not None:
            yield owner
