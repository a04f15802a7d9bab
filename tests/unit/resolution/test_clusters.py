from actorgraph.model import ActorId
from actorgraph.resolution.clusters import Clusters

A, B, C, D = map(ActorId, "abcd")


def test_joining_is_transitive() -> None:
    clusters = Clusters([A, B, C, D])
    clusters.join(A, B)
    clusters.join(B, C)
    assert clusters.groups() == [(A, B, C), (D,)]


def test_a_barrier_holds_for_all_that_joins_either_side() -> None:
    clusters = Clusters([A, B, C, D])
    clusters.keep_apart(A, C)
    clusters.join(A, B)
    clusters.join(C, D)
    clusters.join(B, D)
    assert clusters.groups() == [(A, B), (C, D)]


def test_a_barrier_comes_too_late_within_one_set() -> None:
    clusters = Clusters([A, B])
    clusters.join(A, B)
    clusters.keep_apart(A, B)
    assert clusters.groups() == [(A, B)]
