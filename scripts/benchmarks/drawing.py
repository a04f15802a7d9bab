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


#: Whether the drawing is made before, or counts → the times that we may be slower or must be
#: faster.  The drawing has what the others leave out: quotes, articles, and a place for each actor,
#: which pyvis' pages compute whenever they are opened.
GEXF_AIMS = {"made before": 4.0, "included": 0.9}
DIRECTED_AIMS = {"made before": 8.0, "included": 0.5}
UNDIRECTED_AIMS = {"made before": 8.0, "included": 4.0}


def drawing(scale: Scale) -> Iterator[Comparison]:
    """Compare the GEXF file and the page, with the drawing made before and included."""
    material = material_of(scale.claims)
    simple = simple_network(material.network)
    for drawn, aim in GEXF_AIMS.items():
        ours = partial(_WRITERS[drawn], material, "gexf")
        costs = in_turns(ours, partial(_write_networkx_gexf, simple), scale.rounds)
        what = f"GEXF of {_size(material)}, drawing {drawn}; other: networkx.write_gexf"
        yield Comparison(what, *costs, at_least(aim))
    for drawn, aim in DIRECTED_AIMS.items():
        yield _page(drawn, aim, material, simple, scale, is_directed=True)
    for drawn, aim in UNDIRECTED_AIMS.items():
        yield _page(drawn, aim, material, simple, scale, is_directed=False)


def _page(
    drawn: str,
    aim: float,
    material: Material,
    simple: nx.MultiDiGraph,
    scale: Scale,
    *,
    is_directed: bool,
) -> Comparison:
    costs = in_turns(
        partial(_WRITERS[drawn], material, "html"),
        partial(pyvis_page, simple, is_directed=is_directed),
        scale.rounds,
    )
    kind = "directed" if is_directed else "undirected"
    what = f"page of {_size(material)}, drawing {drawn}; other: pyvis, {kind}"
    return Comparison(what, *costs, at_least(aim))


def _size(material: Material) -> str:
    return f"{material.network.number_of_edges():,} edges"


def material_of(claims: int) -> Material:
    """Return a graph of this many invented claims, with their documents."""
    vocabulary = load_vocabulary()
    corpus = corpus_of(claims, vocabulary)
    network = build_network(corpus, vocabulary, threshold=CONFIDENCE_THRESHOLD)
    return Material(corpus, annotate(network), vocabulary, lambda: ())


def _write(material: Material, name: str) -> None:
    EXPORTERS[name].write(material, io.BytesIO())


def _draw_and_write(material: Material, name: str) -> None:
    _write(replace(material), name)  # a new one has no drawing yet


_WRITERS = {"made before": _write, "included": _draw_and_write}


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
