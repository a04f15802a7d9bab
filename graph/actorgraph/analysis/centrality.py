"""Measures of how central each actor is, on accepted edges only, equal on every run.

Nodes are handed to rustworkx by their position in the network, and it works in one thread: sums of
floating-point numbers depend on their order, which threads would leave to chance.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping
from itertools import count
from typing import TYPE_CHECKING

from actorgraph.analysis.projection import simple_projection

if TYPE_CHECKING:
    import networkx as nx

    from actorgraph.model import ActorId

#: Chance that a reader who follows edges at random goes on rather than starts afresh; the value of
#: Page et al.
DAMPING = 0.85
#: Mean change of a node's PageRank at which the iteration stops; far below what two actors ever
#: differ by.
TOLERANCE = 1e-12
#: Iterations before PageRank gives up; with a damping of 0.85 the tolerance is reached in about
#: 170.
MAX_ITERATIONS = 1000


def degree(network: nx.MultiDiGraph) -> dict[ActorId, int]:
    """Return the number of actors that accepted relations link to each actor, in any direction."""
    return dict(simple_projection(network).degree())


def betweenness(network: nx.MultiDiGraph) -> dict[ActorId, float]:
    r"""Return the share of the shortest paths between two others that pass through each actor, 0–1.

    .. math::

        c(v) = \frac{2}{(n-1)(n-2)}
               \sum_{s<t;\, s,t \ne v} \frac{\sigma(s,t \mid v)}{\sigma(s,t)}

    where *σ(s,t)* is the number of shortest paths between *s* and *t*, *σ(s,t|v)* the number of
    those through *v*, and *n* the number of actors. Measured on ``simple_projection``, all edges of
    length 1, exactly. Takes *n · m* steps. A network of fewer than three actors gives 0 for each.

    References:
        L. C. Freeman, A set of measures of centrality based on betweenness, Sociometry 40 (1977),
        35–41. U. Brandes, A faster algorithm for betweenness centrality, J. Math. Sociology 25
        (2001), 163–177.
    """
    import rustworkx as rx

    projection = simple_projection(network)
    positions = _positions(projection)
    graph = rx.PyGraph()
    graph.add_nodes_from(list(projection))
    for left, right in projection.edges:
        graph.add_edge(positions[left], positions[right], None)
    scores = rx.betweenness_centrality(
        graph, normalized=True, parallel_threshold=sys.maxsize
    )
    return _by_actor(positions, scores)


def pagerank(network: nx.MultiDiGraph) -> dict[ActorId, float]:
    r"""Return the chance to meet each actor on a random walk along accepted relations, in sum 1.

    .. math:: p(v) = \frac{1-\alpha}{n} + \alpha \sum_u p(u) \frac{w(u,v)}{\sum_x w(u,x)}

    with damping *α* = 0.85 and *w* the summed weight of all accepted relations from *u* to *v*. A
    symmetric relation is followed both ways, and from an actor without outgoing relations the walk
    goes on anywhere. An empty network gives an empty result.

    References:
        L. Page, S. Brin, R. Motwani, T. Winograd, The PageRank citation ranking: bringing order to
        the web, Stanford InfoLab (1999).
    """
    import rustworkx as rx

    if not network:
        return {}
    positions = _positions(network)
    graph = rx.PyDiGraph()
    graph.add_nodes_from(list(network))
    for (left, right), weight in _flow(network).items():
        graph.add_edge(positions[left], positions[right], weight)
    scores = rx.pagerank(
        graph, alpha=DAMPING, weight_fn=float, tol=TOLERANCE, max_iter=MAX_ITERATIONS
    )
    return _by_actor(positions, scores)


def _positions(graph: nx.Graph) -> dict[ActorId, int]:
    return dict(zip(graph, count(), strict=False))


def _by_actor(
    positions: Mapping[ActorId, int], scores: Mapping[int, float]
) -> dict[ActorId, float]:
    return {actor: float(scores[position]) for actor, position in positions.items()}


def _flow(network: nx.MultiDiGraph) -> dict[tuple[ActorId, ActorId], float]:
    """Return the summed weight of the accepted relations from one actor to another."""
    flow: dict[tuple[ActorId, ActorId], float] = defaultdict(float)
    for subject, object_, data in network.edges(data=True):
        if not data["accepted"]:
            continue
        flow[subject, object_] += data["weight"]
        if data["symmetric"] and subject != object_:
            flow[object_, subject] += data["weight"]
    return flow
