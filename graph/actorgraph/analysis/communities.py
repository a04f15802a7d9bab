"""Groups of actors that are more closely linked with one another than with the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.analysis.projection import simple_projection

if TYPE_CHECKING:
    import networkx as nx

    from actorgraph.model import ActorId

#: Louvain visits the nodes in a shuffled order; this fixes the shuffle.
SEED = 1


def communities(network: nx.MultiDiGraph) -> dict[ActorId, int]:
    """Number of the community of each actor.

    Louvain's method on ``simple_projection``: actors are moved, and then whole groups, while that raises the weighted
    modularity.  Communities are numbered from 0, the largest first, among equals the one with the smallest actor id.
    An actor without accepted relations is a community of its own; an empty network gives an empty result.

    The order in which the network was put together has no influence: nodes and edges are handed over sorted.

    References:
        V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, Fast unfolding of communities in large networks,
        J. Stat. Mech. (2008), P10008.
    """
    import networkx as nx

    projection = simple_projection(network)
    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(projection))
    edges = (
        (*sorted(pair), weight) for *pair, weight in projection.edges(data="weight")
    )
    ordered.add_weighted_edges_from(sorted(edges))
    found = nx.community.louvain_communities(ordered, weight="weight", seed=SEED)
    numbered = sorted(
        (sorted(members) for members in found),
        key=lambda members: (-len(members), members),
    )
    return {
        actor: number for number, members in enumerate(numbered) for actor in members
    }
