"""Offices that one has as another has them: "Chancellor Roth met *her Danish counterpart*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.relation_lists import (
    NATIONAL_OFFICES,
)
from actorgraph.extraction.mentions.roles.role_phrases import OwnerMark, RolePhrase
from actorgraph.extraction.parse.closed_classes import COUNTERPARTS
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.roles.bare_titles import national_office
from actorgraph.extraction.patterns.roles.role_relations import owners_of_role
from actorgraph.extraction.patterns.template import Template
from actorgraph.model import Status


def counterpart_candidates(
    roles: Sequence[RolePhrase], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the offices of counterparts, in text order."""
    for phrase in roles:
        if phrase.word not in COUNTERPARTS or phrase.plural:
            continue
        country = _owner(phrase, OwnerMark.DEMONYM)
        peer = _owner(phrase, OwnerMark.POSSESSIVE)
        if country is None or peer is None or peer.actor < 0:
            continue
        relations = _offices(peer.actor, roles, knowledge)
        for holder, pattern in phrase.holders:
            # CASE office of another kind: "the French president's counterpart, Chancellor Roth"
            if _offices(holder.actor, roles, knowledge):
                continue
            for relation in sorted(relations):
                yield Candidate(
                    holder,
                    relation,
                    country,
                    phrase.head,
                    Template(pattern, OwnerMark.DEMONYM),
                    phrase.word,
                    phrase.status,
                    phrase.stated_by,
                )


def _owner(phrase: RolePhrase, mark: OwnerMark) -> TokenMention | None:
    for owner in phrase.owners:
        if owner.mark == mark:
            return owner.mention
    return None


def _bare_office(phrase: RolePhrase) -> list[str]:
    """Return the office of a country that a bare title names: "*Prime Minister* Roth"."""
    sense = national_office(phrase)
    return [] if sense is None else [sense.relation]


def _offices(actor: int, roles: Sequence[RolePhrase], knowledge: Knowledge) -> set[str]:
    """Return the national offices that someone has in a text."""
    offices: set[str] = set()
    for phrase in roles:
        if phrase.status is not Status.CURRENT or phrase.deputy:
            continue
        for holder, _ in phrase.holders:
            if holder.actor == actor:
                owners = owners_of_role(phrase, holder, knowledge)
                offices.update(owner.sense.relation for owner in owners)
                offices.update(_bare_office(phrase))
    return offices & NATIONAL_OFFICES
