"""Resolution: which actors of different documents are the same.

Precision comes first.  What the names do not decide stays apart and is listed as a doubt, for a
person to judge.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from actorgraph.model import Actor, ActorId, Corpus, Doubt, Judgement, Reading, Verdict
from actorgraph.resolution.actor_judgements import ActorJudgements, main_type
from actorgraph.resolution.assembly import Relabelling, merged_actor
from actorgraph.resolution.claim_judgements import ClaimJudgements
from actorgraph.resolution.clusters import Clusters, cluster
from actorgraph.resolution.comparison import ComparedPair
from actorgraph.resolution.decisions import decide
from actorgraph.resolution.document_parts import (
    ProfileIds,
    located,
    profile_id,
    profile_ids,
    take_out,
    wanted_parts,
)
from actorgraph.resolution.gathering import Gathering, gather
from actorgraph.resolution.judgements import (
    append_judgements,
    is_match,
    judgement_id,
    judgement_of,
    latest,
    parsed_line,
    part_id,
    read_judgements,
    remaining,
    split_part,
)
from actorgraph.resolution.near_copies import marked
from actorgraph.resolution.outlines import Outline, copies_among
from actorgraph.resolution.profiles import Profile
from actorgraph.resolution.resolved_actors import Effects, Resolution
from actorgraph.vocabulary import Vocabulary

_id = attrgetter("id")
_document_id = attrgetter("document.id")

__all__ = [
    "Effects",
    "Resolution",
    "append_judgements",
    "effects",
    "is_match",
    "judgement_id",
    "judgement_of",
    "main_type",
    "parsed_line",
    "part_id",
    "read_judgements",
    "remaining",
    "resolve",
    "resolve_actors",
    "resolved",
    "split_part",
]


#: Two global ids, in sorted order.
_Ends = tuple[ActorId, ActorId]


def resolve(
    readings: Iterable[Reading], judgements: Sequence[Judgement], vocabulary: Vocabulary
) -> Corpus:
    """Give every actor its global id, and every claim those ids.

    Args:
        readings: One for each document, in any order.
        judgements: People's decisions, in any order.  Those about an actor or a claim that is in
            no reading have no effect; see ``effects``.
        vocabulary: The ontology, which says what kinds of actors can be the same.

    Returns:
        The corpus, the same for every order of the readings; empty if there are none.  Documents
        that are near-copies of older ones say so.

    Raises:
        InvalidData: if a claim names an actor that its reading lacks.
    """
    _, corpus = resolved(readings, judgements, vocabulary)
    return corpus


def effects(
    readings: Iterable[Reading], judgements: Sequence[Judgement], vocabulary: Vocabulary
) -> Effects:
    """Return which judgements have an effect; the arguments are those of ``resolve``."""
    return resolved(readings, judgements, vocabulary)[0].effects()


def resolved(
    readings: Iterable[Reading], judgements: Sequence[Judgement], vocabulary: Vocabulary
) -> tuple[Resolution, Corpus]:
    """Return who is who, and the corpus of ``resolve``."""
    ordered = sorted(readings, key=_document_id)
    outlines = [Outline.of(reading, vocabulary) for reading in ordered]
    resolution = resolve_actors(outlines, judgements, vocabulary)
    originals = copies_among(outlines)
    renamed: list[Reading] = []
    for reading in map(resolution.applied, ordered):
        document = marked(reading.document, originals.get(reading.document.id))
        renamed.append(replace(reading, document=document))
    return resolution, Corpus(tuple(renamed), resolution.shown(), resolution.doubts)


def resolve_actors(
    outlines: Sequence[Outline],
    judgements: Sequence[Judgement],
    vocabulary: Vocabulary,
) -> Resolution:
    """Decide which actors are the same.

    Args:
        outlines: One for each document, sorted by document.
        judgements: As for ``resolve``.
        vocabulary: As for ``resolve``.
    """
    current = latest(judgements)
    gathering, ids = _gathered(outlines, current, vocabulary)
    profiles = gathering.profiles

    pairs = decide(gathering, vocabulary)
    used, unused = located(current, ids)
    clusters = cluster(map(_id, profiles), pairs, used)
    actors = _actors(profiles, clusters)

    def locate(id_: ActorId) -> Actor | None:
        profile = profile_id(id_, ids)
        if profile is None:
            return None
        return actors[profile]

    decisions = remaining(judgements)
    about_actors = ActorJudgements.of(decisions, locate)
    actors.update(about_actors.applied(actors, vocabulary))
    by_id = {actor.id: actor for actor in actors.values()}
    about_claims = ClaimJudgements(
        decisions, by_id, locate, about_actors.hidden, vocabulary
    )
    return Resolution(
        locate=locate,
        actors=by_id,
        members=_relabelling(profiles, actors),
        doubts=_doubts(pairs, used, actors, about_actors.hidden),
        about_pairs=frozenset(map(judgement_id, set(current) - set(unused))),
        about_actors=about_actors,
        about_claims=about_claims,
        vocabulary=vocabulary,
    )


def _gathered(
    outlines: Sequence[Outline],
    judgements: Sequence[Judgement],
    vocabulary: Vocabulary,
) -> tuple[Gathering, ProfileIds]:
    """Return the profiles, and which profile each id of a judgement means.

    The parts that judgements name are taken out of their profiles.
    """
    gathering = gather(outlines)
    ids = profile_ids(gathering.profiles)
    parts = wanted_parts(judgements)
    if not parts:
        return gathering, ids

    # An actor may consist of several profiles: a part is taken out of all of them.
    pairs = decide(gathering, vocabulary)
    used, _ = located(judgements, ids)
    clusters = cluster(map(_id, gathering.profiles), pairs, used)
    gathering, taken = take_out(gathering, parts, clusters.by_member())
    return gathering, profile_ids(gathering.profiles) | taken


def _actors(profiles: Sequence[Profile], clusters: Clusters) -> dict[ActorId, Actor]:
    """Return the id of each profile → the global actor of its cluster."""
    by_id = {profile.id: profile for profile in profiles}
    actors: dict[ActorId, Actor] = {}
    groups = clusters.groups()
    for group in groups:
        members = [by_id[id_] for id_ in group]
        actor = merged_actor(members)
        merged = dict.fromkeys(group, actor)
        actors.update(merged)
    return actors


def _relabelling(
    profiles: Iterable[Profile], actors: Mapping[ActorId, Actor]
) -> Relabelling:
    relabelling = {}
    for profile in profiles:
        for document, local in profile.members:
            relabelling[document, local.id] = actors[profile.id]
    return relabelling


def _doubts(
    pairs: Iterable[ComparedPair],
    judgements: Iterable[Judgement],
    actors: Mapping[ActorId, Actor],
    hidden: Collection[ActorId],
) -> tuple[Doubt, ...]:
    """Return the pairs of actors that are left to a person, each with its strongest reason.

    What was judged is no doubt, and neither is a hidden actor.
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
        if left == right or is_decided or not {left, right}.isdisjoint(hidden):
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
