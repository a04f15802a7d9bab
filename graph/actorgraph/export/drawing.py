"""The network as programs that draw graphs get it: nobody left out, everybody in place.

The network itself has the actors that claims relate.  Here are all actors, in the places of the
page, with what they said, and each quote has the document that it comes from.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from actorgraph.columns import actor_attributes
from actorgraph.export.corpus_lookup import Lookup
from actorgraph.export.looks import NO_COMMUNITY
from actorgraph.export.utterances import Utterance, utterances_by_speaker

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import networkx as nx

    from actorgraph.export.registry import Material
    from actorgraph.model import Actor

Point = tuple[float, float]

#: Pixels between the rows and columns of actors that the page does not draw.
SPACING = 80
#: Such actors in a row, at least.
ROW = 4


def drawing(material: Material) -> nx.MultiDiGraph:
    """Return a copy of the measured network with all that a drawing of it has room for.

    Nodes have ``x`` and ``y`` in pixels, downwards as on a screen, and the columns
    ``columns.SPEECH``; edges have ``columns.PROOF``.  Actors that no claim relates are nodes
    without edges.
    """
    lookup = Lookup(material.corpus)
    network = material.network.copy()
    for id_, actor in lookup.actors.items():
        if id_ not in network:
            network.add_node(id_, **_unrelated(actor))
    places = _places(material, list(network))
    speeches = utterances_by_speaker(material.corpus)
    for id_, node in network.nodes(data=True):
        node["x"], node["y"] = places[id_]
        node.update(_speech(speeches[id_]))
    for *_, edge in network.edges(data=True):
        edge["quoted_from"] = _documents(edge, lookup)
    return network


def _unrelated(actor: Actor) -> dict[str, Any]:
    return {
        **actor_attributes(actor),
        "degree": 0,
        "betweenness": 0.0,
        "pagerank": 0.0,
        "community": NO_COMMUNITY,
    }


def _places(material: Material, actors: Sequence[str]) -> Mapping[str, Point]:
    """Return the place of each actor: that of the page, or one in rows under the picture."""
    places: dict[str, Point] = {}
    nodes = material.payload["nodes"]
    for node in nodes:
        point = (float(node["x"]), float(node["y"]))
        places[node["key"]] = point
    shelf = _shelf(places)
    for actor in actors:
        if actor not in places:
            places[actor] = next(shelf)
    return places


def _shelf(places: Mapping[str, Point]) -> Iterator[Point]:
    """Yield places in rows under a picture, as wide as it is."""
    columns = [x for x, _ in places.values()] or [0.0]
    rows = [y for _, y in places.values()] or [0.0]
    left, width = min(columns), max(columns) - min(columns)
    in_a_row = max(ROW, round(width / SPACING))
    for number in count():
        row, column = divmod(number, in_a_row)
        yield left + column * SPACING, max(rows) + (row + 1) * SPACING


def _speech(words: Sequence[Utterance]) -> dict[str, list[str]]:
    return {
        "said": [quotation.words for quotation in words],
        "said_in": [quotation.document.name for quotation in words],
    }


def _documents(edge: Mapping[str, Any], lookup: Lookup) -> list[str]:
    """Return the name of the document of each claim of an edge, in the order of its quotes."""
    names = []
    claims = lookup.existing(edge["claims"])
    for claim in claims:
        documents = lookup.sources(claim)
        names.append(", ".join(document.name for document in documents))
    return names
