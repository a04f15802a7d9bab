"""What an analyst asks, answered with quotes.

Every function is pure: it looks at a corpus, its network and the vocabulary, and gives back records of ``answers``.
Networks are those of ``build_network``; ``ranking`` and ``community_members`` want them measured by ``annotate``.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from actorgraph.analysis.answers import (
    Community,
    Profile,
    Proof,
    Ranked,
    RefusalAnswer,
    RelationAnswer,
    RelationGroup,
    Step,
    say,
)
from actorgraph.analysis.finding import find_actor, names
from actorgraph.analysis.projection import simple_projection
from actorgraph.analysis.wording import Wording, passage
from actorgraph.errors import InvalidData, NotFound, UsageError
from actorgraph.names import fold_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    import networkx as nx

    from actorgraph.model import Actor, ActorId, ClaimId, Corpus, Reading, Refusal
    from actorgraph.vocabulary import Vocabulary

__all__ = [
    "RANKINGS",
    "claim_proof",
    "community_members",
    "edge_proofs",
    "edges_of",
    "find_actor",
    "profile",
    "ranking",
    "refusals_about",
    "shortest_paths",
]

#: What actors can be ranked by.
RANKINGS = ("pagerank", "betweenness", "degree", "mentions", "documents")
#: How many paths of equal length are told; there can be very many.
PATHS = 5
#: A relation has two ends.
PAIR = 2


def profile(
    corpus: Corpus, network: nx.MultiDiGraph, vocabulary: Vocabulary, actor: Actor
) -> Profile:
    """All relations of an actor, grouped by family, each with its claims and their quotes.

    Families are sorted by name.  Within one, accepted relations come first, then those that more documents support.
    """
    wording = Wording(corpus, vocabulary)
    groups: dict[str, list[RelationAnswer]] = defaultdict(list)
    for subject, object_, data in edges_of(network, actor.id):
        groups[data["family"]].append(
            _relation(wording, actor.id, subject, object_, data)
        )
    return Profile(
        id=actor.id,
        name=actor.name,
        type=actor.type.value,
        subtype=actor.subtype or "",
        aliases=actor.aliases,
        wikidata=actor.wikidata or "",
        mentions=len(actor.mentions),
        documents=len({mention.document for mention in actor.mentions}),
        groups=tuple(
            RelationGroup(family, _best_first(groups[family]))
            for family in sorted(groups)
        ),
    )


def edges_of(
    network: nx.MultiDiGraph, actor: ActorId
) -> list[tuple[ActorId, ActorId, dict[str, Any]]]:
    """The edges from and to an actor, each once; none of one that the network lacks."""
    if actor not in network:
        return []
    incoming = [edge for edge in network.in_edges(actor, data=True) if edge[0] != actor]
    return [*network.out_edges(actor, data=True), *incoming]


def _relation(
    wording: Wording,
    actor: ActorId,
    subject: ActorId,
    object_: ActorId,
    data: dict[str, Any],
) -> RelationAnswer:
    other = object_ if subject == actor else subject
    if data["symmetric"]:
        subject, object_ = actor, other
    return RelationAnswer(
        sentence=wording.edge(subject, data["relation"], object_),
        relation=data["relation"],
        outgoing=subject == actor,
        other=other,
        other_name=wording.name(other),
        weight=data["weight"],
        accepted=data["accepted"],
        claims=tuple(wording.claim(wording.claims[id_]) for id_ in data["claims"]),
    )


def _best_first(relations: Iterable[RelationAnswer]) -> tuple[RelationAnswer, ...]:
    return tuple(
        sorted(
            relations,
            key=lambda one: (not one.accepted, -one.weight, one.relation, one.other),
        )
    )


def shortest_paths(
    corpus: Corpus,
    network: nx.MultiDiGraph,
    vocabulary: Vocabulary,
    start: Actor,
    end: Actor,
) -> tuple[tuple[Step, ...], ...]:
    """The shortest chains of accepted relations between two actors, whatever their direction.

    Returns:
        At most ``PATHS`` paths of equal length, the same ones on every run.  From an actor to itself there is one
        path without steps.

    Raises:
        NotFound: if no accepted relations lead from one to the other.
    """
    import networkx as nx

    wording, projection = Wording(corpus, vocabulary), simple_projection(network)
    try:
        paths = list(islice(nx.all_shortest_paths(projection, start.id, end.id), PATHS))
    except (nx.NodeNotFound, nx.NetworkXNoPath):
        raise NotFound(
            f"no chain of accepted relations leads from {start.name} to {end.name}"
        ) from None
    return tuple(
        tuple(_step(wording, network, left, right) for left, right in pairwise(path))
        for path in paths
    )


def _step(
    wording: Wording, network: nx.MultiDiGraph, left: ActorId, right: ActorId
) -> Step:
    edges = [
        data
        for data in network.get_edge_data(left, right, default={}).values()
        if data["accepted"]
    ]
    backward = [
        data
        for data in network.get_edge_data(right, left, default={}).values()
        if data["accepted"]
    ]
    ranked = sorted(
        [(data, True) for data in edges] + [(data, False) for data in backward],
        key=_strength,
    )
    (best, forward), others = ranked[0], ranked[1:]
    claims = [wording.claims[id_] for id_ in best["claims"]]
    return Step(
        start=left,
        end=right,
        sentence=wording.step(left, best["relation"], right, forward=forward),
        relation=best["relation"],
        forward=forward or best["symmetric"],
        quote=wording.quotes(wording.surest(claims))[0],
        other_relations=tuple(sorted({data["relation"] for data, _ in others})),
    )


def _strength(edge: tuple[dict[str, Any], bool]) -> tuple[Any, ...]:
    data, forward = edge
    return (
        data["derived"],
        -data["weight"],
        -data["confidence"],
        data["relation"],
        not forward,
    )


def ranking(
    network: nx.MultiDiGraph,
    measure: str = "pagerank",
    limit: int = 20,
    *,
    leave_out: Collection[str] = (),
) -> tuple[Ranked, ...]:
    """The actors with the highest value of a measure, at most ``limit``; among equals the smaller id comes first.

    Args:
        leave_out: Types of actors that get no place.

    Raises:
        UsageError: if the measure is not one of ``RANKINGS``.
    """
    if measure not in RANKINGS:
        raise UsageError(
            f"cannot rank by {measure!r}; choose one of {', '.join(RANKINGS)}"
        )
    actors = [
        actor for actor, type_ in network.nodes(data="type") if type_ not in leave_out
    ]
    return _rank(network, actors, measure)[:limit]


def _rank(
    network: nx.MultiDiGraph, actors: Iterable[ActorId], measure: str
) -> tuple[Ranked, ...]:
    ordered = sorted(actors, key=lambda actor: (-network.nodes[actor][measure], actor))
    return tuple(
        Ranked(
            place,
            actor,
            network.nodes[actor]["label"],
            network.nodes[actor]["type"],
            network.nodes[actor][measure],
        )
        for place, actor in enumerate(ordered, start=1)
    )


def community_members(
    network: nx.MultiDiGraph, number: int | None = None
) -> tuple[Community, ...]:
    """The communities, the largest first, each with its members by PageRank; or the one with this number.

    Raises:
        NotFound: if there is no community with this number.
    """
    members: dict[int, list[ActorId]] = defaultdict(list)
    for actor, community in network.nodes(data="community"):
        members[community].append(actor)
    if number is not None and number not in members:
        raise NotFound(
            f"no community {number}; the network has {len(members)}, counted from 0"
        )
    wanted = sorted(members) if number is None else [number]
    return tuple(
        Community(one, _rank(network, members[one], "pagerank")) for one in wanted
    )


def edge_proofs(
    corpus: Corpus, vocabulary: Vocabulary, left: Actor, right: Actor
) -> tuple[Proof, ...]:
    """All claims that relate two actors, in either direction, accepted or not, sorted by id, each as ``claim_proof``.

    Raises:
        NotFound: if there is none.
        InvalidData: as ``claim_proof``.
    """
    wording, ends = Wording(corpus, vocabulary), {left.id, right.id}
    found = [
        claim.id
        for claim in wording.claims.values()
        if {claim.subject, claim.object} == ends
    ]
    if not found:
        raise NotFound(
            f"no claim relates {left.name} and {right.name}; to see what was refused: "
            f"actorgraph explain --why-not {left.id} {right.id}"
        )
    return tuple(_proof(wording, id_, frozenset()) for id_ in found)


def claim_proof(corpus: Corpus, vocabulary: Vocabulary, id_: ClaimId) -> Proof:
    """A claim with its quotes, and the claims it follows from with theirs, as far down as it goes.

    Raises:
        NotFound: if there is no such claim.
        InvalidData: if a premise is not there, or a claim follows from itself.
    """
    wording = Wording(corpus, vocabulary)
    if id_ not in wording.claims:
        raise NotFound(f"no claim {id_}; ids of claims have 16 hexadecimal digits")
    return _proof(wording, id_, frozenset())


def _proof(wording: Wording, id_: ClaimId, above: frozenset[ClaimId]) -> Proof:
    if id_ not in wording.claims:
        raise InvalidData(
            f"a claim follows from {id_}, which is not there; build the graph again"
        )
    if id_ in above:
        raise InvalidData(f"the claim {id_} follows from itself; build the graph again")
    claim = wording.claims[id_]
    return Proof(
        wording.claim(claim),
        tuple(_proof(wording, one, above | {id_}) for one in claim.premises),
    )


def refusals_about(
    readings: Iterable[Reading], vocabulary: Vocabulary, *actors: Actor
) -> tuple[RefusalAnswer, ...]:
    """What was looked at and not claimed about an actor, or between two, in the order of the readings; of none, all.

    A refusal keeps names as the text has them.  It is about an actor if the words of one of its names are among those
    of the name in the text or the other way round, or if the text there refers to the actor.
    """
    return tuple(
        RefusalAnswer(
            sentence=say(
                refusal.subject,
                vocabulary.relation(refusal.relation).label,
                refusal.object,
            ),
            reason=refusal.reason,
            quote=passage(reading.document, refusal.start, refusal.end),
        )
        for reading in readings
        for refusal in reading.refusals
        if _concerns(refusal, actors)
    )


def _concerns(refusal: Refusal, actors: tuple[Actor, ...]) -> bool:
    ends = (refusal.subject, refusal.object)
    if len(actors) < PAIR:
        return all(
            any(_may_be(actor, end, refusal) for end in ends) for actor in actors
        )
    left, right = actors
    return any(
        _may_be(left, one, refusal) and _may_be(right, two, refusal)
        for one, two in (ends, ends[::-1])
    )


def _may_be(actor: Actor, text: str, refusal: Refusal) -> bool:
    words = set(fold_name(text).split())
    if words and any(
        words <= set(name.split()) or set(name.split()) <= words
        for name in names(actor)
        if name
    ):
        return True
    return any(
        mention.document == refusal.document
        and refusal.start <= mention.start
        and mention.end <= refusal.end
        and mention.text == text
        for mention in actor.mentions
    )
