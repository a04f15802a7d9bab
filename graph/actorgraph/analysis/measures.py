"""The measures of a network, written onto its nodes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
#: Those that depend on nothing but which actors are linked.
OF_LINKS = frozenset({"degree", "betweenness"})


def annotate(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Return a copy whose nodes have ``degree``, ``betweenness``, ``pagerank`` and ``community``.

    Args:
        network: As ``build_network`` returns it; it is not changed.
    """
    measured = network.copy()
    for name in _MEASURES:
        _write(name, measured)
    return measured


def measure(network: nx.MultiDiGraph, names: Iterable[str]) -> None:
    """Write those measures onto the nodes of a network that they do not have yet.

    Args:
        network: As ``build_bare_network`` returns it.
        names: What is no measure is passed over.
    """
    present: Mapping[str, object] = next(iter(network.nodes.values()), {})
    for name in names:
        if name in _MEASURES and name not in present:
            _write(name, network)


def _write(name: str, network: nx.MultiDiGraph) -> None:
    import networkx as nx

    nx.set_node_attributes(network, _MEASURES[name](network), name)
