"""The relations of the annotation: their hierarchy, and which types they relate."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: Subject, relation, object.
Fact = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class RelationTable:
    """The terms of ``relations.json``.

    Attributes:
        above: Term → itself and all terms above it.
        domain: Term → the types that its subject may have; ``range`` those of its object.
        happenings: The terms of what somebody does, rather than is.
    """

    terms: tuple[str, ...]
    above: Mapping[str, frozenset[str]]
    symmetric: frozenset[str]
    inverse: Mapping[str, str]
    domain: Mapping[str, frozenset[str]]
    range: Mapping[str, frozenset[str]]
    happenings: frozenset[str] = frozenset()

    @classmethod
    def load(cls, path: Path) -> RelationTable:
        """Read the file."""
        terms: dict[str, dict[str, Any]]
        terms = json.loads(path.read_text(encoding="utf-8"))["terms"]
        return cls(
            tuple(terms),
            above={name: _ancestors(name, terms) for name in terms},
            symmetric=_symmetric(terms),
            inverse=_inverses(terms),
            domain=_sets("domain", terms),
            range=_sets("range", terms),
            happenings=_happenings(terms),
        )

    def closure(self, subject: str, term: str, object_: str) -> Iterator[Fact]:
        """Yield all that follows from a fact, the fact included."""
        for above in self.above[term]:
            yield subject, above, object_
            if above in self.symmetric:
                yield object_, above, subject
            elif above in self.inverse:
                yield from self._inverted(subject, self.inverse[above], object_)

    def below(self, term: str) -> Iterator[str]:
        """Yield a term and all terms below it; nothing for a term that there is not."""
        for name, above in self.above.items():
            if term in above:
                yield name

    def _inverted(self, subject: str, inverse: str, object_: str) -> Iterator[Fact]:
        """Yield what follows from a fact by an inverse of its relation."""
        for above in self.above[inverse]:
            yield object_, above, subject
            if above in self.symmetric:
                yield subject, above, object_


def _ancestors(name: str, terms: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """Return a term and all terms above it."""
    parents = terms[name].get("subPropertyOf") or ()
    return frozenset({name}).union(*(_ancestors(parent, terms) for parent in parents))


def _symmetric(terms: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    return frozenset(name for name, term in terms.items() if term.get("symmetric"))


def _happenings(terms: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    names = terms.items()
    return frozenset(name for name, term in names if term.get("family") == "happening")


def _inverses(terms: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    inverses = {name: term.get("inverse") for name, term in terms.items()}
    return {name: inverse for name, inverse in inverses.items() if inverse}


def _sets(
    key: str, terms: Mapping[str, Mapping[str, Any]]
) -> dict[str, frozenset[str]]:
    """Return the value of each term at a key, as a set."""
    return {name: frozenset(term[key]) for name, term in terms.items()}
