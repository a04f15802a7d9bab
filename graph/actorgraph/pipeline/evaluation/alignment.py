"""Which of our actors is which annotated entity."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import TYPE_CHECKING

from actorgraph.model import Actor, Span
from actorgraph.pipeline.evaluation.gold import GoldArticle

if TYPE_CHECKING:
    import rustworkx

#: Weight of two mentions that overlap without being equal, relative to the weight 1 of equal ones.
PARTIAL = 0.4
#: Weights are counted in thousandths, since the matching needs integers.
SCALE = 1000


def align(gold: GoldArticle, actors: Iterable[Actor]) -> dict[str, str]:
    """Return our actors → annotated entities, one to one.

    It is the alignment with the largest total weight of shared mentions.
    """
    import rustworkx

    ours, entities = list(actors), sorted(gold.mentions)
    graph: rustworkx.PyGraph[str, int] = rustworkx.PyGraph()
    graph.add_nodes_from([*(actor.id for actor in ours), *entities])
    for i, actor in enumerate(ours):
        spans = [(mention.start, mention.end) for mention in actor.mentions]
        for j, entity in enumerate(entities, len(ours)):
            weight = _weight(spans, gold.mentions[entity])
            if weight:
                graph.add_edge(i, j, weight)
    matches = rustworkx.max_weight_matching(graph, weight_fn=int)
    return {graph[min(pair)]: graph[max(pair)] for pair in matches}


def _weight(left: Iterable[Span], right: Iterable[Span]) -> int:
    return round(SCALE * sum(_shared(a, b) for a, b in product(left, right)))


def _shared(left: Span, right: Span) -> float:
    if left == right:
        return 1.0
    common = min(left[1], right[1]) - max(left[0], right[0])
    if common <= 0:
        return 0.0
    return PARTIAL * common / (max(left[1], right[1]) - min(left[0], right[0]))
