"""What resolution may have made of the claims."""

from __future__ import annotations

from dataclasses import replace

from actorgraph.model import Claim, Corpus
from actorgraph.resolution import settled
from actorgraph.vocabulary import Vocabulary


def fitting(corpus: Corpus, vocabulary: Vocabulary) -> Corpus:
    """Refuse the claims that no longer fit the ontology, since their actors turned out to be of another class."""
    actors = {actor.id: actor for actor in corpus.actors}
    names = {id_: actor.name for id_, actor in actors.items()}

    def objection(claim: Claim) -> str | None:
        ends = actors[claim.subject], actors[claim.object]
        return vocabulary.objection(
            claim.relation,
            *(vocabulary.class_of(one.type, one.subtype) for one in ends),
        )

    return replace(
        corpus,
        readings=tuple(
            settled(reading, names, objection) for reading in corpus.readings
        ),
    )
