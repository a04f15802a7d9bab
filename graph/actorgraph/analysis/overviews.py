"""Brokers, timelines, comparisons and delegations: what an analyst asks of more than one relation at a time.

As in ``questions``, every function is pure and answers with records that carry their quotes.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from actorgraph.analysis.answers import ClaimAnswer, Ranked
from actorgraph.analysis.projection import simple_projection
from actorgraph.analysis.questions import community_members, edges_of, ranking
from actorgraph.analysis.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from actorgraph.model import Actor, ActorId, Claim, Corpus
    from actorgraph.vocabulary import Vocabulary

#: Relations that say that somebody takes part in an event, or belongs to a body; with all below them.
TAKING_PART = ("participatedIn", "memberOf", "leads", "hosted")
#: Relations that say for whom somebody is there; with all below them.
STANDING_FOR = ("representativeOf", "assists", "worksFor", "citizenOf")
#: A broker links so many groups at least.
FEWEST_GROUPS = 2


@dataclass(frozen=True, slots=True)
class Bridged:
    """A community that a broker reaches: its number, its most central member, and the broker's own links into it."""

    number: int
    known_by: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Broker(Ranked):
    """An actor between groups; ``value`` is its betweenness, 0–1."""

    groups: tuple[Bridged, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A claim on the day that it is about; ``by_document`` where only the day of publication is known."""

    date: str
    by_document: bool
    claim: ClaimAnswer


@dataclass(frozen=True, slots=True)
class Shared:
    """Somebody whom two actors are both related to, with what relates each of them."""

    id: ActorId
    name: str
    left: tuple[ClaimAnswer, ...]
    right: tuple[ClaimAnswer, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two actors: what relates them, whom both are related to, and whom only one of them is related to."""

    left: str
    right: str
    direct: tuple[ClaimAnswer, ...]
    shared: tuple[Shared, ...]
    only_left: tuple[str, ...]
    only_right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Delegate:
    """Somebody who takes part: by which claims, and for whom, by which claims."""

    id: ActorId
    name: str
    part: tuple[ClaimAnswer, ...]
    stands_for: tuple[ClaimAnswer, ...]


def brokers(network: nx.MultiDiGraph, limit: int = 10) -> tuple[Broker, ...]:
    """Those who connect groups that are otherwise far apart, the strongest first, at most ``limit``.

    The measure is betweenness: the share of all shortest paths between two others that lead through the actor
    (L. C. Freeman, A set of measures of centrality based on betweenness, 1977).  Groups are the communities that its
    neighbours belong to.

    Args:
        network: Measured, as ``annotate`` gives it.
    """
    projection = simple_projection(network)
    central = {one.number: one.members[0].name for one in community_members(network)}
    ranked = (
        (one, _groups(network, projection, one.id, central))
        for one in ranking(network, "betweenness", len(network))
    )
    bridging = islice(
        ((one, groups) for one, groups in ranked if len(groups) >= FEWEST_GROUPS), limit
    )
    return tuple(
        Broker(place, one.id, one.name, one.type, one.value, groups)
        for place, (one, groups) in enumerate(bridging, start=1)
    )


def _groups(
    network: nx.MultiDiGraph,
    projection: nx.Graph,
    actor: ActorId,
    central: dict[int, str],
) -> tuple[Bridged, ...]:
    links: dict[int, list[str]] = {}
    for other in sorted(
        projection[actor], key=lambda one: (-projection[actor][one]["weight"], one)
    ):
        links.setdefault(network.nodes[other]["community"], []).append(
            network.nodes[other]["label"]
        )
    return tuple(
        Bridged(number, central[number], tuple(links[number]))
        for number in sorted(links)
    )


def timeline(
    corpus: Corpus, vocabulary: Vocabulary, actor: Actor | None = None
) -> tuple[Dated, ...]:
    """Claims in the order of the days they are about, of one actor or of all; what is known anyway has no day.

    A claim without a date of its own stands on the day when its document was published; without that, it is left out.
    """
    wording = Wording(corpus, vocabulary)
    published = {
        reading.document.id: reading.document.date for reading in corpus.readings
    }
    found = []
    for claim in _read(wording, actor):
        date = claim.valid_from or claim.valid_until
        day = date or published[claim.evidence[0].document]
        if day:
            found.append(Dated(day, date is None, wording.claim(claim)))
    return tuple(
        sorted(found, key=lambda one: (one.date, one.by_document, one.claim.id))
    )


def _read(wording: Wording, actor: Actor | None) -> Iterable[Claim]:
    claims = (claim for claim in wording.claims.values() if not claim.premises)
    return (
        claim
        for claim in claims
        if actor is None or actor.id in (claim.subject, claim.object)
    )


def compare(
    corpus: Corpus,
    network: nx.MultiDiGraph,
    vocabulary: Vocabulary,
    left: Actor,
    right: Actor,
) -> Comparison:
    """What two actors have to do with each other, and with whom both or only one of them has to do.

    Only accepted relations count, except between the two themselves: there everything is told.
    """
    wording = Wording(corpus, vocabulary)
    one, two = (_accepted(network, wording, actor.id) for actor in (left, right))
    ends = {left.id, right.id}
    names = [
        sorted(wording.name(other) for other in only - ends)
        for only in (one.keys() - two, two.keys() - one)
    ]
    shared = sorted(
        (one.keys() & two) - ends, key=lambda other: (wording.name(other), other)
    )
    return Comparison(
        left=left.name,
        right=right.name,
        direct=tuple(
            wording.claim(claim)
            for claim in wording.claims.values()
            if {claim.subject, claim.object} == ends
        ),
        shared=tuple(
            Shared(other, wording.name(other), one[other], two[other])
            for other in shared
        ),
        only_left=tuple(names[0]),
        only_right=tuple(names[1]),
    )


def _accepted(
    network: nx.MultiDiGraph, wording: Wording, actor: ActorId
) -> dict[ActorId, tuple[ClaimAnswer, ...]]:
    """Each neighbour of an actor, with the surest claim of every accepted relation to it."""
    found: dict[ActorId, tuple[ClaimAnswer, ...]] = {}
    for subject, object_, data in edges_of(network, actor):
        if data["accepted"]:
            claim = wording.surest(wording.claims[id_] for id_ in data["claims"])
            other = object_ if subject == actor else subject
            found[other] = (*found.get(other, ()), wording.claim(claim))
    return found


def delegation(
    corpus: Corpus, vocabulary: Vocabulary, event: Actor
) -> tuple[Delegate, ...]:
    """Who takes part in an event or belongs to a body, and for whom each of them is there, sorted by name.

    Every claim counts, also what is planned, alleged or denied: the answer says how it is told.
    """
    wording = Wording(corpus, vocabulary)
    taking: dict[ActorId, list[ClaimAnswer]] = defaultdict(list)
    standing: dict[ActorId, list[Claim]] = defaultdict(list)
    for claim in wording.claims.values():
        if claim.object != event.id and _is(claim, STANDING_FOR, vocabulary):
            standing[claim.subject].append(claim)
        elif claim.object == event.id and _is(claim, TAKING_PART, vocabulary):
            taking[claim.subject].append(wording.claim(claim))
    return tuple(
        Delegate(
            one,
            wording.name(one),
            tuple(taking[one]),
            tuple(map(wording.claim, standing[one])),
        )
        for one in sorted(taking, key=lambda one: (wording.name(one), one))
    )


def _is(claim: Claim, relations: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    return not vocabulary.ancestors(claim.relation).isdisjoint(relations)
