"""Whom a pronoun means, as the learned reader sees it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from actorgraph.extraction.knowledge.reliability import expit
from actorgraph.extraction.learned.neural_network import Network, WindowOutput
from actorgraph.extraction.learned.piece_spans import PieceSpans, near, scores
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention
from actorgraph.model import MentionKind

#: Pronoun → mentions before it, with the probability that both mean the same actor.
Antecedents = Mapping[TokenMention, list[tuple[TokenMention, float]]]


def antecedents(
    parsed: ParsedText, outputs: Iterable[WindowOutput], network: Network
) -> Antecedents:
    """The mentions that stand near before each pronoun; a pronoun at the start of a window has none."""
    placing = PieceSpans(parsed, parsed.mentions)
    found: dict[TokenMention, list[tuple[TokenMention, float]]] = {}
    for output in outputs:
        placed = list(placing.within(output))
        pairs = [
            (i, j)
            for j, (mention, _) in enumerate(placed)
            if mention.kind is MentionKind.PRONOUN
            for i in range(j)
            if near(placed[i], placed[j])
        ]
        if pairs:
            odds = scores(network, output, placed, pairs)[:, -1].tolist()
            for (i, j), odd in zip(pairs, odds, strict=True):
                found.setdefault(placed[j][0], []).append((placed[i][0], expit(odd)))
    return found
