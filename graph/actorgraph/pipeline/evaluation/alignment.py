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

    graph: rustworkx.PyGraph[str, int] = rustworkx.PyGraph()
    entities = [(graph.add_node(entity), entity) for entity in sorted(gold.mentions)]
    for actor in actors:
        node = graph.add_node(actor.id)
        for entity_node, entity in entities:
            weight = _weight(actor, gold.mentions[entity])
            if weight:
                graph.add_edge(node, entity_node, weight)
    matches = rustworkx.max_weight_matching(graph, weight_fn=int)
    # The nodes of entities come first.
    return {graph[max(pair)]: graph[min(pair)] for pair in matches}


def _weight(actor: Actor, spans: Iterable[Span]) -> int:
    weight = 0.0
    pairs = product(actor.mentions, spans)
    for mention, span in pairs:
        place = (mention.start, mention.end)
        weight += _shared(place, span)
    return round(SCALE * weight)


def _shared(left: Span, right: Span) -> float:
    if left == right:
        return 1.0
    left_start, left_end = left
    right_start, right_end = right
    common = min(left_end, right_end) - max(left_start, right_start)
    if common <= 0:
        return 0.0
    covered = max(left_end, right_end) - min(left_start, right_start)
    return PARTIAL * common / covered
