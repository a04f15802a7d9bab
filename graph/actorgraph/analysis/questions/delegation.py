"""Who takes part in an event or belongs to a body, and on whose behalf?

The ontology says which relations mean either: ``ag:delegation "participant"`` or ``"mandate"``.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from actorgraph.analysis.answers import ClaimAnswer
from actorgraph.analysis.sparql import (
    CLAIM_COLUMNS,
    actor_term,
    claim_pattern,
    select_query,
)
from actorgraph.analysis.wording import Wording
from actorgraph.model import Actor, ActorId, Claim, Corpus
from actorgraph.vocabulary import Vocabulary

#: Values of ``ag:delegation``: the subject takes part in the object or belongs to it …
PARTICIPANT = "participant"
#: … or acts on its behalf.
MANDATE = "mandate"


@dataclass(frozen=True, slots=True)
class Delegate:
    """A participant or member.

    Attributes:
        part: Claims that the actor takes part.
        stands_for: Claims that name those it acts for.
    """

    id: ActorId
    name: str
    part: tuple[ClaimAnswer, ...]
    stands_for: tuple[ClaimAnswer, ...]


def delegation(
    corpus: Corpus, vocabulary: Vocabulary, event: Actor
) -> tuple[Delegate, ...]:
    """Return who takes part in an event or belongs to a body, and on whose behalf, sorted by name.

    Every claim counts, also one that is planned, alleged or denied: the answer says so.
    """
    wording = Wording(corpus, vocabulary)
    participations = delegation_relations(vocabulary, PARTICIPANT)
    mandates = delegation_relations(vocabulary, MANDATE)
    taking_part: dict[ActorId, list[Claim]] = defaultdict(list)
    standing_for: dict[ActorId, list[Claim]] = defaultdict(list)
    for claim in wording.claims.values():
        if claim.object != event.id and claim.relation in mandates:
            standing_for[claim.subject].append(claim)
        elif claim.object == event.id and claim.relation in participations:
            taking_part[claim.subject].append(claim)
    return tuple(
        Delegate(
            id=actor,
            name=wording.name(actor),
            part=tuple(map(wording.claim, taking_part[actor])),
            stands_for=tuple(map(wording.claim, standing_for[actor])),
        )
        for actor in sorted(taking_part, key=lambda id_: (wording.name(id_), id_))
    )


def delegation_relations(vocabulary: Vocabulary, part: str) -> frozenset[str]:
    """Return the names of the relations that the ontology marks with a part, and of all below them.

    Args:
        part: ``PARTICIPANT`` or ``MANDATE``.
    """
    marked = set()
    for name, term in vocabulary.relations.items():
        if term.delegation == part:
            marked.add(name)
    return frozenset(
        name for name in vocabulary.relations if vocabulary.ancestors(name) & marked
    )


def delegation_query(event: ActorId, vocabulary: Vocabulary, base: str) -> str:
    """Return the SPARQL query for the participants of ``delegation``.

    Args:
        base: The base IRI of the data.
    """
    participations = sorted(delegation_relations(vocabulary, PARTICIPANT))
    iris = [f"<{vocabulary.relation(name).iri}>" for name in participations]
    relations = " ".join(iris)
    where = (
        f"  VALUES ?relation {{ {relations} }}\n"
        f"  VALUES ?object {{ {actor_term(event, base)} }}"
    )
    return select_query(CLAIM_COLUMNS, where + claim_pattern(), "?who ?claim")
