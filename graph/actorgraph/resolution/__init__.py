"""Resolution: which actors of different documents are one.

Precision comes first.  What the names do not decide stays apart and is listed as a doubt, for a
person to judge.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from actorgraph.model import Actor, ActorId, Corpus, Doubt, Judgement, Reading, Verdict
from actorgraph.resolution.assembly import merged_actor, relabelled
from actorgraph.resolution.clusters import Clusters, cluster
from actorgraph.resolution.decisions import Link, decide
from actorgraph.resolution.document_parts import (
    Known,
    known_ids,
    located,
    take_out,
    wanted_parts,
)
from actorgraph.resolution.judgements import (
    append_judgement,
    latest,
    part_id,
    read_judgements,
)
from actorgraph.resolution.profiles import Profile, gather

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from actorgraph.vocabulary import Vocabulary

__all__ = [
    "append_judgement",
    "part_id",
    "read_judgements",
    "resolve",
    "unused_judgements",
]


def resolve(
    readings: Iterable[Reading], judgements: Sequence[Judgement], vocabulary: Vocabulary
) -> Corpus:
    """Give every actor its global id, and every claim those ids.

    The result does not depend on the order of the readings.  A judgement about an actor that is not
    there is ignored here and told by ``unused_judgements``.  No readings give an empty corpus.

    Raises:
        InvalidData: if a claim names an actor that its reading lacks.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    decided = latest(judgements)
    profiles, known = _profiles(ordered, decided, vocabulary)
    links = decide(profiles, vocabulary)
    used, _ = located(decided, known)
    clusters = cluster((profile.id for profile in profiles), links, used)
    actors = _actors(profiles, clusters)
    by_local = {
        (document, local.id): actors[profile.id]
        for profile in profiles
        for document, local in profile.members
    }
    return Corpus(
        readings=tuple(
            relabelled(reading, by_local, vocabulary) for reading in ordered
        ),
        actors=tuple(
            sorted(
                {actor.id: actor for actor in actors.values()}.values(),
                key=lambda actor: actor.id,
            )
        ),
        doubts=_doubts(links, used, clusters, actors),
    )


def unused_judgements(
    readings: Iterable[Reading], judgements: Sequence[Judgement], vocabulary: Vocabulary
) -> tuple[Judgement, ...]:
    """The judgements that decide nothing now, because an actor they name is in no reading.

    Sorted by ids.
    """
    decided = latest(judgements)
    _, known = _profiles(
        sorted(readings, key=lambda reading: reading.document.id), decided, vocabulary
    )
    return tuple(located(decided, known)[1])


def _profiles(
    readings: Sequence[Reading], judgements: Sequence[Judgement], vocabulary: Vocabulary
) -> tuple[list[Profile], Known]:
    """Return the profiles, and which profile each id of a judgement means.

    The parts that judgements name are taken out of their profiles.
    """
    profiles = gather(readings)
    parts = wanted_parts(judgements)
    taken: dict[ActorId, ActorId] = {}
    if parts:
        known = known_ids(profiles)
        links = decide(profiles, vocabulary)
        clusters = cluster(
            (profile.id for profile in profiles), links, located(judgements, known)[0]
        )
        groups = {id_: group for group in clusters.groups() for id_ in group}
        profiles, taken = take_out(profiles, parts, groups.__getitem__)
    return profiles, known_ids(profiles) | taken


def _actors(profiles: Sequence[Profile], clusters: Clusters) -> dict[ActorId, Actor]:
    """The actor of each profile."""
    grouped: dict[ActorId, list[Profile]] = defaultdict(list)
    for profile in profiles:
        grouped[clusters.find(profile.id)].append(profile)
    merged = {root: merged_actor(group) for root, group in grouped.items()}
    return {profile.id: merged[clusters.find(profile.id)] for profile in profiles}


def _doubts(
    links: Sequence[Link],
    judgements: Sequence[Judgement],
    clusters: Clusters,
    actors: dict[ActorId, Actor],
) -> tuple[Doubt, ...]:
    """The pairs of actors that are left to a person, each with its strongest reason.

    What was judged is no doubt.
    """
    judged = {
        frozenset((clusters.find(j.left), clusters.find(j.right)))
        for j in judgements
        if j.verdict is not Verdict.UNSURE
    }
    doubts: dict[tuple[ActorId, ActorId], Doubt] = {}
    for link in links:
        roots = frozenset((clusters.find(link.left), clusters.find(link.right)))
        if (
            link.comparison.verdict is Verdict.DIFFERENT
            or len(roots) == 1
            or roots in judged
        ):
            continue
        left, right = sorted((actors[link.left].id, actors[link.right].id))
        doubt = Doubt(left, right, link.comparison.score, link.comparison.reason)
        doubts.setdefault((left, right), doubt)
    return tuple(doubts[pair] for pair in sorted(doubts))
