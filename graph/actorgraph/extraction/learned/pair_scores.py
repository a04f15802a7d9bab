"""How likely each relation between two actors is, from the scores of their mentions."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations

from actorgraph.extraction.knowledge.reliability import expit
from actorgraph.extraction.learned.neural_network import Network, WindowOutput
from actorgraph.extraction.learned.piece_spans import (
    Pair,
    PieceSpans,
    PlacedMention,
    score_pairs,
    within_reach,
)
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class PairScore:
    """The score of a relation between two actors.

    Attributes:
        probability: 0 to 1, from all pairs of their mentions in a window.
        subject, object: The pair of mentions with the highest score.
        in_context: Whether the window is long enough for what was learned from news articles.
    """

    probability: float
    subject: TokenMention
    object: TokenMention
    in_context: bool = True


#: Pieces of a window, at least, in which low scores count against what a rule reads. The windows of
#: articles are nearly always longer; in single sentences the network overlooks much.
LEAST_CONTEXT = 128

#: (subject, object) as numbers of actors → relation → score.
PairScores = Mapping[tuple[int, int], Mapping[str, PairScore]]


def pair_scores(
    entities: Entities,
    outputs: Iterable[WindowOutput],
    network: Network,
    vocabulary: Vocabulary,
) -> PairScores:
    """Score every two actors that a sentence mentions.

    Args:
        entities: The actors, with their mentions.
        outputs: What the network returned for the windows of the text.
        network: Scores the pairs of mentions.
        vocabulary: Says between which classes each relation is possible.

    Returns:
        The relations that are possible between the types of both actors; of several windows the
        highest score.
    """
    scorer = _PairScorer(entities, network, vocabulary)
    for output in outputs:
        scorer.add(output)
    return scorer.scores


class _PairScorer:
    """Collects the scores of one window after the other."""

    def __init__(
        self, entities: Entities, network: Network, vocabulary: Vocabulary
    ) -> None:
        self.scores: dict[tuple[int, int], dict[str, PairScore]] = {}
        self._entities = entities
        self._network = network
        parsed = entities.parsed
        mentions = [m for m in parsed.mentions if entities.of(m) is not None]
        self._mentions = PieceSpans(parsed, mentions)
        self._possible = _PossibleRelations(entities, network, vocabulary)

    def add(self, output: WindowOutput) -> None:
        """Add the scores of a window."""
        placed = list(self._mentions.within(output))
        pairs = list(self._pairs(placed))
        if not pairs:
            return
        log_odds = score_pairs(self._network, output, placed, pairs)
        for actors, rows in _rows_by_actors(placed, pairs).items():
            for relation, column in self._possible.between(*actors).items():
                scores = log_odds[rows, column].tolist()
                best = rows[scores.index(max(scores))]
                i, j = pairs[best]
                subject, object_ = placed[i][0], placed[j][0]
                is_long = len(output.window.ids) >= LEAST_CONTEXT
                score = PairScore(_pooled(scores), subject, object_, is_long)
                self._keep_higher(actors, relation, score)

    def _keep_higher(
        self, actors: tuple[int, int], relation: str, score: PairScore
    ) -> None:
        scores = self.scores.setdefault(actors, {})
        if relation not in scores or scores[relation].probability < score.probability:
            scores[relation] = score

    def _pairs(self, placed: list[PlacedMention]) -> Iterator[Pair]:
        """Yield the pairs of mentions that may express a relation between their actors."""
        for i, j in permutations(range(len(placed)), 2):
            subject, object_ = placed[i][0], placed[j][0]
            if (
                self._share_sentence(subject, object_)
                and within_reach(placed[i], placed[j])
                and subject.actor != object_.actor
                and self._possible.between(subject.actor, object_.actor)
            ):
                yield i, j

    def _share_sentence(self, left: TokenMention, right: TokenMention) -> bool:
        sentence_of = self._entities.parsed.sentence_of
        return sentence_of[left.root] == sentence_of[right.root]


class _PossibleRelations:
    """The relations that were learned and that the ontology allows, by the types of two actors."""

    def __init__(
        self, entities: Entities, network: Network, vocabulary: Vocabulary
    ) -> None:
        self._entities, self._network = entities, network
        self._vocabulary = vocabulary
        self._columns = {
            relation: column
            for column, relation in enumerate(network.relations)
            if relation in vocabulary.relations
        }
        self._by_classes: dict[tuple[str, str], dict[str, int]] = {}

    def between(self, subject: int, object_: int) -> Mapping[str, int]:
        """Return the possible relations of two actors, each with its column of the scores."""
        left = self._entities.all[subject]
        right = self._entities.all[object_]
        classes = (
            self._vocabulary.class_of(left.type, left.subtype),
            self._vocabulary.class_of(right.type, right.subtype),
        )
        possible = self._by_classes.get(classes)
        if possible is None:
            types = (left.type, right.type)
            possible = dict(self._allowed(types, classes))
            self._by_classes[classes] = possible
        return possible

    def _allowed(
        self, types: tuple[str, str], classes: tuple[str, str]
    ) -> Iterator[tuple[str, int]]:
        for relation, learned in self._network.between.items():
            column = self._columns.get(relation)
            if types not in learned or column is None:
                continue
            if self._vocabulary.objection(relation, *classes) is None:
                yield relation, column


def _rows_by_actors(
    placed: list[PlacedMention], pairs: list[Pair]
) -> dict[tuple[int, int], list[int]]:
    """Return the rows of the scores that are for the same two actors."""
    rows: dict[tuple[int, int], list[int]] = defaultdict(list)
    for row, (i, j) in enumerate(pairs):
        subject, object_ = placed[i][0], placed[j][0]
        rows[subject.actor, object_.actor].append(row)
    return rows


def _pooled(scores: list[float]) -> float:
    """Return the probability that two actors are related.

    It is the logistic function of log Σ exp(score) over the log-odds of their pairs of mentions,
    as in training.

    >>> round(_pooled([0.0]), 2), round(_pooled([0.0, 0.0]), 2)
    (0.5, 0.67)
    """
    highest = max(scores)
    total = sum(math.exp(score - highest) for score in scores)
    return expit(highest + math.log(total))
