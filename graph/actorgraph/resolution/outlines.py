"""Outlines: what resolution looks at in a reading, which is little beside its claims and text."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from actorgraph.model import Actor, ActorId, Document, DocumentId, Reading
from actorgraph.resolution.near_copies import copies, sample_of
from actorgraph.resolution.traits import Traits, traits_of
from actorgraph.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Outline:
    """What resolution looks at in a reading.

    Attributes:
        document: Without its text.
        actors: Those of the document, or only those that it is asked about.
        traits: What is known of them, by local id; unknown ones are left out.
        sample: Of the shingles of the text, to find near-copies; packed, for there are many.
    """

    document: Document
    actors: tuple[Actor, ...]
    traits: Mapping[ActorId, Traits]
    sample: Sequence[int] = ()

    @classmethod
    def of(cls, reading: Reading, vocabulary: Vocabulary) -> Outline:
        """Return the outline of a reading; the vocabulary says which relations are traits."""
        document = replace(reading.document, text="")
        sample = array("I", sorted(sample_of(reading.document)))
        return cls(document, reading.actors, traits_of(reading, vocabulary), sample)


def copies_among(outlines: Iterable[Outline]) -> dict[DocumentId, DocumentId]:
    """Return the original of each document that is a near-copy of an older one."""
    documents: list[Document] = []
    samples: dict[DocumentId, Sequence[int]] = {}
    for outline in outlines:
        documents.append(outline.document)
        samples[outline.document.id] = outline.sample
    return copies(documents, lambda document: frozenset(samples[document.id]))
