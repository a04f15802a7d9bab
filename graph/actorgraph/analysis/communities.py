"""Groups of actors that are more closely linked with one another than with everybody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.analysis.projection import simple_projection

if TYPE_CHECKING:
    import networkx as nx

    from actorgraph.model import ActorId

#: Louvain visits the nodes in a shuffled order; this fixes the shuffle.
SEED = 1


def communities(network: nx.MultiDiGraph) -> dict[ActorId, int]:
    """Return the number of the community of each actor.

    Louvain's method on ``simple_projection``: actors are moved, and then whole groups, while that
    raises the weighted modularity. Communities are numbered from 0, the largest first; of two equal
    ones, the one with the smallest actor id comes first. An actor without accepted relations is a
    community of its own; an empty network gives an empty result. The order in which the network was
    built has no influence.

    Args:
        network: As ``build_network`` returns it.

    References:
        V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, Fast unfolding of communities in
        large networks, J. Stat. Mech. (2008), P10008.
    """
    import networkx as nx

    groups = nx.community.louvain_communities(
        _sorted_projection(network), weight="weight", seed=SEED
    )
    numbers: dict[ActorId, int] = {}
    for number, members in enumerate(sorted(map(sorted, groups), key=_by_size)):
        numbers.update(dict.fromkeys(members, number))
    return numbers


def _sorted_projection(network: nx.MultiDiGraph) -> nx.Graph:
    """Return the projection with its nodes and edges in sorted order."""
    import networkx as nx

    projection = simple_projection(network)
    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(projection))
    edges = projection.edges(data="weight")
    weighted = sorted((*sorted(ends), weight) for *ends, weight in edges)
    ordered.add_weighted_edges_from(weighted)
    return ordered


def _by_size(members: list[ActorId]) -> tuple[int, list[ActorId]]:
    return -len(members), members
