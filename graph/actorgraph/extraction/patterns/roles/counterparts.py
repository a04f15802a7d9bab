"""Offices that one has as another has them: "Chancellor Roth met *her Danish counterpart*"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.lexicon import Sense
from actorgraph.extraction.knowledge.relation_lists import (
    NATIONAL_OFFICES,
)
from actorgraph.extraction.mentions.roles.role_phrases import (
    Holder,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.closed_classes import COUNTERPARTS
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.roles.bare_titles import national_office
from actorgraph.extraction.patterns.roles.role_owners import owners_of_role
from actorgraph.extraction.patterns.template import Template
from actorgraph.model import Status

#: The words of an office, and the sense in which it is one of a country.
Office = tuple[RolePhrase, Sense]


class Counterpart(NamedTuple):
    """Someone who has the offices that somebody else has in another country.

    Attributes:
        offices: Each national office that the other has, by its relation, with its words.
    """

    phrase: RolePhrase
    holder: Holder
    country: TokenMention
    offices: dict[str, Office]

    def candidate(self, relation: str) -> Candidate:
        """Return the candidate for an office of the same kind."""
        return Candidate(
            self.holder.mention,
            relation,
            self.country,
            self.phrase.head,
            Template(self.holder.pattern, OwnerMark.DEMONYM),
            self.phrase.word,
            self.phrase.status,
            self.phrase.stated_by,
        )


def counterpart_candidates(
    roles: Sequence[RolePhrase], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the offices of counterparts, in text order."""
    for counterpart in find_counterparts(roles, knowledge):
        for relation in sorted(counterpart.offices):
            yield counterpart.candidate(relation)


def find_counterparts(
    roles: Sequence[RolePhrase], knowledge: Knowledge
) -> Iterator[Counterpart]:
    """Yield the counterparts that are of another country, in text order."""
    for phrase in roles:
        if phrase.word not in COUNTERPARTS or phrase.plural:
            continue
        country = _owner(phrase, OwnerMark.DEMONYM)
        peer = _owner(phrase, OwnerMark.POSSESSIVE)
        if country is None or peer is None or not peer.is_resolved:
            continue
        offices = _offices(peer.actor, roles, knowledge)
        for holder in phrase.holders:
            # CASE office of another kind: "the French president's counterpart, Chancellor Roth"
            if not _has_another_office(holder.mention, roles, offices):
                yield Counterpart(phrase, holder, country, offices)


def _owner(phrase: RolePhrase, mark: OwnerMark) -> TokenMention | None:
    for owner in phrase.owners:
        if owner.mark == mark:
            return owner.mention
    return None


def _has_another_office(
    person: TokenMention, roles: Sequence[RolePhrase], offices: Mapping[str, Office]
) -> bool:
    """Whether somebody has a national office in a text, in other words than these."""
    words = {last_noun(phrase) for phrase, _ in offices.values()}
    for phrase in roles:
        if last_noun(phrase) in words:
            continue
        if NATIONAL_OFFICES.isdisjoint(phrase.relations):
            continue
        for holder, _ in phrase.holders:
            if holder.actor == person.actor:
                return True
    return False


def last_noun(phrase: RolePhrase) -> str:
    """Return the last word of a role: "minister"."""
    *_, noun = phrase.word.split()
    return noun


def _offices(
    actor: int, roles: Sequence[RolePhrase], knowledge: Knowledge
) -> dict[str, Office]:
    """Return the national offices that someone has in a text, as it first words them."""
    offices: dict[str, Office] = {}
    for phrase in roles:
        if phrase.status is not Status.CURRENT or phrase.deputy:
            continue
        for holder, _ in phrase.holders:
            if holder.actor == actor:
                for owner in owners_of_role(phrase, holder, knowledge):
                    if owner.sense.relation in NATIONAL_OFFICES:
                        offices.setdefault(owner.sense.relation, (phrase, owner.sense))
                # CASE bare title: "*Prime Minister* Roth"
                sense = national_office(phrase)
                if sense is not None:
                    offices.setdefault(sense.relation, (phrase, sense))
    return offices
