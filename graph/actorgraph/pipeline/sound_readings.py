"""Which readings can be stored: what does not fit costs its document, never the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from actorgraph.dataset.checks import check_corpus, objection
from actorgraph.errors import InvalidData, UnknownTerm
from actorgraph.model import (
    ActorId,
    ActorType,
    Corpus,
    DocumentId,
    Judgement,
    Reading,
    RefusedDocument,
)
from actorgraph.resolution import Resolution, resolved
from actorgraph.vocabulary import Vocabulary


def resolve_sound(
    readings: Iterable[Reading], judgements: Sequence[Judgement], vocabulary: Vocabulary
) -> tuple[Resolution, Corpus, list[RefusedDocument]]:
    """Resolve readings to a corpus that can be stored, and list the documents it cannot keep.

    A document is refused if its reading contradicts itself or turns out to contradict the
    resolved actors.  The others are then resolved without it, since it may have led them astray.

    Args:
        readings: With the local actors that they name.
        judgements: People's decisions about actors.
        vocabulary: What the claims must fit.

    Raises:
        InvalidData: if the corpus breaks a rule for which no single document is to blame.
    """
    remaining = list(readings)
    refused: list[RefusedDocument] = []
    while True:
        checked: Iterable[Reading] = remaining
        try:
            resolution, corpus = resolved(remaining, judgements, vocabulary)
            checked = _with_actors(corpus)
            check_corpus(corpus, vocabulary)
        except (InvalidData, UnknownTerm):
            faults = dict(_faults(checked, vocabulary))
            if not faults:
                raise
        else:
            return resolution, corpus, refused
        refused.extend(faults.values())
        remaining = [item for item in remaining if item.document.id not in faults]


def named_actors(reading: Reading) -> set[ActorId]:
    """Return the ids that the claims and attributions of a reading name."""
    ids: set[ActorId] = set()
    for claim in reading.claims:
        ids |= {claim.subject, claim.object}
        if claim.attributed_to is not None:
            ids.add(claim.attributed_to)
    for attribution in reading.attributions:
        if attribution.speaker is not None:
            ids.add(attribution.speaker)
    return ids


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
    readings: Iterable[Reading], vocabulary: Vocabulary
) -> Iterator[tuple[DocumentId, RefusedDocument]]:
    """Yield the documents that cannot be stored, each checked on its own."""
    for reading in readings:
        reason = objection(reading, vocabulary)
        if reason is not None:
            document = reading.document
            yield document.id, RefusedDocument(document.name, reason)


def _with_actors(corpus: Corpus) -> Iterator[Reading]:
    """Yield the readings of a corpus with the global actors that they name."""
    actors = {actor.id: actor for actor in corpus.actors}
    for reading in corpus.readings:
        named = sorted(named_actors(reading) & actors.keys())
        members = map(actors.__getitem__, named)
        yield replace(reading, actors=tuple(members))
