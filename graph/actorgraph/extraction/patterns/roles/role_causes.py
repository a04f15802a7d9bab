"""What those with a role are for or against: "supporters of *the reform*", "the *bill's* sponsor".

Plans and events that are only described are found after the roles, so these cannot have them yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.actor_types import MATTERS
from actorgraph.extraction.mentions.clauses.coordination import complements
from actorgraph.extraction.mentions.roles.role_phrases import (
    Owner,
    OwnerMark,
    RolePhrase,
)
from actorgraph.extraction.parse.dependents import dependents
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.roles.role_relations import role_candidates

if TYPE_CHECKING:
    from spacy.tokens import Token


def cause_candidates(
    parsed: ParsedText, roles: Iterable[RolePhrase], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the relations of role holders to the described plans and events of their roles."""
    for phrase in roles:
        head = parsed.doc[phrase.head]
        causes = [] if phrase.owners else list(_causes(parsed, head))
        if causes:
            about = replace(phrase, owners=causes)
            # CASE no holder: "*supporters* of the reform"
            if not about.holders_or_description():
                about.nominal = parsed.actor_at(head.i)
            yield from role_candidates(parsed, [about], knowledge)


def _causes(parsed: ParsedText, noun: Token) -> Iterator[Owner]:
    """Yield the described plans and events that a role noun governs."""
    for child in dependents(noun, "poss"):
        mention = parsed.actor_at(child.i)
        if mention is not None:
            yield from _matters(Owner(mention, OwnerMark.POSSESSIVE))
    for child in dependents(noun, "prep"):
        for mention in complements(parsed, child):
            yield from _matters(Owner(mention, child.lower_))


def _matters(owner: Owner) -> Iterator[Owner]:
    is_described = owner.mention.is_description
    if is_described and owner.mention.type in MATTERS:
        yield owner
