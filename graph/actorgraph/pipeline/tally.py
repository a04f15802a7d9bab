"""Numbers of what is in a corpus, or in a part of one, which can be added and subtracted."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass

from actorgraph.analysis.network import EdgeKey, edge_key
from actorgraph.model import Corpus
from actorgraph.vocabulary import Vocabulary

#: What the relations that no claim is accepted of are counted under.
_UNACCEPTED = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """What is in a corpus.

    Attributes:
        claims: Number of claims.
        quotations: Number of passages that a text attributes to a source.
        refusals: Number of candidate claims that were rejected, each counted once a document.
        relations: Label → number of accepted edges; the others are counted under "".
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
        accepted: dict[EdgeKey, bool] = {}
        quotations = refusals = claims = 0
        for reading in corpus.readings:
            claims += len(reading.claims)
            quotations += len(reading.attributions)
            refusals += len(set(reading.refusals))
            for claim in reading.claims:
                key = edge_key(claim, vocabulary)
                least = vocabulary.relation(claim.relation).threshold(threshold)
                accepted[key] = accepted.get(key, False) or claim.is_accepted(least)
        relations: Counter[str] = Counter()
        for (_, relation, _), is_accepted in accepted.items():
            label = vocabulary.relation(relation).label if is_accepted else _UNACCEPTED
            relations[label] += 1
        return cls(claims, quotations, refusals, relations)

    @property
    def edges(self) -> int:
        """Number of relations between two actors that an accepted claim supports."""
        return self.relations.total() - self.unaccepted

    @property
    def unaccepted(self) -> int:
        """Number of all other relations between two actors."""
        return self.relations[_UNACCEPTED]

    def most_frequent(self, limit: int) -> tuple[tuple[str, int], ...]:
        """Return label and number of the most frequent accepted relations."""
        counts = [item for item in self.relations.items() if item[0] and item[1]]
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
