"""How likely each relation between two actors is, by the pairs of their mentions."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import permutations

from actorgraph.extraction.cast import Cast
from actorgraph.extraction.learned.network import Network, Sight
from actorgraph.extraction.learned.placing import Placed, Placing, near, scores
from actorgraph.extraction.page import Chunk
from actorgraph.extraction.reliability import expit
from actorgraph.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the network thinks of a relation between two actors: its probability, and the mentions that say it best."""

    probability: float
    subject: Chunk
    object: Chunk


#: (subject, object) as numbers of actors → relation → opinion.
Opinions = Mapping[tuple[int, int], Mapping[str, Opinion]]


def opinions(cast: Cast, sights: Iterable[Sight], network: Network, vocabulary: Vocabulary) -> Opinions:
    """Opinions on every two actors that stand in one sentence, of the relations that their types allow."""
    judge = _Judge(cast, network, vocabulary)
    for sight in sights:
        judge.look(sight)
    return judge.found


class _Judge:
    def __init__(self, cast: Cast, network: Network, vocabulary: Vocabulary) -> None:
        self.cast, self.network, self.vocabulary = cast, network, vocabulary
        self.placing = Placing(cast.page, (chunk for chunk in cast.page.chunks if chunk.actor >= 0))
        self.columns = {name: column for column, name in enumerate(network.relations) if name in vocabulary.relations}
        self.allowed: dict[tuple[str, str], list[str]] = {}
        self.found: dict[tuple[int, int], dict[str, Opinion]] = {}

    def look(self, sight: Sight) -> None:
        """Add what one window tells."""
        placed = list(self.placing.within(sight))
        pairs = [(i, j) for i, j in permutations(range(len(placed)), 2) if self._may_relate(placed[i], placed[j])]
        if not pairs:
            return
        odds = scores(self.network, sight, placed, pairs)
        rows: dict[tuple[int, int], list[int]] = {}
        for row, (i, j) in enumerate(pairs):
            rows.setdefault((placed[i][0].actor, placed[j][0].actor), []).append(row)
        for ends, own in rows.items():
            for relation in self._allowed(*ends):
                column = odds[own, self.columns[relation]]
                best = pairs[own[int(column.argmax())]]
                opinion = Opinion(_either(column.tolist()), placed[best[0]][0], placed[best[1]][0])
                self._keep(ends, relation, opinion)

    def _keep(self, ends: tuple[int, int], relation: str, opinion: Opinion) -> None:
        held = self.found.setdefault(ends, {})
        if relation not in held or held[relation].probability < opinion.probability:
            held[relation] = opinion

    def _may_relate(self, left: Placed, right: Placed) -> bool:
        subject, object_ = left[0], right[0]
        sentence_of = self.cast.page.sentence_of
        together = sentence_of[subject.root] == sentence_of[object_.root] and near(left, right)
        return together and subject.actor != object_.actor and bool(self._allowed(subject.actor, object_.actor))

    def _allowed(self, subject: int, object_: int) -> list[str]:
        """The relations that were learned, and that the ontology lets hold, between two actors."""
        left, right = self.cast.drafts[subject], self.cast.drafts[object_]
        classes = [self.vocabulary.class_of(draft.type, draft.subtype) for draft in (left, right)]
        key = classes[0], classes[1]
        if key not in self.allowed:
            learned = [name for name, ends in self.network.between.items() if (left.type, right.type) in ends]
            self.allowed[key] = [
                name for name in learned if name in self.columns and self.vocabulary.objection(name, *key) is None
            ]
        return self.allowed[key]


def _either(scores: list[float]) -> float:
    """Probability that two actors are related, from the log-odds of their pairs of mentions: log-sum-exp, as fitted."""
    highest = max(scores)
    pooled = highest + math.log(sum(math.exp(score - highest) for score in scores))
    return expit(pooled)
