"""What the lines of a graph depend on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from actorgraph.dataset.terms import iri_term
from actorgraph.model import Actor, ActorId, Corpus, Document, DocumentId
from actorgraph.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Context:
    """What every line depends on.

    Attributes:
        actors: By id.
        documents: By id.
        vocabulary: Has the IRIs of classes and relations.
        base: Base IRI of the data, absolute.
    """

    actors: Mapping[ActorId, Actor]
    documents: Mapping[DocumentId, Document]
    vocabulary: Vocabulary
    base: str

    @classmethod
    def of(cls, corpus: Corpus, vocabulary: Vocabulary, base: str) -> Context:
        """Return the context of a corpus.

        Raises:
            InvalidData: if the base is not an absolute IRI.
        """
        iri_term(base)
        actors = {actor.id: actor for actor in corpus.actors}
        documents: dict[DocumentId, Document] = {}
        for reading in corpus.readings:
            documents[reading.document.id] = reading.document
        return cls(actors, documents, vocabulary, base)
