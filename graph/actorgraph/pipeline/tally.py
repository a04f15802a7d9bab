"""Numbers of what is in a corpus, or in a part of one, which can be added and subtracted."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass

from actorgraph.analysis.network import EdgeKey, edge_key
from actorgraph.model import Claim, Corpus
from actorgraph.vocabulary import Vocabulary

#: What relations of which no claim is accepted are counted under; they sort before every label.
#: Doubted are those that are grave and stated as fact, but not sure enough.
_UNACCEPTED, _DOUBTED = "", " "


@dataclass(frozen=True, slots=True)
class Tally:
    """What is in a corpus.

    Attributes:
        claims: Number of claims.
        quotations: Number of passages that a text attributes to a source.
        refusals: Number of candidate claims that were rejected, each counted once a document.
        relations: Label → number of accepted edges; the others are counted under "" and " ".
    """

    claims: int
    quotations: int
    refusals: int
    relations: Counter[str]

    @classmethod
    def of(cls, corpus: Corpus, vocabulary: Vocabulary, threshold: float) -> Tally:
        """Count what is in a corpus.

        Args:
            corpus: With all claims of the relations that it has.
            vocabulary: Must have their relations.
            threshold: Minimum confidence of an accepted claim, 0–1.
        """
        standings: dict[EdgeKey, str] = {}
        quotations = refusals = claims = 0
        for reading in corpus.readings:
            claims += len(reading.claims)
            quotations += len(reading.attributions)
            refusals += len(set(reading.refusals))
            for claim in reading.claims:
                key = edge_key(claim, vocabulary)
                standing = _standing(claim, vocabulary, threshold)
                standings[key] = max(standings.get(key, _UNACCEPTED), standing)
        return cls(claims, quotations, refusals, Counter(standings.values()))

    @property
    def edges(self) -> int:
        """Number of relations between two actors that an accepted claim supports."""
        return self.relations.total() - self.unaccepted

    @property
    def unaccepted(self) -> int:
        """Number of all other relations between two actors."""
        return self.relations[_UNACCEPTED] + self.doubted

    @property
    def doubted(self) -> int:
        """Number of those that are grave and stated as fact, but not sure enough."""
        return self.relations[_DOUBTED]

    def most_frequent(self, limit: int) -> tuple[tuple[str, int], ...]:
        """Return label and number of the most frequent accepted relations."""
        others = (_DOUBTED, _UNACCEPTED)
        counts = [
            (label, n)
            for label, n in self.relations.items()
            if n and label not in others
        ]
        counts.sort(key=lambda item: (-item[1], item[0]))
        return tuple(counts[:limit])

    def changed(self, old: Tally, new: Tally) -> Tally:
        """Return what it is when a part of it is replaced."""
        relations = Counter(self.relations)
        relations.subtract(old.relations)
        relations.update(new.relations)
        return Tally(
            self.claims - old.claims + new.claims,
            self.quotations - old.quotations + new.quotations,
            self.refusals - old.refusals + new.refusals,
            relations,
        )

    def to_text(self) -> str:
        """Return it as JSON, for a manifest."""
        numbers = [self.claims, self.quotations, self.refusals]
        relations = {label: n for label, n in self.relations.items() if n}
        return json.dumps([*numbers, relations], sort_keys=True)

    @classmethod
    def from_text(cls, text: str) -> Tally:
        """Return what ``to_text`` wrote.

        Raises:
            ValueError, TypeError: if the text is something else.
        """
        claims, quotations, refusals, relations = json.loads(text)
        return cls(claims, quotations, refusals, Counter(relations))


def _standing(claim: Claim, vocabulary: Vocabulary, threshold: float) -> str:
    """Return what the relation of a claim is counted under, as far as the claim goes."""
    relation = vocabulary.relation(claim.relation)
    if claim.is_accepted(relation.threshold(threshold)):
        return relation.label
    is_doubted = relation.grave and claim.is_accepted(0.0)
    return _DOUBTED if is_doubted else _UNACCEPTED
