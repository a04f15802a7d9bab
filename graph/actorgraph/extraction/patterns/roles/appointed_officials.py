"""Officials whom the leader of a state appoints: "French President Roth named *Marsh* minister"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import attrgetter

from actorgraph.extraction.knowledge.actor_types import COUNTRY
from actorgraph.extraction.knowledge.lexicon import Sense
from actorgraph.extraction.knowledge.relation_lists import NATIONAL_OFFICES
from actorgraph.extraction.mentions.roles.role_phrases import (
    HolderPattern,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.roles.bare_titles import (
    national_office,
    office_candidate,
)
from actorgraph.extraction.patterns.template import Template
from actorgraph.model import Status


def appointed_official_candidates(
    parsed: ParsedText, roles: Iterable[RolePhrase]
) -> Iterator[Candidate]:
    """Yield the offices that people get in the state of whoever gives them."""
    roles = list(roles)
    for phrase in roles:
        appointed = [
            holder
            for holder, pattern in phrase.holders
            if pattern is HolderPattern.APPOINTMENT
        ]
        sense = _office_given(phrase) if appointed else None
        if sense is None:
            continue
        state = _state_of_appointer(parsed, phrase, sense, roles)
        if state is None:
            continue
        for holder in appointed:
            template = Template(HolderPattern.APPOINTMENT, OwnerMark.NEARBY)
            yield office_candidate(phrase, holder, sense, state, template)


def _office_given(phrase: RolePhrase) -> Sense | None:
    """Return the national office of a title, beside people only: "named *Marsh* minister"."""
    for name in (*phrase.unrelated, *map(attrgetter("mention"), phrase.owners)):
        if not name.is_person:
            return None
    return national_office(replace(phrase, owners=[], unrelated=[]))


def _state_of_appointer(
    parsed: ParsedText, phrase: RolePhrase, sense: Sense, roles: Iterable[RolePhrase]
) -> TokenMention | None:
    """Return the state that whoever appoints someone leads, or None."""
    if phrase.stated_by is None:
        return None
    verb = parsed.doc[phrase.stated_by]
    appointers = dependents(verb, "nsubj")
    for preposition in dependents(verb, "agent"):
        appointers += dependents(preposition, "pobj")
    for noun in appointers:
        for leader in roles:
            states = _states_led(leader, sense) if noun.i in _heads(leader) else []
            if len(states) == 1:
                return states[0]
    return None


def _heads(phrase: RolePhrase) -> set[int]:
    """Return the head of a role, and those of the names of its holders."""
    return {phrase.head, *(holder.mention.root for holder in phrase.holders)}


def _states_led(phrase: RolePhrase, given: Sense) -> list[TokenMention]:
    """Return the states in which someone has another national office than the one given."""
    offices = NATIONAL_OFFICES - {given.relation}
    is_leader = not offices.isdisjoint(phrase.relations)
    if not is_leader or phrase.deputy or phrase.status is Status.FORMER:
        return []
    states: list[TokenMention] = []
    for owner, _ in phrase.owners:
        if owner.subtype == COUNTRY or owner.demonym:
            states.append(owner)
    return states
