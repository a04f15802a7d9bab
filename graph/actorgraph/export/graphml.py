"""GraphML, as networkx, igraph, yEd, Cytoscape and Gephi read it.

GraphML has no lists, so the items of a list are joined by `` | ``.  Parallel edges differ in
their ids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from actorgraph.export.characters import printable
from actorgraph.export.registry import Exporter, Material, edge_id
from actorgraph.export.spreadsheet import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx


def write(material: Material, target: BinaryIO) -> None:
    """Write the network as GraphML.

    All edges are directed; the attribute ``symmetric`` marks relations whose direction means
    nothing.  Characters that XML cannot hold are left out.
    """
    import networkx as nx

    nx.write_graphml_lxml(_flat(material.network), target, edge_id_from_attribute="id")


EXPORTER = Exporter(
    "graphml",
    "GraphML, for networkx, igraph, yEd and Cytoscape",
    "graph.graphml",
    write,
)


def _flat(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Return a copy of the network with plain values only, and an ``id`` for each edge."""
    import networkx as nx

    flat = nx.MultiDiGraph()
    for actor, node in network.nodes(data=True):
        flat.add_node(actor, **_values(node))
    for subject, object_, relation, edge in network.edges(keys=True, data=True):
        id_ = edge_id(subject, relation, object_)
        flat.add_edge(subject, object_, relation, id=id_, **_values(edge))
    return flat


def _values(attributes: Mapping[str, Any]) -> dict[str, str | int | float | bool]:
    return {name: _plain(value) for name, value in attributes.items()}


def _plain(value: str | float | list[str]) -> str | int | float | bool:
    """Return a text that XML can hold, or the number or truth value itself."""
    if isinstance(value, list):
        value = SEPARATOR.join(value)
    return printable(value) if isinstance(value, str) else value
