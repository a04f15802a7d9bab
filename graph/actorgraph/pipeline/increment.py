"""A change of a graph by what it touches; the result is that of a full build.

Who is who is decided again from the actors of all documents, which are few and small.  Only the
documents whose claims may differ are then read from the cache, and only what differs is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from operator import attrgetter

from actorgraph.dataset.checks import check_corpus
from actorgraph.dataset.corpus import load_readings
from actorgraph.dataset.graph_changer import Patch
from actorgraph.dataset.statements import Statements, pair_of
from actorgraph.dataset.store import StoredGraph
from actorgraph.errors import InvalidData, UnknownTerm
from actorgraph.model import (
    Actor,
    ActorId,
    ActorType,
    Claim,
    Corpus,
    Document,
    DocumentId,
    Judgement,
    Mention,
    Reading,
)
from actorgraph.pipeline.membership import Membership
from actorgraph.pipeline.reading_cache import ReadingCache
from actorgraph.pipeline.report import Changes, compare
from actorgraph.pipeline.tally import Tally
from actorgraph.resolution import Resolution, resolve_actors
from actorgraph.resolution.near_copies import marked
from actorgraph.resolution.outlines import Outline, copies_among
from actorgraph.vocabulary import Vocabulary

#: From this share of touched documents on, a full build costs less; small graphs do not matter.
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
        judges_alone: Whether a judgement is about an actor that no name joins with others.
    """

    patch: Patch
    membership: Membership
    resolution: Resolution
    tally: Tally
    changes: Changes
    judges_alone: bool = False


@dataclass(frozen=True, slots=True)
class Incrementer:
    """Finds out what a change does to a graph.

    Attributes:
        before: The graph.
        tally: What is in it.
        judged_alone: Whether a judgement in it is about an actor that no name joins with others.
        cache: Readings of all its documents, made as they would be made now.
        vocabulary: The one that it was built with.
    """

    before: StoredGraph
    tally: Tally
    judged_alone: bool
    cache: ReadingCache
    vocabulary: Vocabulary

    def increment(
        self, documents: Sequence[Document], judgements: Sequence[Judgement]
    ) -> Increment | None:
        """Return what makes these documents, all of them in the cache, the documents of the graph.

        Returns:
            The increment; None if it is not known what the change touches, if it touches too
            much, or if it breaks a rule, so that a full build is needed.
        """
        old = Membership.read(self.before)
        if old is None:
            return None
        outlines = self._outlines(documents)
        if outlines is None:
            return None
        documents = _with_originals(documents, outlines)
        who = self._who_is_who(outlines, documents, judgements)
        if who is None:
            return None
        resolution, judges_alone = who
        differing = self._differing(documents)
        kept = {document.id for document in documents} - differing
        new = Membership.of(resolution)
        carried = old.alone(resolution.members, kept)
        touched = new.joined(carried).touched_documents(old) | differing
        if len(touched) > SMALL + LARGEST_SHARE * len(documents):
            return None
        readings = self._readings(documents, touched)
        if readings is None:
            return None
        resolution = resolution.with_others(self._alone(readings, resolution))
        applied = self._applied(readings, resolution)
        if applied is None:
            return None
        new = Membership.of(resolution).joined(carried)
        new = new.decided(resolution, old, touched)
        increment = self._described(touched, applied, resolution, old, new)
        changed = increment.patch.actors
        actors = tuple(self._with_mentions(changed, readings, touched, resolution))
        patch = replace(increment.patch, actors=actors)
        return replace(increment, patch=patch, judges_alone=judges_alone)

    def _with_mentions(
        self,
        actors: Sequence[Actor],
        readings: Sequence[Reading],
        touched: AbstractSet[DocumentId],
        resolution: Resolution,
    ) -> Iterator[Actor]:
        """Yield changed actors with all their mentions; in other documents they are the same."""
        ids = set(map(_id, actors))
        mentions: dict[ActorId, list[Mention]] = defaultdict(list)
        for id_, places in self.before.mention_places(ids).items():
            mentions[id_] += (m for m in places if m.document not in touched)
        for reading in readings:
            for local in reading.actors:
                actor = resolution.members[reading.document.id, local.id]
                mentions[actor.id] += (replace(m, text="") for m in local.mentions)
        for actor in actors:
            yield replace(actor, mentions=tuple(sorted(set(mentions[actor.id]))))

    def _outlines(self, documents: Sequence[Document]) -> list[Outline] | None:
        """Return the outlines of all documents, sorted by document; None if one is missing."""
        outlines = self.cache.outlines(documents)
        ids = sorted(map(_id, documents))
        is_complete = outlines.keys() == set(ids)
        if not is_complete:
            return None
        return [outlines[id_] for id_ in ids]

    def _who_is_who(
        self,
        outlines: Sequence[Outline],
        documents: Sequence[Document],
        judgements: Sequence[Judgement],
    ) -> tuple[Resolution, bool] | None:
        """Return who is who, and whether a judgement is about an actor that no name joins.

        Without such a judgement, before and now, those actors are left out.
        """
        vocabulary = self.vocabulary
        resolution = resolve_actors(outlines, judgements, vocabulary)
        judges_alone = not resolution.locates_all(judgements)
        if judges_alone or self.judged_alone:
            ids = set(map(_id, documents))
            readings = self._readings(documents, ids)
            if readings is None:
                return None
            complete = [Outline.of(reading, vocabulary) for reading in readings]
            resolution = resolve_actors(complete, judgements, vocabulary)
        return resolution, judges_alone

    def _readings(
        self, documents: Sequence[Document], wanted: Collection[DocumentId]
    ) -> list[Reading] | None:
        """Return the readings of some documents, sorted by document; None if one is missing."""
        chosen = [document for document in documents if document.id in wanted]
        ordered = sorted(chosen, key=_id)
        readings = list(map(self.cache.get, ordered))
        present = list(filter(None, readings))
        if len(present) < len(readings):
            return None
        return present

    def _alone(self, readings: Sequence[Reading], resolution: Resolution) -> Resolution:
        """Return who the actors of documents are that no name joins with others."""
        parts: list[Outline] = []
        for reading in readings:
            id_ = reading.document.id
            alone = [a for a in reading.actors if (id_, a.id) not in resolution.members]
            parts.append(Outline(reading.document, tuple(alone), {}))
        return resolve_actors(parts, (), self.vocabulary)

    def _differing(self, documents: Sequence[Document]) -> set[DocumentId]:
        """Return the documents that are new, or gone, or have another name."""
        stored = _by_id(self.before.documents())
        wanted = _by_id(documents)
        ids = stored.keys() | wanted.keys()
        return {id_ for id_ in ids if stored.get(id_) != wanted.get(id_)}

    def _applied(
        self, readings: Sequence[Reading], resolution: Resolution
    ) -> tuple[Reading, ...] | None:
        """Return the readings with global ids; None if they cannot be stored."""
        try:
            applied = tuple(map(resolution.applied, readings))
            check_corpus(Corpus(applied, resolution.shown()), self.vocabulary)
        except (InvalidData, UnknownTerm):
            return None
        return applied

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
        part_before = _part(replaced, others, old, changed)
        part_after = _part(applied, others, new, changed)
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


def _with_originals(
    documents: Iterable[Document], outlines: Iterable[Outline]
) -> list[Document]:
    """Return documents with their originals, where they are near-copies."""
    originals = copies_among(outlines)
    return [marked(document, originals.get(document.id)) for document in documents]


def _by_id(documents: Iterable[Document]) -> dict[DocumentId, Document]:
    return {document.id: document for document in documents}


def _part(
    readings: Sequence[Reading],
    others: tuple[Claim, ...],
    membership: Membership,
    changed: Collection[ActorId],
) -> Corpus:
    """Return a part of a corpus: some documents, claims of others, and the actors' names."""
    nowhere = Document(DocumentId(""), "", "")
    readings = *readings, Reading(nowhere, claims=others)
    named = set(changed)
    for reading in readings:
        for claim in reading.claims:
            named |= {claim.subject, claim.object}
    rows = filter(None, map(membership.actors.get, sorted(named)))
    actors = [
        Actor(row.id, ActorType(row.type), row.name) for row in rows if not row.hidden
    ]
    return Corpus(tuple(readings), tuple(actors))
