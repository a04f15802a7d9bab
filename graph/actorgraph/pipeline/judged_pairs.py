"""The pairs of actors that judgements are about, and the judgements so far."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from actorgraph.dataset.store import open_graph
from actorgraph.errors import UsageError
from actorgraph.model import ActorId, Judgement
from actorgraph.pipeline.changes import find_document
from actorgraph.pipeline.graph import Graph, load
from actorgraph.pipeline.options import Options, judgements_beside, settle
from actorgraph.pipeline.reading_cache import ReadingCache, fingerprint
from actorgraph.pipeline.update import READINGS
from actorgraph.pipeline.workers import partition, read_each
from actorgraph.resolution import part_id, read_judgements, unused_judgements
from actorgraph.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class ListedJudgement:
    """A judgement, and whether it has an effect on the current graph."""

    judgement: Judgement
    used: bool


def judged_pair(
    folder: Path, left: str, right: str, judgements: Path | None = None
) -> tuple[ActorId, ActorId]:
    """Return the ids of two actors, each called by its name or its id.

    An id that was judged before is accepted even if its actor is gone.

    Raises:
        NotFound: if a name means no actor, or several.
        UsageError: if both are the same actor.
    """
    graph = load(folder)
    judged: set[str] = set()
    for judgement in read_judgements(judgements or judgements_beside(folder)):
        judged |= {judgement.left, judgement.right}
    ids = _actor_id(graph, left, judged), _actor_id(graph, right, judged)
    if ids[0] == ids[1]:
        raise UsageError(
            f"{left!r} and {right!r} are one actor here, {ids[0]}; to separate a document's part: "
            "actorgraph split ACTOR --document DOCUMENT"
        )
    return ids


def part_of(folder: Path, actor: str, document: str) -> tuple[ActorId, ActorId]:
    """Return the ids of an actor and of the part of it that one document describes.

    Raises:
        NotFound: if there is no such actor or document.
    """
    graph = load(folder)
    id_ = graph.find(actor).id
    return id_, part_id(id_, find_document(graph.stored.documents(), document).id)


def list_judgements(
    folder: Path, judgements: Path | None = None
) -> tuple[ListedJudgement, ...]:
    """Return all judgements in the order in which they were made.

    Raises:
        InvalidData: if the file of judgements is damaged.
        StoreError: if there is no graph.
    """
    stored = open_graph(folder)
    settings = settle(Options(judgements=judgements), folder, stored)
    judged = read_judgements(settings.judgements)
    if not judged:
        return ()
    cache = ReadingCache(folder / READINGS, fingerprint(settings))
    readings, _ = partition(read_each(stored.documents(), settings, cache))
    vocabulary = load_vocabulary(*settings.extensions)
    unused = {
        (j.left, j.right) for j in unused_judgements(readings, judged, vocabulary)
    }
    return tuple(ListedJudgement(j, (j.left, j.right) not in unused) for j in judged)


def _actor_id(graph: Graph, text: str, judged: Collection[str]) -> ActorId:
    if text in judged:
        return ActorId(text)
    return graph.find(text).id
