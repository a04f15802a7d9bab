"""What a pronoun refers to, according to the network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from actorgraph.extraction.knowledge.reliability import expit
from actorgraph.extraction.learned.neural_network import Network, WindowOutput
from actorgraph.extraction.learned.piece_spans import (
    Pair,
    PieceSpans,
    PlacedMention,
    score_pairs,
    within_reach,
)
from actorgraph.extraction.parse.parsed_text import ParsedText, TokenMention

#: Pronoun → mentions before it, with the probability (0 to 1) that both are of the same actor.
Antecedents = Mapping[TokenMention, list[tuple[TokenMention, float]]]

#: The column of the scores that says whether two mentions are of the same actor.
SAME_ACTOR_COLUMN = -1


def antecedents(
    parsed: ParsedText, outputs: Iterable[WindowOutput], network: Network
) -> Antecedents:
    """Return the possible antecedents of each pronoun.

    Args:
        parsed: The text, with its mentions.
        outputs: What the network returned for its windows.
        network: Scores the pairs of mentions.

    Returns:
        For each pronoun with mentions before it in the same window, these mentions.
    """
    mentions = PieceSpans(parsed, parsed.mentions)
    scored: dict[TokenMention, list[tuple[TokenMention, float]]] = defaultdict(list)
    for output in outputs:
        placed = list(mentions.within(output))
        pairs = list(_pairs(placed))
        if not pairs:
            continue
        scores = score_pairs(network, output, placed, pairs)
        log_odds: list[float] = scores[:, SAME_ACTOR_COLUMN].tolist()
        for (earlier, later), score in zip(pairs, log_odds, strict=True):
            antecedent, _ = placed[earlier]
            pronoun, _ = placed[later]
            probability = expit(score)
            scored[pronoun].append((antecedent, probability))
    return scored


def _pairs(placed: list[PlacedMention]) -> Iterator[Pair]:
    """Yield every pronoun with each mention before it that is within reach."""
    for later, pronoun in enumerate(placed):
        if pronoun[0].is_pronoun:
            for earlier in range(later):
                if within_reach(placed[earlier], pronoun):
                    yield earlier, later
