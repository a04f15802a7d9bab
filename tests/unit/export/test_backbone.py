"""The part of a large graph that its page opens with."""

import networkx as nx
import pytest

from actorgraph.export.page.data import backbone as module
from actorgraph.export.page.data.backbone import backbone


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A graph is large from five relations on; a backbone has six actors, two relations of each."""
    monkeypatch.setattr(module, "FULL_UP_TO", 4)
    monkeypatch.setattr(module, "ACTORS", 6)
    monkeypatch.setattr(module, "STRONGEST", 2)


def edges(*pairs: tuple[int, int]) -> list[dict[str, int]]:
    return [{"from": left, "to": right} for left, right in pairs]


def test_small_graph_has_no_backbone() -> None:
    assert backbone(edges((0, 1), (1, 2)), [True, True]) == []


def test_backbone_connects_all_that_is_connected(small: None) -> None:
    every = edges((0, 1), (0, 2), (1, 2), (2, 3), (0, 3), (3, 4), (4, 5))
    kept = backbone(every, [True] * 7)

    whole, part = (
        nx.Graph([(one["from"], one["to"]) for one in some])
        for some in (every, [every[i] for i in kept])
    )
    assert set(map(frozenset, nx.connected_components(part))) == set(
        map(frozenset, nx.connected_components(whole))
    )
    assert len(kept) < 7


def test_heaviest_relations_are_kept_first(small: None) -> None:
    assert backbone(edges((0, 1), (1, 2), (0, 2), (0, 3), (1, 3), (2, 3)), [True] * 6)[
        :3
    ] == [0, 1, 2]


def test_those_named_least_and_what_is_not_told_stay_out(small: None) -> None:
    kept = backbone(
        edges((0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (0, 5)),
        [True] * 6 + [False],
    )

    assert kept == [0, 1, 2, 3, 4]


def test_relation_of_an_actor_to_itself_is_no_bridge(small: None) -> None:
    assert 5 not in backbone(
        edges((0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (0, 0)), [True] * 6
    )
