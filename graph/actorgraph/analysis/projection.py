"""The plain graph that centrality, communities and paths are measured on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.model import ActorType

if TYPE_CHECKING:
    import networkx as nx


#: What people have in common without being linked by it.
SHARED = frozenset({ActorType.ROLE.value, ActorType.TIME.value})


def links(network: nx.MultiDiGraph, actor: str) -> bool:
    """Whether a relation to this actor links others through it; posts and dates do not."""
    return network.nodes[actor].get("type") not in SHARED


def simple_projection(network: nx.MultiDiGraph) -> nx.Graph:
    """Who is linked with whom, whatever the relation and its direction.

    The rule: two actors are joined by one undirected edge if at least one accepted edge relates them, in either
    direction.  Its ``weight`` is the sum of the weights of all accepted edges between them.  Denied, planned, alleged,
    former and doubtful relations do not count.  Posts and dates join nobody: two presidents of different states are
    not linked by both being president.  An actor's relation to itself is left out.

    Args:
        network: As ``build_network`` gives it; it is not changed.

    Returns:
        A ``networkx.Graph`` with all nodes of the network (without their attributes), in the same order.
    """
    import networkx as nx

    projection = nx.Graph()
    projection.add_nodes_from(network)
    for subject, object_, data in network.edges(data=True):
        if (
            data["accepted"]
            and subject != object_
            and links(network, subject)
            and links(network, object_)
        ):
            before = projection.get_edge_data(subject, object_, {"weight": 0})["weight"]
            projection.add_edge(subject, object_, weight=before + data["weight"])
    return projection
