"""Roles that several have to one another: "Roth and Marsh are *siblings*"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.relation_lists import KINSHIP
from actorgraph.extraction.mentions.roles.role_phrases import (
    Holder,
    HolderPattern,
    RolePhrase,
)
from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.extraction.patterns.template import Template


def mutual_role_candidates(
    roles: Iterable[RolePhrase], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Yield the symmetric relations among all who have a role that serves nobody else."""
    for phrase in roles:
        if not phrase.is_of_several or phrase.owners:
            continue
        for relation in _mutual_relations(phrase, knowledge):
            general = knowledge.vocabulary.ancestors(relation)
            # CASE title: "the *brothers* Roth and Marsh", unlike "the allies", who have others
            is_kin = not KINSHIP.isdisjoint(general)
            for first, second in combinations(phrase.holders, 2):
                if is_kin or first.pattern is HolderPattern.COPULA:
                    yield _candidate(phrase, relation, first, second)


def _mutual_relations(phrase: RolePhrase, knowledge: Knowledge) -> Iterator[str]:
    types = {holder.mention.type for holder in phrase.holders}
    for sense in phrase.senses:
        is_symmetric = knowledge.vocabulary.relation(sense.relation).symmetric
        if is_symmetric and types <= set(sense.object_types):
            yield sense.relation


def _candidate(
    phrase: RolePhrase, relation: str, first: Holder, second: Holder
) -> Candidate:
    return Candidate(
        first.mention,
        relation,
        second.mention,
        phrase.head,
        Template(first.pattern),
        phrase.word,
        phrase.status,
        phrase.stated_by,
        phrase.negated,
    )
