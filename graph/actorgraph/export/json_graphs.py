"""JSON for the graph libraries of the web: Cytoscape (and its desktop program), graphology (Sigma, Gephi Lite).

JSON holds lists, truth values and every character, so nothing of the network is lost.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO

from actorgraph.export import looks
from actorgraph.export.registry import Exporter, Material, edge_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


def write_cytoscape(material: Material, target: BinaryIO) -> None:
    """Write Cytoscape.js JSON: ``name`` and ``interaction`` are what Cytoscape shows; the rest are columns.

    Format: https://js.cytoscape.org/#notation/elements-json
    """
    network = material.network
    target.write(
        b'{"data":{"name":"actorgraph"},"directed":true,"multigraph":true,"elements":{"nodes":'
    )
    target.writelines(
        _list(_cytoscape_node(actor, node) for actor, node in network.nodes(data=True))
    )
    target.write(b',"edges":')
    target.writelines(
        _list(_cytoscape_edge(*edge) for edge in network.edges(data=True))
    )
    target.write(b"}}\n")


def write_graphology(material: Material, target: BinaryIO) -> None:
    """Write graphology's serialisation of a directed multigraph, with the ``size`` and ``color`` that Sigma draws.

    Format: https://graphology.github.io/serialization
    """
    network = material.network
    most = max(
        (looks.importance(node) for _, node in network.nodes(data=True)), default=0.0
    )
    target.write(
        b'{"options":{"type":"directed","multi":true,"allowSelfLoops":true},"attributes":{},"nodes":'
    )
    target.writelines(
        _list(
            _graphology_node(actor, node, most)
            for actor, node in network.nodes(data=True)
        )
    )
    target.write(b',"edges":')
    target.writelines(
        _list(_graphology_edge(*edge) for edge in network.edges(data=True))
    )
    target.write(b"}\n")


EXPORTERS = (
    Exporter(
        "cytoscape",
        "Cytoscape JSON, for Cytoscape and Cytoscape.js",
        "graph.cyjs",
        write_cytoscape,
    ),
    Exporter(
        "graphology",
        "graphology JSON, for Sigma and Gephi Lite",
        "graph.graphology.json",
        write_graphology,
    ),
)


def _cytoscape_node(actor: str, node: Mapping[str, Any]) -> dict[str, Any]:
    place = (
        {"position": {"x": node["x"], "y": node["y"]}}
        if "x" in node and "y" in node
        else {}
    )
    return {"data": {**node, "id": actor, "name": node["label"]}, **place}


def _cytoscape_edge(
    subject: str, object_: str, data: Mapping[str, Any]
) -> dict[str, Any]:
    ends = {
        "id": edge_id(subject, data["relation"], object_),
        "source": subject,
        "target": object_,
    }
    return {
        "data": {**data, **ends, "name": data["label"], "interaction": data["relation"]}
    }


def _graphology_node(
    actor: str, node: Mapping[str, Any], most: float
) -> dict[str, Any]:
    return {
        "key": actor,
        "attributes": {
            **node,
            "color": looks.colour(node),
            "size": looks.size(node, most),
        },
    }


def _graphology_edge(
    subject: str, object_: str, data: Mapping[str, Any]
) -> dict[str, Any]:
    return {
        "key": edge_id(subject, data["relation"], object_),
        "source": subject,
        "target": object_,
        "attributes": dict(data),
    }


def _list(items: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """A JSON list, an item a line, in pieces."""
    start = "["
    for item in items:
        yield f"{start}\n{json.dumps(item)}".encode()
        start = ","
    yield b"[]" if start == "[" else b"\n]"
