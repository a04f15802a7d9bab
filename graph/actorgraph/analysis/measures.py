"""All measures of a network at once, written onto its nodes."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from actorgraph.analysis.centrality import betweenness, degree, pagerank
from actorgraph.analysis.communities import communities

if TYPE_CHECKING:
    import networkx as nx

_MEASURES = {
    "degree": degree,
    "betweenness": betweenness,
    "pagerank": pagerank,
    "community": communities,
}


def annotate(
    network: nx.MultiDiGraph, wanted: Collection[str] = tuple(_MEASURES)
) -> nx.MultiDiGraph:
    """Return a copy whose nodes have ``degree``, ``betweenness``, ``pagerank`` and ``community``.

    Args:
        network: As ``build_network`` returns it; it is not changed.
        wanted: Names of the only measures to take; what is no measure is passed over.
    """
    import networkx as nx

    measured = network.copy()
    for name, measure in _MEASURES.items():
        if name in wanted:
            nx.set_node_attributes(measured, measure(network), name)
    return measured
