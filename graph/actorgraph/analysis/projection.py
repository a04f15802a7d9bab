"""The plain graph that centrality, communities and paths are measured on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx


def simple_projection(network: nx.MultiDiGraph) -> nx.Graph:
    """Who is linked with whom, whatever the relation and its direction.

    The rule: two actors are joined by one undirected edge if at least one accepted edge relates them, in either
    direction.  Its ``weight`` is the sum of the weights of all accepted edges between them.  Denied, planned, alleged,
    former and doubtful relations do not count.  An actor's relation to itself is left out.

    Args:
        network: As ``build_network`` gives it; it is not changed.

    Returns:
        A ``networkx.Graph`` with all nodes of the network (without their attributes), in the same order.
    """
    import networkx as nx

    projection = nx.Graph()
    projection.add_nodes_from(network)
    for subject, object_, data in network.edges(data=True):
        if data["accepted"] and subject != object_:
            before = projection.get_edge_data(subject, object_, {"weight": 0})["weight"]
            projection.add_edge(subject, object_, weight=before + data["weight"])
    return projection
