"""Which readings can be stored: what does not fit costs its document, never the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from actorgraph.dataset.checks import check_corpus, objection
from actorgraph.errors import InvalidData, UnknownTerm
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Corpus,
    DocumentId,
    Judgement,
    Reading,
    RefusedDocument,
)
from actorgraph.resolution import resolve
from actorgraph.vocabulary import Vocabulary


def storage_objection(
    reading: Reading, actors: Iterable[Actor], vocabulary: Vocabulary
) -> str | None:
    """Return why a reading cannot be stored, or None if it can.

    Args:
        reading: With local or with global actor ids.
        actors: The actors that its claims and attributions may name.
    """
    return objection(replace(reading, actors=tuple(actors)), vocabulary)


def resolve_sound(
    readings: Iterable[Reading], judgements: Sequence[Judgement], vocabulary: Vocabulary
) -> tuple[Corpus, list[RefusedDocument]]:
    """Resolve readings to a corpus that can be stored, and list the documents it cannot keep.

    A document is refused if its reading contradicts itself or turns out to contradict the
    resolved actors.  The others are then resolved without it, since it may have led them astray.

    Raises:
        InvalidData: if the corpus breaks a rule for which no single document is to blame.
    """
    remaining = list(readings)
    refused: list[RefusedDocument] = []
    while True:
        corpus = Corpus(tuple(remaining))
        try:
            corpus = resolve(remaining, judgements, vocabulary)
            check_corpus(corpus, vocabulary)
        except (InvalidData, UnknownTerm):
            faults = dict(_faults(corpus, vocabulary))
            if not faults:
                raise
        else:
            return corpus, refused
        refused.extend(faults.values())
        remaining = [item for item in remaining if item.document.id not in faults]


def named_actors(reading: Reading) -> set[ActorId]:
    """Return the ids that the claims and attributions of a reading name."""
    ids: set[ActorId | None] = set()
    for claim in reading.claims:
        ids |= {claim.subject, claim.object, claim.attributed_to}
    for attribution in reading.attributions:
        ids.add(attribution.speaker)
    return {id_ for id_ in ids if id_ is not None}


def without_idle_dates(reading: Reading) -> Reading:
    """Drop the dates that no claim or attribution names: a text is full of them."""
    named = named_actors(reading)
    kept = (
        actor
        for actor in reading.actors
        if actor.type is not ActorType.TIME or actor.id in named
    )
    return replace(reading, actors=tuple(kept))


def _faults(
    corpus: Corpus, vocabulary: Vocabulary
) -> Iterator[tuple[DocumentId, RefusedDocument]]:
    """Yield the documents that cannot be stored, each checked on its own."""
    actors = {actor.id: actor for actor in corpus.actors}
    for reading in corpus.readings:
        named = sorted(named_actors(reading) & actors.keys())
        available = reading.actors or map(actors.__getitem__, named)
        reason = storage_objection(reading, available, vocabulary)
        if reason is not None:
            document = reading.document
            yield document.id, RefusedDocument(document.name, reason)
