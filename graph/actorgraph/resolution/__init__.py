"""Resolution: which actors of different documents are the same.

Precision comes first.  What the names do not decide stays apart and is listed as a doubt, for a
person to judge.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from actorgraph.model import Actor, ActorId, Corpus, Doubt, Judgement, Reading, Verdict
from actorgraph.resolution.actor_judgements import ActorJudgements, main_type
from actorgraph.resolution.assembly import Relabelling, merged_actor, relabelled
from actorgraph.resolution.claim_judgements import ClaimJudgements, Locate
from actorgraph.resolution.clusters import Clusters, cluster
from actorgraph.resolution.decisions import ComparedPair, decide
from actorgraph.resolution.document_parts import (
    ProfileIds,
    located,
    profile_id,
    profile_ids,
    take_out,
    wanted_parts,
)
from actorgraph.resolution.judgements import (
    append_judgements,
    judgement_id,
    judgement_of,
    latest,
    parsed_line,
    part_id,
    read_judgements,
    remaining,
)
from actorgraph.resolution.profiles import Profile, gather
from actorgraph.vocabulary import Vocabulary

_id = attrgetter("id")
_document_id = attrgetter("document.id")

__all__ = [
    "Effects",
    "Resolution",
    "append_judgements",
    "effects",
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
]


#: Two global ids, in sorted order.
_Ends = tuple[ActorId, ActorId]


@dataclass(frozen=True, slots=True)
class Effects:
    """What became of the judgements that were not undone, by their ids.

    Attributes:
        concerned: They are about actors or claims that exist.
        deciding: Those of them that no later judgement overrules.
    """

    concerned: frozenset[str]
    deciding: frozenset[str]


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
        The corpus, the same for every order of the readings; empty if there are none.

    Raises:
        InvalidData: if a claim names an actor that its reading lacks.
    """
    return resolved(readings, judgements, vocabulary)[1]


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
    resolution = resolve_actors(ordered, judgements, vocabulary)
    renamed = tuple(map(resolution.applied, ordered))
    return resolution, Corpus(renamed, resolution.shown(), resolution.doubts)


def resolve_actors(
    readings: Sequence[Reading], judgements: Sequence[Judgement], vocabulary: Vocabulary
) -> Resolution:
    """Decide which actors are the same; the readings need no claims for that.

    Args:
        readings: One for each document, sorted by document.
        judgements: As for ``resolve``.
        vocabulary: As for ``resolve``.
    """
    current = latest(judgements)
    profiles, ids = _profiles(readings, current, vocabulary)

    pairs = decide(profiles, vocabulary)
    used, unused = located(current, ids)
    clusters = cluster(map(_id, profiles), pairs, used)
    actors = _actors(profiles, clusters)

    def locate(id_: ActorId) -> Actor | None:
        profile = profile_id(id_, ids)
        return None if profile is None else actors[profile]

    decisions = remaining(judgements)
    about_actors = ActorJudgements.of(decisions, locate)
    actors.update(about_actors.applied(actors, vocabulary))
    by_id = dict(zip(map(_id, actors.values()), actors.values(), strict=True))
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


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which actors of the documents are the same, after people's judgements.

    Attributes:
        locate: Returns the global actor that an id in a judgement means, or None.
        actors: Every global actor by its id, also those that are hidden.
        members: Document and local id → global actor.
        doubts: Pairs of actors that may be the same and are kept apart.
        about_pairs: Ids of the judgements about pairs that have an effect.
        about_actors, about_claims: The other judgements.
        vocabulary: The ontology.
    """

    locate: Locate
    actors: Mapping[ActorId, Actor]
    members: Relabelling
    doubts: tuple[Doubt, ...]
    about_pairs: frozenset[str]
    about_actors: ActorJudgements
    about_claims: ClaimJudgements
    vocabulary: Vocabulary

    @property
    def hidden(self) -> Mapping[ActorId, str]:
        """The ids of the actors that are hidden, each with the reason."""
        return self.about_actors.hidden

    def locates_all(self, judgements: Iterable[Judgement]) -> bool:
        """Whether every actor that judgements are about is among these actors."""
        ids: set[ActorId] = set()
        for judgement in remaining(judgements):
            ids |= {judgement.left, judgement.right}
            change = judgement.correction
            if change is not None:
                ids |= {change.subject or ActorId(""), change.object or ActorId("")}
        ids.discard(ActorId(""))
        return all(self.locate(id_) is not None for id_ in ids)

    def with_others(self, others: Resolution) -> Resolution:
        """Return it with actors that no name joins with its own, and no judgement is about."""
        actors = {**self.actors, **others.actors}
        self.about_claims.actors = actors
        members = {**self.members, **others.members}
        return replace(self, actors=actors, members=members)

    def shown(self) -> tuple[Actor, ...]:
        """Return the actors that are not hidden, sorted by id."""
        ids = sorted(self.actors.keys() - self.hidden.keys())
        return tuple(self.actors[id_] for id_ in ids)

    def applied(self, reading: Reading) -> Reading:
        """Return a reading with global ids, as people decided about its claims.

        Raises:
            InvalidData: if a claim names an actor that its reading lacks.
        """
        return relabelled(reading, self.members, self.vocabulary, self.about_claims)

    def effects(self) -> Effects:
        """Return which judgements had an effect so far; those about claims, when applied."""
        ledgers = self.about_actors.ledger, self.about_claims.ledger
        concerned = self.about_pairs.union(*map(attrgetter("concerned"), ledgers))
        deciding = self.about_pairs.union(*map(attrgetter("deciding"), ledgers))
        return Effects(concerned, deciding)


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


def _actors(profiles: Sequence[Profile], clusters: Clusters) -> dict[ActorId, Actor]:
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
