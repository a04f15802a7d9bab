"""From claims to the current picture: which relations the default graph states directly.

A claim is accepted when the text itself affirms and asserts it, of the present holder of a role
now, with enough confidence; a grave one needs more. What accepted claims say is closed by
``Vocabulary.implied``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from actorgraph.model import ActorId, Claim, Corpus
from actorgraph.vocabulary import Vocabulary

#: Subject, relation, object; the relation is a local name.
Triple = tuple[ActorId, str, ActorId]


def direct_triples(
    corpus: Corpus, vocabulary: Vocabulary, threshold: float
) -> list[Triple]:
    """Return what the accepted claims of a corpus say and imply, sorted, each triple once.

    Args:
        corpus: Claims and the actors that they are about; without accepted claims the result is
            empty.
        vocabulary: Has all their relations and classes.
        threshold: Minimum confidence of an accepted claim, 0–1.

    Raises:
        UnknownTerm: if an accepted claim has a relation that the vocabulary lacks.
    """
    classes: dict[ActorId, str] = {}
    for actor in corpus.actors:
        classes[actor.id] = vocabulary.class_of(actor.type, actor.subtype)
    triples: set[Triple] = set()
    for reading in corpus.readings:
        triples |= implied_triples(reading.claims, classes, vocabulary, threshold)
    return sorted(triples)


def implied_triples(
    claims: Iterable[Claim],
    classes: Mapping[ActorId, str],
    vocabulary: Vocabulary,
    threshold: float,
) -> set[Triple]:
    """Return what those claims say and imply that are accepted.

    Args:
        claims: Of any documents.
        classes: The class of each actor that they are about.
        vocabulary, threshold: As for ``direct_triples``.
    """
    triples: set[Triple] = set()
    for claim in claims:
        relation = vocabulary.relation(claim.relation)
        if claim.is_accepted(relation.threshold(threshold)):
            triples.update(
                vocabulary.implied(
                    claim.subject, claim.relation, claim.object, classes.__getitem__
                )
            )
    return triples
