"""Who connects groups that are otherwise far apart?  SPARQL cannot compute it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from actorgraph.analysis.projection import simple_projection
from actorgraph.analysis.questions.community_members import community_members
from actorgraph.analysis.questions.rank import Ranked, rank_actors

if TYPE_CHECKING:
    import networkx as nx

    from actorgraph.model import ActorId

#: A broker connects at least this many groups.
FEWEST_GROUPS = 2


@dataclass(frozen=True, slots=True)
class Bridged:
    """A community that a broker reaches.

    Attributes:
        number: Of the community.
        known_by: Name of its most central member.
        links: Names of the broker's neighbours in it, the most closely linked first.
    """

    number: int
    known_by: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Broker(Ranked):
    """An actor that connects groups; ``value`` is its betweenness, 0–1."""

    groups: tuple[Bridged, ...]


def brokers(network: nx.MultiDiGraph, limit: int = 10) -> tuple[Broker, ...]:
    """Return the actors that connect groups which are otherwise far apart, the strongest first.

    The measure is betweenness, see ``centrality.betweenness``. The groups are the communities of an
    actor's neighbours. An actor all of whose neighbours are in one community is no broker, and
    neither is one through which no shortest path leads.

    Args:
        network: Measured, as ``annotate`` returns it.
        limit: Maximum number of brokers.
    """
    bridging = islice(_bridging(network), limit)
    return tuple(
        Broker(place, actor.id, actor.name, actor.type, actor.value, groups)
        for place, (actor, groups) in enumerate(bridging, start=1)
    )


def _bridging(
    network: nx.MultiDiGraph,
) -> Iterator[tuple[Ranked, tuple[Bridged, ...]]]:
    """Yield the actors that connect groups, by betweenness, with these groups."""
    projection = simple_projection(network)
    communities = community_members(network)
    central = {group.number: group.members[0].name for group in communities}
    for actor in rank_actors(network, "betweenness", len(network)):
        groups = tuple(_groups(network, projection, actor.id, central))
        if actor.value and len(groups) >= FEWEST_GROUPS:
            yield actor, groups


def _groups(
    network: nx.MultiDiGraph,
    projection: nx.Graph,
    actor: ActorId,
    central: Mapping[int, str],
) -> Iterator[Bridged]:
    """Yield the communities of an actor's neighbours, with the links into each."""
    neighbours = projection[actor]
    links: dict[int, list[str]] = {}
    for neighbour in sorted(
        neighbours, key=lambda name: (-neighbours[name]["weight"], name)
    ):
        node = network.nodes[neighbour]
        links.setdefault(node["community"], []).append(node["label"])
    for number in sorted(links):
        yield Bridged(number, central[number], tuple(links[number]))
