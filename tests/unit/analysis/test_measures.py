import os
import random
import subprocess
import sys
from typing import Any

import networkx as nx
import pytest

from actorgraph.analysis import annotate, centrality, simple_projection
from actorgraph.analysis.centrality import betweenness, degree, pagerank
from actorgraph.analysis.communities import communities
from actorgraph.analysis.pivots import sampled_betweenness
from actorgraph.model import ActorId


def network_of(
    *edges: tuple[Any, ...],
    nodes: list[str] | tuple[Any, ...] = (),
) -> nx.MultiDiGraph:
    """A network of accepted edges (subject, object, weight); a fourth value changes attributes."""
    network = nx.MultiDiGraph()
    network.add_nodes_from(nodes)
    for number, (subject, object_, weight, *more) in enumerate(edges):
        data = {"weight": weight, "accepted": True, "symmetric": False} | (
            more[0] if more else {}
        )
        network.add_edge(subject, object_, key=f"r{number}", **data)
    return network


def random_network(seed: int, symmetric: bool = False) -> nx.MultiDiGraph:
    chance = random.Random(seed)  # a repeatable sequence is wanted
    names = [f"actor-{number}" for number in range(chance.randint(3, 40))]
    edges = [
        (
            *chance.choices(names, k=2),
            chance.randint(1, 4),
            {"accepted": chance.random() < 0.8, "symmetric": symmetric},
        )
        for _ in range(len(names) * 2)
    ]
    return network_of(*edges, nodes=names)


def test_the_projection_adds_up_parallel_and_opposite_edges() -> None:
    projection = simple_projection(
        network_of(("a", "b", 2), ("a", "b", 3), ("b", "a", 4), ("b", "c", 1))
    )
    assert sorted(projection.edges(data="weight")) == [("a", "b", 9), ("b", "c", 1)]


def test_the_projection_leaves_out_what_is_not_accepted_and_loops_but_keeps_the_actors() -> (
    None
):
    projection = simple_projection(
        network_of(("a", "b", 1, {"accepted": False}), ("c", "c", 1))
    )
    assert list(projection) == ["a", "b", "c"]
    assert projection.number_of_edges() == 0


def test_degree_counts_neighbours_not_edges() -> None:
    assert degree(network_of(("a", "b", 2), ("b", "a", 1), ("a", "c", 1))) == {
        "a": 2,
        "b": 1,
        "c": 1,
    }


@pytest.mark.parametrize("seed", range(12))
def test_betweenness_is_that_of_networkx(seed: int) -> None:
    network = random_network(seed)
    assert betweenness(network) == pytest.approx(
        nx.betweenness_centrality(simple_projection(network)), abs=1e-12
    )


@pytest.mark.parametrize("seed", range(12))
def test_with_all_actors_as_pivots_betweenness_is_exact(seed: int) -> None:
    projection = simple_projection(random_network(seed))
    assert sampled_betweenness(projection, len(projection)) == pytest.approx(
        nx.betweenness_centrality(projection), abs=1e-12
    )


@pytest.mark.parametrize(
    "graph", [nx.star_graph(5), nx.path_graph(6), nx.empty_graph(4), nx.path_graph(2)]
)
def test_leaves_and_couples_are_counted(graph: nx.Graph) -> None:
    graph.add_nodes_from((98, 99))
    assert sampled_betweenness(graph.copy(), 99) == pytest.approx(
        nx.betweenness_centrality(graph), abs=1e-12
    )


def test_in_a_large_network_betweenness_is_estimated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    graph = nx.barabasi_albert_graph(300, 2, seed=3)
    names = {node: f"actor-{node:03d}" for node in graph}
    network = network_of(*((names[a], names[b], 1) for a, b in graph.edges))
    exact = betweenness(network)
    monkeypatch.setattr(centrality, "EXACT_BETWEENNESS", 100)
    monkeypatch.setattr(centrality, "BETWEENNESS_PIVOTS", 60)
    estimated = betweenness(network)
    assert estimated != exact
    for actor, value in exact.items():
        assert abs(estimated[actor] - value) < 3 * (value / 60) ** 0.5 + 1e-9
    edges = [(*ends, 1) for ends in network.edges()]
    assert betweenness(network_of(*edges[::-1])) == pytest.approx(estimated, abs=1e-12)


def test_the_middle_of_a_chain_lies_on_its_only_path() -> None:
    assert betweenness(network_of(("a", "b", 1), ("c", "b", 9))) == {
        "a": 0.0,
        "b": 1.0,
        "c": 0.0,
    }


@pytest.mark.parametrize("are_named", [False, True])
@pytest.mark.parametrize("seed", range(6))
def test_pagerank_is_where_the_google_matrix_of_networkx_comes_to_rest(
    seed: int, are_named: bool
) -> None:
    network = random_network(seed)
    mentions = {actor: number % 5 for number, actor in enumerate(network)}
    if are_named:
        nx.set_node_attributes(network, mentions, "mentions")
    order = list(network)
    ranks = pagerank(network)
    rest = [ranks[actor] for actor in order] @ nx.google_matrix(
        simple_projection(network),
        alpha=0.85,
        nodelist=order,
        personalization=mentions if are_named else None,
    )
    assert sum(ranks.values()) == pytest.approx(1)
    assert list(rest) == pytest.approx([ranks[actor] for actor in order], abs=1e-9)


def best_ranked(network: nx.MultiDiGraph, **mentions: int) -> list[ActorId]:
    nx.set_node_attributes(network, mentions, "mentions")
    ranks = pagerank(network)
    return sorted(ranks, key=lambda actor: -ranks[actor])


def test_two_who_deal_only_with_each_other_rank_below_whoever_many_deal_with() -> None:
    network = network_of(
        ("hub", "a", 1), ("hub", "b", 1), ("c", "hub", 1), ("lone", "pair", 1)
    )
    best = best_ranked(network, hub=3, a=1, b=1, c=1, lone=1, pair=1)
    assert best[0] == "hub"


def test_a_part_of_a_graph_counts_for_as_much_as_its_actors_are_named() -> None:
    network = network_of(("a", "b", 1), ("x", "y", 1), ("y", "z", 1))
    nx.set_node_attributes(
        network, {"a": 1, "b": 1, "x": 3, "y": 3, "z": 2}, "mentions"
    )
    ranks = pagerank(network)
    assert ranks[ActorId("a")] + ranks[ActorId("b")] == pytest.approx(0.2)


def test_who_is_named_ranks_above_those_who_are_only_described_beside_them() -> None:
    network = network_of(
        ("minister", "reporters", 1), ("minister", "union", 1), ("union", "minister", 1)
    )
    best = best_ranked(network, minister=8, union=5, reporters=1)
    assert best == ["minister", "union", "reporters"]


def test_the_accused_matter_as_much_as_the_accuser() -> None:
    ranks = pagerank(network_of(("accuser", "accused", 1)))
    accuser, accused = ranks.values()
    assert accuser == pytest.approx(accused)


def cliques() -> nx.MultiDiGraph:
    """Four friends, then three, then one alone, with one bridge."""
    four, three = (
        [("p", "q"), ("p", "r"), ("p", "s"), ("q", "r"), ("q", "s"), ("r", "s")],
        [("a", "b"), ("b", "c")],
    )
    return network_of(
        *((*pair, 2) for pair in [*four, *three, ("a", "c")]),
        ("a", "p", 1),
        nodes=["alone"],
    )


def test_communities_are_numbered_by_size() -> None:
    found = communities(cliques())
    assert {actor for actor, number in found.items() if number == 0} == set("pqrs")
    assert {actor for actor, number in found.items() if number == 1} == set("abc")
    assert found[ActorId("alone")] == 2


def test_equal_communities_are_numbered_by_their_smallest_id() -> None:
    assert communities(network_of(("y", "z", 1), ("b", "a", 1))) == {
        "a": 0,
        "b": 0,
        "y": 1,
        "z": 1,
    }


@pytest.mark.parametrize("seed", range(6))
def test_communities_do_not_depend_on_the_order_of_the_network(seed: int) -> None:
    network = random_network(seed)
    edges = [(*ends, data["weight"], data) for *ends, data in network.edges(data=True)]
    backwards = network_of(*edges[::-1], nodes=list(network)[::-1])
    assert communities(backwards) == communities(network)


def test_an_empty_network_has_no_measures() -> None:
    empty = nx.MultiDiGraph()
    assert [degree(empty), betweenness(empty), pagerank(empty), communities(empty)] == [
        {},
        {},
        {},
        {},
    ]
    assert not annotate(empty)


def test_annotate_measures_a_copy() -> None:
    network = cliques()
    measured = annotate(network)
    assert set(measured.nodes["p"]) == {
        "degree",
        "betweenness",
        "pagerank",
        "community",
    }
    assert network.nodes["p"] == {}
    assert list(measured.edges(keys=True, data=True)) == list(
        network.edges(keys=True, data=True)
    )


REPEAT = """
import networkx as nx
from actorgraph.analysis import annotate
network = nx.MultiDiGraph()
for left, right in nx.gnp_random_graph(60, 0.08, seed=4).edges:
    data = {"weight": 1, "accepted": True, "symmetric": False}
    network.add_edge(f"actor {left}", f"actor {right}", key="r", **data)
print(sorted(annotate(network).nodes(data=True)))
"""


def test_measures_do_not_depend_on_the_hash_seed_of_the_process() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", REPEAT],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": seed},
            capture_output=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1
