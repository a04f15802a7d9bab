import io

import networkx as nx

from tests.unit.export.conftest import NetworkBuilder


def read_back(data: bytes) -> nx.DiGraph | nx.MultiDiGraph:
    return nx.read_graphml(io.BytesIO(data))


def test_networkx_reads_it_back_with_parallel_edges_apart(
    parallel: NetworkBuilder,
) -> None:
    back = read_back(parallel.export("graphml"))
    assert list(back) == ["ann", "bob", "cleo"]
    assert sorted(
        (a, b, data["relation"], data["weight"]) for a, b, data in back.edges(data=True)
    ) == [
        ("ann", "bob", "aunt", 2),
        ("ann", "bob", "teacher", 5),
        ("bob", "ann", "aunt", 2),
    ]


def test_values_keep_their_types_and_lists_are_joined(graph: NetworkBuilder) -> None:
    graph.edge(
        "ann", "aunt", "bob", sources=["a.txt", "b.txt"], confidence=0.5, accepted=False
    )
    ((_, _, edge),) = read_back(graph.export("graphml")).edges(data=True)
    assert (edge["sources"], edge["confidence"], edge["accepted"]) == (
        "a.txt | b.txt",
        0.5,
        False,
    )
    assert "said_by" not in edge


def test_characters_that_xml_cannot_hold_are_left_out(graph: NetworkBuilder) -> None:
    graph.actor("ann", "A\x00nn\ud800", aliases=["\x07", "Annie"])
    node = read_back(graph.export("graphml")).nodes["ann"]
    assert (node["label"], node["aliases"]) == ("Ann", " | Annie")


def test_the_network_is_not_changed(parallel: NetworkBuilder) -> None:
    before = repr(list(parallel.network.edges(keys=True, data=True)))
    parallel.export("graphml")
    assert repr(list(parallel.network.edges(keys=True, data=True))) == before


def test_an_empty_network_can_be_read_back(graph: NetworkBuilder) -> None:
    assert not read_back(graph.export("graphml"))
