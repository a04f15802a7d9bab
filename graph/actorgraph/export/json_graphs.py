"""JSON for Cytoscape (library and desktop program) and graphology (Sigma, Gephi Lite).

JSON has lists, truth values and every character, so nothing of the network is lost.  What has
no value is left out.
"""

from __future__ import annotations

import json
from functools import partial
from itertools import starmap
from typing import TYPE_CHECKING, Any, BinaryIO

from actorgraph.columns import stated
from actorgraph.export import looks
from actorgraph.export.drawing import drawing
from actorgraph.export.registry import DRAWN, Exporter, Material, edge_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Record = dict[str, Any]

_CYTOSCAPE_HEAD = (
    b'{"data":{"name":"actorgraph"},"directed":true,"multigraph":true,"elements":{'
)
_GRAPHOLOGY_HEAD = (
    b'{"options":{"type":"directed","multi":true,"allowSelfLoops":true},'
    b'"attributes":{},'
)


def write_cytoscape(material: Material, target: BinaryIO) -> None:
    """Write Cytoscape.js JSON: it shows ``name`` and ``interaction``; the rest are columns.

    Format: https://js.cytoscape.org/#notation/elements-json
    """
    network = drawing(material)
    actors = network.nodes(data=True)
    relations = network.edges(data=True)
    nodes = starmap(_cytoscape_node, actors)
    edges = starmap(_cytoscape_edge, relations)
    target.write(_CYTOSCAPE_HEAD)
    _write_network(nodes, edges, target)
    target.write(b"}}\n")


def write_graphology(material: Material, target: BinaryIO) -> None:
    """Write graphology's serialisation, with the place, ``size`` and ``color`` that Sigma draws.

    The type of an actor is called ``class``: Sigma takes ``type`` for the name of a renderer.

    Format: https://graphology.github.io/serialization
    """
    network = drawing(material)
    actors = network.nodes(data=True)
    relations = network.edges(data=True)
    most = looks.most_important(network)
    node_record = partial(_graphology_node, most=most)
    nodes = starmap(node_record, actors)
    edges = starmap(_graphology_edge, relations)
    target.write(_GRAPHOLOGY_HEAD)
    _write_network(nodes, edges, target)
    target.write(b"}\n")


EXPORTERS = (
    Exporter(
        "cytoscape",
        "Cytoscape JSON, for Cytoscape and Cytoscape.js",
        "graph.cyjs",
        write_cytoscape,
        opens="Cytoscape, Cytoscape.js",
        keeps=DRAWN,
    ),
    Exporter(
        "graphology",
        "graphology JSON, for Sigma and Gephi Lite",
        "graph.graphology.json",
        write_graphology,
        opens="Sigma 3 and 4, Gephi Lite",
        keeps=DRAWN,
    ),
)


def _cytoscape_node(actor: str, node: Mapping[str, Any]) -> Record:
    data = stated(node)
    place = {"x": data.pop("x"), "y": data.pop("y")}
    return {"data": {**data, "id": actor, "name": node["label"]}, "position": place}


def _cytoscape_edge(subject: str, object_: str, edge: Mapping[str, Any]) -> Record:
    return {
        "data": {
            **stated(edge),
            "id": edge_id(subject, edge["relation"], object_),
            "source": subject,
            "target": object_,
            "name": edge["label"],
            "interaction": edge["relation"],
        }
    }


def _graphology_node(actor: str, node: Mapping[str, Any], *, most: float) -> Record:
    attributes = stated(node)
    attributes["class"] = attributes.pop("type")
    attributes["y"] = -node["y"]  # Sigma's y points up
    attributes["color"] = looks.colour(node)
    attributes["size"] = looks.size(node, most) / 2  # Sigma takes a radius
    return {"key": actor, "attributes": attributes}


def _graphology_edge(subject: str, object_: str, edge: Mapping[str, Any]) -> Record:
    return {
        "key": edge_id(subject, edge["relation"], object_),
        "source": subject,
        "target": object_,
        "attributes": stated(edge),
    }


def _write_network(
    nodes: Iterable[Record], edges: Iterable[Record], target: BinaryIO
) -> None:
    target.write(b'"nodes":')
    target.writelines(_list(nodes))
    target.write(b',"edges":')
    target.writelines(_list(edges))


def _list(items: Iterable[Record]) -> Iterator[bytes]:
    """Yield a JSON list in pieces, one item a line."""
    start = "["
    for item in items:
        yield f"{start}\n{json.dumps(item)}".encode()
        start = ","
    yield b"[]" if start == "[" else b"\n]"
