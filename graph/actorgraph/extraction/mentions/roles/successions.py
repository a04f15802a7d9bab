"""Successors and predecessors in a role: "Roth succeeded Marsh as chancellor"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge.relation_lists import (
    NATIONAL_OFFICES,
    UNDIVIDED,
)
from actorgraph.extraction.mentions.clauses.appointees import SUCCEEDING
from actorgraph.extraction.mentions.clauses.arguments import arguments
from actorgraph.extraction.mentions.clauses.coordination import introduced
from actorgraph.extraction.mentions.clauses.verb_wordings import verb_wordings
from actorgraph.extraction.mentions.roles.role_phrases import (
    Holder,
    HolderPattern,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import (
    BEFORE_AGENT,
    BEFORE_PREDECESSOR,
    BEFORE_PREDICATE,
    BEFORE_SUCCESSOR,
    DEFINITE,
)
from actorgraph.extraction.parse.dependents import (
    AFFECTED,
    PASSIVE,
    dependents,
    prepositions,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.grammar import grammar_words
from actorgraph.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

#: "Marsh *gave way* to Roth as chancellor": the subject is the old holder.
YIELDING = grammar_words("verb of giving up a role")
#: "Roth replaced Marsh *with* Hale": then the subject is neither.
BEFORE_THIRD = grammar_words("preposition before a replacement")

#: Relations of those who are the only ones with their role.
SINGLE_OFFICES = NATIONAL_OFFICES | UNDIVIDED

#: Tags of auxiliaries before what is still to come: "*will* succeed", "is *to* succeed".
FUTURE_TAGS = frozenset({"MD", "TO"})

#: New and old holders of a role.
Succession = tuple[list[TokenMention], list[TokenMention]]


def is_succession(parsed: ParsedText, verb: Token) -> bool:
    """Whether a verb says that one holder of a role follows another."""
    changing = SUCCEEDING | YIELDING
    return not changing.isdisjoint(verb_wordings(parsed, verb))


def by_succession(parsed: ParsedText, phrase: RolePhrase, verb: Token) -> list[Holder]:
    """Return the new holders of a role after "as"; the old ones are noted in the phrase."""
    successors, predecessors = _parties(parsed, verb)
    phrase.stated_by = verb.i
    phrase.predecessors = phrase.holders_among(predecessors)
    return phrase.holders_among(successors)


def _parties(parsed: ParsedText, verb: Token) -> Succession:
    wordings = verb_wordings(parsed, verb)
    # CASE giving up: "*Marsh* gave way to *Roth*"
    if not YIELDING.isdisjoint(wordings):
        successors = introduced(parsed, verb, BEFORE_SUCCESSOR)
        return successors, arguments(parsed, verb, ("nsubj",))
    # CASE passive: "*Marsh* was succeeded by *Roth*", "was replaced with *Roth*"
    if dependents(verb, *PASSIVE):
        successors = introduced(parsed, verb, BEFORE_AGENT | BEFORE_THIRD)
        return successors, arguments(parsed, verb, ("nsubjpass",))
    predecessors = arguments(parsed, verb, ("dobj",))
    # CASE replaced by another: "Delmore Bank replaced *Marsh* with *Roth*"
    successors = introduced(parsed, verb, BEFORE_THIRD)
    if predecessors and successors:
        return successors, predecessors
    # CASE active: "*Roth* succeeded *Marsh*", "*Roth* took over from *Marsh*"
    predecessors += introduced(parsed, verb, BEFORE_PREDECESSOR)
    return arguments(parsed, verb, ("nsubj",)), predecessors


def with_predecessors(
    parsed: ParsedText, phrases: Iterable[RolePhrase]
) -> Iterator[RolePhrase]:
    """Yield the phrases, and after each one a phrase for those who had the role before."""
    for phrase in phrases:
        yield phrase
        if phrase.predecessors:
            yield _of_predecessors(parsed, phrase)


def with_successors(
    parsed: ParsedText, phrases: Iterable[RolePhrase]
) -> Iterator[RolePhrase]:
    """Yield the phrases, and after each one a phrase for those who got the role from its holder.

    So in "Delmore Bank replaced its chairman, Marsh, with *Roth*".
    """
    for phrase in phrases:
        yield phrase
        replaced = _replaced(parsed, phrase)
        if replaced is None:
            continue
        verb = replaced.head
        successors, _ = _parties(parsed, verb)
        # CASE taken for the chairman's: "replaced its chairman, Marsh, *with* Roth"
        successors = introduced(parsed, replaced, BEFORE_THIRD) or successors
        # CASE role in a party: "succeeded *Labour* minister Marsh"
        senses = [sense for sense in phrase.senses if sense.relation in SINGLE_OFFICES]
        holders = replace(phrase, senses=senses).holders_among(successors)
        if senses and holders:
            yield replace(phrase, senses=senses, holders=holders, stated_by=verb.i)


def _replaced(parsed: ParsedText, phrase: RolePhrase) -> Token | None:
    """Return the noun for the holder of an office whom another follows in it, or None."""
    is_office = phrase.status is Status.CURRENT and not phrase.plural
    if not is_office or phrase.deputy or phrase.stated_by is not None:
        return None
    for holder in phrase.holders:
        # CASE one of many: "succeeded Marsh, *a* head of department"
        if holder.pattern is HolderPattern.APPOSITION and (
            phrase.determiner not in DEFINITE
        ):
            continue
        for noun in (parsed.head_of(holder.mention), parsed.doc[phrase.head]):
            verb = noun.head
            is_affected = noun.dep_ in AFFECTED and is_succession(parsed, verb)
            # CASE another office: "replaced President Marsh *as* leader of the party"
            if is_affected and not prepositions(verb, BEFORE_PREDICATE):
                return noun
    return None


def _of_predecessors(parsed: ParsedText, phrase: RolePhrase) -> RolePhrase:
    status, stated_by = Status.FORMER, phrase.stated_by
    # CASE to come: in "Roth will succeed Marsh as chancellor", Marsh is still chancellor
    if stated_by is not None and _is_ahead(parsed.doc[stated_by]):
        status, stated_by = Status.CURRENT, None
    return replace(
        phrase,
        holders=phrase.predecessors,
        predecessors=[],
        status=status,
        stated_by=stated_by,
    )


def _is_ahead(verb: Token) -> bool:
    tags = {child.tag_ for child in dependents(verb, "aux")}
    return not FUTURE_TAGS.isdisjoint(tags)
