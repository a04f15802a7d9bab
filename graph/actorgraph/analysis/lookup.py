"""Actors and documents of a corpus by id."""

from __future__ import annotations

from collections.abc import Iterable

from actorgraph.model import Actor, ActorId, Corpus, Document, DocumentId


def actors_by_id(corpus: Corpus) -> dict[ActorId, Actor]:
    """Return the actors of a corpus by id."""
    return {actor.id: actor for actor in corpus.actors}


def documents_by_id(corpus: Corpus) -> dict[DocumentId, Document]:
    """Return the documents of a corpus by id."""
    return {reading.document.id: reading.document for reading in corpus.readings}


def independent_sources(documents: Iterable[Document]) -> int:
    """Return the number of different documents; a text and its near-copies count once."""
    originals = {document.copy_of or document.id for document in documents}
    return len(originals)
