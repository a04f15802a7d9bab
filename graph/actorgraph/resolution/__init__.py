"""Resolution: which actors of different documents are the same.

Precision comes first.  What the names do not decide stays apart and is listed as a doubt, for a
person to judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from actorgraph.model import Actor, ActorId, Corpus, Doubt, Judgement, Reading, Verdict
from actorgraph.resolution.assembly import Relabelling, merged_actor, relabelled
from actorgraph.resolution.clusters import Clusters, cluster
from actorgraph.resolution.decisions import ComparedPair, decide
from actorgraph.resolution.document_parts import (
    ProfileIds,
    located,
    profile_ids,
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
from actorgraph.vocabulary import Vocabulary

_id = attrgetter("id")
_document_id = attrgetter("document.id")

__all__ = [
    "append_judgement",
    "part_id",
    "read_judgements",
    "resolve",
    "unused_judgements",
]


#: Two global ids, in sorted order.
_Ends = tuple[ActorId, ActorId]


def resolve(
    readings: Iterable[Reading], judgements: Sequence[Judgement], vocabulary: Vocabulary
) -> Corpus:
    """Give every actor its global id, and every claim those ids.

    Args:
        readings: One for each document, in any order.
        judgements: People's decisions.  Those about an actor that is in no reading have no
            effect; ``unused_judgements`` lists them.
        vocabulary: The ontology, which says what kinds of actors can be the same.

    Returns:
        The corpus, the same for every order of the readings; empty if there are none.

    Raises:
        InvalidData: if a claim names an actor that its reading lacks.
    """
    ordered = sorted(readings, key=_document_id)
    current = latest(judgements)
    profiles, ids = _profiles(ordered, current, vocabulary)

    pairs = decide(profiles, vocabulary)
    used, _ = located(current, ids)
    clusters = cluster(map(_id, profiles), pairs, used)

    actors = _actors(profiles, clusters)
    relabelling = _relabelling(profiles, actors)
    renamed = [relabelled(reading, relabelling, vocabulary) for reading in ordered]
    return Corpus(
        readings=tuple(renamed),
        actors=_distinct(actors.values()),
        doubts=_doubts(pairs, used, actors),
    )


def unused_judgements(
    readings: Iterable[Reading], judgements: Sequence[Judgement], vocabulary: Vocabulary
) -> tuple[Judgement, ...]:
    """Return the judgements that have no effect, because an actor they name is in no reading.

    The arguments are those of ``resolve``.

    Returns:
        The latest judgement of each such pair, sorted by ids.
    """
    ordered = sorted(readings, key=_document_id)
    current = latest(judgements)
    _, ids = _profiles(ordered, current, vocabulary)
    _, unused = located(current, ids)
    return tuple(unused)


def _profiles(
    readings: Sequence[Reading], judgements: Sequence[Judgement], vocabulary: Vocabulary
) -> tuple[list[Profile], ProfileIds]:
    """Return the profiles, and which profile each id of a judgement means.

    The parts that judgements name are taken out of their profiles.
    """
    profiles = gather(readings)
    ids = profile_ids(profiles)
    parts = wanted_parts(judgements)
    if not parts:
        return profiles, ids

    # An actor may consist of several profiles: a part is taken out of all of them.
    pairs = decide(profiles, vocabulary)
    used, _ = located(judgements, ids)
    clusters = cluster(map(_id, profiles), pairs, used)
    profiles, taken = take_out(profiles, parts, clusters.by_member())
    return profiles, profile_ids(profiles) | taken


def _actors(profiles: Sequence[Profile], clusters: Clusters) -> Mapping[ActorId, Actor]:
    """Return the id of each profile → the global actor of its cluster."""
    by_id = {profile.id: profile for profile in profiles}
    actors: dict[ActorId, Actor] = {}
    for group in clusters.groups():
        members = [by_id[id_] for id_ in group]
        actor = merged_actor(members)
        actors.update(dict.fromkeys(group, actor))
    return actors


def _relabelling(
    profiles: Iterable[Profile], actors: Mapping[ActorId, Actor]
) -> Relabelling:
    relabelling = {}
    for profile in profiles:
        for document, local in profile.members:
            relabelling[document, local.id] = actors[profile.id]
    return relabelling


def _distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Return every actor once, sorted by id."""
    by_id = {actor.id: actor for actor in actors}
    return tuple(sorted(by_id.values(), key=attrgetter("id")))


def _doubts(
    pairs: Iterable[ComparedPair],
    judgements: Iterable[Judgement],
    actors: Mapping[ActorId, Actor],
) -> tuple[Doubt, ...]:
    """Return the pairs of actors that are left to a person, each with its strongest reason.

    What was judged is no doubt.
    """
    decided = {
        _ends(judgement, actors)
        for judgement in judgements
        if judgement.verdict is not Verdict.UNSURE
    }
    doubts: dict[_Ends, Doubt] = {}
    for pair in pairs:
        ends = _ends(pair, actors)
        left, right = ends
        is_decided = pair.verdict is Verdict.DIFFERENT or ends in decided
        if left == right or is_decided:
            continue
        comparison = pair.comparison
        doubt = Doubt(left, right, comparison.score, comparison.reason)
        # The pairs are sorted by score, so the first is the strongest.
        doubts.setdefault(ends, doubt)
    return tuple(doubts[ends] for ends in sorted(doubts))


def _ends(pair: ComparedPair | Judgement, actors: Mapping[ActorId, Actor]) -> _Ends:
    """Return the global ids of both sides in order; they are equal if the sides are joined."""
    left = actors[pair.left]
    right = actors[pair.right]
    first, second = sorted((left.id, right.id))
    return first, second
