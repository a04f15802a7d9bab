"""A change of a graph by what it touches; the result is that of building it anew.

Who is who is decided again from the actors of all documents, which are few and small.  Only the
documents whose claims may differ are then read from the cache, and only what differs is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from actorgraph.dataset.checks import check_corpus
from actorgraph.dataset.corpus import load_readings
from actorgraph.dataset.graph_changer import Patch
from actorgraph.dataset.statements import Statements, pair_of
from actorgraph.dataset.store import StoredGraph
from actorgraph.errors import InvalidData, UnknownTerm
from actorgraph.model import (
    Actor,
    Claim,
    Corpus,
    Document,
    DocumentId,
    Judgement,
    Reading,
)
from actorgraph.pipeline.membership import Membership
from actorgraph.pipeline.reading_cache import ReadingCache
from actorgraph.pipeline.report import Changes, compare
from actorgraph.pipeline.tally import Tally
from actorgraph.resolution import Resolution, resolve_actors
from actorgraph.vocabulary import Vocabulary

#: From this share of touched documents on, building anew costs less; small graphs do not matter.
LARGEST_SHARE = 0.5
SMALL = 50
_document_id = attrgetter("document.id")
_id = attrgetter("id")


@dataclass(frozen=True, slots=True)
class Increment:
    """What a change does.

    Attributes:
        patch: What differs in the graph.
        membership: Who is who after it.
        resolution: The same, with all actors.
        tally: What is in the graph after it.
        changes: What to report.
    """

    patch: Patch
    membership: Membership
    resolution: Resolution
    tally: Tally
    changes: Changes


@dataclass(frozen=True, slots=True)
class Incrementer:
    """Finds out what a change does to a graph.

    Attributes:
        before: The graph.
        tally: What is in it.
        cache: Readings of all its documents, made as they would be made now.
        vocabulary: The one that it was built with.
    """

    before: StoredGraph
    tally: Tally
    cache: ReadingCache
    vocabulary: Vocabulary

    def increment(
        self, documents: Sequence[Document], judgements: Sequence[Judgement]
    ) -> Increment | None:
        """Return what makes these documents, all of them in the cache, the documents of the graph.

        Returns:
            The increment; None if it is not known what the change touches, if it touches too
            much, or if it breaks a rule, so that the graph must be built anew.
        """
        old = Membership.read(self.before)
        readings = self._actors_of(documents)
        if old is None or readings is None:
            return None
        resolution = resolve_actors(readings, judgements, self.vocabulary)
        touched = Membership.of(resolution).touched_documents(old)
        touched |= self._differing(documents)
        if len(touched) > SMALL + LARGEST_SHARE * len(documents):
            return None
        present = [document for document in documents if document.id in touched]
        applied = self._applied(present, resolution)
        if applied is None:
            return None
        new = Membership.of(resolution).with_untouched(old, touched)
        return self._described(touched, applied, resolution, old, new)

    def _actors_of(self, documents: Sequence[Document]) -> list[Reading] | None:
        """Return readings without claims, sorted by document; None if one is missing."""
        actors = self.cache.actors([document.id for document in documents])
        if len(actors) < len(documents):
            return None
        return [
            Reading(document, actors=tuple(actors[document.id]))
            for document in sorted(documents, key=_id)
        ]

    def _differing(self, documents: Sequence[Document]) -> set[DocumentId]:
        """Return the documents that are new, or gone, or have another name."""
        stored = {document.id: document for document in self.before.documents()}
        wanted = {document.id: document for document in documents}
        ids = stored.keys() | wanted.keys()
        return {id_ for id_ in ids if stored.get(id_) != wanted.get(id_)}

    def _applied(
        self, documents: Sequence[Document], resolution: Resolution
    ) -> tuple[Reading, ...] | None:
        """Return the readings of documents with global ids; None if they cannot be stored."""
        applied: list[Reading] = []
        for document in sorted(documents, key=_id):
            reading = self.cache.get(document)
            if reading is None:
                return None
            try:
                applied.append(resolution.applied(reading))
            except InvalidData:
                return None
        try:
            check_corpus(Corpus(tuple(applied), resolution.shown()), self.vocabulary)
        except (InvalidData, UnknownTerm):
            return None
        return tuple(applied)

    def _described(
        self,
        touched: set[DocumentId],
        applied: tuple[Reading, ...],
        resolution: Resolution,
        old: Membership,
        new: Membership,
    ) -> Increment:
        replaced = load_readings(self.before, touched)
        changed = new.changed_actors(old)
        others = tuple(self._others(replaced, applied))
        part_before = _part(replaced, others, old)
        part_after = _part(applied, others, new)
        tally = self.tally.changed(self._tally(part_before), self._tally(part_after))
        kept = set(map(_document_id, applied))
        patch = Patch(
            readings=applied,
            gone=frozenset(touched - kept),
            actors=tuple(a for a in resolution.shown() if a.id in changed),
            lost=frozenset((old.shown() - new.shown()) & changed),
            doubts=resolution.doubts,
            claims=tally.claims,
        )
        changes = compare(part_before, part_after, self.vocabulary)
        return Increment(patch, new, resolution, tally, changes)

    def _tally(self, part: Corpus) -> Tally:
        return Tally.of(part, self.vocabulary, self.before.manifest.threshold)

    def _others(
        self, replaced: Sequence[Reading], applied: Sequence[Reading]
    ) -> Iterator[Claim]:
        """Yield the claims of untouched documents about the actors of touched claims."""
        gone = [claim for reading in replaced for claim in reading.claims]
        fresh = [claim for reading in applied for claim in reading.claims]
        ids = set(map(_id, gone))
        statements = Statements(self.before.store, self.before.manifest.base)
        for claim in statements.between(sorted(set(map(pair_of, gone + fresh)))):
            if claim.id not in ids:
                yield claim


def _part(
    readings: Sequence[Reading], others: tuple[Claim, ...], membership: Membership
) -> Corpus:
    """Return a part of a corpus: some documents, claims of others, and all actors' names."""
    nowhere = Document(DocumentId(""), "", "")
    actors = [
        Actor(row.id, row.type, row.name)
        for row in membership.actors.values()
        if row.hidden is None
    ]
    return Corpus((*readings, Reading(nowhere, claims=others)), tuple(actors))
