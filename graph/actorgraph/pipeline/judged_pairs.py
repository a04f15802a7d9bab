"""Which actors a judgement is about, and what has been judged."""

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
from actorgraph.pipeline.workers import parted, read_each
from actorgraph.resolution import part_id, read_judgements, unused_judgements
from actorgraph.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement, and whether it decides anything now."""

    judgement: Judgement
    used: bool


def known_pair(
    folder: Path, left: str, right: str, judgements: Path | None = None
) -> tuple[ActorId, ActorId]:
    """The ids of two actors that are called by name or id; an id that was judged before is known even if it is gone.

    Raises:
        NotFound: if a name means no actor, or several.
        UsageError: if both are the same actor.
    """
    graph = load(folder)
    judged = read_judgements(judgements or judgements_beside(folder))
    known = {id_ for one in judged for id_ in (one.left, one.right)}
    ids = _known(graph, left, known), _known(graph, right, known)
    if ids[0] == ids[1]:
        raise UsageError(
            f"{left!r} and {right!r} are one actor here, {ids[0]}; to take a document's part out of it: "
            "actorgraph split ACTOR --document DOCUMENT"
        )
    return ids


def part_of(folder: Path, actor: str, document: str) -> tuple[ActorId, ActorId]:
    """The ids of an actor and of what one document says of it.

    Raises:
        NotFound: if there is no such actor or document.
    """
    graph = load(folder)
    found = graph.find(actor)
    return found.id, part_id(
        found.id, find_document(graph.stored.documents(), document).id
    )


def listed(folder: Path, judgements: Path | None = None) -> tuple[Judged, ...]:
    """All judgements in the order in which they were made.

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
    readings, _ = parted(read_each(stored.documents(), settings, cache))
    unused = {
        (one.left, one.right)
        for one in unused_judgements(
            readings, judged, load_vocabulary(*settings.extensions)
        )
    }
    return tuple(Judged(one, (one.left, one.right) not in unused) for one in judged)


def _known(graph: Graph, text: str, judged: Collection[ActorId]) -> ActorId:
    return ActorId(text) if text in judged else graph.find(text).id
