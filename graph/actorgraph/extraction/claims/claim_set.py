"""The claims and refusals of one document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from actorgraph.extraction.patterns.candidate import Candidate
from actorgraph.model import Claim, Evidence, Refusal


@dataclass
class ClaimSet:
    """Collects the claims and refusals of one document.

    Attributes:
        by_id: Id → claim.  The same claim read twice in the same words has one id.
        origins: Id of a claim → the candidate that it was made from; derived claims have none.
        refusals: What was refused, in order, each once.
    """

    by_id: dict[str, Claim] = field(default_factory=dict)
    origins: dict[str, Candidate] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.by_id.values())

    def add(self, claim: Claim, origin: Candidate | None = None) -> None:
        """Add a claim, unless the set has it."""
        if claim.id not in self.by_id:
            self.by_id[claim.id] = claim
            if origin is not None:
                self.origins[claim.id] = origin

    def remove(self, claim: Claim) -> None:
        """Remove a claim, and what it was made from."""
        id_ = claim.id
        del self.by_id[id_]
        self.origins.pop(id_, None)

    def refuse(self, refusal: Refusal) -> None:
        """Note what was refused and why."""
        if refusal not in self.refusals:
            self.refusals.append(refusal)

    def at_trigger(self, trigger: int) -> Iterator[Claim]:
        """Yield the claims that a token expresses."""
        for id_ in self.origins:
            candidate = self.origins[id_]
            if candidate.trigger == trigger:
                yield self.by_id[id_]

    def in_text_order(self) -> tuple[Claim, ...]:
        """Return all claims in the order of their evidence."""

        def position(claim: Claim) -> tuple[tuple[Evidence, ...], str]:
            return claim.evidence, claim.id

        return tuple(sorted(self, key=position))
