"""Which groups of actors are closely linked?  SPARQL cannot compute them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actorgraph.analysis.questions.rank import Ranked, ranked_by
from actorgraph.errors import NotFound

if TYPE_CHECKING:
    import networkx as nx

    from actorgraph.model import ActorId


@dataclass(frozen=True, slots=True)
class Community:
    """A group of closely linked actors, the most central first."""

    number: int
    members: tuple[Ranked, ...]


def community_members(
    network: nx.MultiDiGraph, number: int | None = None
) -> tuple[Community, ...]:
    """Return the communities, the largest first, each with its members by PageRank.

    Args:
        network: Measured, as ``annotate`` returns it.
        number: Return only the community with this number.

    Raises:
        NotFound: if there is no community with this number.
    """
    members: dict[int, list[ActorId]] = defaultdict(list)
    for actor, community in network.nodes(data="community"):
        members[community].append(actor)
    is_missing = number is not None and number not in members
    if is_missing:
        raise NotFound(
            f"no community {number}; the network has {len(members)}, counted from 0"
        )
    wanted = sorted(members) if number is None else [number]
    return tuple(
        Community(number, ranked_by(network, members[number], "pagerank"))
        for number in wanted
    )
