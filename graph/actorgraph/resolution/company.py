"""Which actors are named together.

Two documents that name the same rare actors are about the same matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from math import log

from actorgraph.model import DocumentId

#: The texts of the keys of the actors that a document names.
Company = frozenset[str]


@dataclass(frozen=True, slots=True)
class Companies:
    """The actors that each document names, and how rare they are.

    Attributes:
        by_document: Only actors whose name means the same in every document.
        counts: How many documents name each of them.
    """

    by_document: Mapping[DocumentId, Company]
    counts: Counter[str]

    @classmethod
    def of(cls, by_document: Mapping[DocumentId, Company]) -> Companies:
        """Count the actors of all documents."""
        return cls(by_document, Counter(chain.from_iterable(by_document.values())))

    def around(self, documents: Iterable[DocumentId], key: str) -> Company:
        """Return all actors that some documents name beside one."""
        named: set[str] = set()
        for document in documents:
            in_document = self.by_document.get(document, frozenset())
            named |= in_document
        return frozenset(named - {key})

    def affinity(self, left: Company, right: Company) -> float:
        """Return how much two companies have in common: the rarer an actor, the more it says."""
        documents = len(self.by_document)
        shared = sorted(left & right)
        return sum(log(documents / self.counts[key]) for key in shared)
