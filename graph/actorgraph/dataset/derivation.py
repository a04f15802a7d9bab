"""From claims to the current picture: which relations the default graph states directly.

A claim is accepted when the text itself affirms and asserts it, of somebody who holds the role now, with enough
confidence; a grave one needs more.
What accepted claims say is closed under super-relations, symmetry and inverses by one table, computed once from the
ontology: each relation → every relation that it implies, and whether subject and object change places.  Transitive
relations are not closed: ask for them with a property path (``ag:locatedIn+``).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from actorgraph.model import ActorId, Claim, Corpus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from actorgraph.vocabulary import Vocabulary

#: Subject, relation, object; the relation is a local name.
Triple = tuple[ActorId, str, ActorId]
#: A relation that is implied, and whether its subject is the object of the one that implies it.
Implied = tuple[str, bool]


def direct_triples(
    corpus: Corpus, vocabulary: Vocabulary, threshold: float
) -> list[Triple]:
    """What the accepted claims of a corpus say and imply, sorted, each once; empty when none is accepted.

    Raises:
        UnknownTerm: if an accepted claim has a relation that the vocabulary lacks.
    """
    table = closed_relations(vocabulary)
    triples: set[Triple] = set()
    for claim in corpus.claims:
        if _is_accepted(claim, vocabulary, threshold):
            for relation, flipped in table[claim.relation]:
                first, second = claim.subject, claim.object
                if flipped:
                    first, second = second, first
                triples.add((first, relation, second))
    return sorted(triples)


def _is_accepted(claim: Claim, vocabulary: Vocabulary, threshold: float) -> bool:
    if not claim.is_accepted(threshold):
        return False
    relation = vocabulary.relation(claim.relation)
    return claim.is_accepted(relation.threshold(threshold))


def closed_relations(vocabulary: Vocabulary) -> Mapping[str, tuple[Implied, ...]]:
    """Each relation → all that it implies, itself included, sorted."""
    steps = _steps(vocabulary)
    return {name: tuple(sorted(_closed(name, steps))) for name in vocabulary.relations}


def _steps(vocabulary: Vocabulary) -> Mapping[str, set[Implied]]:
    steps: dict[str, set[Implied]] = defaultdict(set)
    for name, relation in vocabulary.relations.items():
        steps[name] |= {(parent, False) for parent in relation.parents}
        if relation.symmetric:
            steps[name].add((name, True))
        if relation.inverse is not None and relation.inverse in vocabulary.relations:
            steps[name].add((relation.inverse, True))
            steps[relation.inverse].add((name, True))
    return steps


def _closed(name: str, steps: Mapping[str, set[Implied]]) -> set[Implied]:
    reached: set[Implied] = {(name, False)}
    waiting = [(name, False)]
    while waiting:
        current, flipped = waiting.pop()
        fresh = {
            (implied, turned != flipped) for implied, turned in steps.get(current, ())
        } - reached
        reached |= fresh
        waiting.extend(fresh)
    return reached
