"""Claims that follow from claims of the same document, by rules that the ontology declares.

Every derived claim names its premises and the rule, quotes the evidence of all premises, and is
never more certain than the least certain of them.  Nothing follows from what is denied, planned or
possible, nor from what two different speakers say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from actorgraph.extraction.knowledge import Knowledge
from actorgraph.extraction.knowledge.lexicon import Rule
from actorgraph.extraction.mentions.entities import Entities, number_of
from actorgraph.extraction.patterns.template import Pattern
from actorgraph.identifiers import digest
from actorgraph.model import (
    ActorId,
    ActorType,
    Claim,
    ClaimId,
    Evidence,
)

#: Types of what is no event: that it is in a town in Norway says nothing of Norway.
UNEVENTFUL = (ActorType.GROUP, ActorType.ORGANIZATION, ActorType.PLACE)

#: How often the rules are applied, also to what they derived.
ROUNDS = 2


def derive(
    entities: Entities, claims: Iterable[Claim], knowledge: Knowledge
) -> list[Claim]:
    """Return the claims that follow from others and are not among them, sorted by id."""
    plain = (claim for claim in claims if claim.is_plain)
    ordered = sorted(plain, key=lambda claim: (-claim.confidence, claim.id))
    premises = _most_certain(ordered)
    stated = set(map(_fact, premises))
    engine = _RuleEngine(entities, knowledge)
    derived: dict[tuple[str, str, str], Claim] = {}
    for _ in range(ROUNDS):
        for rule in knowledge.lexicon.rules:
            for claim in engine.apply(rule, [*premises, *derived.values()]):
                if _fact(claim) not in stated and claim.subject != claim.object:
                    derived.setdefault(_fact(claim), claim)
    return sorted(derived.values(), key=lambda claim: claim.id)


def _most_certain(claims: Iterable[Claim]) -> list[Claim]:
    """Return the first, most certain claims of those that say the same by the same speaker."""
    firsts: dict[object, Claim] = {}
    for claim in claims:
        said = *_fact(claim), claim.attributed_to, claim.status
        firsts.setdefault(said, claim)
    return list(firsts.values())


def follow(
    premises: list[Claim],
    relation: str,
    object_: ActorId,
    rule: str,
    knowledge: Knowledge,
) -> Claim | None:
    """Return the claim about the subject of the first premise that follows by a rule.

    None if two premises have different speakers, since neither of them says both.
    """
    speakers = {premise.attributed_to for premise in premises} - {None}
    if len(speakers) > 1:
        return None
    ids = tuple(premise.id for premise in premises)
    lasting = knowledge.vocabulary.relation(relation).lasting
    return replace(
        premises[0],
        id=ClaimId(digest(rule, relation, *ids)),
        relation=relation,
        object=object_,
        evidence=_evidence(premises),
        status=premises[0].status if lasting else None,
        confidence=_confidence(premises, relation, rule, knowledge),
        method=_method(premises, rule),
        premises=ids,
        attributed_to=next(iter(speakers), None),
    )


def _method(premises: list[Claim], rule: str) -> str:
    """Return the name of a rule; of one that rests on background knowledge, its method.

    That a summit in Munich is in Germany is no more said by the text than that Munich is, nor is
    that a Republican is an American.
    """
    for premise in premises:
        if premise.is_background:
            return premise.method
    return f"{Pattern.RULE}: {rule}"


class _RuleEngine:
    """Applies rules to the claims of a document."""

    def __init__(self, entities: Entities, knowledge: Knowledge) -> None:
        self.entities = entities
        self.knowledge = knowledge

    def apply(self, rule: Rule, claims: list[Claim]) -> Iterator[Claim]:
        """Yield what follows from some claims by a rule."""
        by_subject: dict[ActorId, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_subject[claim.subject].append(claim)
        for first in self._matching(claims, rule.source, rule.object_types):
            # CASE one premise: who leads a party is a member of it
            if rule.through is None:
                yield from self._conclude(rule, [first])
            # CASE chain: a member of a party that is based in a country is a citizen of it
            else:
                onward = by_subject[first.object]
                for second in self._matching(onward, rule.through, rule.end_types):
                    is_valid = rule.endures or second.is_current
                    if is_valid and not self._is_trifling(first):
                        yield from self._conclude(rule, [first, second])

    def _matching(
        self, claims: list[Claim], relation: str, classes: Iterable[str]
    ) -> Iterator[Claim]:
        """Yield the claims of a relation or one below it whose object is of some classes."""
        vocabulary = self.knowledge.vocabulary
        for claim in claims:
            if relation in vocabulary.ancestors(claim.relation):
                entity = self.entities.all[number_of(claim.object)]
                if vocabulary.fits(entity.type, entity.subtype, classes):
                    yield claim

    def _is_trifling(self, claim: Claim) -> bool:
        """Whether a claim is of people or a place only described: "a police station in Oslo"."""
        subject = self.entities.all[number_of(claim.subject)]
        return subject.type in UNEVENTFUL and not subject.has_name

    def _conclude(self, rule: Rule, premises: list[Claim]) -> Iterator[Claim]:
        object_ = premises[-1].object
        claim = follow(premises, rule.derives, object_, rule.name, self.knowledge)
        if claim is not None and rule.endures:
            claim = replace(claim, status=None, valid_from=None, valid_until=None)
        if claim is not None:
            yield claim


def _evidence(premises: list[Claim]) -> tuple[Evidence, ...]:
    passages: set[Evidence] = set()
    for premise in premises:
        passages.update(premise.evidence)
    return tuple(sorted(passages))


def _confidence(
    premises: list[Claim], relation: str, rule: str, knowledge: Knowledge
) -> float:
    reliability = knowledge.reliability
    confidence = reliability.confidence(Pattern.RULE, relation, rule)
    for premise in premises:
        confidence = min(confidence, premise.confidence)
    return confidence


def _fact(claim: Claim) -> tuple[str, str, str]:
    return claim.subject, claim.relation, claim.object
