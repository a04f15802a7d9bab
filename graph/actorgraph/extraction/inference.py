"""Claims that follow from claims of the same document, by rules that the ontology declares.

Every derived claim names the claims that it rests on and the rule, quotes the evidence of all of them, and is never
more certain than the least certain of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from actorgraph.extraction.cast import Cast
from actorgraph.extraction.lexicon import Lexicon, Rule
from actorgraph.extraction.reliability import Reliability
from actorgraph.identifiers import digest
from actorgraph.model import ActorId, Claim, ClaimId, Modality, Polarity, Status
from actorgraph.vocabulary import Vocabulary


class Inference:
    """Applies the rules of the lexicon to the claims of one document."""

    def __init__(self, cast: Cast, vocabulary: Vocabulary, lexicon: Lexicon, reliability: Reliability) -> None:
        self.cast, self.vocabulary, self.lexicon, self.reliability = cast, vocabulary, lexicon, reliability

    def derive(self, claims: Iterable[Claim]) -> list[Claim]:
        """Claims that follow and are not among those given, sorted by id; rules apply to what other rules derive, once."""
        known = sorted((claim for claim in claims if _holds(claim)), key=lambda claim: (-claim.confidence, claim.id))
        made: dict[tuple[str, str, str], Claim] = {}
        said = {(claim.subject, claim.relation, claim.object) for claim in known}
        for _ in range(2):
            for rule in self.lexicon.rules:
                for claim in self._apply(rule, [*known, *made.values()]):
                    key = (claim.subject, claim.relation, claim.object)
                    if key not in said and claim.subject != claim.object:
                        made.setdefault(key, claim)
        return sorted(made.values(), key=lambda claim: claim.id)

    def _apply(self, rule: Rule, claims: list[Claim]) -> Iterator[Claim]:
        for first in claims:
            if rule.source not in self.vocabulary.ancestors(first.relation) or not self._fits(
                first.object, rule.object_types
            ):
                continue
            if rule.through is None:
                yield self._claim(rule, first.object, [first])
                continue
            for second in claims:
                if second.subject == first.object and rule.through in self.vocabulary.ancestors(second.relation):
                    if self._fits(second.object, rule.end_types):
                        yield self._claim(rule, second.object, [first, second])

    def _fits(self, actor: ActorId, classes: Iterable[str]) -> bool:
        draft = self.cast.drafts[int(actor[1:])]
        return self.vocabulary.fits(draft.type, draft.subtype, classes)

    def _claim(self, rule: Rule, object_: ActorId, premises: list[Claim]) -> Claim:
        relation = self.vocabulary.relation(rule.derives)
        own = self.reliability.confidence("rule", rule.derives, rule.name)
        return derived(
            premises,
            rule.derives,
            object_,
            f"rule: {rule.name}",
            min(own, *(p.confidence for p in premises)),
            premises[0].status if relation.lasting else None,
        )


def derived(
    premises: list[Claim], relation: str, object_: ActorId, method: str, confidence: float, status: Status | None
) -> Claim:
    """A claim about the subject of the first premise that follows from all of them."""
    ids = tuple(premise.id for premise in premises)
    evidence = tuple(sorted({passage for premise in premises for passage in premise.evidence}))
    return replace(
        premises[0],
        id=ClaimId(digest(method, relation, *ids)),
        relation=relation,
        object=object_,
        evidence=evidence,
        status=status,
        confidence=confidence,
        method=method,
        premises=ids,
    )


def _holds(claim: Claim) -> bool:
    return claim.polarity is Polarity.AFFIRMED and claim.modality is Modality.ASSERTED
