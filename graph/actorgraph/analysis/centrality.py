"""Measures of how central each actor is, on accepted edges only, equal on every run.

Nodes are handed to rustworkx by their position in the network, and it works in one thread: sums of
floating-point numbers depend on their order, which threads would leave to chance.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from itertools import count
from typing import TYPE_CHECKING

from actorgraph.analysis.pivots import sampled_betweenness
from actorgraph.analysis.projection import simple_projection
from actorgraph.settings import BETWEENNESS_PIVOTS, EXACT_BETWEENNESS

if TYPE_CHECKING:
    import networkx as nx

    from actorgraph.model import ActorId

#: Chance that a walk along edges goes on rather than starts afresh; the value of
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
    length 1. Takes *n · m* steps: where more than ``settings.EXACT_BETWEENNESS`` actors have
    relations, it is estimated, see ``pivots.sampled_betweenness``. A network of fewer than three
    actors gives 0 for each.

    References:
        L. C. Freeman, A set of measures of centrality based on betweenness, Sociometry 40 (1977),
        35–41. U. Brandes, A faster algorithm for betweenness centrality, J. Math. Sociology 25
        (2001), 163–177.
    """
    import rustworkx as rx

    projection = simple_projection(network)
    linked = sum(degree > 0 for _, degree in projection.degree())
    if linked > EXACT_BETWEENNESS:
        return sampled_betweenness(projection, BETWEENNESS_PIVOTS)
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
    r"""Return the chance to meet each actor on a walk that starts at what the texts name, in sum 1.

    .. math::

        p(v) = (1-\alpha) \frac{m(v)}{\sum_x m(x)}
               + \alpha \sum_u p(u) \frac{w(u,v)}{\sum_x w(u,x)}

    where *α* = 0.85 is the damping, *m* the number of mentions, and *w* the weight of the edge in
    ``simple_projection``: relations are followed in both directions, since who is accused matters
    as much as who accuses. The walk starts at an actor as often as the texts name it. So a part of
    a graph counts for as much as its actors are named, and two who deal only with each other do
    not trap the walk; those who are described but hardly named ("reporters") count little.
    Where no mentions were counted, it starts anywhere. An empty network gives an empty result.

    References:
        L. Page, S. Brin, R. Motwani, T. Winograd, The PageRank citation ranking: bringing order to
        the web, Stanford InfoLab (1999). T. H. Haveliwala, Topic-sensitive PageRank, WWW (2002).
    """
    import rustworkx as rx

    if not network:
        return {}
    projection = simple_projection(network)
    positions = _positions(projection)
    graph = rx.PyDiGraph()
    graph.add_nodes_from(list(projection))
    for left, right, weight in projection.edges(data="weight"):
        graph.add_edge(positions[left], positions[right], weight)
        graph.add_edge(positions[right], positions[left], weight)
    scores = rx.pagerank(
        graph,
        alpha=DAMPING,
        weight_fn=float,
        tol=TOLERANCE,
        max_iter=MAX_ITERATIONS,
        personalization=_starts(network, positions),
    )
    return _by_actor(positions, scores)


def _starts(
    network: nx.MultiDiGraph, positions: Mapping[ActorId, int]
) -> dict[int, float] | None:
    """Return how often a walk starts at each node; None if anywhere."""
    mentions = dict(network.nodes(data="mentions", default=0))
    if not any(mentions.values()):
        return None
    return {positions[actor]: float(count) for actor, count in mentions.items()}


def _positions(graph: nx.Graph) -> dict[ActorId, int]:
    return dict(zip(graph, count(), strict=False))


def _by_actor(
    positions: Mapping[ActorId, int], scores: Mapping[int, float]
) -> dict[ActorId, float]:
    return {actor: float(scores[position]) for actor, position in positions.items()}
