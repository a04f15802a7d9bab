"""The pairs of actors that judgements are about."""

from __future__ import annotations

from collections.abc import Collection
from operator import attrgetter
from pathlib import Path

from actorgraph.errors import UsageError
from actorgraph.model import ActorId
from actorgraph.pipeline.changes import find_document
from actorgraph.pipeline.graph import Graph, load
from actorgraph.pipeline.options import judgements_beside
from actorgraph.resolution import part_id, read_judgements


def judged_pair(
    folder: Path,
    left: str,
    right: str,
    judgements: Path | None = None,
    *,
    alike: bool = False,
) -> tuple[ActorId, ActorId]:
    """Return the ids of two actors, each called by its exact name or its id.

    An id that was judged before is accepted even if its actor is gone.

    Args:
        folder: The graph folder.
        left: An actor.
        right: Another one.
        judgements: File of judgements; None for that beside the folder.
        alike: Whether both must be of one type.

    Raises:
        NotFound: if a name means no actor, or several.
        UsageError: if both are the same actor, or not of one type where they must be.
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
    if alike:
        _check_types(graph, ids)
    return ids


def part_of(folder: Path, actor: str, document: str) -> tuple[ActorId, ActorId]:
    """Return the ids of an actor and of the part of it that one document describes.

    Raises:
        NotFound: if there is no such actor or document.
    """
    graph = load(folder)
    id_ = graph.find_exactly(actor).id
    documents = graph.stored.documents()
    named = find_document(documents, document)
    part = part_id(id_, named.id)
    return id_, part


def _actor_id(graph: Graph, text: str, judged: Collection[str]) -> ActorId:
    if text in judged:
        return ActorId(text)
    return graph.find_exactly(text).id


def _check_types(graph: Graph, ids: tuple[ActorId, ActorId]) -> None:
    """Refuse to merge a person with a bank."""
    actors = [graph.find_exactly(id_) for id_ in sorted(ids)]
    types = set(map(attrgetter("type"), actors))
    if len(types) > 1:
        pair = " and ".join(f"{actor.name} ({actor.type})" for actor in actors)
        raise UsageError(f"{pair} are not of one type; to merge them anyway: --force")
