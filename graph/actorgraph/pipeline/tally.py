"""Numbers of what is in a corpus, or in a part of one, which can be added and subtracted."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from enum import IntEnum

from actorgraph.analysis.network import EdgeKey, edge_key
from actorgraph.model import Claim, Corpus
from actorgraph.vocabulary import Vocabulary


class _Standing(IntEnum):
    """What the claims of an edge come to; the highest of them counts."""

    UNACCEPTED = 0
    #: Grave and stated as fact, but not sure enough.
    DOUBTED = 1
    ACCEPTED = 2


@dataclass(frozen=True)
class Tally:
    """What is in a corpus.

    Attributes:
        claims: Number of claims.
        quotations: Number of passages that a text attributes to a source.
        refusals: Number of candidate claims that were rejected, each counted once a document.
        relations: Label → number of accepted edges.
        unaccepted: Number of all other relations between two actors.
        doubted: Number of those that are grave and stated as fact, but not sure enough.
    """

    claims: int
    quotations: int
    refusals: int
    relations: Counter[str]
    unaccepted: int
    doubted: int

    @classmethod
    def of(cls, corpus: Corpus, vocabulary: Vocabulary, threshold: float) -> Tally:
        """Count what is in a corpus.

        Args:
            corpus: With all claims of the relations that it has.
            vocabulary: Must have their relations.
            threshold: Minimum confidence of an accepted claim, 0–1.
        """
        standings: dict[EdgeKey, _Standing] = {}
        quotations = refusals = claims = 0
        for reading in corpus.readings:
            claims += len(reading.claims)
            quotations += len(reading.attributions)
            refusals += len(set(reading.refusals))
            for claim in reading.claims:
                key = edge_key(claim, vocabulary)
                standing = _standing(claim, vocabulary, threshold)
                standings[key] = max(standings.get(key, standing), standing)
        relations: Counter[str] = Counter()
        for (_, relation, _), standing in standings.items():
            if standing is _Standing.ACCEPTED:
                relations[vocabulary.relation(relation).label] += 1
        unaccepted = len(standings) - relations.total()
        doubted = list(standings.values()).count(_Standing.DOUBTED)
        return cls(claims, quotations, refusals, relations, unaccepted, doubted)

    @property
    def edges(self) -> int:
        """Number of relations between two actors that an accepted claim supports."""
        return self.relations.total()

    def most_frequent(self, limit: int) -> tuple[tuple[str, int], ...]:
        """Return label and number of the most frequent accepted relations."""
        counts = sorted(self.relations.items(), key=lambda item: (-item[1], item[0]))
        return tuple(counts[:limit])

    def changed(self, old: Tally, new: Tally) -> Tally:
        """Return what is in the corpus when a part of it, ``old``, is replaced by ``new``."""
        return Tally(
            self.claims - old.claims + new.claims,
            self.quotations - old.quotations + new.quotations,
            self.refusals - old.refusals + new.refusals,
            self.relations - old.relations + new.relations,
            self.unaccepted - old.unaccepted + new.unaccepted,
            self.doubted - old.doubted + new.doubted,
        )

    def to_text(self) -> str:
        """Return it as JSON, for a manifest."""
        return json.dumps(vars(self), sort_keys=True)

    @classmethod
    def from_text(cls, text: str) -> Tally:
        """Return what ``to_text`` wrote.

        Raises:
            ValueError, TypeError, KeyError: if the text is something else.
        """
        numbers = json.loads(text)
        relations = Counter(numbers["relations"])
        numbers["relations"] = relations
        return cls(**numbers)


def _standing(claim: Claim, vocabulary: Vocabulary, threshold: float) -> _Standing:
    """Return what the edge of a claim comes to, as far as the claim goes."""
    relation = vocabulary.relation(claim.relation)
    if claim.is_accepted(relation.threshold(threshold)):
        return _Standing.ACCEPTED
    is_doubted = relation.grave and claim.is_accepted(0.0)
    if is_doubted:
        return _Standing.DOUBTED
    return _Standing.UNACCEPTED
