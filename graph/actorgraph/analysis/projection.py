"""The plain graph that centrality, communities and paths are measured on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actorgraph.model import NOT_ACTING, ActorType

if TYPE_CHECKING:
    import networkx as nx

    from actorgraph.vocabulary import Vocabulary


def links_actors(network: nx.MultiDiGraph, actor: str) -> bool:
    """Whether two relations to this actor link its neighbours; posts and dates do not."""
    return network.nodes[actor].get("type") not in NOT_ACTING


def without_belonging(
    network: nx.MultiDiGraph, vocabulary: Vocabulary
) -> nx.MultiDiGraph:
    """Return a copy without the edges that only say to which place an actor belongs.

    Two citizens of one country are not linked by it.
    """
    plain = network.copy()
    for subject, object_, relation in network.edges(keys=True):
        is_belonging = vocabulary.relation(relation).is_belonging
        if not is_belonging:
            continue
        ends = (subject, object_)
        types = {network.nodes[end].get("type") for end in ends}
        if ActorType.PLACE.value in types:
            plain.remove_edge(subject, object_, relation)
    return plain


def simple_projection(network: nx.MultiDiGraph) -> nx.Graph:
    """Return which actors are linked, whatever the relation and its direction.

    Two actors are joined by one undirected edge if at least one accepted edge relates them, in
    either direction. Its ``weight`` is the sum of the weights of all accepted edges between them.
    Denied, planned, alleged, attributed, former and doubtful relations do not count. Posts and
    dates join nobody: two presidents of different states are not linked by both being president.
    An actor's relation to itself is left out.

    Args:
        network: As ``build_network`` returns it; it is not changed.

    Returns:
        A ``networkx.Graph`` with all nodes of the network, without their attributes, in the same
        order.

    Example:
        >>> import networkx as nx
        >>> network = nx.MultiDiGraph()
        >>> _ = network.add_edge("roth", "marsh", key="adviserTo", accepted=True, weight=2)
        >>> _ = network.add_edge("marsh", "roth", key="metWith", accepted=True, weight=1)
        >>> _ = network.add_edge("marsh", "hale", key="fired", accepted=False, weight=1)
        >>> list(simple_projection(network).edges(data="weight"))
        [('roth', 'marsh', 3)]
    """
    import networkx as nx

    projection = nx.Graph()
    projection.add_nodes_from(network)
    for subject, object_, data in network.edges(data=True):
        if data["accepted"] and _joined(network, subject, object_):
            before = projection.get_edge_data(subject, object_, {"weight": 0})
            weight = before["weight"] + data["weight"]
            projection.add_edge(subject, object_, weight=weight)
    return projection


def _joined(network: nx.MultiDiGraph, left: str, right: str) -> bool:
    return (
        left != right and links_actors(network, left) and links_actors(network, right)
    )
