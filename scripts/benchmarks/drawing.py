"""What is drawn of the same network: our writers beside those of networkx and pyvis."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from claims import corpus_of
from measuring import Scale, in_turns
from table import Row, at_least

from actorgraph.analysis import annotate, build_network
from actorgraph.export import EXPORTERS, Material
from actorgraph.settings import CONFIDENCE_THRESHOLD
from actorgraph.vocabulary import load_vocabulary

if TYPE_CHECKING:
    import networkx as nx


def drawing(scale: Scale) -> Iterator[Row]:
    """GEXF, and the page."""
    material = material_of(scale.claims)
    edges = f"{material.network.number_of_edges():,} edges"
    simple = simple_network(material.network)
    written = in_turns(
        partial(_write, material, "gexf"), partial(_networkx_gexf, simple), scale.rounds
    )
    yield Row(f"GEXF of {edges}; other: networkx.write_gexf", *written, at_least(4))
    for kind, directed in (("directed", True), ("undirected", False)):
        for how, ours in (("computed", material), ("given", _with_places(material))):
            drawn = in_turns(
                partial(_write, ours, "html"),
                partial(pyvis_page, simple, directed=directed),
                scale.rounds,
            )
            yield Row(
                f"page of {edges}, places {how}; other: pyvis, {kind}, no places",
                *drawn,
                at_least(8),
            )


def _with_places(material: Material) -> Material:
    """The same, but with a place for each actor: pyvis leaves finding one to the reader's browser."""
    placed = material.network.copy()
    for number, (_, node) in enumerate(placed.nodes(data=True)):
        node["x"], node["y"] = divmod(number, 100)
    return replace(material, network=placed)


def material_of(claims: int) -> Material:
    """A graph of so many invented claims, with the documents that they stand in."""
    vocabulary = load_vocabulary()
    corpus = corpus_of(claims, vocabulary)
    network = annotate(
        build_network(corpus, vocabulary, threshold=CONFIDENCE_THRESHOLD)
    )
    return Material(corpus, network, vocabulary, lambda: ())


def _write(material: Material, name: str) -> None:
    EXPORTERS[name].write(material, io.BytesIO())


def simple_network(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The same network with lists as text, since networkx writes only plain values."""
    simple = network.copy()
    places = (
        *(data for _, data in simple.nodes(data=True)),
        *(data for _, _, data in simple.edges(data=True)),
    )
    for data in places:
        data.update(
            {
                key: "; ".join(value)
                for key, value in data.items()
                if isinstance(value, list)
            }
        )
    return simple


def _networkx_gexf(network: nx.MultiDiGraph) -> None:
    import networkx as nx

    nx.write_gexf(network, io.BytesIO())


def pyvis_page(network: nx.MultiDiGraph, *, directed: bool) -> str:
    """The stock page of pyvis, with its script inside."""
    from pyvis.network import Network

    page = Network(directed=directed, cdn_resources="in_line")
    page.from_nx(network)
    return str(page.generate_html())
