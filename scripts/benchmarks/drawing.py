"""Writing one network: the product's exporters beside those of networkx and pyvis."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from actorgraph.analysis import annotate, build_network
from actorgraph.export import EXPORTERS, Material
from actorgraph.settings import CONFIDENCE_THRESHOLD
from actorgraph.vocabulary import load_vocabulary
from benchmarks.invented_claims import corpus_of
from benchmarks.measuring import Scale, in_turns
from benchmarks.table import Comparison, at_least

if TYPE_CHECKING:
    import networkx as nx


def drawing(scale: Scale) -> Iterator[Comparison]:
    """Compare the GEXF file, then the page in four ways."""
    material = material_of(scale.claims)
    simple = simple_network(material.network)
    yield _gexf(material, simple, scale)
    for is_directed in (True, False):
        yield _page("computed", material, simple, scale, is_directed=is_directed)
        placed = _with_positions(material)
        yield _page("given", placed, simple, scale, is_directed=is_directed)


def _gexf(material: Material, simple: nx.MultiDiGraph, scale: Scale) -> Comparison:
    costs = in_turns(
        partial(_write, material, "gexf"),
        partial(_write_networkx_gexf, simple),
        scale.rounds,
    )
    what = f"GEXF of {_size(material)}; other: networkx.write_gexf"
    return Comparison(what, *costs, at_least(4))


def _page(
    positions: str,
    material: Material,
    simple: nx.MultiDiGraph,
    scale: Scale,
    *,
    is_directed: bool,
) -> Comparison:
    costs = in_turns(
        partial(_write, material, "html"),
        partial(pyvis_page, simple, is_directed=is_directed),
        scale.rounds,
    )
    kind = "directed" if is_directed else "undirected"
    pyvis = f"pyvis, {kind}, no positions"
    what = f"page of {_size(material)}, positions {positions}; other: {pyvis}"
    return Comparison(what, *costs, at_least(8))


def _size(material: Material) -> str:
    return f"{material.network.number_of_edges():,} edges"


def _with_positions(material: Material) -> Material:
    """Return the same with a position for each actor; pyvis leaves this to the reader's browser."""
    placed = material.network.copy()
    for number, (_, node) in enumerate(placed.nodes(data=True)):
        node["x"], node["y"] = divmod(number, 100)
    return replace(material, network=placed)


def material_of(claims: int) -> Material:
    """Return a graph of this many invented claims, with their documents."""
    vocabulary = load_vocabulary()
    corpus = corpus_of(claims, vocabulary)
    network = build_network(corpus, vocabulary, threshold=CONFIDENCE_THRESHOLD)
    return Material(corpus, annotate(network), vocabulary, lambda: ())


def _write(material: Material, name: str) -> None:
    EXPORTERS[name].write(material, io.BytesIO())


def simple_network(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Return the network with lists as text, since networkx writes only plain values."""
    simple = network.copy()
    for _, data in simple.nodes(data=True):
        _join_lists(data)
    for _, _, data in simple.edges(data=True):
        _join_lists(data)
    return simple


def _join_lists(data: dict[str, Any]) -> None:
    for key, value in data.items():
        if isinstance(value, list):
            data[key] = "; ".join(value)


def _write_networkx_gexf(network: nx.MultiDiGraph) -> None:
    import networkx as nx

    nx.write_gexf(network, io.BytesIO())


def pyvis_page(network: nx.MultiDiGraph, *, is_directed: bool) -> str:
    """Return the stock page of pyvis, with its script inside."""
    from pyvis.network import Network

    page = Network(directed=is_directed, cdn_resources="in_line")
    page.from_nx(network)
    return str(page.generate_html())
