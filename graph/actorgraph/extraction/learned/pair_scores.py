"""How likely each relation between two actors is, by the pairs of their mentions."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import permutations

from actorgraph.extraction.knowledge.reliability import expit
from actorgraph.extraction.learned.neural_network import Network, WindowOutput
from actorgraph.extraction.learned.piece_spans import (
    PieceSpans,
    PlacedMention,
    near,
    scores,
)
from actorgraph.extraction.mentions.entities import Entities
from actorgraph.extraction.parse.parsed_text import TokenMention
from actorgraph.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class PairScore:
    """What the network thinks of a relation between two actors: its probability, and the mentions that say it best."""

    probability: float
    subject: TokenMention
    object: TokenMention


#: (subject, object) as numbers of actors → relation → opinion.
PairScores = Mapping[tuple[int, int], Mapping[str, PairScore]]


def pair_scores(
    entities: Entities,
    outputs: Iterable[WindowOutput],
    network: Network,
    vocabulary: Vocabulary,
) -> PairScores:
    """PairScores on every two actors that stand in one sentence, of the relations that their types allow."""
    judge = _Judge(entities, network, vocabulary)
    for output in outputs:
        judge.look(output)
    return judge.found


class _Judge:
    def __init__(
        self, entities: Entities, network: Network, vocabulary: Vocabulary
    ) -> None:
        self.entities, self.network, self.vocabulary = entities, network, vocabulary
        self.placing = PieceSpans(
            entities.parsed,
            (mention for mention in entities.parsed.mentions if mention.actor >= 0),
        )
        self.columns = {
            name: column
            for column, name in enumerate(network.relations)
            if name in vocabulary.relations
        }
        self.allowed: dict[tuple[str, str], list[str]] = {}
        self.found: dict[tuple[int, int], dict[str, PairScore]] = {}

    def look(self, output: WindowOutput) -> None:
        """Add what one window tells."""
        placed = list(self.placing.within(output))
        pairs = [
            (i, j)
            for i, j in permutations(range(len(placed)), 2)
            if self._may_relate(placed[i], placed[j])
        ]
        if not pairs:
            return
        odds = scores(self.network, output, placed, pairs)
        rows: dict[tuple[int, int], list[int]] = {}
        for row, (i, j) in enumerate(pairs):
            rows.setdefault((placed[i][0].actor, placed[j][0].actor), []).append(row)
        for ends, own in rows.items():
            for relation in self._allowed(*ends):
                column = odds[own, self.columns[relation]]
                best = pairs[own[int(column.argmax())]]
                pair_score = PairScore(
                    _either(column.tolist()), placed[best[0]][0], placed[best[1]][0]
                )
                self._keep(ends, relation, pair_score)

    def _keep(
        self, ends: tuple[int, int], relation: str, pair_score: PairScore
    ) -> None:
        held = self.found.setdefault(ends, {})
        if relation not in held or held[relation].probability < pair_score.probability:
            held[relation] = pair_score

    def _may_relate(self, left: PlacedMention, right: PlacedMention) -> bool:
        subject, object_ = left[0], right[0]
        sentence_of = self.entities.parsed.sentence_of
        together = sentence_of[subject.root] == sentence_of[object_.root] and near(
            left, right
        )
        return (
            together
            and subject.actor != object_.actor
            and bool(self._allowed(subject.actor, object_.actor))
        )

    def _allowed(self, subject: int, object_: int) -> list[str]:
        """The relations that were learned, and that the ontology lets hold, between two actors."""
        left, right = self.entities.all[subject], self.entities.all[object_]
        classes = [
            self.vocabulary.class_of(entity.type, entity.subtype)
            for entity in (left, right)
        ]
        key = classes[0], classes[1]
        if key not in self.allowed:
            learned = [
                name
                for name, ends in self.network.between.items()
                if (left.type, right.type) in ends
            ]
            self.allowed[key] = [
                name
                for name in learned
                if name in self.columns
                and self.vocabulary.objection(name, *key) is None
            ]
        return self.allowed[key]


def _either(scores: list[float]) -> float:
    """Probability that two actors are related, from the log-odds of their pairs of mentions: log-sum-exp, as fitted."""
    highest = max(scores)
    pooled = highest + math.log(sum(math.exp(score - highest) for score in scores))
    return expit(pooled)
