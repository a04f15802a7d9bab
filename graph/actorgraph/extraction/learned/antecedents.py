"""Whom a pronoun means, as the learned reader sees it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from actorgraph.extraction.learned.network import Network, Sight
from actorgraph.extraction.learned.placing import Placing, near, scores
from actorgraph.extraction.page import Chunk, Page
from actorgraph.extraction.reliability import expit
from actorgraph.model import MentionKind

#: Pronoun → mentions before it, with the probability that both mean the same actor.
Antecedents = Mapping[Chunk, list[tuple[Chunk, float]]]


def antecedents(page: Page, sights: Iterable[Sight], network: Network) -> Antecedents:
    """The mentions that stand near before each pronoun; a pronoun at the start of a window has none."""
    placing = Placing(page, page.chunks)
    found: dict[Chunk, list[tuple[Chunk, float]]] = {}
    for sight in sights:
        placed = list(placing.within(sight))
        pairs = [
            (i, j)
            for j, (chunk, _) in enumerate(placed)
            if chunk.kind is MentionKind.PRONOUN
            for i in range(j)
            if near(placed[i], placed[j])
        ]
        if pairs:
            odds = scores(network, sight, placed, pairs)[:, -1].tolist()
            for (i, j), odd in zip(pairs, odds, strict=True):
                found.setdefault(placed[j][0], []).append((placed[i][0], expit(odd)))
    return found
